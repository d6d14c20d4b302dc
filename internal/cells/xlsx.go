package cells

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"shuping/internal/typed"
)

// Bounds of a workbook.
const (
	maxUnpacked = 192 << 20 // bytes of all parts that are read
	maxParts    = 10_000
	maxSheets   = 1_000
	maxTexts    = 64 << 20 // bytes of all texts
	maxMerges   = 20_000   // of a sheet
	maxAcross   = 500_000  // columns of all merges of a sheet
)

// A packed workbook is read once, from its parts as they stand. Each part is bounded
// by what it unpacks to, not by what it says that it does.
type packed struct {
	*reader
	parts    map[string]*zip.File // by name as other programs compare them
	left     int64                // bytes that may still be unpacked
	tags     int                  // tags and texts that may still be read
	texts    []text               // that cells share
	looks    []style
	from1904 bool // how days are numbered
	room     int  // bytes of texts that may still be kept
}

// A text is one that cells share, and what is odd about it.
type text struct {
	cell
	pale bool // some of it is white
}

// workbook reads what is packed in an archive.
func (r *reader) workbook(parts *zip.Reader) {
	w := packed{reader: r, parts: map[string]*zip.File{}, left: maxUnpacked, tags: maxTags, room: maxTexts}
	for _, f := range parts.File {
		name := partName(f.Name)
		if _, twice := w.parts[name]; twice {
			r.fault(PartTwice, "part", strings.Map(graphic, name))
			return
		}
		w.parts[name] = f
	}
	book, err := w.relations("")
	if err == nil && w.parts[book.main()] == nil {
		r.fault(kindOfArchive(parts))
		return
	}
	if err == nil {
		err = w.read(book.main())
	}
	switch {
	case errors.Is(err, errUnpacked):
		r.fault(Unpacked, "limit", maxUnpacked>>20)
	case errors.Is(err, errTooManyStyles):
		r.fault(TooManyStyles, "limit", maxStyles)
	case err != nil:
		r.damaged(err)
	}
}

var (
	errUnpacked      = errors.New("too much is unpacked")
	errTooManyStyles = errors.New("too many styles")
	errNoSheet       = errors.New("no sheet")
)

// partName is the name of a part as other programs compare names.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// graphic keeps what a name may show.
func graphic(c rune) rune {
	if typed.Hidden(c) {
		return -1
	}
	return c
}

// damaged words what an error of the archive or of the XML says.
func (r *reader) damaged(err error) {
	r.fault(Damaged, "reason", strconv.QuoteToGraphic(err.Error()))
}

// A relation is how one part finds another.
type relation struct{ id, kind, target string }

type relations []relation

// main is the part that holds the workbook.
func (list relations) main() string {
	for _, r := range list {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			return r.target
		}
	}
	return "xl/workbook.xml"
}

// relations reads how a part finds others; of "" where the workbook is.
func (w *packed) relations(of string) (relations, error) {
	folder, name := path.Split(of)
	f := w.parts[folder+"_rels/"+name+".rels"]
	if f == nil {
		return nil, nil
	}
	var out relations
	err := w.walk(f, func(in *scanner, t token) error {
		if t.kind != startTag || !in.at("Relationships", "Relationship") {
			return nil
		}
		if len(out) == maxParts {
			return errUnpacked
		}
		target := t.attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(folder, target)
		}
		out = append(out, relation{t.attr("Id"), t.attr("Type"), partName(target)})
		return nil
	})
	return out, err
}

// kindOf finds the relation of a kind.
func (list relations) kindOf(kind string) string {
	for _, r := range list {
		if strings.HasSuffix(r.kind, "/"+kind) {
			return r.target
		}
	}
	return ""
}

// A limited reader ends with an error where more is unpacked than may be.
type limited struct {
	in   io.Reader
	left *int64
}

func (l limited) Read(p []byte) (int, error) {
	n, err := l.in.Read(p)
	if *l.left -= int64(n); *l.left < 0 {
		return 0, errUnpacked
	}
	return n, err
}

// walk hands out every tag and text of a part, and is an error where the part is not
// whole. In.open holds the tags that are open, the one that was just handed out with
// them where it begins.
func (w *packed) walk(f *zip.File, take func(*scanner, token) error) error {
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	s := newScanner(limited{in, &w.left})
	for {
		if w.tags--; w.tags < 0 {
			return errUnpacked
		}
		t, err := s.next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = take(s, t)
		}
		if err != nil {
			return err
		}
	}
}

