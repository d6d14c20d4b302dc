package tui

import (
	"fmt"
	"strings"
	"testing"

	"shuping/data"
)

// The rule in its other forms: the plans that come with the program, and the
// house plan with one thing changed.

// pack is a plan that comes with the program.
func pack(name string) func(testing.TB) string {
	return func(t testing.TB) string {
		text, ok := data.Plan(name)
		if !ok {
			t.Fatalf("there is no plan %s", name)
		}
		return string(text)
	}
}

// but is a plan with pieces of its text put otherwise: old, new, old, new.
func but(plan func(testing.TB) string, pairs ...string) func(testing.TB) string {
	return func(t testing.TB) string {
		text := plan(t)
		for i := 0; i < len(pairs); i += 2 {
			if !strings.Contains(text, pairs[i]) {
				t.Fatalf("the plan has no %q", pairs[i])
			}
			text = strings.Replace(text, pairs[i], pairs[i+1], 1)
		}
		return text
	}
}

func ofHouse(t testing.TB) string { return house(t) }

// scale is the house plan with other grades and no more rules than a majority.
func scale(grades string) func(testing.TB) string {
	return func(t testing.TB) string {
		text := house(t)
		from, to := strings.Index(text, "# “一般”“差”超过"), strings.Index(text, "# 方案没有规定由票数")
		text = text[:from] + text[to:]
		from, to = strings.Index(text, "# “较好”或以下占"), strings.Index(text, "# 报送备案的材料")
		return setting(text[:from]+text[to:], "grades  ", grades)
	}
}

const itemsOfHouse = `[form]
deciding = "work"

[[items]]
id = "unity"
title = "班子团结"

[[items]]
id = "work"
title = "工作实绩"

[[items]]
id = "clean"
title = "廉洁自律"

[sheets]
bundle`

var (
	university = pack("university-2025")
	street     = pack("street-2025")
	congress   = pack("people-congress-2025")
	members    = pack("party-members-2024")

	// items is one sheet for all subjects, with three items of which one decides.
	items = but(ofHouse, "[sheets]\nbundle", itemsOfHouse)
	mean  = but(items, `deciding = "work"`, `deciding = "mean"`)

	// weighed is points and sources with weights.
	weighed = but(ofHouse,
		"vote   = true ", "weight = \"2/5\"\nvote   = true ",
		"title  = \"实地调研\"", "title  = \"实地调研\"\nweight = \"1/5\"",
		"title  = \"平时了解\"", "title  = \"平时了解\"\nweight = \"1/5\"",
		"title  = \"年度考核\"", "title  = \"年度考核\"\nweight = \"1/5\"",
		"method = \"majority\"\nlimit  = \"1/2\"", `method = "points"
points = [100, 85, 60, 0]
bands = [{grade = "好", from = 90}, {grade = "较好", from = 75}, {grade = "一般", from = 60}]
trim = {high = 1, low = 1}

[[rule.composite]]
grade = "好"
from = 90

[[rule.composite]]
grade = "较好"
from = 75

[[rule.composite]]
grade = "一般"
from = 0`)

	gated = but(ofHouse, "[rule.quota]", `[[rule.gates]]
grade = "好"
source = "annual"
grades = ["较好"]
clause = "三(五)"

[rule.quota]`)
)

// at the university: two classes of voters, five secretaries
const (
	seatsOfUniversity = `attend class=a expected=9 present=8
attend class=b expected=40 present=36
`
	sheetsOfUniversity = seatsOfUniversity + `issue 8 class=a
issue 36 class=b
collect 8 class=a
collect 35 class=b
`
)

// universityCount is both classes counted; B has bad marks for the second
// secretary.
func universityCount() []string {
	return script(sheetsOfUniversity, "bundle class=a", repeat(6, "b 1 1 1 2 1"), repeat(2, "b 1 2 2 2 2"), "close-bundle 8",
		"bundle class=b", repeat(20, "b 1 1 2 2 1"), "close-bundle 20",
		"bundle class=b", repeat(9, "b 1 3 2 2 1"), repeat(4, "b 2 4 1 1 3"), "b 9 8 1 1 1", "b 0 reason=1", "close-bundle 15",
		`close-count by="王监票"`)
}

func repeat(n int, line string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = line
	}
	return out
}

