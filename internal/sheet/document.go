package sheet

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strings"

	"shuping/internal/docx"
)

// Document is the layout as a DOCX to be printed: two equal sheets side by side
// where it is of A5. The same layout gives the same bytes on every computer.
func (l Layout) Document() ([]byte, error) {
	w := &writer{}
	w.picture(cornerInk())
	w.picture(boxInk())
	if l.Half {
		w.picture(cutInk())
	}
	for i, p := range l.Pages {
		class := w.picture(classInk(p.Cells))
		w.page(l, p, i > 0, class)
	}
	size := `<w:pgSz w:w="11906" w:h="16838"/>`
	if l.Half {
		size = `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`
	}
	body := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<w:document` + spaces + `><w:body>` + w.body.String() +
		`<w:sectPr>` + size + `<w:pgMar w:top="567" w:right="567" w:bottom="567" w:left="567" w:header="284" w:footer="284" w:gutter="0"/></w:sectPr></w:body></w:document>`
	parts := []docx.Part{
		{Name: docx.ContentTypes, Bytes: []byte(contentTypes)},
		{Name: "_rels/.rels", Bytes: []byte(packageRelations)},
		{Name: docx.Document, Bytes: []byte(body)},
		{Name: "word/styles.xml", Bytes: []byte(styles)},
	}
	relations := `<Relationship Id="rId1" Type="` + office + `styles" Target="styles.xml"/>`
	for i, png := range w.pictures {
		relations += fmt.Sprintf(`<Relationship Id="%s" Type="%simage" Target="media/sheet%d.png"/>`, relation(i), office, i+1)
		parts = append(parts, docx.Part{Name: fmt.Sprintf("word/media/sheet%d.png", i+1), Bytes: png})
	}
	relations = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + relations + `</Relationships>`
	return docx.Pack(append(parts, docx.Part{Name: "word/_rels/document.xml.rels", Bytes: []byte(relations)}))
}

const (
	office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	spaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
	contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`
	packageRelations = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`
)

// Pictures that every sheet has.
const (
	cornerPicture = iota
	boxPicture
	cutPicture
)

// relation is how the document calls a picture.
func relation(picture int) string { return fmt.Sprintf("rIdSheet%d", picture+1) }

// A writer is a document as it grows.
type writer struct {
	body     strings.Builder
	pictures [][]byte
	inks     []ink
	drawn    int
}

// picture takes in a picture, once.
func (w *writer) picture(k ink) int {
	png := k.png()
	for i, p := range w.pictures {
		if bytes.Equal(p, png) {
			return i
		}
	}
	w.pictures, w.inks = append(w.pictures, png), append(w.inks, k)
	return len(w.pictures) - 1
}

// page writes one side, twice where two halves stand on it.
func (w *writer) page(l Layout, p Page, turns bool, class int) {
	shifts := []float64{0}
	if l.Half {
		shifts = append(shifts, l.Width)
	}
	w.body.WriteString(`<w:p>` + thin(turns) + `</w:pPr>`)
	for _, x := range shifts {
		for _, m := range p.Marks {
			w.anchored(cornerPicture, m.X+x, m.Y)
		}
		w.anchored(class, p.Class.X+x, p.Class.Y)
	}
	if l.Half {
		w.anchored(cutPicture, l.Width-0.1, 0)
	}
	w.body.WriteString(`</w:p>`)
	for _, x := range shifts {
		w.framed(p.Letter, x, "right", heavy)
		w.framed(p.Title, x, "center", heavy)
		w.framed(p.Notes, x, "left", plain)
		w.table(p, x)
		w.body.WriteString(`<w:p>` + thin(false) + `</w:pPr></w:p>`)
	}
}

// Faces of the sheet.
const (
	heavy = "黑体"
	plain = "宋体"
)

// thin begins the properties of a paragraph as low as can be.
func thin(turns bool) string {
	out := `<w:pPr>`
	if turns {
		out += `<w:pageBreakBefore/>`
	}
	return out + `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:ind w:firstLine="0"/><w:jc w:val="left"/><w:rPr><w:sz w:val="2"/></w:rPr>`
}

// anchored puts a picture at its place on the page.
func (w *writer) anchored(picture int, x, y float64) {
	fmt.Fprintf(&w.body, `<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="%d" behindDoc="1" locked="1" layoutInCell="0" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>%d</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>%d</wp:posOffset></wp:positionV>%s</wp:anchor></w:drawing></w:r>`,
		w.drawn+1, toEMU(x), toEMU(y), w.graphic(picture, `<wp:wrapNone/>`))
}

// inline puts a picture into its line.
func (w *writer) inline(picture int) string {
	return `<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">` + w.graphic(picture, "") + `</wp:inline></w:drawing></w:r>`
}

