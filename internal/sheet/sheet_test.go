package sheet_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuping/internal/docx"
	"shuping/internal/fault"
	"shuping/internal/sheet"
)

// What .ci/papers looks at is written by a test, so that nothing but the program
// writes it.
var folder = flag.String("sheets", "", "a folder to write the sheets into")

var scale = []string{"好", "较好", "一般", "差"}

// form is a sheet on n people.
func form(n int, answers ...string) sheet.Form {
	f := sheet.Form{
		Title: []string{"根河市市场监督管理局党总支", "2023年度", "党支部书记", "抓基层党建工作述职评议表"}, People: "述职人 （职务、姓名）", Answers: slices.Clone(answers),
		Notes: "说明：在每人所选等次的方框内画一个“√”，不选为弃权；不署名、不作记号。顶部色块同类各张相同。",
		Foot:  "年　月　日", Over: "背面还有，请翻面填写。",
	}
	for i := range n {
		f.Names = append(f.Names, fmt.Sprintf("第%d党支部书记 张三", i+1))
	}
	return f
}

// forms are those that the eye looks at.
func forms() map[string]sheet.Form {
	out := map[string]sheet.Form{}
	for _, n := range []int{1, 2, 6, 7, 12, 22, 24, 25, 48, 60} {
		out[fmt.Sprintf("people-%02d", n)] = form(n, scale...)
	}
	out["answers-5"] = form(6, append(scale, "不了解")...)
	out["answers-6"] = form(12, "优秀", "良好", "称职", "基本称职", "不称职", "不了解")
	long := form(22, scale...)
	long.Class, long.Letter = 2, "B票（群众代表）"
	for i := range long.Names {
		long.Names[i] = strings.Repeat("机关第一联合党支部委员会", 3) + "书记"
	}
	out["long-names"] = long
	ten := form(6, scale...)
	ten.Names = []string{"机关第一联合党支部书记 阿卜杜热西提·买买提", "机关第一联合党支书记", "第一联合党支部书记 王芳",
		"第二党支部书记 古丽娜尔·阿卜杜克里木", "根河市市场监督管理局机关第一党支部书记", "第三党支部书记 王芳"}
	out["ten"] = ten
	classes := form(3, scale...)
	classes.Class, classes.Letter = 1, "A票"
	out["class-a"] = classes
	return out
}

