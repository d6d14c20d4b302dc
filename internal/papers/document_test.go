package papers_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/internal/office"
	"shuping/internal/papers"
	"shuping/internal/tally"
)

var folder = flag.String("documents", "", "an empty folder to write the documents into, which .ci/papers measures")

// info is what the papers of a sealed meeting say beside its state.
var info = papers.Info{
	Head: head, Words: strings.Fields("春风 大树 河流 明天 山坡 木桥 白云 书本"),
	Groups: groups(head.Hash), Version: 2,
	Corrections: []papers.Correction{{
		Version: 2, Where: "会议记录中的实到人数", Old: "42 人", New: "43 人", Why: "一人迟到，签到表后补。", By: "王喆",
	}},
}

func groups(hash string) []string {
	var out []string
	for i := 0; i < len(hash); i += 4 {
		out = append(out, hash[i:i+4])
	}
	return out
}

// long is what somebody may write in a review: several paragraphs, one of them of
// several lines, with characters that markup is made of.
var long = strings.Repeat("抓党建工作思路清楚措施具体落实到位群众反映良好", 12) + "。\n" +
	"其次，存在“重业务、轻党建”的倾向；<w:p/>、{{.Title}}、& 和 'DDE' 只是文字。\n\n" +
	strings.Repeat("整改要有时限有责任人", 9) + "。"

const rare = "𬭎 喆"

// told is a sealed meeting in which everything was written down.
func told(t testing.TB) meeting.State {
	plan := strings.Replace(genhe(t), `post = "第一党支部书记"`, "post = \"第一党支部书记\"\nname = \"王𬭎喆\"", 1)
	talk := "attend class=masses expected=6 present=5\nattend class=member expected=40 present=38\n" +
		"start report:s1\nfinish\nstart review:s1\nfinish\nskip report:s2 reason=\"请假，书面述职\"\nstart review:s2\nfinish\n" +
		"start speech\nfinish\nstart evaluation\nfinish\n" +
		"review s1 text=" + quoted(long) + "\nreview s2 text=\"要从严。\"\nspeech text=" + quoted(long+"\n"+long) + "\n"
	return meet(t, plan, false, talk+sheets()+"opinion s1 merits="+quoted(long)+" problems="+quoted("问题一。\n问题二。")+"\n"+closing)
}

// quoted is a text as a line of a script has it.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text) + `"`
}

// crowded is a meeting on sixty subjects, which is still being counted.
func crowded(t testing.TB) meeting.State {
	before, after, _ := strings.Cut(genhe(t), "[[subjects]]")
	_, after, _ = strings.Cut(after, "[[voters]]")
	var plan strings.Builder
	plan.WriteString(before)
	for i := range 60 {
		fmt.Fprintf(&plan, "[[subjects]]\nid = \"s%d\"\npost = \"第%d党支部书记\"\nname = \"张三%d\"\n\n", i+1, i+1, i+1)
	}
	plan.WriteString("[[voters]]" + after)
	return meet(t, plan.String(), false, "attend class=member expected=3 present=2\nissue 2\ncollect 2\nbundle\nb"+
		strings.Repeat(" 1", 60)+"\nb"+strings.Repeat(" 2", 60)+"\nclose-bundle 2\n")
}

func documents(t testing.TB, s meeting.State, info papers.Info) []papers.Document {
	t.Helper()
	docs, err := papers.Documents(s, info, nil)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestDocumentsForTheEye(t *testing.T) {
	dir := *folder
	if dir == "" {
		dir = t.TempDir()
	}
	every := maps.Clone(others(t))
	every["told"], every["crowded"] = told(t), crowded(t)
	for name, s := range every {
		for _, d := range documents(t, s, info) {
			if err := os.WriteFile(filepath.Join(dir, name+"-"+d.Name), d.Bytes, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if made, err := os.ReadDir(dir); err != nil || len(made) < 5*len(every) {
		t.Errorf("%d documents of %d meetings, %v", len(made), len(every), err)
	}
}

var _ = []any{bytes.Equal, slices.Sorted[string], office.Marks, tally.Chinese}
