package archive

import (
	stdzip "archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/papers"
)

// packed is a zip of our own kind, with whatever names.
func packed(names []string, contents ...string) []byte {
	var b bytes.Buffer
	var entries []entry
	for i, name := range names {
		text := ""
		if i < len(contents) {
			text = contents[i]
		}
		e := entry{name, sumOf([]byte(text)).crc, uint32(len(text)), uint32(b.Len())}
		b.Write(e.local())
		b.WriteString(text)
		entries = append(entries, e)
	}
	b.Write(zipDirectory(entries))
	return b.Bytes()
}

func TestHostileZips(t *testing.T) {
	_, good := small(t)
	long := "a/" + strings.Repeat("x", maxName)
	many := make([]string, maxFiles+1)
	for i := range many {
		many[i] = fmt.Sprintf("a/%04d", i)
	}
	forged := func(at int, b ...byte) []byte {
		c := bytes.Clone(good)
		copy(c[at:], b)
		return c
	}
	end := len(good)
	for name, c := range map[string]struct {
		zip  []byte
		want fault.Code
	}{
		"a name that climbs":         {packed([]string{"a/../../etc/passwd"}), NameEscapes},
		"a name that climbs at once": {packed([]string{"../x"}), NameEscapes},
		"an absolute name":           {packed([]string{"/etc/passwd"}), NameEscapes},
		"a drive":                    {packed([]string{"C:/x"}), NameEscapes},
		"a backslash":                {packed([]string{`a\..\x`}), NameEscapes},
		"a share":                    {packed([]string{`\\host\x`}), NameEscapes},
		"an empty segment":           {packed([]string{"a//x"}), NameEscapes},
		"a dot":                      {packed([]string{"a/./x"}), NameEscapes},
		"a folder":                   {packed([]string{"a/data/"}), NoBag},
		"no name":                    {packed([]string{""}), NameEscapes},
		"a device":                   {packed([]string{"a/CON"}), NameReserved},
		"a device with an ending":    {packed([]string{"a/nul.txt"}), NameReserved},
		"a port":                     {packed([]string{"a/Com1.json/x"}), NameReserved},
		"a dot at the end":           {packed([]string{"a/x."}), NameReserved},
		"Chinese":                    {packed([]string{"a/结果.json"}), FileMissing},
		"a name decomposed":          {packed([]string{"a/e\u0301.json"}), NameBad},
		"a name turned around":       {packed([]string{"a/x\u202etxt.exe"}), NameBad},
		"a space at the end":         {packed([]string{"a/x "}), NameReserved},
		"a control":                  {packed([]string{"a/x\x1b[2J"}), NameBad},
		"a zero":                     {packed([]string{"a/x\x00"}), NameBad},
		"too long a name":            {packed([]string{long}), NameBad},
		"a name met twice":           {packed([]string{"a/x", "a/x"}), NameCollides},
		"a name in capitals":         {packed([]string{"a/X", "a/x"}), NameCollides},
		"two folders":                {packed([]string{"a/x", "b/y"}), NoBag},
		"no folder":                  {packed([]string{"x"}), NoBag},
		"out of order":               {packed([]string{"a/y", "a/x"}), NoBag},
		"too many":                   {packed(many), TooMany},
		"nothing in it":              {packed(nil), NotABag},
		"nothing at all":             {nil, EmptyFile},
		"another file":               {[]byte("SQLite format 3"), NotABag},
		"cut short":                  {good[:end/2], CutShort},
		"without its end":            {good[:end-1], CutShort},
		"with something behind":      {append(bytes.Clone(good), 0), Trailing},
		"with something before":      {append([]byte{0}, good...), NotABag},
		"a size beyond the end":      {forged(18, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0x7f), CutShort},
		"another time":               {forged(10, 1), ""},
		"a descriptor behind":        {forged(6, 8, 8), ""},
		"another name before a file": {forged(localLength+30, 'X'), Unfolds},
		"a document":                 {document("word/document.xml"), OfficeFile},
		"a workbook":                 {document("xl/workbook.xml"), OfficeFile},
		"a zip of something":         {document("readme.txt"), NoBag},
		"a PDF":                      {[]byte("%PDF-1.7\n"), OfficeFile},
		"a session":                  {[]byte("0123456789abcdef\xed\xda\x0c\xed"), SessionFile},
		"another packing":            {[]byte("Rar!\x1a\x07"), OtherArchive},
		"another bag":                {packed([]string{"a/bag-info.txt", "a/bagit.txt"}, "Source-Organization: x\n", declaration), ForeignBag},
		"other contents":             {packed([]string{"a/bagit.txt"}, "x"), FileMissing},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "x.zip")
			if err := os.WriteFile(path, c.zip, 0o644); err != nil {
				t.Fatal(err)
			}
			r, err := Verify(context.Background(), path, "", nil)
			if err == nil {
				err = r.Err()
			}
			if code(err) != c.want {
				t.Fatalf("%v, want %s", err, c.want)
			}
			if c.want == "" {
				return
			}
			if text := english(err); strings.ContainsAny(text, "\x1b\x00\n") || len(text) > 400 {
				t.Errorf("not a sentence: %q", text)
			}
			if left, _ := os.ReadDir(dir); len(left) != 1 {
				t.Errorf("something was written: %v", left)
			}
		})
	}
}

