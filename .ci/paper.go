//go:build ignore

// Command paper holds printed papers against what they say: go run .ci/paper.go
// PAPER.pdf… reads beside each PAPER.json its paragraphs, the names in it and what the
// record has about each of them. Every paragraph and row must stand in print, a title on
// lines of its own, no name of a person and no day may be broken, hands may not sign on a
// page of their own, some papers are one page, and some words no paper has.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"
)

type said struct {
	Paragraphs, Names []string
	Rows              [][2]string
}

var (
	number    = regexp.MustCompile(`^— ?[0-9]+ ?—$`)
	header    = regexp.MustCompile(`^(草稿.*|第.{1,3}轮[\s\x{3000}]*第.{1,3}版)$`)
	hands     = regexp.MustCompile(`（签名|（签字|主持人：|记录人：|监票人：|审核人：|年[\s\x{3000}]+月[\s\x{3000}]+日|^[_＿\s\x{3000}]*$`)
	wrong     = regexp.MustCompile(`废票|关口|束号|复录|漏录|存疑|裁定|留言|计票基数|票数闭合|档案包|只供阅读|本轮作废|建议等次|重新发表|年度考核［|[0-9]{4}-[0-9]{2}-[0-9]{2}|方案[一二三四五六七八九十]+\(|确定为“不|[^0-9:]0[0-9]时|[0-9] ?[<>] ?[0-9]`)
	recorded  = regexp.MustCompile(`.*(原记|更正为).*`)
	onePage   = regexp.MustCompile(`-(opinion|feedback|submission)(-[^-]*)?\.pdf$`)
	dayBroken = regexp.MustCompile(`([0-9]年\n[0-9]+月|[0-9]月\n[0-9]+日|[0-9]{4}\n年[0-9]|[0-9]\n[月日])`)
	space     = regexp.MustCompile(`[\s\x{3000}，。、；：]`) // a sign that hangs over the edge is not read back
)

func tight(s string) string { return space.ReplaceAllString(strings.ReplaceAll(s, "_", ""), "") }

func main() {
	bad := 0
	for _, pdf := range os.Args[1:] {
		for _, what := range complaints(pdf) {
			fmt.Printf("%s: %s\n", filepath.Base(pdf), what)
			bad++
		}
	}
	if bad > 0 {
		os.Exit(1)
	}
	fmt.Printf("%d papers say in print what they say, and nothing in them is broken\n", len(os.Args)-1)
}

func complaints(pdf string) (out []string) {
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	var want said
	text, err := os.ReadFile(strings.TrimSuffix(pdf, ".pdf") + ".json")
	if err == nil {
		err = json.Unmarshal(text, &want)
	}
	raw, failed := exec.Command("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").Output()
	if err != nil || failed != nil {
		return []string{fmt.Sprint(err, failed)}
	}
	pages := strings.Split(strings.TrimSuffix(string(raw), "\f"), "\f")
	var lines []string
	for n, page := range pages {
		var own []string
		alone := true
		for line := range strings.Lines(page) {
			line = strings.TrimSpace(line)
			if line == "" || number.MatchString(line) || header.MatchString(line) {
				continue
			}
			own = append(own, line)
			alone = alone && hands.MatchString(line)
		}
		if alone && n > 0 {
			say("page %d has nothing but hands to sign", n+1)
		}
		lines = append(lines, own...)
	}
	all := strings.Join(lines, "\n")
	flat := tight(all)
	for _, p := range want.Paragraphs {
		if p = tight(p); p != "" && !number.MatchString(p) && !header.MatchString(p) && p != "—1—" && !strings.Contains(flat, p) {
			say("it does not show %q", p)
		}
	}
	// What a correction found stands in the words of its record.
	if found := wrong.FindString(recorded.ReplaceAllString(all, "")); found != "" {
		say("it says %q", found)
	}
	if found := dayBroken.FindString(all); found != "" {
		say("a day is broken: %q", found)
	}
	const longest = 8 // longer names may need two lines of a column
	for _, name := range want.Names {
		if runes := []rune(name); len(runes) <= longest {
			for i := 1; i < len(runes); i++ {
				if strings.Contains(all, string(runes[:i])+"\n"+string(runes[i:])) {
					say("the name %s is broken", name)
				}
			}
		}
	}
	for _, row := range want.Rows {
		if !regexp.MustCompile(regexp.QuoteMeta(tight(row[0])) + `[^0-9]{0,6}?` + regexp.QuoteMeta(row[1])).MatchString(flat) {
			say("the record has %s for %s", row[1], row[0])
		}
	}
	// Who and what stand on whole lines, none of which is left with little.
	for i, title := range firstOf(want.Paragraphs, 2) {
		if i >= len(lines) || tight(lines[i]) != tight(title) || utf8.RuneCountInString(tight(title)) < 3 {
			say("line %d of the title is %q, not %q", i+1, lineAt(lines, i), title)
		}
	}
	// A page has room for so much, on an opinion for more.
	room := 400
	if strings.Contains(pdf, "-opinion") {
		room = 900
	}
	if onePage.MatchString(pdf) && len(pages) > 1 && utf8.RuneCountInString(flat) < room {
		say("it is %d pages", len(pages))
	}
	return out
}

// firstOf are the first so many paragraphs that say anything.
func firstOf(list []string, most int) (out []string) {
	for _, p := range list {
		if strings.TrimSpace(p) != "" && len(out) < most {
			out = append(out, p)
		}
	}
	return out
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
