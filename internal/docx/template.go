package docx

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"sort"
	"strings"
	"text/template"
	"text/template/parse"

	"shuping/internal/fault"
	"shuping/internal/typed"
)

// Templates is a folder of templates, read and checked.
//
//	blocks.xml, blocks-NAME.xml   blocks that the others may use, {{define "name"}}
//	NAME.xml                      the body of one kind of paper, which becomes word/document.xml
//	parts/…                       every other part, by its name in the zip
//
// Parts that end in .xml are templates too, filled with the same values; .rels,
// .png, .jpg and .jpeg go in as they are, and other files are left alone.
type Templates struct {
	all    *template.Template
	bodies []string // "minutes", in the order of the alphabet
	parts  []string // "word/styles.xml", likewise
	asIs   map[string][]byte
	places map[string]source // where each block begins
	texts  map[*byte]source  // where each piece of text begins, by its first byte
}

// Document is the part that a body becomes.
const Document = "word/document.xml"

// Bounds of a folder of templates and of one part that is made of them.
const (
	maxFiles    = 200
	maxTemplate = 4 << 20
	maxFilled   = 64 << 20
)

const parts = "parts/"

// holdsBlocks reports whether a file is no body but blocks for others.
func holdsBlocks(name string) bool {
	return name == "blocks.xml" || strings.HasPrefix(name, "blocks-")
}

// Read takes a folder of templates. A file that lies in a later folder too is
// taken from the earlier one, so that an office need write only what it wants
// otherwise; a body that the last folder does not have is a fault, because nothing
// would be made of it. Whatever is wrong is a [*fault.Fault].
func Read(folders ...fs.FS) (*Templates, error) {
	ts := &Templates{all: template.New("").Funcs(functions()).Option("missingkey=error"), asIs: map[string][]byte{}, places: map[string]source{}, texts: map[*byte]source{}}
	files, err := gather(folders)
	if err != nil {
		return nil, err
	}
	for _, name := range sorted(files) {
		if err := ts.take(name, files[name]); err != nil {
			return nil, err
		}
	}
	return ts, ts.acyclic()
}

// Files are the templates in one folder, by their paths in it.
func Files(folder fs.FS) (map[string][]byte, error) { return gather([]fs.FS{folder}) }

// gather reads the folders, the last one first.
func gather(folders []fs.FS) (map[string][]byte, error) {
	files := map[string][]byte{}
	for i, folder := range slices.Backward(folders) {
		count := 0
		err := fs.WalkDir(folder, ".", func(name string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return found(Unreadable, fault.Place{File: name}, cause(err))
			case e.IsDir() || !isTemplate(name):
				return nil
			case !e.Type().IsRegular():
				return found(Unreadable, fault.Place{File: name}, fault.Reason("it is not a plain file"))
			}
			if count++; count > maxFiles {
				return found(TooLarge, fault.Place{File: name}, "")
			}
			if _, known := files[name]; !known && i < len(folders)-1 && !strings.HasPrefix(name, parts) {
				return found(Unknown, fault.Place{File: name}, "")
			}
			files[name], err = readFile(folder, name)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// isTemplate reports whether a file is of any use: a part or a picture in one, or
// XML beside them. What systems leave in folders is not.
func isTemplate(name string) bool {
	if strings.HasPrefix(name, parts) {
		return slices.Contains(partKinds, path.Ext(name))
	}
	return !strings.Contains(name, "/") && path.Ext(name) == ".xml"
}

var partKinds = []string{".xml", ".rels", ".png", ".jpg", ".jpeg"}

func readFile(folder fs.FS, name string) ([]byte, error) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, found(Unreadable, fault.Place{File: name}, cause(err))
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxTemplate+1))
	switch {
	case err != nil:
		return nil, found(Unreadable, fault.Place{File: name}, cause(err))
	case len(b) > maxTemplate:
		return nil, found(TooLarge, fault.Place{File: name}, "")
	}
	return b, nil
}

// cause is what the system says, without the path.
func cause(err error) fault.Reason {
	var onPath *fs.PathError
	if errors.As(err, &onPath) {
		err = onPath.Err
	}
	return fault.Reason(err.Error())
}

// take reads one file into the set.
func (ts *Templates) take(name string, text []byte) error {
	part, isPart := strings.CutPrefix(name, parts)
	switch {
	case isPart && !strings.HasSuffix(name, ".xml"):
		if at, wrong := strict(text); path.Ext(name) == ".rels" && wrong != nil {
			wrong.At = fault.Place{File: name, Line: 1 + bytes.Count(text[:at], []byte("\n"))}
			return wrong
		}
		ts.asIs[part] = text
	case isPart:
		ts.parts = append(ts.parts, part)
	case !holdsBlocks(name):
		ts.bodies = append(ts.bodies, strings.TrimSuffix(name, ".xml"))
	}
	if _, ok := ts.asIs[part]; ok {
		return nil
	}
	return ts.parse(name, string(bytes.TrimPrefix(text, []byte("\uFEFF"))))
}

