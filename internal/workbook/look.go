package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"shuping/internal/result"
)

// A look is how a cell looks.
type look int

const (
	plain look = iota // a number
	centred
	left
	percent
	headed
	titled
	noted
	looks // how many there are
)

// of is the style of a cell with text in the book: each look is there twice, as it
// is and quoted.
func (l look) of(text string) int {
	if text != "" && result.TextCell(text) != text {
		return 1 + int(looks) + int(l)
	}
	return 1 + int(l)
}

// addLooks gives f the styles that [look.of] numbers.
func addLooks(f *excelize.File, decimals int) error {
	frame := []excelize.Border{}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		frame = append(frame, excelize.Border{Type: side, Color: "8B8F98", Style: 1})
	}
	shares := "0%"
	if decimals > 0 {
		shares = "0." + strings.Repeat("0", decimals) + "%"
	}
	font := func(size float64, bold bool) *excelize.Font {
		return &excelize.Font{Family: "宋体", Size: size, Bold: bold}
	}
	place := func(horizontal string) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: horizontal, Vertical: "center", WrapText: true}
	}
	styles := [looks]excelize.Style{
		plain:   {Border: frame, Font: font(11, false), Alignment: place("center"), NumFmt: 1},
		centred: {Border: frame, Font: font(11, false), Alignment: place("center")},
		left:    {Border: frame, Font: font(11, false), Alignment: place("left")},
		percent: {Border: frame, Font: font(11, false), Alignment: place("center"), CustomNumFmt: &shares},
		headed: {
			Border: frame, Font: font(11, true), Alignment: place("center"),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E3E8EF"}},
		},
		titled: {Font: font(16, true)},
		noted:  {Font: font(11, false)},
	}
	for l := range looks {
		id, err := f.NewStyle(&styles[l])
		if err != nil {
			return err
		}
		if id != l.of("") {
			return fmt.Errorf("the style %d has become %d", l.of(""), id)
		}
	}
	yes := true
	all := f.Styles.CellXfs
	for _, x := range all.Xf[1:] {
		x.QuotePrefix = &yes
		all.Xf = append(all.Xf, x)
	}
	all.Count = len(all.Xf)
	return nil
}
