package papers

import "strings"

const ledgerName = "台账"

// ledgerSheet lists what is to be put right: a row for each paragraph of the
// reviews and of the problems in the opinions, and one for a subject of whom
// nothing was written. What is to be done about it is filled in by hand.
func (b *book) ledgerSheet() sheet {
	out := sheet{
		name: ledgerName, frozen: 2,
		heads:  []string{"序号", "述职人", "来源", "问题", "整改措施", "责任人", "整改时限", "进展情况", "销号"},
		widths: []float64{6, 22, 10, 50, 30, 10, 12, 20, 8},
	}
	for i, p := range b.s.Plan.Subjects {
		before := len(out.rows)
		add := func(source, text string) {
			out.rows = append(out.rows, []cell{
				number(len(out.rows) + 1), word(left, p.Label()), word(centred, source), word(left, text),
				word(left, ""), word(left, ""), word(left, ""), word(left, ""), word(left, ""),
			})
		}
		for _, text := range paragraphs(b.s.Reviews[i]) {
			add("上级点评", text)
		}
		for _, text := range paragraphs(b.s.Opinions[i].Problems) {
			add("综合评价", text)
		}
		if len(out.rows) == before {
			add("", "")
		}
	}
	return out
}

func paragraphs(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
