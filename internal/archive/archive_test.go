package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/seal"
	"shuping/internal/words"
)

// A script is a meeting of n sheets, with a void one, a doubtful one and one
// taken back, up to the seal. From eleven sheets on s2 is under the veto.
func script(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "attend expected=%d present=%d\nstart report:s1\nfinish\nreview s1 text=\"台账=不实，\\n整改\"\n", n+5, n+2)
	fmt.Fprintf(&b, "issue %d\ncollect %d\n", n+1, n)
	for i := range n {
		if i%10 == 0 {
			b.WriteString("bundle\n")
		}
		switch {
		case i == 0:
			b.WriteString("b 0 reason=2\n")
		case i == 1:
			b.WriteString("doubt\nsettle 2 1 9\n")
		case i == 2:
			b.WriteString("b 4 4\ntakeback\nb 1 8\n")
		case i%8 == 3:
			b.WriteString("b 1 3\n")
		default:
			b.WriteString("b 1 2\n")
		}
		if i%10 == 9 || i == n-1 {
			fmt.Fprintf(&b, "close-bundle %d\n", i%10+1)
		}
	}
	b.WriteString("close-count by=\"监票人=甲\"\n")
	if n > 10 {
		b.WriteString("decide s1 好 reason=\"-略\"\ndecide s2 差\n")
	} else {
		b.WriteString("fact s2 kind=accountable source=\"通报〔2024〕1号\"\ndecide s1 好 reason=\"略\"\ndecide s2 差\n")
	}
	return b.String() + "seal\n"
}

// entries are the records that a script leads to.
func entries(t testing.TB, rehearsal bool, script string) []journal.Entry {
	t.Helper()
	text, err := os.ReadFile("../../data/plans/genhe-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2024, 1, 20, 15, 59, 55, 0, time.UTC)
	var s meeting.State
	var out []journal.Entry
	do := func(o meeting.Order) {
		events, err := meeting.Decide(s, meeting.Command{Who: meeting.Person{Role: "recorder", Name: "记录人"}, At: at, Order: o})
		if err != nil {
			t.Fatalf("%#v: %v", o, err)
		}
		for _, e := range events {
			s = meeting.Apply(s, e)
			kind, body := meeting.Encode(e.Deed)
			out = append(out, journal.Entry{Kind: kind, Event: body, At: e.At, Who: journal.Who(e.Who)})
		}
		at = at.Add(100 * time.Millisecond)
	}
	do(meeting.OpenSession{PlanName: "genhe-2023", PlanText: string(text), Rehearsal: rehearsal})
	for line := range strings.Lines(script) {
		o, err := meeting.State{}.Parse(strings.TrimSpace(line))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		do(o)
	}
	return out
}

// book is a session on disk with those records.
func book(t testing.TB, all []journal.Entry) *journal.Book {
	t.Helper()
	b, err := journal.Create(filepath.Join(t.TempDir(), "s.shuping"), all[0])
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	for rest := all[1:]; len(rest) > 0; {
		n := min(len(rest), 5000)
		if _, err := b.Append(rest[:n]...); err != nil {
			t.Fatal(err)
		}
		rest = rest[n:]
	}
	return b
}

// sealed is a session of n sheets, sealed.
func sealed(t testing.TB, n int) *journal.Book {
	t.Helper()
	return book(t, entries(t, false, script(n)))
}

// records is a source that was not written by the program.
type records []journal.Record

func (r records) Head() journal.Head {
	last := r[len(r)-1]
	return journal.Head{Seq: last.Seq, Hash: last.Hash}
}

func (r records) Records(from uint64) iter.Seq2[journal.Record, error] {
	return func(yield func(journal.Record, error) bool) {
		for _, rec := range r {
			if rec.Seq >= from && !yield(rec, nil) {
				return
			}
		}
	}
}

// chained numbers and hashes the records anew, as a forger would.
func chained(list []journal.Record) records {
	out := make(records, len(list))
	var prev journal.Hash
	for i, rec := range list {
		rec.Seq, rec.Prev, rec.Hash = uint64(i+1), prev, journal.Hash{}
		member := fmt.Sprintf(`,"hash":"%064d"`, 0)
		line := string(rec.Line())
		cut := strings.LastIndex(line, member)
		rec.Hash = sha256.Sum256([]byte(line[:cut] + line[cut+len(member):]))
		prev, out[i] = rec.Hash, rec
	}
	return out
}

func all(t testing.TB, src Source) []journal.Record {
	t.Helper()
	var out []journal.Record
	for rec, err := range src.Records(1) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, rec)
	}
	return out
}

// export writes a bag and returns its path.
func export(t testing.TB, src Source, name string) string {
	t.Helper()
	dst := filepath.Join(t.TempDir(), name)
	if _, err := Export(context.Background(), dst, src, means(), nil); err != nil {
		t.Fatal(err)
	}
	return dst
}

