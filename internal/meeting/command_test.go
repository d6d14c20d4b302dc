package meeting

import "testing"

// Try takes orders up to the first that is refused and says which that is: what
// it returns is what Decide and Apply come to, one order after the other.
func TestTry(t *testing.T) {
	who := Person{"recorder", "李某某"}
	heads, issue, early := CountHeads{Expected: 46, Present: 43}, IssueSheets{Sheets: 43}, OpenBundle{}
	opened := play(t, "genhe-2023")
	for _, c := range []struct {
		name    string
		orders  []Order
		kinds   [][]string
		refused Code
	}{
		{"none", nil, nil, ""},
		{"all are taken", []Order{heads, issue}, [][]string{{"heads-counted"}, {"rule-sealed", "sheets-issued"}}, ""},
		{"the first is refused", []Order{early, heads}, nil, NotIssued},
		{"the last is refused", []Order{heads, issue, early}, [][]string{{"heads-counted"}, {"rule-sealed", "sheets-issued"}}, NotCollected},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := written(opened)
			after, taken, err := Try(opened, who, noon, c.orders...)
			want := opened
			for i, kinds := range c.kinds {
				events, refused := Decide(want, Command{who, noon, c.orders[i]})
				must(t, refused)
				if i >= len(taken) || len(taken[i]) != len(kinds) {
					t.Fatalf("taken are %v, wanted the kinds %v", taken, c.kinds)
				}
				for n, e := range events {
					if taken[i][n] != e || e.Deed.Kind() != kinds[n] {
						t.Errorf("order %d: %v, decided %v of the kind %s", i, taken[i][n], e, kinds[n])
					}
					want = Apply(want, e)
				}
			}
			if len(taken) != len(c.kinds) || written(after) != written(want) {
				t.Errorf("%d are taken, wanted %d; the state is\n%s\nwanted\n%s", len(taken), len(c.kinds), written(after), written(want))
			}
			if refusal, _ := err.(*Refusal); c.refused == "" && err != nil || c.refused != "" && (refusal == nil || refusal.Code != c.refused) {
				t.Errorf("refused as %v, wanted %q", err, c.refused)
			}
			if written(opened) != before {
				t.Error("the state that was given is changed")
			}
		})
	}
}
