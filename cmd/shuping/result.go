package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"shuping/data"
	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/tally"
)

func (m *Main) resultCommand() *cobra.Command {
	c := m.verb("result FILE [--json]", m.takes(1), nil)
	asJSON := c.Flags().Bool("json", false, m.command().FlagJSON)
	c.RunE = func(_ *cobra.Command, args []string) error { return m.result(args[0], *asJSON) }
	return c
}

// result prints what the vote came to.
func (m *Main) result(path string, asJSON bool) error {
	state, head, err := m.recall(path)
	if err != nil {
		return err
	}
	return m.print(func(w *bufio.Writer) error {
		if asJSON {
			doc := papers.Result(state, papers.Head{Seq: head.Seq, Hash: head.Hash.String()}, m.lang())
			_, err := w.Write(doc.JSON())
			return err
		}
		_, err := io.WriteString(w, m.resultText(state))
		return err
	})
}

// resultText is the result for people, every number in its column.
func (m *Main) resultText(s meeting.State) string {
	parts := []string{m.resultHead(s), m.custodyText(s)}
	if text := m.correctionsText(s); text != "" {
		parts = append(parts, text)
	}
	if !s.Shows() {
		few := data.Fill(m.command().Result.Corrected.TooFew, map[string]any{"fewest": s.Plan.Sheets.Fewest})
		return strings.Join(append(parts, few+"\n"), "\n")
	}
	for i := range s.Plan.Subjects {
		parts = append(parts, m.subjectText(s, i))
	}
	return strings.Join(append(parts, m.quotaText(s)+"\n"), "\n")
}

func (m *Main) resultHead(s meeting.State) string {
	words := m.command().Result
	title := s.Plan.Title
	if s.Rehearsal {
		title = words.Rehearsal + title
	}
	lines := []string{visible(title), visible(s.Plan.Unit)}
	for p := s.Past; p != nil; p = p.Older {
		lines = append(lines, data.Fill(words.PastRound, map[string]any{
			"round": p.Round.Number, "collected": p.Round.Collected, "issued": p.Round.Issued,
		}))
	}
	round := data.Fill(words.Round, map[string]any{"round": s.Round.Number})
	return strings.Join(append(lines, round+gap+m.stage(s)), "\n") + "\n"
}

// stage is how far the count has come.
func (m *Main) stage(s meeting.State) string {
	words, by := m.command().Result, map[string]any{"by": visible(s.Round.ClosedBy)}
	switch {
	case s.IsSealed():
		return data.Fill(words.Sealed, by)
	case s.Round.Closed:
		return data.Fill(words.Closed, by)
	case s.Round.IsVoid():
		return data.Fill(words.RoundVoid, map[string]any{"collected": s.Round.Collected, "issued": s.Round.Issued})
	default:
		return words.Counting
	}
}

func (m *Main) custodyText(s meeting.State) string {
	words, c := m.command().Result, s.Custody()
	number := func(name string, n int) string { return name + " " + strconv.Itoa(n) }
	line := []string{
		number(words.Expected, c.Expected), number(words.Present, c.Present),
		number(words.Issued, c.Issued), number(words.Collected, c.Collected),
		number(words.Valid, c.Valid), number(words.Void, c.Void),
	}
	if n := s.Round.Read() - c.Valid - c.Void; n > 0 {
		line = append(line, number(words.Doubtful, n))
	}
	closing := words.CustodyHolds + "\n"
	switch {
	case !s.Round.HasCollected: // nothing to close yet
		closing = ""
	case !c.Closes():
		closing = data.Fill(words.CustodyOpen, map[string]any{
			"valid": c.Valid, "void": c.Void, "read": c.Valid + c.Void, "collected": c.Collected,
		}) + "\n"
	}
	return strings.Join(line, gap) + "\n" + closing
}

// subjectText is one subject: the grades, the fractions, and what follows.
func (m *Main) subjectText(s meeting.State, i int) string {
	words, subject, v := m.command().Result, s.Plan.Subjects[i], s.Verdict(i)
	return visible(subject.Label()) + " (" + subject.ID + ")\n" +
		m.countsText(s, i, v) +
		m.gradesText(s, i, v) +
		m.beforeText(s, i) +
		"  " + words.Reasons + "\n" + m.reasonsText(s.Reasons(i))
}

func (m *Main) countsText(s meeting.State, i int, v tally.Verdict) string {
	words, rule, count, poll := m.command().Result, s.Plan.Rule, s.Round.Counts[i], s.Poll(i)
	t := table{right: map[int]bool{1: true, 2: true}}
	share := func(name string, grades ...int) {
		n, percent := 0, "–"
		for _, g := range grades {
			n += count.Of(g)
		}
		f := fmt.Sprintf("%d/%d", n, v.Size)
		if len(poll.Parts) > 1 { // weighted: the reasons say over which bases
			f = strconv.Itoa(n)
		}
		if part, ok := rule.Share(poll, grades...); ok {
			percent = part.Percent(rule.Decimals) + "%"
		}
		t.row("  "+name, f, percent)
	}
	for g, name := range rule.Scale {
		share(name, g+1)
	}
	if rule.Veto.Forces != 0 {
		var names []string
		for _, g := range rule.Veto.Grades {
			names = append(names, rule.Scale.Name(g))
		}
		share(strings.Join(names, "+"), rule.Veto.Grades...)
	}
	if rule.Aside != "" {
		t.row("  "+rule.Aside, strconv.Itoa(count.Aside))
	}
	t.row("  "+words.Blank, strconv.Itoa(count.Blank))
	t.row("  "+words.Spoiled, strconv.Itoa(count.Spoiled))
	return t.String()
}

func (m *Main) gradesText(s meeting.State, i int, v tally.Verdict) string {
	words, scale, d := m.command().Result, s.Plan.Rule.Scale, s.Decisions[i]
	name := func(g int, none string) string {
		if g == 0 {
			return none
		}
		return scale.Name(g)
	}
	because := ""
	if d.Reason != "" {
		because = data.Fill(words.Because, map[string]any{"reason": visible(d.Reason)})
	}
	var t table
	t.row("  "+words.Suggested, name(v.Suggested, words.NotSuggested))
	t.row("  "+words.Decided, name(d.Grade, words.None), because)
	return t.String()
}

func (m *Main) reasonsText(list []tally.Reason) string {
	words := m.command().Result
	var t table
	for _, r := range list {
		clause := words.NoClause
		if r.Clause != "" {
			clause = data.Fill(words.Clause, map[string]any{"clause": r.Clause})
		}
		t.row("    "+clause, visible(r.Text(m.lang())))
	}
	return t.String()
}

func (m *Main) quotaText(s meeting.State) string {
	words, quota := m.command().Result, s.Plan.Rule.Quota
	if !quota.Given() {
		return words.NoQuota
	}
	v := s.Quota()
	nearest := make([]string, len(v.Nearest))
	for i, n := range v.Nearest {
		nearest[i] = strconv.Itoa(n)
	}
	return data.Fill(words.Quota, map[string]any{
		"lower": v.Lower, "subjects": v.Subjects, "grade": s.Plan.Rule.Scale.Name(quota.LowerThan),
		"nearest": strings.Join(nearest, words.QuotaOr), "target": data.Fill(m.words.Screen.QuotaTargets[string(quota.Compare)], map[string]any{"share": quota.Target.Short()}),
	}) + words.QuotaStates[string(v.State)]
}
