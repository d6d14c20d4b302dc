package desktest

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"shuping/data"
)

// House is the plan that the program starts on, with reports that start with one
// key.
func House(t testing.TB) string { return wantsVetting.ReplaceAllString(Vetted(t), "") }

var wantsVetting = regexp.MustCompile(`(?ms)^\[prepare\]\n.*?\n\n`)

// Vetted is the house plan as it is: reports are vetted before they are given.
func Vetted(t testing.TB) string {
	t.Helper()
	text, ok := data.Plan(data.DefaultPlan)
	if !ok {
		t.Fatal("there is no plan")
	}
	return string(text)
}

var subjectsOf = regexp.MustCompile(`(?s)\[\[subjects\]\].*?# 参加会议`)

// PlanFor is the house plan with other subjects, called by name where a name follows
// the post, "第一党支部书记 𬭎喆".
func PlanFor(t testing.TB, subjects ...string) string {
	t.Helper()
	var b strings.Builder
	for i, s := range subjects {
		post, name, named := strings.Cut(s, " ")
		fmt.Fprintf(&b, "[[subjects]]\nid = \"s%d\"\npost = %q\n", i+1, post)
		if named {
			fmt.Fprintf(&b, "name = %q\n", name)
		}
		b.WriteString("\n")
	}
	return subjectsOf.ReplaceAllLiteralString(House(t), b.String()+"# 参加会议")
}

// Many is that many subjects, among them names with rare characters.
func Many(n int) []string {
	rare := []string{"李𬭎", "欧阳喆", "王堃", "买买提·吐尔逊", "张三"}
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("第%d党支部书记 %s", i+1, rare[i%len(rare)])
	}
	return out
}

// Setting is plan with one key set otherwise.
func Setting(plan, key, value string) string {
	line := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(key) + `(\s*)=.*$`)
	return line.ReplaceAllString(plan, key+"$1= "+strings.ReplaceAll(value, "$", "$$"))
}

// Script is lines of a script from texts and lists of lines.
func Script(parts ...any) []string {
	var out []string
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			for line := range strings.Lines(p) {
				if line = strings.TrimSpace(line); line != "" {
					out = append(out, line)
				}
			}
		case []string:
			out = append(out, p...)
		}
	}
	return out
}

// Sheets is n sheets as lines of a script, each with the same mark in every row.
func Sheets(n, subjects, mark int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = "b" + strings.Repeat(fmt.Sprintf(" %d", mark), subjects)
	}
	return out
}
