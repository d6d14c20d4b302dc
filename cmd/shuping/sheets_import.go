package main

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"shuping/internal/archive"
	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/intake"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/room"
	"shuping/internal/typed"
	"shuping/internal/words"
)

// An importing is one file of sheets on its way into a session.
type importing struct {
	session, file string
	sum           string // SHA-256 of the file
	by            string // who answers for the count
	options       intake.SheetOptions
	voids         []string // how many sheets are void for which reason, as REASON=N
	yes           bool     // it was looked at already
	json          bool     // a program wants to know
}

func (m *Main) sheetsImportCommand() *cobra.Command {
	c := m.verb("import FILE SHEETS --by NAME [--class ID] [--subject ID] [--sheet NAME] [--void REASON=N] [--yes] [--json]", m.takes(2), nil)
	var i importing
	c.Flags().StringVar(&i.by, "by", "", words.FlagSheetsBy(m.lang))
	c.Flags().StringVar(&i.options.Class, "class", "", words.FlagSheetsClass(m.lang))
	c.Flags().StringVar(&i.options.Subject, "subject", "", words.FlagSheetsSubject(m.lang))
	c.Flags().StringVar(&i.options.Sheet, "sheet", "", words.FlagTableSheet(m.lang))
	c.Flags().StringArrayVar(&i.voids, "void", nil, words.FlagSheetsVoid(m.lang))
	c.Flags().BoolVar(&i.yes, "yes", false, words.FlagSheetsYes(m.lang))
	c.Flags().BoolVar(&i.json, "json", false, words.FlagJSON(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := m.needs(c, "by", i.by); err != nil {
			return err
		}
		i.session, i.file = args[0], args[1]
		ctx, stop := interruptible()
		defer stop()
		return m.sheetsImport(ctx, i)
	}
	return c
}

// sheetsImport puts all sheets of a file into a session, or none.
func (m *Main) sheetsImport(ctx context.Context, i importing) error {
	src, err := readAtMost(i.file, cells.MaxBytes+1)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(src)
	i.sum = hex.EncodeToString(sum[:])
	book, err := cells.Read(src)
	if err != nil {
		return m.notTaken(i, err)
	}
	return m.within(i.session, func(r *room.Room) error { return m.enterAll(ctx, r, i, book) })
}

// notTaken tells the faults of a table or of its sheets.
func (m *Main) notTaken(i importing, err error) error {
	said, known := m.tableFaults(err)
	switch {
	case !known:
		return err
	case i.json:
		doc := newSheetsImport(i.file, i.sum)
		var list fault.Faults
		errors.As(err, &list)
		doc.Faults = m.findingDocs(list)
		return cmp.Or(m.printJSON(doc), m.faulty(i.file, len(said)))
	}
	return m.listed(i.file, said)
}

// tableFaults is each fault of a table in a sentence; not known where an error is about
// something else.
func (m *Main) tableFaults(err error) (said []string, known bool) {
	var list fault.Faults
	if errors.As(err, &list) && list[0].Of != "plan" {
		said = m.findings(list)
	}
	return said, len(said) > 0
}

// findings are the sentences of a list.
func (m *Main) findings(list fault.Faults) []string {
	out := make([]string, len(list))
	for i, f := range list {
		out[i] = words.Fault(m.lang, f)
	}
	return out
}

// enterAll decides on all sheets, shows what they come to and asks, and only then
// records them, in one transaction.
func (m *Main) enterAll(ctx context.Context, r *room.Room, i importing, book cells.Book) error {
	from := intake.Source{
		// A name as some systems keep it, in another normal form, is the same name.
		By: typed.Compose(i.by), File: norm.NFC.String(filepath.Base(i.file)), SHA256: i.sum,
	}
	if err := m.alreadyIn(r, i.file, from.SHA256); err != nil {
		return err
	}
	state := r.Sight().State
	var err error
	if i.options.Voids, err = m.voidCounts(state, i.voids); err != nil {
		return err
	}
	list, err := intake.ReadSheets(state, book, i.options)
	if err != nil {
		return m.notTaken(i, err)
	}
	who := meeting.Person{Role: "command"}
	orders := list.Orders(state, from)
	if err := m.tryAll(ctx, state, who, orders, m.progress()); err != nil {
		return err
	}
	doc := newSheetsImport(i.file, i.sum)
	doc.take(m, state, list)
	if err := m.confirmed(ctx, i, list); err != nil {
		if i.json {
			err = cmp.Or(m.printJSON(doc), err)
		}
		return err
	}
	if _, err := r.Pen(who, "").Submit(orders...); err != nil {
		return err
	}
	after := r.Sight().State
	if i.json {
		doc.Entered = true
		if was, is := state.Round.Bundles.Given(), after.Round.Bundles.Given(); is > was {
			doc.Bundles = []int{was + 1, is}
		}
		return m.printJSON(doc)
	}
	return m.imported(i.file, list, state, after)
}

// voidCounts reads how many sheets are void for which reason: 1=2, or the reason by its
// title or ID.
func (m *Main) voidCounts(s meeting.State, said []string) (map[int]int, error) {
	out := map[int]int{}
	for _, one := range said {
		word, count, _ := strings.Cut(one, "=")
		n, err := strconv.Atoi(count)
		reason := 1 + slices.IndexFunc(s.Plan.Sheets.Voids, func(v plan.VoidReason) bool { return v.ID == word || v.Title == word })
		if digit, err := strconv.Atoi(word); err == nil && reason == 0 && digit <= len(s.Plan.Sheets.Voids) {
			reason = digit
		}
		if err != nil || n < 0 || reason < 1 {
			return nil, fail(words.SheetsBadVoid(m.lang), map[string]any{"value": one})
		}
		out[reason] += n
	}
	return out, nil
}

// confirmed prints what was understood of a table, and asks on a terminal whether it
// may count. Elsewhere nobody is there to ask: what was left out or is in doubt then
// needs --yes.
func (m *Main) confirmed(ctx context.Context, i importing, list intake.Sheets) error {
	if i.json {
		if list.Asks() && !i.yes {
			return fail(words.SheetsNeedsYes(m.lang), map[string]any{"path": i.file})
		}
		return nil
	}
	err := m.print(func(w *bufio.Writer) error {
		for _, line := range m.understood(i.file, list) {
			fmt.Fprintln(w, visible(line))
		}
		return nil
	})
	switch asks := isTerminal(m.Stdin) && isTerminal(m.Stdout); {
	case err != nil || i.yes:
		return err
	case asks:
		return m.ask(ctx, words.SheetsAsk(m.lang), words.SheetsNotEntered(m.lang))
	case list.Asks():
		return fail(words.SheetsNeedsYes(m.lang), map[string]any{"path": i.file})
	}
	return nil
}

// ask asks on the terminal, and fails with a sentence unless the answer is yes.
func (m *Main) ask(ctx context.Context, question, no string) error {
	line, err := m.answer(ctx, question)
	if err != nil {
		return err
	}
	switch strings.ToLower(line) {
	case "y", "yes", "是", "ｙ":
		return nil
	}
	return failure{no}
}

// answer puts a question to whoever sits at the terminal.
func (m *Main) answer(ctx context.Context, question string) (string, error) {
	fmt.Fprint(m.Stdout, question)
	answered := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(m.Stdin).ReadString('\n')
		answered <- line
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case line := <-answered:
		return strings.TrimSpace(line), nil
	}
}