func (w *writer) graphic(picture int, wrap string) string {
	w.drawn++
	k := w.inks[picture]
	const dot = 914400 / 600
	extent := fmt.Sprintf(`cx="%d" cy="%d"`, k.width*dot, k.height*dot)
	return fmt.Sprintf(`<wp:extent %s/><wp:effectExtent l="0" t="0" r="0" b="0"/>%s<wp:docPr id="%d" name="s%d"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="s%d"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext %s/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`,
		extent, wrap, w.drawn, w.drawn, w.drawn, w.drawn, relation(picture), extent)
}

// framed writes lines in a frame that stands where it stands.
func (w *writer) framed(t Text, x float64, side, face string) {
	frame := fmt.Sprintf(`<w:framePr w:w="%d" w:h="%d" w:hRule="exact" w:hSpace="0" w:vSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="%d" w:y="%d"/>`,
		toTwips(t.Width), toTwips(t.Height), toTwips(t.X+x), toTwips(t.Y))
	for _, line := range t.Lines {
		w.body.WriteString(`<w:p><w:pPr>` + frame + lines(t.Points, side) + `</w:pPr>` + run(line, t.Points, 100, face) + `</w:p>`)
	}
}

// lines are the properties of lines of a size.
func lines(points float64, side string) string {
	return fmt.Sprintf(`<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/><w:ind w:firstLine="0"/><w:jc w:val="%s"/>`,
		int(math.Ceil(points*spacing*20)), side)
}

// run is a text whose letters are so wide, in hundredths of what they are.
func run(text string, points float64, wide int, face string) string {
	var escaped strings.Builder
	_ = xml.EscapeText(&escaped, []byte(text))
	narrow := ""
	if wide < 100 {
		narrow = fmt.Sprintf(`<w:w w:val="%d"/>`, wide)
	}
	return fmt.Sprintf(`<w:r><w:rPr><w:rFonts w:ascii="%s" w:hAnsi="%s" w:eastAsia="%s"/><w:spacing w:val="0"/>%s<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`,
		face, face, face, narrow, int(points*2), int(points*2), escaped.String())
}

// table writes the rows. Edges are rounded where they stand, so that no fault adds up.
func (w *writer) table(p Page, x float64) {
	fmt.Fprintf(&w.body, `<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="page" w:tblpX="%d" w:tblpY="%d"/><w:tblW w:w="%d" w:type="dxa"/><w:tblBorders>`,
		toTwips(p.Table.X+x), toTwips(p.Table.Y), toTwips(p.Table.Width))
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&w.body, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, side)
	}
	w.body.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	widths := spans(p.Edges)
	for _, width := range widths {
		fmt.Fprintf(&w.body, `<w:gridCol w:w="%d"/>`, width)
	}
	w.body.WriteString(`</w:tblGrid>`)
	edges := []float64{p.Table.Y, p.Table.Y + headHeight}
	for _, r := range p.Rows {
		edges = append(edges, r.Name.Y+r.Name.Height)
	}
	heights := spans(edges)
	w.row(heights[0])
	for i, head := range p.Heads {
		w.cell(widths[i], head, "center", heavy)
	}
	w.body.WriteString(`</w:tr>`)
	for n, r := range p.Rows {
		w.row(heights[n+1])
		w.cell(widths[0], Text{Box: Box{Width: p.Edges[1]}, Points: sizes[1], Lines: []string{fmt.Sprint(r.Number)}}, "center", plain)
		w.cell(widths[1], r.Name, "left", plain)
		for i := range r.Boxes {
			fmt.Fprintf(&w.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="center"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>%s</w:p></w:tc>`,
				widths[i+2], w.inline(boxPicture))
		}
		w.body.WriteString(`</w:tr>`)
	}
	w.body.WriteString(`</w:tbl>`)
}

func (w *writer) row(height int) {
	fmt.Fprintf(&w.body, `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="%d" w:hRule="exact"/></w:trPr>`, height)
}

// cell writes lines into a cell. Its margins are nothing, so that the text is indented.
func (w *writer) cell(width int, t Text, side, face string) {
	fmt.Fprintf(&w.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`, width)
	for _, line := range t.Lines {
		properties := lines(t.Points, side)
		if side == "left" {
			properties = strings.Replace(properties, `<w:ind w:firstLine="0"/>`, `<w:ind w:left="57" w:firstLine="0"/>`, 1)
		}
		w.body.WriteString(`<w:p><w:pPr>` + properties + `</w:pPr>` + run(line, t.Points, narrow(line, t.Points, t.Width), face) + `</w:p>`)
	}
	w.body.WriteString(`</w:tc>`)
}

// spans are the twips between edges.
func spans(edges []float64) (out []int) {
	for i := range len(edges) - 1 {
		out = append(out, toTwips(edges[i+1])-toTwips(edges[i]))
	}
	return out
}

func toTwips(mm float64) int { return int(math.Round(mm * 1440 / 25.4)) }
func toEMU(mm float64) int   { return int(math.Round(mm * 36000)) }
