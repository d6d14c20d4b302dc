package workbook

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/words"
)

// Write writes the workbook of a meeting (XLSX), which stands at head, to w: 汇总表 with
// formulas over the list of sheets, a bar for each subject, 评议表明细 with a row for
// each sheet, the ledger, and where every sheet went. Beside each formula stands the
// result that it comes to, so that a program that calculates nothing shows it too.
//
// The sheets are those of the present round. They are written as they come, whatever
// their number. Write calls laid after each of them, unless it is nil.
//
// Where the plan hides a class that has too few sheets, no class is told apart: with
// all others named, the one that is not would be known. Then the list leaves the
// bundles out, of which each is of one class, and orders the sheets by what they say.
// Such a list is gathered before it is written. Where too few sheets were read to show
// any figure, the book shows none.
//
// Of a stack that was counted by piles there are no sheets; its numbers stand in
// the book as they were counted, without a formula.
//
// The same meeting gives the same bytes on every computer.
func Write(w io.Writer, s meeting.State, head result.Head, laid func()) error {
	if !s.Opened {
		return fmt.Errorf("the workbook of a meeting that was not opened")
	}
	b, err := newBook(s, head, laid, false)
	if err != nil {
		return err
	}
	pages := b.pages()
	parts, err := layOutParts(b, pages)
	if err != nil {
		return fmt.Errorf("laying out the workbook: %w", err)
	}
	return packParts(w, parts)
}

// A book is what the sheets of the workbook are drawn from.
type book struct {
	s       meeting.State
	d       result.Result
	list    list
	groups  []group         // of all subjects in turn, none where every row is one overall mark
	ranking []result.Ranked // the order that the votes give, nobody where none is shown
	places  map[string]string
	former  bool // as the first two formats of an export have it
}

func newBook(s meeting.State, head result.Head, laid func(), former bool) (*book, error) {
	b := &book{
		s: s, d: result.Of(s, head, words.Chinese), places: map[string]string{}, former: former,
	}
	words := bookWords
	if former {
		words = tableWords
	}
	var err error
	if b.list, err = newList(s, laid, words); err != nil {
		return nil, err
	}
	b.groups, b.ranking = b.newGroups(), b.newRanking()
	return b, nil
}

// hidesClass reports whether some class must not be told apart, where several weigh.
func hidesClass(s meeting.State) bool {
	for n := range s.Round.Stacks {
		if s.Hides(n) && len(s.Plan.Rule.Classes) > 1 {
			return true
		}
	}
	return false
}

// A sheet is one page of the book: a title, what it shows, heads, and rows that
// are in memory or come as a stream.
type sheet struct {
	name   string
	title  string // "" for none
	note   string
	heads  []string
	rows   [][]cell
	stream func(io.Writer) error // instead of rows
	widths []float64             // in characters of the usual font
	frozen int                   // columns that stay in sight
	last   int                   // the last row of a stream
}

func (b *book) pages() []sheet {
	custody := b.custodySheet() // first: the others refer to its cells
	out := []sheet{b.summarySheet()}
	if !b.d.Hidden {
		out = append(out, sheet{name: chartName})
	}
	if len(b.groups) > 0 {
		out = append(out, b.groupSheet())
	}
	out = append(out, b.list.sheet(), b.ledgerSheet())
	if !b.former && !b.d.Hidden {
		out = append(out, b.groundsSheet())
		if len(b.ranking) > 0 {
			out = append(out, b.rankingSheet())
		}
	}
	out = append(out, custody)
	for i := range out {
		out[i].title, out[i].note = b.d.Title+"　"+out[i].name, b.caption(b.former || out[i].name == b.custodyName())
		if out[i].stream == nil {
			out[i].last = max(firstRow, firstRow+len(out[i].rows)-1)
		}
	}
	return out
}

// caption says what the book shows: whose meeting, which round, how final, and on the
// last sheet which record it stands on.
func (b *book) caption(whole bool) string {
	words := []string{b.d.Unit, fmt.Sprintf("第%d轮", b.d.Round), fmt.Sprintf("第%d版", max(1, b.d.Version))}
	if b.d.State != result.Sealed {
		words = append(words, "草稿")
	}
	words = append(words, b.d.StageName())
	if whole {
		words = append(words, fmt.Sprintf("末条记录 %d", b.d.Head.Seq), b.d.Head.Hash)
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), "　")
}