// understood is what was made of a table, in words: how it was read, its first rows,
// what it comes to, and what was left out or is in doubt.
func (m *Main) understood(path string, list intake.Sheets) []string {
	out := m.findings(list.Told)
	for _, l := range list.First {
		out = append(out, words.Fill(words.SheetsFirst(m.lang), map[string]any{"row": l.Row, "says": strings.Join(l.Says, words.ListComma(m.lang))}))
	}
	out = append(out, m.sheetTotals(list.Totals)...)
	out = append(out, m.findings(list.LeftOut)...)
	out = append(out, m.findings(list.Doubts)...)
	return append(out, words.Fill(words.SheetsShape(m.lang, string(list.Shape)), map[string]any{"path": path, "sheets": list.Len()}))
}

// sheetTotals is what sheets come to, a row a subject and then the void ones.
func (m *Main) sheetTotals(list []intake.Total) []string {
	var rows table
	var voids []string
	for _, total := range list {
		row := []string{total.Label}
		if total.Label == "" {
			row[0] = words.SheetsVoidTotal(m.lang)
		}
		if total.Stack != "" {
			row = append([]string{total.Stack}, row...)
		}
		for _, c := range total.Counts {
			row = append(row, fmt.Sprint(c.Name, " ", c.N))
		}
		switch {
		case total.Label != "":
			rows.row(row...)
		case len(total.Counts) > 0:
			voids = append(voids, strings.Join(row, gap))
		}
	}
	return append(strings.Split(strings.TrimRight(rows.String(), "\n"), "\n"), voids...)
}

// alreadyIn refuses a file whose sheets are in this round already.
func (m *Main) alreadyIn(r *room.Room, path, sha256 string) error {
	bundle := 0
	for rec, err := range r.Records(1) {
		if err != nil {
			return err
		}
		switch rec.Kind {
		case meeting.RoundOpened{}.Kind():
			bundle = 0
		case meeting.BundleOpened{}.Kind():
			d, err := meeting.Decode(rec.Kind, rec.Event)
			if err != nil {
				return err
			}
			if opened, ok := d.(meeting.BundleOpened); ok && opened.SHA256 == sha256 && bundle == 0 {
				bundle = opened.Bundle
			}
		}
	}
	if bundle > 0 {
		return fail(words.SheetsAgain(m.lang), map[string]any{"path": path, "bundle": bundle})
	}
	return nil
}

// tryAll decides on orders without recording any, so that a refusal in the middle
// leaves nothing behind.
func (m *Main) tryAll(ctx context.Context, s meeting.State, who meeting.Person, orders []meeting.Order, progress archive.Progress) error {
	for n, o := range orders {
		if err := ctx.Err(); err != nil {
			return err
		}
		if progress != nil {
			progress(int64(n+1), int64(len(orders)))
		}
		var err error
		if s, _, err = meeting.Try(s, who, m.Clock(), o); err != nil {
			return err
		}
	}
	return nil
}

// imported says what is in the session now, and what is still to be done with it.
func (m *Main) imported(path string, list intake.Sheets, before, after meeting.State) error {
	check := string(after.Plan.Sheets.Check)
	was, is := before.Round.Bundles.Given(), after.Round.Bundles.Given()
	sentence, pending := words.SheetsImported(m.lang), words.SheetsPending(m.lang, check)
	if list.Shape == intake.Counts {
		sentence, pending = words.SheetsPiled(m.lang), words.PilesPending(m.lang, check)
	}
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, words.Fill(sentence, map[string]any{
			"path": path, "sheets": list.Len(), "bundles": is - was, "first": was + 1, "last": is,
		}))
		fmt.Fprintln(w, pending)
		return nil
	})
}