// document is a zip of another program with a file of that name.
func document(name string) []byte {
	var b bytes.Buffer
	w := stdzip.NewWriter(&b)
	w.Create(name)
	w.Close()
	return b.Bytes()
}

// An export that somebody packed anew is read as the folder it is, and with nothing
// more of it believed.
func TestZipsOfOtherPrograms(t *testing.T) {
	src := sealed(t, 3)
	files := tree(t, export(t, src, "bag"))
	pack := func(method uint16, base string, change func(*stdzip.FileHeader)) []byte {
		var b bytes.Buffer
		w := stdzip.NewWriter(&b)
		w.Create("bag/")
		for _, name := range sortedNames(files) {
			h := &stdzip.FileHeader{Name: base + name, Method: method, Modified: time.Now()}
			change(h)
			f, err := w.CreateHeader(h)
			if err != nil {
				t.Fatal(err)
			}
			f.Write(files[name])
		}
		w.Close()
		return b.Bytes()
	}
	as := func(*stdzip.FileHeader) {}
	twice := func(h *stdzip.FileHeader) {
		if h.Name == "bag/"+planFile {
			h.Name = "bag/" + resultFile
		}
	}
	bomb := func() []byte {
		var b bytes.Buffer
		w := stdzip.NewWriter(&b)
		w.Create("bag/bagit.txt")
		f, _ := w.Create("bag/data/result.json")
		f.Write(make([]byte, 64<<20))
		w.Close()
		return b.Bytes()
	}
	for name, c := range map[string]struct {
		zip  []byte
		want fault.Code
	}{
		"stored":           {pack(stdzip.Store, "bag/", as), ""},
		"compressed":       {pack(stdzip.Deflate, "another/name/", as), ""},
		"without a folder": {pack(stdzip.Deflate, "", as), ""},
		"a link": {pack(stdzip.Store, "bag/", func(h *stdzip.FileHeader) {
			if h.Name == "bag/"+planFile {
				h.SetMode(os.ModeSymlink | 0o777)
			}
		}), NotAFile},
		"a name twice": {pack(stdzip.Deflate, "bag/", twice), NameCollides},
		"a bomb":       {bomb(), TooLarge},
	} {
		r, err := VerifyBytes(context.Background(), name, bytes.NewReader(c.zip), int64(len(c.zip)), "", nil)
		if err == nil {
			err = r.Err()
		}
		if code(err) != c.want || c.want == "" && (!r.Repacked || !r.OK()) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	// A changed byte is found under the sums as in a folder.
	files[resultFile] = changed(files[resultFile], 100)
	zip := pack(stdzip.Deflate, "bag/", as)
	if r, err := VerifyBytes(context.Background(), "x", bytes.NewReader(zip), int64(len(zip)), "", nil); err != nil || code(r.Err()) != SumDiffers {
		t.Error(err, r.Err())
	}
}

// What an export says of its meeting, beside the checks.
func TestTheFactsOfAnExport(t *testing.T) {
	src := recorded(t, demanding(t), watched+corrected)
	r := check(t, memShelf(exported(t, src, means())), nil)
	if r.First != src[0].Hash || len(r.Seals) != len(r.State.Seals) || r.Seals[len(r.Seals)-1].Hash != src.Head().Hash {
		t.Errorf("first %s, %d seals", r.First, len(r.Seals))
	}
	if want := []string{"王某某", "赵六", "李四"}; !slices.Equal(r.Checkers, want) || r.Identifier == "" {
		t.Errorf("checked by %v, want %v; %q", r.Checkers, want, r.Identifier)
	}
}

// Other programs must be able to read what this one packs.
func TestOtherProgramsReadTheZip(t *testing.T) {
	files, zip := small(t)
	r, err := stdzip.NewReader(bytes.NewReader(zip), int64(len(zip)))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.File) != len(files) {
		t.Errorf("%d files of %d", len(r.File), len(files))
	}
	for _, f := range r.File {
		_, name, _ := strings.Cut(f.Name, "/")
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(in); err != nil || !bytes.Equal(b.Bytes(), files[name]) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func TestHostileFolders(t *testing.T) {
	good := export(t, sealed(t, 3), "bag")
	for name, c := range map[string]struct {
		do   func(dir string) error
		want fault.Code
	}{
		"a file missing": {func(d string) error { return os.Remove(filepath.Join(d, infoFile)) }, FileMissing},
		"a file too many": {func(d string) error {
			return os.WriteFile(filepath.Join(d, "Thumbs.db"), nil, 0o644)
		}, FileExtra},
		"an empty folder": {func(d string) error { return os.Mkdir(filepath.Join(d, "data", "x"), 0o755) }, FileExtra},
		"folders without end": {func(d string) error {
			return os.MkdirAll(filepath.Join(d, strings.Repeat("x/", maxDepth+5)), 0o755)
		}, FileExtra},
		"a link out": {func(d string) error {
			os.Remove(filepath.Join(d, resultFile))
			return os.Symlink("/etc/passwd", filepath.Join(d, resultFile))
		}, NotAFile},
		"a link within": {func(d string) error {
			os.Rename(filepath.Join(d, resultFile), filepath.Join(d, "r"))
			return os.Symlink("../r", filepath.Join(d, resultFile))
		}, NotAFile},
		"a link for a folder": {func(d string) error {
			os.Rename(filepath.Join(d, "data"), filepath.Join(d, "d"))
			return os.Symlink("d", filepath.Join(d, "data"))
		}, NotAFile},
		"a capital": {func(d string) error {
			return os.Rename(filepath.Join(d, infoFile), filepath.Join(d, "Bag-Info.txt"))
		}, FileMissing},
		"too large":           {func(d string) error { return os.Truncate(filepath.Join(d, resultFile), maxPage+1) }, TooLarge},
		"too large a journal": {func(d string) error { return os.Truncate(filepath.Join(d, journalFile), maxBytes+1) }, TooLarge},
		"a Chinese name": {func(d string) error {
			return os.WriteFile(filepath.Join(d, "说明.txt"), nil, 0o644)
		}, FileExtra},
		"emptied": {func(d string) error { return os.Truncate(filepath.Join(d, journalFile), 0) }, SumDiffers},
	} {
		dir := filepath.Join(t.TempDir(), "bag")
		if err := os.CopyFS(dir, os.DirFS(good)); err != nil {
			t.Fatal(err)
		}
		if err := c.do(dir); err != nil {
			t.Logf("%s: %v", name, err)
			continue
		}
		r, err := Verify(context.Background(), dir, "", nil)
		if err != nil || code(r.Err()) != c.want {
			t.Errorf("%s: %v, %v, want %s", name, err, r.Err(), c.want)
		}
	}
}

func TestNothingToCheck(t *testing.T) {
	dir := t.TempDir()
	if _, err := Verify(context.Background(), filepath.Join(dir, "x"), "", nil); code(err) != Missing {
		t.Error(err)
	}
	if r, err := Verify(context.Background(), dir, "", nil); err != nil || code(r.Err()) != FileMissing {
		t.Error(r.Err(), err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Verify(ctx, export(t, sealed(t, 3), "bag"), "", nil); code(err) != Stopped || !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func FuzzVerify(f *testing.F) {
	_, good := small(f)
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add(packed([]string{"a/../x", "a/CON"}))
	f.Add(packed([]string{"a/bagit.txt"}, declaration))
	f.Add(binary.LittleEndian.AppendUint32(nil, localMark))
	var b bytes.Buffer
	w := stdzip.NewWriter(&b)
	w.Create("a/b")
	w.Close()
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, zip []byte) {
		s, bad := readZip(bytes.NewReader(zip), int64(len(zip)))
		if bad == nil {
			bad, _ = check(t, s, nil).Err().(*fault.Fault)
		}
		if bad == nil && !bytes.Equal(zip, good) {
			t.Fatal("something else passes for a bag")
		}
		if bad != nil && (english(bad) == "" || strings.ContainsAny(english(bad), "\x1b\x00\n")) {
			t.Fatalf("not a sentence: %q", english(bad))
		}
	})
}

// FuzzReplay puts any record anywhere into a journal, under hashes that fit. The
// journal may be one that no meeting could have led to; it must be followed
// without panic as far as it can be, and what it comes to must have papers.
func FuzzReplay(f *testing.F) {
	list := all(f, sealed(f, 12))
	for i, rec := range list[1:] {
		f.Add(i+1, rec.Kind, rec.Event)
	}
	f.Fuzz(func(t *testing.T, at int, kind string, event []byte) {
		forged := slices.Clone(list)
		i := 1 + int(uint(at)%uint(len(list)-1))
		forged[i].Kind, forged[i].Event = kind, event
		forged[i].At, forged[i].Who = list[1].At, list[1].Who
		if strings.HasPrefix(kind, "ballot-") {
			forged[i].At, forged[i].Who = time.Time{}, journal.Who{}
		}
		var r reading
		for _, rec := range chained(forged) {
			if err := r.follow(rec); err != nil {
				break
			}
		}
		if r.head.Seq > 0 {
			r.pages()
			r.final()
			papers.Figures(r.state, r.told())
		}
	})
}
