package papers

import (
	"strings"
	"unicode/utf8"

	"shuping/internal/docx"
	"shuping/internal/plan"
	"shuping/internal/typed"
)

// titleWidth is how many characters of a title stand on a line.
const titleWidth = 20

// joined is the title of a meeting with what a paper is called behind it, where
// neither says what the other has said: 2023年度述职评议 and 述职评议表 are
// 2023年度述职评议表, and 考核 between them goes.
func joined(title, paper string) string {
	head := []rune(paper)
	for n := len(head); n > 1; n-- {
		at := strings.LastIndex(title, string(head[:n]))
		if at < 0 {
			continue
		}
		if rest := title[at+len(string(head[:n])):]; rest == "" || rest == "考核" {
			return title[:at] + paper
		}
	}
	return title + paper
}

// titleWords cuts a title where its sense allows a line to end. What nobody knows
// stays in one piece, up to a line.
func titleWords(title string) (words []string) {
	rest := title
	for _, at := range titleWord().FindAllStringIndex(title, -1) {
		from := len(title) - len(rest)
		if at[0] > from {
			words = append(words, pieces(title[from:at[0]])...)
		}
		words, rest = append(words, title[at[0]:at[1]]), title[at[1]:]
	}
	if rest != "" {
		words = append(words, pieces(rest)...)
	}
	for i := len(words) - 1; i > 0; i-- { // a line does not begin with these
		if strings.ContainsAny(words[i][:len("的")], "的、表会票）") && utf8.RuneCountInString(words[i]) == 1 {
			words[i-1] += words[i]
			words = append(words[:i], words[i+1:]...)
		}
	}
	return words
}

var titleWord = typed.Pattern(`[0-9]{4}年度?|关于|召开|报送|党支部书记|党组织书记|抓基层党建工作|抓基层党建|抓党建|` +
	`述职评议考核|述职评议表|述职评议|民主评议|满意度测评表|满意度测评|专项工作报告|居民评议|党员|会议|通知|议程|主持词|签到表|` +
	`监票人、|计票人|建议名单|测评|监票计票|计票结果|报告单|汇总表|综合评价意见|记录|材料|的报告|整改方案|整改台账|总结讲话|点评讲话|` +
	`党总支|党委|党支部|支部委员会|人大常委会|街道办事处|办事处|管理局|委员会|学院`)

// pieces cuts a text that is longer than a line.
func pieces(text string) (out []string) {
	runes := []rune(text)
	for len(runes) > titleWidth {
		half := min(titleWidth, (len(runes)+1)/2)
		out, runes = append(out, string(runes[:half])), runes[half:]
	}
	return append(out, string(runes))
}

// entryWidth is how many characters stand on a line of the list of what is filed.
const entryWidth = 17

// entryLines is a title in the list of what is filed, broken at words, and on whom it is
// below it where a line has no room for both: no name is broken.
func entryLines(title string, of plan.Subject) string {
	on := ""
	if of.Label() != "" {
		on = "（" + of.Label() + "）"
	}
	if utf8.RuneCountInString(title+on) <= entryWidth {
		return title + on
	}
	if utf8.RuneCountInString(on) > entryWidth {
		on = "（" + linesOf(of) + "）"
	}
	if lines := docx.Lines(titleWords(title), entryWidth); lines != nil {
		title = strings.Join(lines, "\n")
	}
	return strings.TrimSpace(title + "\n" + on)
}

// titleLines are the lines of a title: who, and below it what.
func titleLines(p plan.Plan, what string) []string {
	return append(docx.Lines(titleWords(p.Unit), titleWidth), docx.Lines(titleWords(what), titleWidth)...)
}
