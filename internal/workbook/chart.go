package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"shuping/internal/tally"
	"shuping/internal/typed"
	"shuping/internal/words"
)

// chartName is the sheet with the bars.
const chartName = "分布图"

// Up to so many subjects each have a chart of their own. More of them stand in
// charts of several bars, so that a page shows many.
const (
	maxOwnCharts = 12
	barsInChart  = 20
)

// gradeTints are the colours of the grades, the same as on the screen.
var gradeTints = [...]string{"2F9E8F", "5B8FD6", "A58AC9", "8B8F98", "B9A27A", "6F7A6A"}

// addCharts draws a stacked bar for each subject: the marks of each grade.
func addCharts(f *excelize.File, b *book) error {
	n := len(b.s.Plan.Subjects)
	bars := 1
	if n > maxOwnCharts {
		bars = barsInChart
	}
	title := func(first, count int) string {
		if count > 1 {
			return fmt.Sprintf("第%d—%d名", first+1, first+count)
		}
		return b.s.Plan.Subjects[first].Label()
	}
	if err := b.stack(f, chartName, 1, summaryName, n, bars, title); err != nil {
		return err
	}
	n = len(b.ranking)
	return b.stack(f, rankingName, firstRow+n+1, rankingName, n, barsInChart, func(int, int) string { return words.RankedBy(words.Chinese) })
}

// stack puts charts under each other on a sheet, from a row on, of so many bars each:
// of the rows of a sheet of counts.
func (b *book) stack(f *excelize.File, onto string, at int, of string, n, bars int, title func(first, count int) string) error {
	used := at * rowHeight
	if at == 1 {
		used = 0
	}
	for first := 0; first < n; first += bars {
		count := min(bars, n-first)
		height := 150 + 20*(count-1)
		if used > 0 && used+height > pageHeight {
			if err := f.InsertPageBreak(onto, fmt.Sprintf("A%d", at)); err != nil {
				return err
			}
			used = 0
		}
		if err := f.AddChart(onto, fmt.Sprintf("A%d", at+1), b.chart(of, title(first, count), first, count, height)); err != nil {
			return err
		}
		at += height/rowHeight + 2
		used += height + 2*rowHeight
	}
	return nil
}

// Heights in pixels, as the library counts them: of a row, and of what fits on one
// page under each other.
const (
	rowHeight  = 18
	pageHeight = 580
)

// chart is a bar for each of so many rows of a sheet of counts, whose columns begin as
// those of 汇总表 do.
func (b *book) chart(of, title string, first, count, height int) *excelize.Chart {
	place := func(column int) string {
		return fmt.Sprintf("%s!$%s$%d:$%[2]s$%[4]d", of, columnLetters(column), firstRow+first, firstRow+first+count-1)
	}
	gap, zero := uint(60), 0.0
	c := &excelize.Chart{
		Type:      excelize.BarStacked,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Bold: true, Size: 12}}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		Dimension: excelize.ChartDimension{Width: 760, Height: uint(height)},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: excelize.Font{Size: 10, Color: "000000"}},
		YAxis: excelize.ChartAxis{
			Minimum: &zero, MajorGridLines: true, TickLabelPosition: excelize.ChartTickLabelHigh, // under the bars
			NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}, Font: excelize.Font{Size: 10, Color: "000000"},
		},
		PlotArea: excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0;;;"}},
		GapWidth: &gap,
	}
	for g := range b.s.Plan.Rule.Offered() {
		column := subjectColumn + b.s.Plan.Rule.Box(tally.Mark(g+1))
		c.Series = append(c.Series, excelize.ChartSeries{
			Name:       fmt.Sprintf("%s!$%s$%d", of, columnLetters(column), firstRow-1),
			Categories: place(subjectColumn), Values: place(column),
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{gradeTints[g]}},
			DataLabel: excelize.ChartDataLabel{Font: excelize.Font{Color: "FFFFFF", Bold: true, Size: 10}},
		})
	}
	return c
}

var (
	textSource   = typed.Pattern(`<strRef><f>([^<]*)</f></strRef>`)
	figureSource = typed.Pattern(`<numRef><f>([^<]*)</f><numCache>.*?</numCache></numRef>`)
	reference    = typed.Pattern(`^(.*)!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$`)
)

// chartFigures writes beside each reference of a chart what stands there, which
// the library leaves out.
func chartFigures(chart []byte, pages []sheet) []byte {
	cache := func(kind, ref, format string) string {
		var b strings.Builder
		found := cellsReferred(pages, ref)
		fmt.Fprintf(&b, `<%sRef><f>%s</f><%[1]sCache>%[3]s<ptCount val="%[4]d"/>`, kind, ref, format, len(found))
		for i, c := range found {
			fmt.Fprintf(&b, `<pt idx="%d"><v>%s</v></pt>`, i, c.cached())
		}
		fmt.Fprintf(&b, `</%sCache></%[1]sRef>`, kind)
		return b.String()
	}
	out := textSource().ReplaceAllStringFunc(string(chart), func(m string) string {
		return cache("str", textSource().FindStringSubmatch(m)[1], "")
	})
	return []byte(figureSource().ReplaceAllStringFunc(out, func(m string) string {
		return cache("num", figureSource().FindStringSubmatch(m)[1], "<formatCode>General</formatCode>")
	}))
}

// cellsReferred are the cells of one column that a reference names.
func cellsReferred(pages []sheet, ref string) []cell {
	m := reference().FindStringSubmatch(ref)
	if m == nil {
		return nil
	}
	column := 0
	for _, r := range m[2] {
		column = column*26 + int(r-'A') + 1
	}
	from, _ := strconv.Atoi(m[3])
	to := from
	if m[4] != "" {
		to, _ = strconv.Atoi(m[4])
	}
	var out []cell
	for _, p := range pages {
		for n := from; p.name == m[1] && n <= to; n++ {
			out = append(out, p.at(column-1, n))
		}
	}
	return out
}
