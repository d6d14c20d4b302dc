package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
)

func (m *Main) logCommand() *cobra.Command {
	c := m.verb("log FILE [--json]", m.takes(1), nil)
	asJSON := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *asJSON {
			return m.logJSON(args[0])
		}
		return m.logText(args[0])
	}
	return c
}

// logJSON prints the records as they stand, as one document, without ever
// holding more than one of them.
func (m *Main) logJSON(path string) error {
	r, err := m.read(path)
	if err != nil {
		return err
	}
	defer r.Close()
	return m.print(func(w *bufio.Writer) error {
		between := `{"schema":"shuping/log/1","records":[`
		for rec, err := range r.Records(1) {
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintf(w, "%s\n%s", between, rec.Line()); err != nil {
				return nil // print finds it again and words it
			}
			between = ","
		}
		fmt.Fprint(w, "\n]}\n")
		return nil
	})
}

// logText prints a line for each record.
func (m *Main) logText(path string) error {
	r, err := m.read(path)
	if err != nil {
		return err
	}
	defer r.Close()
	return m.print(func(w *bufio.Writer) error {
		var first meeting.State
		for rec, err := range r.Records(1) {
			if err != nil {
				return err
			}
			if !first.Opened {
				if first, err = m.follow(path, first, rec); err != nil {
					return err
				}
			}
			if _, err := fmt.Fprintln(w, visible(m.logLine(first, rec))); err != nil {
				return nil // print finds it again and words it
			}
		}
		return nil
	})
}

// logLine is one record for people. The plan in s gives subjects, items and
// grades their names; nothing else of s matters.
func (m *Main) logLine(s meeting.State, r journal.Record) string {
	when := fmt.Sprintf("%-19s", words.LogNothing(m.lang))
	if !r.At.IsZero() {
		when = m.local(r.At)
	}
	who := m.person(r.Who)
	pad := strings.Repeat(" ", max(0, whoWidth-ansi.StringWidth(who)))
	return fmt.Sprintf("%6d  %s  %s%s  %s", r.Seq, when, who, pad, m.eventText(s, r))
}

// whoWidth is the cells of the column of persons; a longer name pushes its own
// line only, because the log is never held as a whole.
const whoWidth = 10

func (m *Main) person(who journal.Who) string {
	role := who.Role
	if known := words.LogRole(m.lang, role); known != "" {
		role = known
	}
	switch {
	case who == (journal.Who{}):
		return words.LogNothing(m.lang)
	case who.Name == "":
		return role
	default:
		return role + " " + who.Name
	}
}

// eventText is what happened in words; a record of a kind without words is
// shown as it stands.
func (m *Main) eventText(s meeting.State, r journal.Record) string {
	sentence := words.LogEvent(m.lang, r.Kind)
	var values map[string]any
	if sentence == "" || json.Unmarshal(r.Event, &values) != nil {
		return r.Kind + " " + string(r.Event)
	}
	if values["bundle"] != nil && !strings.Contains(sentence, "{bundle}") { // named where several were in hand
		sentence += words.LogInBundle(m.lang)
	}
	if values["seat"] != nil {
		sentence += words.LogAtSeat(m.lang)
	}
	return words.Fill(sentence, m.named(s, values))
}

