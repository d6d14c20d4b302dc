package papers

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/sheet"
)

// A blank is one file of sheets to fill in.
type blank struct {
	sheet.Form
	name  string // of the file
	kind  pageKind
	count int // of those who get one, 0 where it is not known
}

// blanks are the sheets of a plan: one for each kind, and for each of the people where
// each has his own.
func blanks(p plan.Plan, with Eve) (out []blank) {
	title := joined(p.Title, sheetTitle(p))
	for k, kind := range kindsOf(p) {
		one := blank{sheet.Form{
			Title: titleWords(p.Unit + title), People: peopleOf(p) + " （职务、姓名）", Answers: slices.Clone(p.Rule.OnSheet()),
			Notes: filling(p), Foot: strings.Repeat("　", 14) + "年　　月　　日", Over: "背面还有，请翻面填写。",
		}, "10-" + sheetTitle(p), kind, countOf(p, with, kind)}
		if kind.Letter != "" {
			one.Class, one.Letter = k+1, kind.Letter
			one.name += "（" + fileSigns.Replace(kind.words()) + "）"
		}
		if p.Rule.Aside != "" {
			one.Answers = append(one.Answers, p.Rule.Aside)
		}
		if !p.Sheets.Each {
			for _, s := range p.Subjects {
				one.Names = append(one.Names, rowsOf(p, s.Label())...)
			}
			out = append(out, one)
			continue
		}
		for i, s := range p.Subjects {
			own := one
			own.People, own.Title, own.Names = "评议内容", titleWords(p.Unit+title+"（"+s.Label()+"）"), rowsOf(p, "")
			own.name += "（" + fileLabel(s.Label(), i) + "）"
			out = append(out, own)
		}
	}
	return out
}

// blankSheets are the sheets to fill in, and what is to be printed of each.
func blankSheets(p plan.Plan, with Eve) (list []Document, copies []pageCopies, err error) {
	for _, b := range blanks(p, with) {
		layout, err := sheet.LayOut(b.Form)
		if err != nil {
			return nil, nil, err
		}
		file, err := layout.Document()
		if err != nil {
			return nil, nil, err
		}
		paper := "A4"
		if layout.Half {
			paper = "A5，一张A4印两份"
		} else if len(layout.Pages) > 1 {
			paper = "A4，双面"
		}
		title := b.name[len("10-"):]
		list = append(list, Document{ID: fmt.Sprintf("sheet-%d", len(list)+1), Name: b.name + ".docx", File: b.name + ".docx", Title: title, Bytes: file})
		copies = append(copies, pageCopies{len(copies) + 1, title, b.kind.Colour, paper, b.count})
	}
	return list, copies, nil
}

// hasSample reports whether there is a blank sheet to file: some sheet was read, it can
// be laid out, and the plan does not want the filled ones instead.
func hasSample(s meeting.State) bool {
	return hasRead(s) && !s.Plan.Sheets.Filled && !slices.ContainsFunc(blanks(s.Plan, Eve{}), func(b blank) bool {
		_, err := sheet.LayOut(b.Form)
		return err != nil
	})
}

// sample is one blank sheet of each kind, in one file.
func sample(p plan.Plan) ([]byte, error) {
	list, _, err := blankSheets(p, Eve{})
	if err != nil {
		return nil, err
	}
	if len(list) == 1 {
		return list[0].Bytes, nil
	}
	var files [][]byte
	for _, d := range list {
		files = append(files, d.Bytes)
	}
	return docx.Join(files)
}

// rowsOf are the rows of one who is graded, in the order in which they are keyed: the
// overall one first.
func rowsOf(p plan.Plan, label string) []string {
	if len(p.Rule.Items) == 0 && label != "" {
		return []string{label}
	}
	out := []string{strings.TrimSpace(label + " 总体评价")}
	for _, it := range p.Rule.Items {
		out = append(out, strings.TrimSpace(label+" "+it.Title))
	}
	return out
}

// filling says how a sheet is filled in, in the plan's words for what spoils a row
// where they are few: no more stands under a small sheet.
func filling(p plan.Plan) string {
	const form = "说明：1.每行在一个等次的方框内画“√”，不选为弃权，%s的该项无效。2.用蓝、黑色笔，不署名。3.顶部色块同类各张相同，仅示类别、页次、版式。"
	if spoils := strings.Join(p.Sheets.Spoils, "、"); spoils != "" && len(spoils) <= len("多选或无法辨认")*3/2 {
		return fmt.Sprintf(form, spoils)
	}
	return fmt.Sprintf(form, "多选或无法辨认")
}