// A listed sheet is one that the workbook names.
type listed struct {
	name, id string
	hidden   bool
}

// read takes the workbook whose main part has the name.
func (w *packed) read(main string) error {
	list, err := w.listed(main)
	if err != nil {
		return err
	}
	related, err := w.relations(main)
	if err != nil {
		return err
	}
	if w.looks, err = w.styles(w.parts[related.kindOf("styles")]); err != nil {
		return err
	}
	if err := w.shared(w.parts[related.kindOf("sharedStrings")]); err != nil {
		return err
	}
	for _, l := range list {
		for _, r := range related {
			if r.id != l.id || !strings.HasSuffix(r.kind, "/worksheet") {
				continue
			}
			if l.hidden {
				w.book.Hidden = append(w.book.Hidden, strings.Map(graphic, l.name))
				continue
			}
			if err := w.sheet(l.name, w.parts[r.target]); err != nil {
				return err
			}
		}
	}
	if len(w.book.Sheets)+len(w.book.Hidden) == 0 {
		return errNoSheet
	}
	return nil
}

// listed is the sheets of the workbook in their order, and how it numbers days.
func (w *packed) listed(main string) ([]listed, error) {
	var out []listed
	err := w.walk(w.parts[main], func(in *scanner, t token) error {
		switch {
		case t.kind != startTag:
		case in.at("workbook", "workbookPr"):
			w.from1904 = t.truth("date1904")
		case in.at("workbook", "sheets", "sheet"):
			if len(out) == maxSheets {
				return errUnpacked
			}
			state := t.attr("state")
			out = append(out, listed{t.attr("name"), t.attr("r:id"), state != "" && state != "visible"})
		}
		return nil
	})
	return out, err
}

// shared reads the texts that cells share.
func (w *packed) shared(f *zip.File) error {
	if f == nil {
		return nil
	}
	var b lettering
	return w.walk(f, func(in *scanner, t token) error {
		switch {
		case in.open == nil:
		case t.kind == startTag && in.at("sst", "si"):
			b = lettering{}
		case t.kind == endTag && in.at("sst") && t.name == "si":
			if len(w.texts) == MaxCells {
				return errUnpacked
			}
			c, err := w.kept(b.text())
			w.texts = append(w.texts, text{c, b.pale})
			return err
		case len(in.open) > 1:
			b.take(in.open[2:], t)
		}
		return nil
	})
}

// kept is a cell of a text, if there is still room for it.
func (w *packed) kept(said string) (cell, error) {
	if w.room -= len(said); w.room < 0 {
		return cell{}, errUnpacked
	}
	return newCell(said), nil
}

// A lettering is a text that comes in runs. How it is read aloud (rPh) is no part
// of it.
type lettering struct {
	runs  strings.Builder
	pale  bool
	white bool // the run is
	over  int  // characters that were not kept
}

// take adds what stands in a tag of the text. Open is the tags that are open below
// that of the text.
func (l *lettering) take(open []string, t token) {
	within := func(path ...string) bool {
		if len(open) != len(path) {
			return false
		}
		for i := range path {
			if open[i] != path[i] {
				return false
			}
		}
		return true
	}
	switch {
	case t.kind == startTag && within("r"):
		l.white = false
	case t.kind == startTag && within("r", "rPr", "color"):
		l.white = colourOf(t).like(white)
	case t.kind == textToken && (within("t") || within("r", "t")):
		if l.runs.Len() > 4*MaxText {
			l.over += utf8.RuneCount(t.text)
			return
		}
		l.runs.Write(t.text)
		l.pale = l.pale || l.white && len(open) == 2 && strings.TrimSpace(string(t.text)) != ""
	}
}

// text is the whole of it, its characters that no XML may hold spelled out and its
// lines parted by LF.
func (l *lettering) text() string {
	said := plainLines(spelled(l.runs.String()))
	if l.over > 0 {
		said += strings.Repeat("…", min(l.over, 4*MaxText))
	}
	return said
}

func plainLines(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.ReplaceAll(text, "\r\n", "\n")
}

// spelled is a text with _x000D_ and the like as the characters that they stand for.
func spelled(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for {
		i := strings.Index(text, "_x")
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		if len(text) >= i+7 && text[i+6] == '_' {
			if n, err := strconv.ParseUint(text[i+2:i+6], 16, 32); err == nil && utf8.ValidRune(rune(n)) {
				b.WriteRune(rune(n))
				text = text[i+7:]
				continue
			}
		}
		b.WriteString("_x")
		text = text[i+2:]
	}
}
