package desktest

import (
	"fmt"
	"strings"
	"testing"

	"shuping/data"
)

// The rule in its other forms: the plans that come with the program, and the house
// plan with one thing changed.

// Packed is a plan that comes with the program.
func Packed(name string) func(testing.TB) string {
	return func(t testing.TB) string {
		text, ok := data.Plan(name)
		if !ok {
			t.Fatalf("there is no plan %s", name)
		}
		return string(text)
	}
}

// But is a plan with pieces of its text put otherwise: old, new, old, new.
func But(plan func(testing.TB) string, pairs ...string) func(testing.TB) string {
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

// Grades is the house plan with other grades and no more rules than a majority.
func Grades(grades string) func(testing.TB) string {
	return func(t testing.TB) string {
		text := House(t)
		from, to := strings.Index(text, "# “一般”“差”超过"), strings.Index(text, "# 方案没有规定由票数")
		text = text[:from] + text[to:]
		from, to = strings.Index(text, "# “较好”或以下占"), strings.Index(text, "# 报送备案的材料")
		return Setting(text[:from]+text[to:], "grades  ", grades)
	}
}

// Unmarked is the house plan with a best grade that no sheet offers: it follows from nine
// of ten marks of the first one on the sheet.
func Unmarked(t testing.TB) string {
	return But(Grades(`["优秀", "称职", "基本称职", "不称职"]`+"\nunmarked = [\"优秀\"]\naside = \"不了解\""), `method = "majority"`, `method = "cascade"`, `limit  = "1/2"`, `else = "称职"
[[rule.suggest.steps]]
grade = "优秀"
grades = ["称职"]
compare = "at-least"
limit = "9/10"
base = "valid-marks"`)(t)
}

// ItemsOfHouse is what is put before the house plan's sheets so that they have items.
const ItemsOfHouse = `[form]
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
	University = Packed("university-2025")
	Street     = Packed("street-2025")
	Congress   = Packed("people-congress-2025")
	Members    = Packed("party-members-2024")

	// Items is one sheet for all subjects, with three items of which one decides.
	Items = But(House, "[sheets]\nbundle", ItemsOfHouse)
	Mean  = But(Items, `deciding = "work"`, `deciding = "mean"`)

	// Weighed is points and sources with weights.
	Weighed = But(House,
		"vote   = true ", "weight = \"2/5\"\nvote   = true ",
		"title  = \"实地调研\"", "title  = \"实地调研\"\nweight = \"1/5\"",
		"title  = \"平时了解\"", "title  = \"平时了解\"\nweight = \"1/5\"",
		"title  = \"年度基层党建考核\"", "title  = \"年度基层党建考核\"\nweight = \"1/5\"",
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

	Gated = But(House, "[rule.quota]", `[[rule.gates]]
grade = "好"
source = "annual"
grades = ["较好"]
clause = "三(五)"

[rule.quota]`)
)

// at the university: two classes of voters, five secretaries
const (
	SeatsOfUniversity = `attend class=a expected=9 present=8
attend class=b expected=40 present=36
`
	SheetsOfUniversity = SeatsOfUniversity + `issue 8 class=a
issue 36 class=b
collect 8 class=a
collect 35 class=b
`
)

// UniversityCount is both classes counted; B has bad marks for the second
// secretary.
func UniversityCount() []string {
	return Script(SheetsOfUniversity, "bundle class=a", Repeat(6, "b 1 1 1 2 1"), Repeat(2, "b 1 2 2 2 2"), "close-bundle 8",
		"bundle class=b", Repeat(20, "b 1 1 2 2 1"), "close-bundle 20",
		"bundle class=b", Repeat(9, "b 1 3 2 2 1"), Repeat(4, "b 2 4 1 1 3"), "b 9 8 1 1 1", "b 0 reason=1", "close-bundle 15",
		`close-count by="王监票"`)
}

// Repeat is a line so many times.
func Repeat(n int, line string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = line
	}
	return out
}

const (
	SeatsOfStreet  = "attend expected=40 present=30\n"
	IssuesOfStreet = SeatsOfStreet + `issue 30 subject=s1
issue 30 subject=s2
issue 30 subject=s3
`
	SheetsOfStreet = IssuesOfStreet + `collect 24 subject=s1
collect 12 subject=s2
collect 3 subject=s3
`
)

// StreetCount is a sheet for each community; of the third only three came back.
func StreetCount() []string {
	return Script(SheetsOfStreet,
		"bundle subject=s1", Repeat(11, "b 1 1 2 1"), Repeat(9, "b 2 2 2 1"), Repeat(3, "b 7 7 7 7"), "b 9 1 1 8", "close-bundle 24",
		"bundle subject=s2", Repeat(6, "b 1 1 1 1"), Repeat(6, "b 2 3 4 7"), "close-bundle 12",
		"bundle subject=s3", Repeat(2, "b 4 4 4 4"), "b 3 3 3 3", "close-bundle 3",
		`close-count by="王监票"`)
}

const SheetsOfCongress = "attend expected=34 present=29\nissue 29\ncollect 29\n"

// CongressCount is a count in which the first report is just half of all members short of a
// majority, the second gains one only with the middle grade.
func CongressCount() []string {
	return Script(SheetsOfCongress, "bundle", Repeat(10, "b 1 1"), "close-bundle 10", "bundle", Repeat(7, "b 1 1"), Repeat(3, "b 2 2"), "close-bundle 10",
		"bundle", Repeat(1, "b 2 1"), Repeat(7, "b 3 2"), "b 9 3", "close-bundle 9", `close-count by="王监票"`)
}

// MembersCount is the count of six members among so many who are present.
func MembersCount(present int) []string {
	lines := []string{fmt.Sprintf("attend expected=20 present=%d", present), fmt.Sprintf("issue %d", present), fmt.Sprintf("collect %d", present)}
	for from := 0; from < present; from += 10 {
		n := min(10, present-from)
		lines = append(lines, "bundle")
		lines = append(lines, Repeat(n-1, "b 1 1 1 2 2 2")...)
		lines = append(lines, "b 2 1 3 2 2 4", fmt.Sprintf("close-bundle %d", n))
	}
	return Script(lines, `close-count by="王监票"`)
}

// ItemsCount is four marks for each of two subjects on every sheet.
func ItemsCount() []string {
	return Script(Gates, "collect 10", "bundle", Repeat(6, "b 1 1 1 1 2 2 2 2"), Repeat(3, "b 2 1 2 1 2 1 4 1"), "b 3 3 3 3 9 8 1 1", "close-bundle 10",
		`close-count by="王监票"`)
}

const Assessed = `assess s1 source=visit grade=好 score=92 note="现场看了三个点，台账齐全。"
assess s1 source=known score=88.5
assess s1 source=annual grade=较好 score=85
assess s2 source=visit note="群众反映走访少。"
assess s2 source=vote note="票决时有两人离场。"
`

const Opinions = `opinion s1 merits="理论学习抓得实，“第一议题”落实好；党员教育管理规范，组织生活质量高，群众满意度逐年上升。" problems="整改台账销号慢，个别问题反复出现。"
opinion s2 merits="" problems="党员教育管理有短板。"
`

// Vote30 is thirty subjects of whom each third has more bad marks.
func Vote30() []string {
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
	lines := Script("attend expected=12 present=10\nissue 10\ncollect 10\nbundle")
	for bad := range 10 {
		lines = append(lines, marks(bad))
	}
	return Script(lines, "close-bundle 10\nclose-count by=\"王监票\"")
}

// ClosedWith is ten sheets, seven of one kind and three of another.
func ClosedWith(seven, three string) []string {
	return Script("attend expected=12 present=10\nissue 10\ncollect 10\nbundle", Repeat(7, "b "+seven), Repeat(3, "b "+three),
		"close-bundle 10\nclose-count by=\"王监票\"")
}
