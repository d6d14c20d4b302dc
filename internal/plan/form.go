package plan

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"shuping/internal/fault"
	"shuping/internal/tally"
)

// overall under deciding is the mark that stands before those of the items.
const overall = "overall"

// form reads how a sheet is laid out, and whether subjects grade themselves.
func (r *reader) form(root *node) (each, selfRating bool) {
	t := r.tableIfAny(root, "form")
	if t == nil {
		return false, false
	}
	if t.has("sheet") {
		each = oneOf(r, t, "sheet", sheetForAll, sheetForEach) == sheetForEach
	}
	if t.has("self-rating") {
		selfRating = r.holds(t, "self-rating")
	}
	t.get("deciding") // read with the items
	return each, selfRating
}

// What one sheet is for.
const (
	sheetForAll  = "all"
	sheetForEach = "each"
)

// items reads the parts of a row and which of its marks decides: "" is the
// overall one.
func (r *reader) items(root *node) (items []tally.Item, deciding string) {
	ids, titles := seen{}, seen{}
	if root.has("items") {
		for _, e := range r.entries(root, "items", 1, maxDigit) {
			it := tally.Item{ID: r.id(e, ids), Title: r.called(e, "title", maxName, titles)}
			if it.ID == overall || it.ID == tally.Mean {
				r.fault(e.fields["id"].at, ReservedID, "id", fault.Quote(it.ID))
			}
			items = append(items, it)
		}
	}
	return items, r.deciding(root, items)
}

func (r *reader) deciding(root *node, items []tally.Item) string {
	t := root.fields["form"]
	if t == nil || t.kind != unstable.InlineTable || !t.has("deciding") {
		return ""
	}
	n := r.need(t, "deciding", unstable.String)
	if n == nil || n.text == overall {
		return ""
	}
	known := fault.List{overall, tally.Mean}
	for _, it := range items {
		if n.text == it.ID {
			return it.ID
		}
		known = append(known, it.ID)
	}
	switch {
	case root.fields["items"] == nil:
		r.fault(n.at, NoItems, "deciding", fault.Quote(n.text))
	case n.text != tally.Mean:
		r.fault(n.at, UnknownItem, "deciding", fault.Quote(n.text), "known", known)
	}
	return n.text
}