// tree is all files below a folder, or the one file.
func tree(t testing.TB, path string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		name, _ := filepath.Rel(path, p)
		out[filepath.ToSlash(name)] = b
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// keys is the folder of the key with which the bags of all tests are signed.
var keys string

// TestMain makes the folder of the keys, and lets garbage lie longer, since tests
// have memory to spare.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	var err error
	if keys, err = os.MkdirTemp("", "keys"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(keys)
	os.Exit(code)
}

func means() Means { return Means{Keys: keys} }

// A memShelf is a bag in memory.
type memShelf map[string][]byte

func (m memShelf) form() Form                { return Folder }
func (m memShelf) repacked() bool            { return false }
func (m memShelf) folder() string            { return "" }
func (m memShelf) crc(string) (uint32, bool) { return 0, false }
func (m memShelf) Close() error              { return nil }

func (m memShelf) files() map[string]int64 {
	out := map[string]int64{}
	for name, b := range m {
		out[name] = int64(len(b))
	}
	return out
}

type memory struct{ *bytes.Reader }

func (memory) Close() error { return nil }

func (m memShelf) open(name string) (content, error) { return memory{bytes.NewReader(m[name])}, nil }

// resummed are the files with manifests made anew, and signed by the same hand.
func resummed(files map[string][]byte) memShelf {
	m := memShelf{}
	sums := map[string]sum{}
	for name, b := range files {
		m[name], sums[name] = b, sumOf(b)
	}
	form, known := layouts[formatOf(files[infoFile])]
	if !known {
		form = layouts[Format]
	}
	m[manifestFile] = manifestText(form.order(sortedNames(sums)), sums)
	sums[manifestFile] = sumOf(m[manifestFile])
	_, told := files[formatFile]
	m[tagManifestFile] = manifestText(form.tagged(told), sums)
	if form.loose != nil {
		key, _, err := seal.EnsureKey(keys)
		if err != nil {
			panic(err)
		}
		for name, page := range signMessage(key, m[tagManifestFile]).files(key.Public()) {
			m[name] = page
		}
	}
	return m
}

// remade is the bag that somebody makes of a journal of his own and the attached
// files of another bag; where no bag can be made of it, the old files with that
// journal.
func remade(t testing.TB, files map[string][]byte, list records) memShelf {
	t.Helper()
	x := newExporter(context.Background(), "bag", list, means(), nil)
	bad := memShelf{}
	x.lay = bad.laying()
	var f *fault.Fault
	if x.sums[journalFile], f = x.lay(journalFile, x.follow); f != nil {
		bad := maps.Clone(files)
		bad[journalFile] = lines(list)
		return resummed(bad)
	}
	for _, a := range x.read.state.Files() {
		name := x.read.attachmentName(a.SHA256)
		s := sumOf(files[name])
		s.size = a.Size
		x.sums[name] = s
	}
	if f := x.compose(); f != nil {
		t.Fatal(f)
	}
	maps.Copy(bad, x.pages)
	for _, name := range x.read.attachedNames() {
		bad[name] = files[name]
	}
	return bad
}

// laying lays the long files of an export on the shelf.
func (m memShelf) laying() laying {
	var one sync.Mutex
	return func(name string, fill func(io.Writer) *fault.Fault) (sum, *fault.Fault) {
		var b bytes.Buffer
		f := fill(&b)
		one.Lock()
		defer one.Unlock()
		m[name] = b.Bytes()
		return sumOf(b.Bytes()), f
	}
}

// verify makes the checks of what stands on a shelf.
func verify(typed string, s shelf, bad *fault.Fault) (Report, error) {
	return newExaminer(context.Background(), typed, s, bad, nil).report("bag")
}

func check(t testing.TB, s shelf, bad *fault.Fault) Report {
	t.Helper()
	r, err := verify("", s, bad)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// english is what is wrong, as people read it.
func english(err error) string {
	if f := fault.Find(err, of); f != nil {
		return words.Fault(words.English, f)
	}
	return err.Error()
}

// code is the code of the fault in err, "" if there is none.
func code(err error) fault.Code {
	if f, ok := err.(*fault.Fault); ok && f != nil {
		return f.Code
	}
	return ""
}

func TestThereAndBack(t *testing.T) {
	for _, name := range []string{"bag", "bag.zip", "BAG.ZIP"} {
		src := sealed(t, 42)
		dst := filepath.Join(t.TempDir(), name)
		bag, err := Export(context.Background(), dst, src, means(), nil)
		if err != nil {
			t.Fatal(err)
		}
		report, err := Verify(context.Background(), dst, "", nil)
		if err != nil || report.Err() != nil {
			t.Fatalf("%s: %v, %v", name, err, report.Err())
		}
		if !report.OK() || len(report.Checks) != len(Steps(Format)) || report.Head.Seq != src.Head().Seq ||
			report.Head.Hash != src.Head().Hash.String() || report.Form != bag.Form || report.Checks[0].Values["files"] != bag.Files || report.Year != 2023 {
			t.Errorf("%s: %+v of %+v", name, report, bag)
		}
		for _, c := range report.Checks {
			for value := range c.Values {
				for _, l := range []words.Language{words.Chinese, words.English} {
					if c.Step != StepWords && value != "own" && value != "covers" && !strings.Contains(words.ExportCheck(l, c.said()), "{"+value+"}") {
						t.Errorf("%s in %v does not say its %s", c.Step, l.Tag(), value)
					}
				}
			}
			for _, l := range []words.Language{words.Chinese, words.English} {
				if text := c.Text(l); text == "" || strings.ContainsAny(text, "{}") {
					t.Errorf("%s in %s: %q", c.Step, l.Tag(), text)
				}
			}
		}
	}
}

func TestTwoExportsAreEqual(t *testing.T) {
	everything := entries(t, false, script(42))
	for _, name := range []string{"bag", "bag.zip"} {
		a, b := tree(t, export(t, book(t, everything), name)), tree(t, export(t, book(t, everything), name))
		if len(a) != len(b) {
			t.Errorf("%s: %d files and %d", name, len(a), len(b))
		}
		for file := range a {
			if !bytes.Equal(a[file], b[file]) {
				t.Errorf("%s: %s is not the same twice", name, file)
			}
		}
	}
}

func TestTheZipIsTheFolder(t *testing.T) {
	src := sealed(t, 42)
	folder := tree(t, export(t, src, "bag"))
	raw := tree(t, export(t, src, "bag.zip"))["."]
	s := opened(t, bytes.NewReader(raw), len(raw))
	if len(s.sizes) != len(folder) || !strings.HasPrefix(s.base, "shuping-2023-1-") {
		t.Errorf("%d files in %s", len(s.sizes), s.base)
	}
	for name, want := range folder {
		r, err := s.open(name)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := io.ReadAll(r); !bytes.Equal(got, want) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestWhatABagHolds(t *testing.T) {
	src := sealed(t, 42)
	files := tree(t, export(t, src, "bag"))
	info := string(files[infoFile])
	for _, line := range []string{
		"Source-Organization: 根河市市场监督管理局党总支\n", "External-Description: 2023年度述职评议\n",
		"Bagging-Date: 2024-01-21\n", "Shuping-Format: shuping/bag/3\n", "Shuping-Year: 2023\n", "Shuping-Round: 1\n",
		"Shuping-Superior: 市委直属机关工委\n", fmt.Sprintf("Shuping-First: %s\n", all(t, src)[0].Hash),
		fmt.Sprintf("Shuping-Head: %d\n %s\n", src.Head().Seq, src.Head().Hash),
	} {
		if !strings.Contains(info, line) {
			t.Errorf("bag-info.txt has no line %q:\n%s", line, info)
		}
	}
	for line := range strings.Lines(string(files[journalFile])) {
		if strings.Contains(line, `"kind":"ballot-`) && (strings.Contains(line, `"at":`) || strings.Contains(line, `"who":`)) {
			t.Errorf("a sheet has an instant or a person: %s", line)
		}
	}
	plan, _ := os.ReadFile("../../data/plans/genhe-2023.toml")
	if !bytes.Equal(files[planFile], plan) {
		t.Error("plan.toml is not the plan")
	}
}

func TestOnlyASealedMeetingIsExported(t *testing.T) {
	opened, _, _ := strings.Cut(script(42), "close-count")
	for name, c := range map[string]struct {
		src  Source
		want fault.Code
	}{
		"not sealed": {book(t, entries(t, false, opened)), NotSealed},
		"rehearsal":  {book(t, entries(t, true, opened)), IsRehearsal},
		"just begun": {book(t, entries(t, false, "")), NotSealed},
	} {
		dir := t.TempDir()
		_, err := Export(context.Background(), filepath.Join(dir, "bag"), c.src, means(), nil)
		if code(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
		if left, _ := os.ReadDir(dir); len(left) != 0 {
			t.Errorf("%s has left %v", name, left)
		}
	}
}

func TestFolded(t *testing.T) {
	hash := strings.Repeat("a", 64)
	for _, c := range [][3]string{
		{"Label", "short", "Label: short\n"},
		{"Shuping-Head", "96 " + hash, "Shuping-Head: 96\n " + hash + "\n"},
		{"L", strings.Repeat("w", 100), "L: " + strings.Repeat("w", 100) + "\n"},
	} {
		if got := foldedLine(c[0], c[1]); got != c[2] {
			t.Errorf("folded(%q, %q) = %q", c[0], c[1], got)
		}
	}
}