func TestSheetsForTheEye(t *testing.T) {
	dir := *folder
	if dir == "" {
		dir = t.TempDir()
	}
	for name, f := range forms() {
		l, err := sheet.LayOut(f)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		file, err := l.Document()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		again, _ := l.Document()
		if !bytes.Equal(file, again) {
			t.Errorf("%s: written twice, the bytes differ", name)
		}
		where, err := json.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		for ending, b := range map[string][]byte{".docx": file, ".json": where} {
			if err := os.WriteFile(filepath.Join(dir, name+ending), b, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestEverythingHasItsPlace holds what a reader relies on.
func TestEverythingHasItsPlace(t *testing.T) {
	for name, f := range forms() {
		l, err := sheet.LayOut(f)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if l.Half != (l.Width == 148.5) || l.Half && len(f.Names) > sheet.MostOnHalf {
			t.Errorf("%s: %d people on %v mm", name, len(f.Names), l.Width)
		}
		rows := 0
		for _, p := range l.Pages {
			rows += len(p.Rows)
			for i, m := range p.Marks {
				if clear := grown(m, 3); touches(clear, p.Table) || touches(clear, p.Class) || touches(clear, p.Title.Box) || touches(clear, p.Notes.Box) || touches(clear, p.Letter.Box) {
					t.Errorf("%s: something stands within 3 mm of corner mark %d", name, i+1)
				}
			}
			if touches(grown(p.Class, 3), p.Letter.Box) || touches(grown(p.Class, 3), p.Title.Box) {
				t.Errorf("%s: something stands within 3 mm of the class mark", name)
			}
			if bottom := p.Notes.Y + float64(len(p.Notes.Lines))*p.Notes.Points*1.1*25.4/72; bottom > p.Marks[2].Y-0.5 && p.Notes.X < 24 || bottom > l.Height-10 {
				t.Errorf("%s: the notes reach down to %v of %v", name, bottom, l.Height)
			}
			for _, r := range p.Rows {
				cell := r.Name.Box
				if cell.Height < 9 || float64(len(r.Name.Lines))*r.Name.Points*1.1*25.4/72 > cell.Height-0.5 {
					t.Errorf("%s, row %d: %d lines of %v pt in %v mm", name, r.Number, len(r.Name.Lines), r.Name.Points, cell.Height)
				}
				if len(r.Boxes) != len(f.Answers) || strings.Join(r.Name.Lines, "") != strings.ReplaceAll(f.Names[r.Number-1], " ", "") && strings.Join(r.Name.Lines, " ") != f.Names[r.Number-1] {
					t.Errorf("%s, row %d: %q, %d boxes", name, r.Number, r.Name.Lines, len(r.Boxes))
				}
				for i, b := range r.Boxes {
					from := p.Table.X + p.Edges[i+2]
					if b.X < from+2 || b.X+b.Width > p.Table.X+p.Edges[i+3]-2 || b.Y < cell.Y+1.9 || b.Y+b.Height > cell.Y+cell.Height-1.9 {
						t.Errorf("%s, row %d: box %d stands at %v", name, r.Number, i+1, b)
					}
				}
			}
		}
		if rows != len(f.Names) {
			t.Errorf("%s: %d rows", name, rows)
		}
	}
}

// TestNamesStandWhole: no name is broken on a small sheet, and a post into equal parts.
func TestNamesStandWhole(t *testing.T) {
	l, err := sheet.LayOut(forms()["ten"])
	if err != nil || !l.Half {
		t.Fatal(l.Half, err)
	}
	for i, want := range []string{
		"机关第一联合党支部书记|阿卜杜热西提·买买提", "机关第一联合党支书记", "第一联合党支部书记|王芳",
		"第二党支部书记|古丽娜尔·阿卜杜克里木", "根河市市场监督管理局|机关第一党支部书记", "第三党支部书记|王芳",
	} {
		if got := strings.Join(l.Pages[0].Rows[i].Name.Lines, "|"); got != want {
			t.Errorf("row %d: %s, not %s", i+1, got, want)
		}
	}
	file, err := l.Document()
	if err != nil {
		t.Fatal(err)
	}
	parts, err := docx.Unpack(file)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(parts, func(p docx.Part) bool { return p.Name == docx.Document })
	text := string(parts[at].Bytes)
	for line, narrow := range map[string]string{"机关第一联合党支书记": `<w:w w:val="98"/>`, "古丽娜尔·阿卜杜克里木": `<w:w w:val="89"/>`, "第一联合党支部书记": ""} {
		before, _, _ := strings.Cut(text, ">"+line+"</w:t>")
		if _, run, _ := strings.Cut(before[strings.LastIndex(before, "<w:r>"):], `<w:spacing w:val="0"/>`); !strings.HasPrefix(run, narrow+"<w:sz ") {
			t.Errorf("%s: %s", line, run)
		}
	}
}

func grown(b sheet.Box, by float64) sheet.Box {
	return sheet.Box{X: b.X - by, Y: b.Y - by, Width: b.Width + 2*by, Height: b.Height + 2*by}
}

func touches(a, b sheet.Box) bool {
	return a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height
}

// TestClassMarkIsReadBack reads what the cells say, and holds the sum against one that
// is reckoned bit by bit.
func TestClassMarkIsReadBack(t *testing.T) {
	f := form(48, scale...)
	f.Class = 5
	l, err := sheet.LayOut(f)
	if err != nil {
		t.Fatal(err)
	}
	for n, p := range l.Pages {
		if !p.Cells[0][0] || !p.Cells[1][0] || !p.Cells[0][17] || p.Cells[1][17] {
			t.Errorf("page %d: the direction cannot be told", n+1)
		}
		read := uint32(0)
		for row := range p.Cells {
			for _, black := range p.Cells[row][1:17] {
				read <<= 1
				if black {
					read |= 1
				}
			}
		}
		if read>>29 != sheet.Version || read>>26&7 != 5 || int(read>>23&7) != n+1 || read>>20&7 != 2 || uint16(read>>8&0xFFF) != l.Design {
			t.Errorf("page %d: the mark says %032b", n+1, read)
		}
		crc := uint32(0xFF)
		for bit := 31; bit >= 8; bit-- {
			crc = crc<<1 ^ (read>>bit&1)<<8 // the bit meets the one that leaves
			if crc&0x100 != 0 {
				crc ^= 0x107
			}
			crc &= 0xFF
		}
		if crc != read&0xFF {
			t.Errorf("page %d: the sum is %08b, not %08b", n+1, read&0xFF, crc)
		}
	}
}

// TestAnotherFormHasAnotherDesign: last year's sheet and another order are told apart,
// classes and notes are not.
func TestAnotherFormHasAnotherDesign(t *testing.T) {
	design := func(change func(*sheet.Form)) uint16 {
		f := form(7, scale...)
		change(&f)
		l, err := sheet.LayOut(f)
		if err != nil {
			t.Fatal(err)
		}
		return l.Design
	}
	same := design(func(*sheet.Form) {})
	for name, change := range map[string]func(*sheet.Form){
		"title": func(f *sheet.Form) { f.Title[1] = "2024年度" },
		"order": func(f *sheet.Form) { f.Names[0], f.Names[1] = f.Names[1], f.Names[0] },
		"scale": func(f *sheet.Form) { f.Answers = []string{"优秀", "合格"} },
	} {
		if design(change) == same {
			t.Errorf("another %s has the same design", name)
		}
	}
	if design(func(f *sheet.Form) { f.Class, f.Letter, f.Notes = 1, "A票", "" }) != same {
		t.Error("another class has another design")
	}
}

func TestWhatDoesNotFitIsNamed(t *testing.T) {
	broad := form(3, scale...)
	broad.Answers[0] = strings.Repeat("很", 40)
	for code, f := range map[fault.Code]sheet.Form{sheet.TooLong: broad, sheet.TooMany: form(200, scale...), sheet.NoAnswer: {}} {
		_, err := sheet.LayOut(f)
		var bad *fault.Fault
		if !errors.As(err, &bad) || bad.Code != code || bad.Of != "sheet" {
			t.Errorf("%v, not %s", err, code)
		}
	}
}

// TestPicturesAreRead by somebody else's reader, dot by dot.
func TestPicturesAreRead(t *testing.T) {
	l, err := sheet.LayOut(form(1, scale...))
	if err != nil {
		t.Fatal(err)
	}
	file, err := l.Document()
	if err != nil {
		t.Fatal(err)
	}
	parts, err := docx.Unpack(file)
	if err != nil {
		t.Fatal(err)
	}
	var black []int
	for _, p := range parts {
		if !strings.HasSuffix(p.Name, ".png") {
			continue
		}
		picture, err := png.Decode(bytes.NewReader(p.Bytes))
		if err != nil {
			t.Fatalf("%s: %v", p.Name, err)
		}
		n, size := 0, picture.Bounds()
		for y := range size.Dy() {
			for x := range size.Dx() {
				if r, _, _, _ := picture.At(x, y).RGBA(); r == 0 {
					n++
				}
			}
		}
		black = append(black, 100*n/(size.Dx()*size.Dy()))
	}
	// A corner mark, a box, the line to cut along, and the class mark.
	if len(black) != 4 || black[0] < 60 || black[0] > 75 || black[1] < 15 || black[1] > 25 || black[2] < 45 || black[2] > 55 || black[3] < 25 || black[3] > 75 {
		t.Errorf("so many hundredths of the pictures are black: %v", black)
	}
}
