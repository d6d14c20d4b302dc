package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/tally"
	"shuping/internal/words"
)

func (m *Main) resultCommand() *cobra.Command {
	c := m.verb("result FILE [--json]", m.takes(1), nil)
	asJSON := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	c.RunE = func(_ *cobra.Command, args []string) error { return m.result(args[0], *asJSON) }
	return c
}

// result prints what the vote came to.
func (m *Main) result(path string, asJSON bool) error {
	state, head, stamps, err := m.recallSealed(path)
	if err != nil {
		return err
	}
	return m.print(func(w *bufio.Writer) error {
		if asJSON {
			doc := result.Of(state, result.Head{Seq: head.Seq, Hash: head.Hash.String()}, m.lang)
			_, err := w.Write(doc.Anchored(stamps).JSON())
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
		few := words.Fill(words.CorrectedTooFew(m.lang), map[string]any{"fewest": s.Plan.Sheets.Fewest})
		return strings.Join(append(parts, few+"\n"), "\n")
	}
	for i := range s.Plan.Subjects {
		parts = append(parts, m.subjectText(s, i))
	}
	return strings.Join(append(parts, m.quotasText(s)+"\n"), "\n")
}

func (m *Main) resultHead(s meeting.State) string {
	title := s.Plan.Title
	if s.Rehearsal {
		title = words.RehearsalMark(m.lang) + title
	}
	lines := []string{visible(title), visible(s.Plan.Unit)}
	for p := s.Past; p != nil; p = p.Older {
		lines = append(lines, words.Fill(words.ResultPastRound(m.lang), map[string]any{
			"round": p.Round.Number, "collected": p.Round.Collected, "issued": p.Round.Issued,
		}))
	}
	round := words.Fill(words.ResultRound(m.lang), map[string]any{"round": s.Round.Number})
	return strings.Join(append(lines, round+gap+m.stage(s)), "\n") + "\n"
}

// stage is how far the count has come.
func (m *Main) stage(s meeting.State) string {
	by := map[string]any{"by": visible(s.Round.ClosedBy)}
	switch {
	case s.IsSealed():
		return words.Fill(words.ResultSealed(m.lang), by)
	case s.Round.Closed:
		return words.Fill(words.ResultClosed(m.lang), by)
	case s.Round.IsVoid():
		return words.Fill(words.ResultRoundVoid(m.lang), map[string]any{"collected": s.Round.Collected, "issued": s.Round.Issued})
	default:
		return words.ResultCounting(m.lang)
	}
}

func (m *Main) custodyText(s meeting.State) string {
	c := s.Custody()
	number := func(name string, n int) string { return name + " " + strconv.Itoa(n) }
	line := []string{
		number(words.HeadsExpected(m.lang), c.Expected), number(words.HeadsPresent(m.lang), c.Present),
		number(words.IssuedLabel(m.lang), c.Issued), number(words.ResultCollected(m.lang), c.Collected),
		number(words.ResultValid(m.lang), c.Valid), number(words.VoidSheet(m.lang), c.Void),
	}
	if n := s.Round.Doubtful(); n > 0 {
		line = append(line, number(words.DoubtfulSheet(m.lang), n))
	}
	small := ""
	for _, x := range s.Settled {
		small += words.Fill(words.SettledSmall(m.lang, x.Into != "", x.Sheets > 0), map[string]any{"class": visible(s.Plan.ClassName(x.Class)), "people": x.People, "sheets": x.Sheets, "into": visible(s.Plan.ClassName(x.Into)), "by": visible(x.By)}) + "\n"
	}
	closing := words.ResultCustodyHolds(m.lang) + "\n"
	switch {
	case !s.Round.HasCollected: // nothing to close yet
		closing = ""
	case !c.Closes():
		closing = words.Fill(words.ResultCustodyOpen(m.lang), map[string]any{
			"valid": c.Valid, "void": c.Void, "read": c.Valid + c.Void, "collected": c.Collected,
		}) + "\n"
	}
	return strings.Join(line, gap) + "\n" + small + closing
}

// subjectText is one subject: the grades, the fractions, and what follows.
func (m *Main) subjectText(s meeting.State, i int) string {
	subject, v := s.Plan.Subjects[i], s.Verdict(i)
	again := ""
	if v, is := s.RevoteOf(i); is {
		t := s.TurnoutOf(i)
		again = "  " + words.Fill(words.RevotedOn(m.lang), map[string]any{"round": v.Number, "issued": t.Issued, "collected": t.Collected, "valid": t.Valid, "void": t.Void}) + "\n"
	}
	return visible(subject.Label()) + " (" + subject.ID + ")\n" + again +
		m.countsText(s, i, v) +
		m.gradesText(s, i, v) +
		m.beforeText(s, i) +
		"  " + words.ResultReasons(m.lang) + "\n" + m.reasonsText(s.Reasons(i))
}

func (m *Main) countsText(s meeting.State, i int, v tally.Verdict) string {
	rule, count, poll := s.Plan.Rule, s.Round.Counts[i], s.Poll(i)
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
	for g, name := range rule.Offered() {
		share(name, g+1)
	}
	if rule.Veto.Given() {
		var names []string
		for _, g := range rule.Veto.Grades {
			names = append(names, rule.Scale.Name(g))
		}
		share(strings.Join(names, "+"), rule.Veto.Grades...)
	}
	if rule.Aside != "" {
		t.row("  "+rule.Aside, strconv.Itoa(count.Aside))
	}
	t.row("  "+words.BlankMark(m.lang), strconv.Itoa(count.Blank))
	t.row("  "+words.SpoiledMark(m.lang), strconv.Itoa(count.Spoiled))
	return t.String()
}

func (m *Main) gradesText(s meeting.State, i int, v tally.Verdict) string {
	scale, d := s.Plan.Rule.Scale, s.Decisions[i]
	name := func(g int, none string) string {
		if g == 0 {
			return none
		}
		return scale.Name(g)
	}
	because := ""
	if d.Reason != "" {
		because = words.Fill(words.ResultBecause(m.lang), map[string]any{"reason": visible(d.Reason)})
	}
	var t table
	t.row("  "+words.ResultSuggested(m.lang), name(v.ByVotes, words.ResultNotSuggested(m.lang)))
	if bound := words.Bound(m.lang, scale, v); bound != "" {
		t.row("  "+words.VetoColumn(m.lang), bound)
	}
	t.row("  "+words.ResultDecided(m.lang), name(d.Grade, words.ResultNone(m.lang)), because)
	return t.String()
}

func (m *Main) reasonsText(list []tally.Reason) string {
	var t table
	for _, r := range list {
		clause := words.ResultNoClause(m.lang)
		if r.Clause != "" {
			clause = words.Fill(words.ResultClause(m.lang), map[string]any{"clause": r.Clause})
		}
		t.row("    "+clause, visible(words.Reason(m.lang, r)))
	}
	return t.String()
}

// quotasText is how the grades stand to each quota, a line for each.
func (m *Main) quotasText(s meeting.State) string {
	rule, verdicts := s.Plan.Rule, s.Quotas()
	if len(verdicts) == 0 {
		return words.ResultNoQuota(m.lang)
	}
	lines := make([]string, len(verdicts))
	for i, q := range rule.AllQuotas() {
		v := verdicts[i]
		nearest := make([]string, len(v.Nearest))
		for n, right := range v.Nearest {
			nearest[n] = strconv.Itoa(right)
		}
		lines[i] = words.Fill(words.ResultQuota(m.lang), map[string]any{
			"lower": v.Lower, "subjects": v.Subjects, "grade": rule.Scale.Name(q.LowerThan),
			"nearest": strings.Join(nearest, words.ResultQuotaOr(m.lang)), "target": words.Fill(words.QuotaTarget(m.lang, string(q.Compare)), map[string]any{"share": q.Target.Short()}),
		}) + words.ResultQuotaState(m.lang, string(v.State))
	}
	return strings.Join(lines, "\n")
}