const (
	seatsOfStreet  = "attend expected=40 present=30\n"
	issuesOfStreet = seatsOfStreet + `issue 30 subject=s1
issue 30 subject=s2
issue 30 subject=s3
`
	sheetsOfStreet = issuesOfStreet + `collect 24 subject=s1
collect 12 subject=s2
collect 3 subject=s3
`
)

// streetCount is a sheet for each community; of the third only three came back.
func streetCount() []string {
	return script(sheetsOfStreet,
		"bundle subject=s1", repeat(11, "b 1 1 2 1"), repeat(9, "b 2 2 2 1"), repeat(3, "b 7 7 7 7"), "b 9 1 1 8", "close-bundle 24",
		"bundle subject=s2", repeat(6, "b 1 1 1 1"), repeat(6, "b 2 3 4 7"), "close-bundle 12",
		"bundle subject=s3", repeat(2, "b 4 4 4 4"), "b 3 3 3 3", "close-bundle 3",
		`close-count by="王监票"`)
}

const sheetsOfCongress = "attend expected=34 present=29\nissue 29\ncollect 29\n"

// congressCount: the first report is just half of all members short of a
// majority, the second gains one only with the middle grade.
func congressCount() []string {
	return script(sheetsOfCongress, "bundle", repeat(10, "b 1 1"), "close-bundle 10", "bundle", repeat(7, "b 1 1"), repeat(3, "b 2 2"), "close-bundle 10",
		"bundle", repeat(1, "b 2 1"), repeat(7, "b 3 2"), "b 9 3", "close-bundle 9", `close-count by="王监票"`)
}

func membersCount(present int) []string {
	lines := []string{fmt.Sprintf("attend expected=20 present=%d", present), fmt.Sprintf("issue %d", present), fmt.Sprintf("collect %d", present)}
	for from := 0; from < present; from += 10 {
		n := min(10, present-from)
		lines = append(lines, "bundle")
		lines = append(lines, repeat(n-1, "b 1 1 1 2 2 2")...)
		lines = append(lines, "b 2 1 3 2 2 4", fmt.Sprintf("close-bundle %d", n))
	}
	return script(lines, `close-count by="王监票"`)
}

// itemsCount is four marks for each of two subjects on every sheet.
func itemsCount() []string {
	return script(gates, "collect 10", "bundle", repeat(6, "b 1 1 1 1 2 2 2 2"), repeat(3, "b 2 1 2 1 2 1 4 1"), "b 3 3 3 3 9 8 1 1", "close-bundle 10",
		`close-count by="王监票"`)
}

const assessed = `assess s1 source=visit grade=好 score=92 note="现场看了三个点，台账齐全。"
assess s1 source=known score=88.5
assess s1 source=annual grade=较好 score=85
assess s2 source=visit note="群众反映走访少。"
assess s2 source=vote note="票决时有两人离场。"
`

const opinions = `opinion s1 merits="理论学习抓得实，“第一议题”落实好；党员教育管理规范，组织生活质量高，群众满意度逐年上升。" problems="整改台账销号慢，个别问题反复出现。"
opinion s2 merits="" problems="党员教育管理有短板。"
`

// vote30 is thirty subjects of whom each third has more bad marks.
func vote30() []string {
	marks := func(bad int) string {
		row := "b"
		for i := range 30 {
			switch {
			case i%3 == 2 && bad < 2+i/10:
				row += " 4"
			case i%5 == 1:
				row += " 2"
			default:
				row += " 1"
			}
		}
		return row
	}
	lines := script("attend expected=12 present=10\nissue 10\ncollect 10\nbundle")
	for bad := range 10 {
		lines = append(lines, marks(bad))
	}
	return script(lines, "close-bundle 10\nclose-count by=\"王监票\"")
}

