package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuping/internal/attached"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	said "shuping/internal/words"
)

// photo and report are what people attached.
const (
	photo  = "\xff\xd8\xff 整改前后对比"
	report = "%PDF-1.7 述职报告"
)

// attach is the line that attaches a file.
func attach(to, name, bytes string) string {
	return fmt.Sprintf("attach %s name=%q size=%d sha256=%s\n", to, name, len(bytes), sumName(bytes))
}

func sumName(bytes string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(bytes))) }

// proven are problems with what proves that they were put right: the same photograph
// for two of them, under two names.
func proven() string {
	return "problem s2 origin=self text=\"理论学习不够\" due=2024-06-30\nproblem s2 origin=superior text=\"台账不实\" due=2024-06-30\n" +
		attach("report:s1", "述职报告（定稿）.pdf", report) +
		attach("problem:p1", "照片.jpg", photo) + attach("problem:p2", "=同一张.jpg", photo)
}

// shelved is a session with these files beside it.
func shelved(t testing.TB, contents ...string) Means {
	t.Helper()
	dir := t.TempDir()
	session := filepath.Join(dir, "s.shuping")
	for i, text := range contents {
		path := filepath.Join(dir, fmt.Sprint(i))
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		d, err := attached.Take(context.Background(), session, path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Keep(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	return Means{Session: session, Kept: session + ".sig", Keys: keys}
}

// What was attached keeps its name and ending, with the beginning of its sum before it.
var (
	photoFile  = attachments + sumName(photo)[:sumBefore] + "-照片.jpg"
	reportFile = attachments + sumName(report)[:sumBefore] + "-述职报告（定稿）.pdf"
)

func TestAttachedFilesAreInTheBag(t *testing.T) {
	src := recorded(t, demanding(t), watched+proven())
	bag := exported(t, src, shelved(t, photo, report))
	if r := check(t, memShelf(bag), nil); !r.OK() {
		t.Fatal(r.Err())
	}
	n := 0
	for name, b := range bag {
		if isAttachment(name) {
			n++
			if !strings.HasPrefix(name, attachments+sumName(string(b))[:sumBefore]+"-") {
				t.Errorf("%s has other bytes", name)
			}
		}
	}
	if n != 2 || string(bag[photoFile]) != photo || string(bag[reportFile]) != report {
		t.Errorf("%d files are attached", n)
	}
	for _, row := range []string{
		reportFile + ",述职报告（定稿）.pdf,附件：述职报告（",
		photoFile + ",照片.jpg,附件：整改台账 p1（",
		photoFile + ",'=同一张.jpg,附件：整改台账 p2（",
	} {
		if !strings.Contains(string(bag[contentsFile]), row) {
			t.Errorf("the contents have no row %q:\n%s", row, bag[contentsFile])
		}
	}
	for _, form := range []string{"bag", "bag.zip"} {
		var trees []map[string][]byte
		for range 2 {
			dst := filepath.Join(t.TempDir(), form)
			if _, err := Export(context.Background(), dst, src, shelved(t, report, photo), nil); err != nil {
				t.Fatal(err)
			}
			trees = append(trees, tree(t, dst))
		}
		if d := differing(trees[0], trees[1]); len(d) > 0 {
			t.Errorf("%s: %v are not the same twice", form, d)
		}
	}
}

// An attached file that is not as it was is named, and no bag is written without it.
func TestAttachedFilesThatStrayedKeepTheBagFromBeingWritten(t *testing.T) {
	src := recorded(t, demanding(t), watched+proven())
	for name, c := range map[string]struct {
		harm func(path string) error
		want string
	}{
		"gone":      {os.Remove, "照片.jpg is gone: "},
		"cut short": {func(p string) error { return os.Truncate(p, 3) }, "照片.jpg has another size: "},
		"changed":   {func(p string) error { return os.WriteFile(p, changed([]byte(photo), 3), 0o666) }, "照片.jpg has other bytes: "},
		"a link": {func(p string) error {
			if err := os.Rename(p, p+"-elsewhere"); err != nil {
				return err
			}
			return os.Symlink(p+"-elsewhere", p)
		}, "照片.jpg is not a plain file"},
	} {
		for _, form := range []string{"bag", "bag.zip"} {
			with := shelved(t, photo, report)
			if err := c.harm(filepath.Join(attached.Folder(with.Session), sumName(photo))); err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			_, err := Export(context.Background(), filepath.Join(dir, form), src, with, nil)
			if code(err) != AttachedBad || !strings.HasPrefix(english(err), c.want) {
				t.Errorf("%s: %v, want %s", name, err, c.want)
				continue
			}
			if text := said.Fault(said.Chinese, err.(*fault.Fault)); !strings.HasPrefix(text, "照片.jpg ") || strings.ContainsAny(text, "{}\n") {
				t.Errorf("%s: %q", name, text)
			}
			if left, _ := os.ReadDir(dir); len(left) > 0 {
				t.Errorf("%s has left %v", name, left)
			}
		}
	}
}

// A file that changes after its sum was taken is found while it is copied.
func TestAnAttachedFileThatChangesMeanwhileIsNamed(t *testing.T) {
	with := shelved(t, photo, report)
	dst := filepath.Join(t.TempDir(), "bag.zip")
	x := newExporter(context.Background(), dst, recorded(t, demanding(t), watched+proven()), with, nil)
	x.lay = memShelf{}.laying()
	var f *fault.Fault
	if x.sums[journalFile], f = x.lay(journalFile, x.survey); f != nil {
		t.Fatal(f)
	}
	if f := x.compose(); f != nil {
		t.Fatal(f)
	}
	path := filepath.Join(attached.Folder(with.Session), sumName(report))
	if err := os.WriteFile(path, changed([]byte(report), 5), 0o666); err != nil {
		t.Fatal(err)
	}
	if f := x.write(x.draft()); f == nil || f.Code != AttachedBad || f.Values["name"] != "述职报告（定稿）.pdf" {
		t.Errorf("%v", f)
	}
}

// Whoever makes all sums and the signature anew cannot change, drop, add or rename an
// attached file.
func TestAttachmentsAreHeldAgainstTheJournal(t *testing.T) {
	src := recorded(t, demanding(t), watched+proven())
	bag := exported(t, src, shelved(t, photo, report))
	name := photoFile
	with := func(change func(map[string][]byte)) map[string][]byte {
		bad := maps.Clone(bag)
		change(bad)
		return bad
	}
	for what, c := range map[string]struct {
		files map[string][]byte
		step  Step
		want  fault.Code
	}{
		"another byte": {with(func(m map[string][]byte) { m[name] = changed(m[name], 1) }), StepManifest, NameOfSum},
		"another file": {with(func(m map[string][]byte) {
			delete(m, name)
			m[attachments+sumName("x")[:sumBefore]+"-x.pdf"] = []byte("x")
		}), StepTables, FileMissing},
		"one is missing":    {with(func(m map[string][]byte) { delete(m, name) }), StepTables, FileMissing},
		"one is too many":   {with(func(m map[string][]byte) { m[attachments+sumName("x")[:sumBefore]+"-x.pdf"] = []byte("x") }), StepTables, FileExtra},
		"one without a sum": {with(func(m map[string][]byte) { m[attachments+"照片.jpg"] = []byte(photo) }), StepManifest, NameOfSum},
		"another name": {with(func(m map[string][]byte) {
			m[contentsFile] = bytes.Replace(m[contentsFile], []byte("照片"), []byte("图片"), 1)
		}), StepTables, CellDiffers},
		"another thing": {with(func(m map[string][]byte) {
			m[contentsFile] = bytes.Replace(m[contentsFile], []byte("p1（"), []byte("p2（"), 1)
		}), StepTables, CellDiffers},
		"one thing left out":  {with(func(m map[string][]byte) { m[contentsFile] = unlisted(m[contentsFile], "'=同一张") }), StepTables, CellDiffers},
		"a journal of others": {remade(t, bag, resized(src)), StepTables, SizeDiffers},
	} {
		r := check(t, resummed(c.files), nil)
		last := r.Checks[len(r.Checks)-1]
		if last.Step != c.step || code(r.Err()) != c.want {
			t.Errorf("%s: %s: %v, want %s: %s", what, last.Step, r.Err(), c.step, c.want)
		}
	}
	good := examined(t, memShelf(bag))
	for _, name := range []string{name, reportFile} {
		for i := range bag[name] {
			bad := maps.Clone(bag)
			bad[name] = changed(bag[name], i)
			if !foundByItsSum(t, good.again(memShelf(bad), name)) {
				t.Errorf("byte %d of %s was changed and not found", i, name)
			}
		}
	}
}

// unlisted is a table without the line that holds a text.
func unlisted(table []byte, text string) []byte {
	var out []byte
	for line := range bytes.Lines(table) {
		if !bytes.Contains(line, []byte(text)) {
			out = append(out, line...)
		}
	}
	return out
}

// More than may be in a bag is refused before anything is read, whether it is much
// or many.
func TestTooMuchAndTooMany(t *testing.T) {
	much, many := map[string]int64{}, map[string]int64{}
	for i := range 65 {
		much[fmt.Sprintf("%s%064x", attachments, i)] = meeting.MaxFile
	}
	for i := range maxFiles + 1 {
		many[fmt.Sprintf("%s%064x", attachments, i)] = 1
	}
	for want, sizes := range map[fault.Code]map[string]int64{
		TooMuch: much, TooMany: many, TooLarge: {attachments + strings.Repeat("a", 64): meeting.MaxFile + 1},
	} {
		if f := checkSizes(sizes); f == nil || f.Code != want {
			t.Errorf("%v, want %s", f, want)
		}
	}
}

// resized is the journal of somebody who says of one attached file that it has a
// byte more.
func resized(src records) records {
	out := slices.Clone(src)
	for i, rec := range out {
		old := fmt.Sprintf(`"size":%d`, len(photo))
		if rec.Kind == "file-attached" && bytes.Contains(rec.Event, []byte(old)) {
			out[i].Event = bytes.Replace(rec.Event, []byte(old), fmt.Appendf(nil, `"size":%d`, len(photo)+1), 1)
		}
	}
	return chained(out)
}
