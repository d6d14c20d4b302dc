package main

import (
	"bufio"
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"shuping/internal/gather"
	"shuping/internal/words"
)

// gatherText says what the files of a folder come to: how many units stand how, then
// each that somebody has to do something about, then the grades.
func (m *Main) gatherText(w *bufio.Writer, folder string, s gather.Summary) {
	line := []string{m.say(words.GatherHead, "folder", visible(folder), "files", s.Files, "year", s.Year, "units", len(s.Units))}
	for _, is := range gather.Standings {
		if n := s.Count(is); n > 0 {
			line = append(line, words.GatherStanding(m.lang, string(is))+" "+strconv.Itoa(n))
		}
	}
	fmt.Fprintln(w, strings.Join(line, gap))
	for _, u := range s.Units {
		if u.Standing == gather.Good {
			continue
		}
		fmt.Fprintln(w, words.GatherStanding(m.lang, string(u.Standing))+gap+visible(u.Name)+gap+m.gatherWhy(u))
		for _, f := range u.Others {
			fmt.Fprintln(w, gap+gap+visible(f.Path)+m.gatherProblem(f))
		}
	}
	for _, group := range []struct {
		name  words.Sentence
		files []gather.File
	}{{words.GatherUnnamed, s.Unnamed}, {words.GatherForeign, s.Foreign}, {words.GatherOtherYear, s.Other}} {
		for _, f := range group.files {
			fmt.Fprintln(w, group.name(m.lang)+gap+visible(f.Path)+m.gatherProblem(f))
		}
	}
	for _, t := range s.Grades {
		var parts []string
		for i, g := range t.Scale {
			parts = append(parts, fmt.Sprintf("%s %d", g, t.Graded[i]))
		}
		fmt.Fprintln(w, m.say(words.GatherGrades, "subjects", t.Subjects, "grades", strings.Join(parts, gap), "exempt", t.Exempt))
	}
}

// gatherWhy is why a unit stands where it stands, and what is to be done.
func (m *Main) gatherWhy(u gather.Unit) string {
	var flags []string
	for _, f := range u.Flags {
		flags = append(flags, words.GatherFlag(m.lang, string(f)))
	}
	return cmp.Or(strings.Join(flags, words.ListComma(m.lang)), words.GatherDo(m.lang, string(u.Standing)))
}

func (m *Main) gatherProblem(f gather.File) string {
	if f.Problem == nil {
		return ""
	}
	return gap + visible(f.Problem.In(m.lang))
}

// gatherTable is a row for each subject of each unit, and one for a unit of which
// nothing counts.
func (m *Main) gatherTable(s gather.Summary) [][]string {
	rows := [][]string{words.GatherHeads(m.lang)}
	for _, u := range s.Units {
		lead := []string{u.Name, u.Code, words.GatherStanding(m.lang, string(u.Standing)), m.gatherWhy(u)}
		if u.Standing == gather.Good {
			lead[3] = ""
		}
		if u.Current == nil {
			rows = append(rows, append(lead, make([]string, len(rows[0])-len(lead))...))
			continue
		}
		c := u.Current
		for _, subject := range c.Subjects {
			var counts []string
			for i, n := range subject.Counts {
				counts = append(counts, fmt.Sprintf("%s %d", c.Scale[len(c.Scale)-len(subject.Counts)+i], n))
			}
			grade := subject.Grade
			if subject.Exempt {
				grade = words.GatherExempt(m.lang)
			}
			rows = append(rows, append(lead[:4:4], c.Title, strconv.Itoa(c.Expected), strconv.Itoa(c.Present), strconv.Itoa(c.Issued),
				strconv.Itoa(c.Collected), strconv.Itoa(c.Valid), subject.Label, strings.Join(counts, words.ListComma(m.lang)),
				strconv.Itoa(subject.Blank), grade, c.Path, c.SHA256))
		}
	}
	return rows
}