// named puts the plan's names in place of ids and digits.
func (m *Main) named(s meeting.State, values map[string]any) map[string]any {
	text := func(key string) string { v, _ := values[key].(string); return v }
	out := map[string]any{
		"because": "", "rehearsal": "", "class": "", "stack": "",
		"ballot": m.ballot(s, text("marks"), text("reason")), "said": m.assessment(text),
	}
	maps.Copy(out, values)
	maps.Copy(out, m.gate(values, text))
	maps.Copy(out, m.checked(values, text))
	maps.Copy(out, m.corrected(s, values))
	out["officers"] = m.officers(values)
	out["resealed"] = m.resealed(values)
	out["matter"] = words.Matter(m.lang, text("what"))
	if values["comments"] != nil {
		out["list"] = m.comments(s, values)
	}
	maps.Copy(out, m.piled(s, values))
	maps.Copy(out, m.ofTheYear(s, values))
	for i, it := range s.Agenda {
		if it.ID == text("item") {
			out["item"] = m.itemName(s, i)
		}
	}
	for _, c := range s.Plan.Voters {
		if c.ID == text("class") {
			out["class"], out["stack"] = c.Name+" ", c.Name+" "
		}
	}
	if i := s.Plan.Subject(text("subject")); i >= 0 {
		label := s.Plan.Subjects[i].Label()
		out["subject"], out["stack"] = label, fmt.Sprint(out["stack"], label, " ")
	}
	for _, source := range s.Plan.Rule.Sources {
		if source.ID == text("source") {
			out["origin"] = source.Title
		}
	}
	if k, ok := s.Plan.Rule.Fact(text("kind")); ok {
		out["fact"] = k.Title
	}
	if text("reason") != "" {
		out["because"] = words.Fill(words.LogBecause(m.lang), map[string]any{"reason": text("reason")})
	}
	switch {
	case values["doubtful"] == true:
		out["ballot"] = words.DoubtfulSheet(m.lang)
	case text("void") != "":
		out["ballot"] = m.ballot(s, "", text("void"))
	}
	out["speaker"], out["lot"] = "", ""
	if text("by") != "" {
		out["speaker"] = words.Fill(words.LogSpeaker(m.lang), map[string]any{"by": text("by")})
	}
	if subjects, ok := values["subjects"].([]any); ok {
		out["subjects"] = m.subjectsNamed(s, subjects)
	}
	if out["settled"] = words.LogApart(m.lang); text("into") != "" {
		out["settled"] = words.Fill(words.LogMerged(m.lang), map[string]any{"into": s.Plan.ClassName(text("into"))})
	}
	if out["few"] = ""; values["sheets"] != nil {
		out["few"] = words.Fill(words.LogFew(m.lang), values)
	}
	if values["lot"] == true {
		out["lot"] = words.LogLot(m.lang)
	}
	out["rehearsal"] = ""
	if values["rehearsal"] == true {
		out["rehearsal"] = words.LogRehearsal(m.lang)
	}
	return out
}

// officers are where a meeting is held and who does what, as far as a record says.
func (m *Main) officers(values map[string]any) string {
	var parts []string
	for _, duty := range []string{"place", "chair", "recorder", "scrutineers", "tellers"} {
		said := values[duty]
		if list, ok := said.([]any); ok {
			said = m.places(list)
		}
		if said != nil {
			parts = append(parts, words.OfficerDuty(m.lang, duty)+" "+fmt.Sprint(said))
		}
	}
	return strings.Join(parts, words.ListSemicolon(m.lang))
}

// subjectsNamed are subjects by their names, in the order given.
func (m *Main) subjectsNamed(s meeting.State, ids []any) string {
	names := make([]string, len(ids))
	for n, id := range ids {
		names[n] = fmt.Sprint(id)
		if i := s.Plan.Subject(names[n]); i >= 0 {
			names[n] = s.Plan.Subjects[i].Label()
		}
	}
	return strings.Join(names, words.LogMarks(m.lang))
}

// assessment is what a source says: its grade, its score and its note.
func (m *Main) assessment(text func(string) string) string {
	var parts []string
	if text("grade") != "" {
		parts = append(parts, text("grade"))
	}
	if text("score") != "" {
		parts = append(parts, words.Fill(words.LogScore(m.lang), map[string]any{"score": text("score")}))
	}
	if text("note") != "" {
		parts = append(parts, text("note"))
	}
	if len(parts) == 0 {
		return words.ValueCleared(m.lang)
	}
	return strings.Join(parts, words.LogMarks(m.lang))
}

// ballot is what a sheet says: its marks, or why it is void.
func (m *Main) ballot(s meeting.State, marks, reason string) string {
	if marks == "" {
		for _, v := range s.Plan.Sheets.Voids {
			if v.ID == reason {
				reason = v.Title
			}
		}
		return words.Fill(words.LogVoided(m.lang), map[string]any{"reason": reason})
	}
	out := ""
	for i, digit := range marks {
		if i > 0 {
			out += words.LogMarks(m.lang)
		}
		out += m.markName(s, tally.Mark(digit-'0'))
	}
	return out
}

func (m *Main) markName(s meeting.State, mark tally.Mark) string {
	switch mark {
	case tally.Blank:
		return words.BlankMark(m.lang)
	case tally.Spoiled:
		return words.SpoiledMark(m.lang)
	case tally.Aside:
		if aside := s.Plan.Rule.Aside; aside != "" {
			return aside
		}
	}
	return s.Plan.Rule.Scale.Name(int(mark))
}