var forms = []situation{
	{name: "classes-heads", plan: university, play: script("attend class=a expected=9 present=8"), keys: "f3 40 enter 3", more: true},
	{name: "classes-issue", plan: university, play: script(seatsOfUniversity), keys: "f3 8"},
	{name: "classes-issue-over", plan: university, play: script(seatsOfUniversity), keys: "f3 9 enter enter"},
	{name: "classes-collect", plan: university, play: script(seatsOfUniversity, "issue 8 class=a\nissue 36 class=b\ncollect 8 class=a"), keys: "f3 3"},
	{name: "classes-open", plan: university, play: script(sheetsOfUniversity), keys: "f3", more: true},
	{name: "classes-open-other", plan: university, play: script(sheetsOfUniversity), keys: "f3 down"},
	{name: "classes-sheet", plan: university, play: script(sheetsOfUniversity, "bundle class=b", repeat(3, "b 1 2 1 3 9")), keys: "f3 12", more: true},
	{name: "classes-hand", plan: university, play: script(sheetsOfUniversity, "bundle class=a", repeat(8, "b 1 2 1 3 9")), keys: "f3 8"},
	{name: "classes-restate", plan: university, play: script(sheetsOfUniversity, "bundle class=a", repeat(3, "b 1 2 1 3 9")), keys: "f3 home pgdown 3"},
	{name: "classes-restate-heads", plan: university, play: script(sheetsOfUniversity), keys: "f3 home home pgdown 41"},
	{name: "classes-void-round", plan: university, play: script(seatsOfUniversity, "issue 8 class=a\nissue 36 class=b\ncollect 9 class=a"), keys: "f3"},
	{name: "classes-finish", plan: university, play: universityCount()[:len(universityCount())-1], keys: "f3"},
	{name: "classes-projector", plan: university, play: universityCount(), keys: "f9", more: true},

	{name: "each-issue", plan: street, play: script(seatsOfStreet), keys: "f3 30", more: true},
	{name: "each-collect", plan: street, play: script(issuesOfStreet, "collect 24 subject=s1"), keys: "f3 1"},
	{name: "each-collect-over", plan: street, play: script(issuesOfStreet, "collect 24 subject=s1"), keys: "f3 31 enter"},
	{name: "each-open", plan: street, play: script(sheetsOfStreet), keys: "f3 up", more: true},
	{name: "each-sheet", plan: street, play: script(sheetsOfStreet, "bundle subject=s2", "b 1 2 1 7", "b 0 reason=1", "b 7 7 7 7"), keys: "f3 15", more: true},
	{name: "each-blank", plan: street, play: script(sheetsOfStreet, "bundle subject=s2"), keys: "f3 981", more: true},
	{name: "each-hand", plan: street, play: script(sheetsOfStreet, "bundle subject=s3", repeat(3, "b 1 2 1 7")), keys: "f3"},
	{name: "each-few", plan: street, play: script(sheetsOfStreet, "bundle subject=s1", repeat(4, "b 1 1 2 1")), keys: "f9"},
	{name: "each-projector", plan: street, play: streetCount(), keys: "f9", more: true},
	{name: "each-void-round", plan: but(street, `over-issued = "refuse"               # 收回多于发出，重新清点`, ""), play: script(issuesOfStreet, "collect 24 subject=s1\ncollect 31 subject=s2"), keys: "f3"},

	{name: "items-sheet", plan: items, play: script(gates, "bundle", repeat(2, "b 1 1 1 1 2 2 2 2")), keys: "f3 11223", more: true},
	{name: "items-12", plan: but(subjects(12), "[sheets]\nbundle", itemsOfHouse), play: script(gates, "bundle", sheets(2, 48, 1)), keys: "f3 1122334411"},

	{name: "cascade-projector", plan: congress, play: congressCount(), keys: "f9", more: true},

	{name: "grades-2", plan: scale(`["同意", "不同意"]`), play: closedWith("1 2", "2 1"), keys: "f9", more: true},
	{name: "grades-3", plan: scale(`["满意", "基本满意", "不满意"]`), play: closedWith("1 2", "3 1"), keys: "f9"},
	{name: "grades-6", plan: scale(`["优秀", "良好", "中等", "及格", "较差", "很差"]`), play: closedWith("1 6", "5 4"), keys: "f9", more: true},
	{name: "grades-6-sheet", plan: scale(`["优秀", "良好", "中等", "及格", "较差", "很差"]`), play: script(gates, "bundle", "b 1 6"), keys: "f3 6"},
}

// closedWith is ten sheets, seven of one kind and three of another.
func closedWith(seven, three string) []string {
	return script("attend expected=12 present=10\nissue 10\ncollect 10\nbundle", repeat(7, "b "+seven), repeat(3, "b "+three),
		"close-bundle 10\nclose-count by=\"王监票\"")
}
