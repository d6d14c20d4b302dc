package papers

import (
	"fmt"
	"strings"

	"shuping/internal/plan"
)

// A pageProgram is one line of the programme.
type pageProgram struct {
	Number    int
	What, Who string
	Minutes   int // 0 where it is not said
}

// A pageTurn is one item as the chair announces it.
type pageTurn struct {
	Kind, Label string
	Number      string // of a report, in Chinese
	Calls       string // what calls on the reporter: 首先，请第一党支部书记述职，时间不超过10分钟。
	Of          string // the report when it ends: 第一党支部书记的述职
	Section     string // the number of an item that is no report and no review
}

// drawProgram tells the items in the order of the plan: a report and the review behind
// it on one line.
func (b *pageBefore) drawProgram(p plan.Plan) {
	b.Program = []pageProgram{
		{What: "清点到会人数，宣布开会", Who: "主持人"},
		{What: "推选监票人、计票人", Who: "主持人"},
	}
	b.Order, b.Reports = []string{"推选监票人、计票人"}, kindName(p, plan.Report)
	if reviewedEach(p) != "" {
		b.Reports += "和" + kindName(p, plan.Review)
	}
	reports, sections := 0, 1
	section := func() string {
		sections++
		return numberInWords(sections)
	}
	for _, it := range p.Agenda() {
		minutes, turn := int(it.Length.Minutes()), pageTurn{Kind: string(it.Kind)}
		if it.Subject >= 0 {
			turn.Label = p.Subjects[it.Subject].Label()
		}
		name := kindName(p, it.Kind)
		switch it.Kind {
		case plan.Report:
			if reports++; reports == 1 {
				b.Order = append(b.Order, b.People+"逐一"+name+reviewedEach(p))
				section()
			}
			turn.Number, b.Report = numberInWords(reports), minutes
			turn.Calls = fmt.Sprintf("%s%s，时间不超过%d分钟。", turnOf(reports), calls(turn.Label, name), minutes)
			b.Program = append(b.Program, pageProgram{What: name, Who: columnOf(p.Subjects[it.Subject]), Minutes: minutes})
		case plan.Question:
			b.Program = append(b.Program, pageProgram{What: strings.TrimSpace(name + " " + turn.Label), Who: "参会人员", Minutes: minutes})
			if it.Subject < 0 {
				turn.Section, b.Order = section(), append(b.Order, name)
			}
		case plan.Elect:
			b.Program[1].Minutes = minutes
			continue
		case plan.Review:
			b.Review = minutes
			if it.Subject < 0 {
				turn.Section, b.Order = section(), append(b.Order, "主持人"+name)
				b.Program = append(b.Program, pageProgram{What: name, Who: "主持人", Minutes: minutes})
				break
			}
			turn.Of = reportOf(turn.Label, kindName(p, plan.Report))
			last := &b.Program[len(b.Program)-1]
			last.What, last.Who, last.Minutes = last.What+"、"+name, last.Who+"\n主持人", last.Minutes+minutes
		case plan.Evaluation:
			turn.Section, b.Order = section(), append(b.Order, name)
			b.Program = append(b.Program, pageProgram{What: "填写" + b.Sheet + "，进行" + name, Who: "参会人员", Minutes: minutes})
		default:
			b.Speech, turn.Section, b.Order = true, section(), append(b.Order, "主持人作"+name)
			b.Program = append(b.Program, pageProgram{What: name, Who: "主持人", Minutes: minutes})
		}
		b.Items = append(b.Items, turn)
	}
	b.Program = append(b.Program, pageProgram{What: "宣布散会", Who: "主持人"})
	for i := range b.Program {
		b.Program[i].Number = i + 1
	}
}

// reviewedEach says that each report is reviewed at once, where the plan has it so.
func reviewedEach(p plan.Plan) string {
	for _, it := range p.Agenda() {
		if it.Kind == plan.Review && it.Subject >= 0 {
			return "，主持人逐一点评"
		}
	}
	return ""
}

// turnOf begins the sentence that calls on the reporter of a number.
func turnOf(number int) string {
	if number == 1 {
		return "首先，"
	}
	return "下面，"
}

// calls has somebody report; where he is a report himself it is heard.
func calls(label, reporting string) string {
	if strings.HasSuffix(label, reporting) {
		return "听取" + label
	}
	return "请" + label + reporting
}

// reportOf is what somebody reports.
func reportOf(label, reporting string) string {
	if strings.HasSuffix(label, reporting) {
		return label
	}
	return label + "的" + reporting
}

// spacedName is a name as it stands in a column: of two characters with a space
// between them.
func spacedName(name string) string {
	if runes := []rune(name); len(runes) == 2 {
		return string(runes[0]) + "　" + string(runes[1])
	}
	return name
}