// parse reads the actions of a file and checks what stands between them.
func (ts *Templates) parse(name, text string) error {
	one, err := template.New(name).Funcs(functions()).Parse(text)
	if err != nil {
		return blame(Syntax, name, err)
	}
	var trees []*parse.Tree
	for _, t := range one.Templates() {
		trees = append(trees, t.Tree)
		if err := strangers(name, text, t.Tree); err != nil {
			return err
		}
	}
	if err := sound(name, skeleton(text, trees)); err != nil {
		return err
	}
	for _, t := range trees {
		line := 1 + strings.Count(text[:t.Root.Pos], "\n")
		if ts.all.Lookup(t.Name) != nil {
			return found(Twice, fault.Place{File: name, Line: line}, t.Name)
		}
		ts.places[t.Name] = source{name, line}
		ts.locate(name, text, t)
		escapeAll(t.Root)
		meter(t.Root)
		if _, err := ts.all.AddParseTree(t.Name, t); err != nil {
			return blame(Syntax, name, err)
		}
	}
	return nil
}

// locate notes where the pieces of text of a tree stand.
func (ts *Templates) locate(name, text string, tree *parse.Tree) {
	visit(tree.Root, func(n parse.Node) {
		if piece, ok := n.(*parse.TextNode); ok && len(piece.Text) > 0 {
			ts.texts[&piece.Text[0]] = source{name, 1 + strings.Count(text[:piece.Pos], "\n")}
		}
	})
}

// functions are what a template can call, beside and, or, not, len and the
// comparisons of text/template.
//
//	printf FORM …      as in package fmt, within bounds
//	place MARK         the bookmark of a mark, with ID, Name and Text
//	paragraphs TEXT    its lines, without those on which nothing stands
//	divide A B         A/B, rounded down
func functions() template.FuncMap {
	return template.FuncMap{"xml": escape, "place": places(), "paragraphs": typed.Lines, "divide": divide,
		"printf": format, "step": steps()}
}

func divide(a, b int) (int, error) {
	if b == 0 {
		return 0, errors.New("division by zero")
	}
	return a / b, nil
}

// Has reports whether there is a body of the name.
func (ts *Templates) Has(body string) bool { return slices.Contains(ts.bodies, body) }

// Fill makes the file whose document is the body, filled with values. Whatever is
// wrong is a [*fault.Fault].
func (ts *Templates) Fill(body string, values any) ([]byte, error) {
	if !ts.Has(body) {
		return nil, found(Missing, fault.Place{File: body + ".xml"}, "")
	}
	all, err := ts.all.Clone()
	if err != nil {
		return nil, blame(Syntax, body+".xml", err)
	}
	all.Funcs(template.FuncMap{"place": places(), "step": steps()})
	var out []Part
	for _, name := range sorted(ts.asIs) {
		out = append(out, Part{name, ts.asIs[name]})
	}
	for _, name := range ts.parts {
		b, err := ts.fill(all, parts+name, values)
		if err != nil {
			return nil, err
		}
		out = append(out, Part{name, b})
	}
	b, err := ts.fill(all, body+".xml", values)
	if err != nil {
		return nil, err
	}
	file, err := Pack(append(out, Part{Document, b}))
	if err != nil {
		return nil, found(BadValue, fault.Place{File: parts + ContentTypes}, err.Error())
	}
	return file, nil
}

// fill makes one part.
func (ts *Templates) fill(all *template.Template, file string, values any) ([]byte, error) {
	out := bounded{texts: ts.texts}
	if err := all.ExecuteTemplate(&out, file, values); err != nil {
		if errors.Is(err, errTooLarge) || errors.Is(err, errEndless) {
			return nil, found(TooLarge, fault.Place{File: file}, "")
		}
		return nil, blame(BadValue, file, err)
	}
	// A block that is balanced among its neighbours may not be where it is used.
	if at, wrong := strict(out.Bytes()); wrong != nil {
		from := out.source(at, source{file, 1})
		wrong.At = fault.Place{File: from.file, Line: from.line}
		return nil, wrong
	}
	return out.Bytes(), nil
}

// bounded is a part as it grows, up to maxFilled bytes, and where its pieces come
// from.
type bounded struct {
	bytes.Buffer
	texts  map[*byte]source
	pieces []piece
}

// A piece is text of a template and where in the part it begins.
type piece struct {
	at   int32
	text *byte
}

var errTooLarge = errors.New("what is made of the template has no end")

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > maxFilled {
		return 0, errTooLarge
	}
	if len(p) > 0 {
		if _, known := b.texts[&p[0]]; known {
			b.pieces = append(b.pieces, piece{int32(b.Len()), &p[0]})
		}
	}
	return b.Buffer.Write(p)
}

// source is where the byte at an offset comes from: the piece before it and as many
// lines on as there are between.
func (b *bounded) source(at int, from source) source {
	i := sort.Search(len(b.pieces), func(i int) bool { return int(b.pieces[i].at) > at }) - 1
	if i < 0 {
		return from
	}
	from = b.texts[b.pieces[i].text]
	from.line += bytes.Count(b.Bytes()[b.pieces[i].at:at], []byte("\n"))
	return from
}

// sorted is the names in the order of their bytes.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
