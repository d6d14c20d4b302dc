package frame

import "shuping/tui/look"

// A Picture is what a screen draws: rows no wider than the work area, where the
// caret stands if text is being typed, and what of it a mouse can point at.
type Picture struct {
	Rows  []string
	Caret *Caret
	Spots []Spot
	// Position is where one is in what is not all in sight, "13/45", "" where all is.
	Position string
	// Whole is what the marked row says where it is cut, for the line of notices.
	Whole string
}

// A Caret is a cell of a picture.
type Caret struct{ Col, Row int }

// A Spot is a row of a picture that stands for item N of a list.
type Spot struct{ Row, N int }

// Under is the picture below rows of a head.
func (p Picture) Under(head ...string) Picture {
	p.Rows = append(head[:len(head):len(head)], p.Rows...)
	if p.Caret != nil {
		p.Caret = &Caret{p.Caret.Col, p.Caret.Row + len(head)}
	}
	for i := range p.Spots {
		p.Spots[i].Row += len(head)
	}
	return p
}

// from is the picture without its first rows.
func (p Picture) from(row int) Picture {
	p.Rows = p.Rows[min(row, len(p.Rows)):]
	p.Caret = &Caret{p.Caret.Col, p.Caret.Row - row}
	spots := make([]Spot, len(p.Spots))
	for i, s := range p.Spots {
		spots[i] = Spot{s.Row - row, s.N}
	}
	p.Spots = spots
	return p
}

// Over lays rows over the foot of a picture that has so many rows. What lay under
// them cannot be pointed at.
func (p Picture) Over(foot Picture, rows int) Picture {
	top := max(0, rows-len(foot.Rows))
	out := Picture{Rows: make([]string, top, top+len(foot.Rows))}
	copy(out.Rows, p.Rows)
	out.Rows = append(out.Rows, foot.Rows...)
	if foot.Caret != nil {
		out.Caret = &Caret{foot.Caret.Col, foot.Caret.Row + top}
	}
	for _, s := range foot.Spots {
		out.Spots = append(out.Spots, Spot{s.Row + top, s.N})
	}
	out.Position = foot.Position
	return out
}

// steady is rows that no terminal tears.
func steady(l look.Look, rows []string, width int) []string {
	for i, r := range rows {
		rows[i] = l.Steady(l.Left(r, width))
	}
	return rows
}
