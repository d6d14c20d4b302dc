package archive

import (
	"bytes"
	"context"
	"fmt"
	"hash"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"shuping/internal/fault"
	"shuping/internal/journal"
)

// small is a bag of three sheets, so that all of its bytes can be tried.
func small(t testing.TB) (folder map[string][]byte, zip []byte) {
	t.Helper()
	src := sealed(t, 3)
	return tree(t, export(t, src, "bag")), tree(t, export(t, src, "bag.zip"))["."]
}

// changed is b with byte i changed in a way that differs from byte to byte.
func changed(b []byte, i int) []byte {
	c := bytes.Clone(b)
	c[i] ^= byte(1 + i%255)
	return c
}

// again is the examiner of a good bag before another bag that differs from it in one
// file alone: what it knows of all other files stays, so that every byte of a bag
// can be tried. A changed journal is neither replayed nor held against its schema,
// because what is wrong with it must be found before.
func (e *examiner) again(other shelf, name string) *examiner {
	next := *e
	next.shelf, next.done = other, 0
	next.sums, next.held = maps.Clone(e.sums), maps.Clone(e.held)
	delete(next.sums, name)
	delete(next.held, name)
	if name == journalFile {
		next.replay, next.misfit = blame(Stopped), blame(Stopped)
	}
	return &next
}

// examined is the examiner of a bag that is good.
func examined(t testing.TB, s shelf) *examiner {
	t.Helper()
	e := newExaminer(context.Background(), "", s, nil, nil)
	if r, err := e.report("bag"); err != nil || !r.OK() {
		t.Fatal(err, r.Err())
	}
	return e
}

// foundByItsSum reports whether one of the checks before the journal is believed
// fails.
func foundByItsSum(t testing.TB, e *examiner) bool {
	t.Helper()
	r, err := e.report("bag")
	if err != nil {
		t.Fatal(err)
	}
	last := r.Checks[len(r.Checks)-1]
	return !last.OK() && stepAt(last.Step) <= stepAt(StepSignature)
}

func stepAt(step Step) int { return slices.Index(Steps(Format), step) }

// step is from one byte that is tried to the next: every byte is, but for a hurried
// run, as that of the race detector is.
func step() int {
	if testing.Short() {
		return 101
	}
	return 1
}

// isBulk is a file of the payload that all checks up to that of the manifest leave
// alone, and that it knows by its sum. The journal is none: its lines are read too.
func isBulk(name string) bool {
	return strings.HasPrefix(name, "data/") && name != journalFile
}

// A beginning is a file up to a byte, summed up. All changes behind that byte have
// it in common, so that it is summed up once.
type beginning struct {
	of   []byte
	size int
	sums *summer
}

// sum is that of the whole file as it is now, which has changed nowhere before
// byte i. From call to call i only grows.
func (p *beginning) sum(t testing.TB, i int) sum {
	t.Helper()
	p.sums.add(p.of[p.size:i])
	p.size = i
	sha, err := p.sums.sha.(hash.Cloner).Clone()
	if err != nil {
		t.Fatal(err)
	}
	whole := summer{sha, p.sums.crc, p.sums.size}
	whole.add(p.of[i:])
	return whole.sum()
}

// everyByte changes a file of a good bag, one byte at a time, and wants each change
// found. A bulk file goes to the check of the manifest with the sum of all its
// bytes, which alone are new to it; any other file, and a bulk one now and then,
// goes through all checks from the first.
func (e *examiner) everyByte(t testing.TB, name string, b []byte) (tried int) {
	t.Helper()
	before := &beginning{of: b, sums: newSummer()}
	next := e.again(e.shelf, name)
	by := step()
	if name == formatFile { // it is long, and says nothing of the meeting
		by = max(by, 53)
	}
	for i := 0; i < len(b); i += by {
		was := b[i]
		b[i] ^= byte(1 + i%255)
		found := true
		if isBulk(name) {
			next.sums[name] = before.sum(t, i)
			if !isStream(name) && !isPaper(name) {
				next.held[name] = b
			}
			_, f := next.contentManifest()
			found = f != nil
		}
		if !isBulk(name) || tried%509 == 0 {
			found = found && foundByItsSum(t, e.again(e.shelf, name))
		}
		if !found {
			t.Errorf("byte %d of %s was changed and not found", i, name)
		}
		b[i] = was
		tried++
	}
	return tried
}

// A shyShelf gives no bulk file away.
type shyShelf struct{ memShelf }

func (s shyShelf) open(name string) (content, error) {
	if isBulk(name) {
		return nil, fmt.Errorf("%s was opened", name)
	}
	return s.memShelf.open(name)
}

func TestNoBulkIsReadBeforeItsManifest(t *testing.T) {
	files, _ := small(t)
	e := newExaminer(context.Background(), "", shyShelf{files}, nil, nil)
	for _, next := range trials[:stepAt(StepManifest)] {
		if _, f := next.make(e); f != nil || e.broke != nil {
			t.Errorf("%s: %v, %v", next.step, f, e.broke)
		}
	}
	if trials[stepAt(StepManifest)].make(e); e.broke == nil {
		t.Error("nothing was opened for the manifest either")
	}
}

// A stillShelf is a bag whose files are listed once: their bytes change, and their
// sizes do not.
type stillShelf struct {
	memShelf
	sizes map[string]int64
}

func (s stillShelf) files() map[string]int64 { return s.sizes }

func TestEveryChangedByteOfAFolderIsFound(t *testing.T) {
	t.Parallel()
	files, _ := small(t)
	good, tried := examined(t, stillShelf{files, memShelf(files).files()}), 0
	for name, b := range files {
		tried += good.everyByte(t, name, b)
	}
	t.Logf("%d bytes changed", tried)
}

// The same on the disk and with nothing known, for some bytes of every file.
func TestChangedBytesOnTheDiskAreFound(t *testing.T) {
	t.Parallel()
	dir := export(t, sealed(t, 3), "bag")
	for name, b := range tree(t, dir) {
		path := filepath.Join(dir, name)
		for i := 0; i < len(b); i += 1 + len(b)/12 {
			if err := os.WriteFile(path, changed(b, i), 0o644); err != nil {
				t.Fatal(err)
			}
			if r, err := Verify(context.Background(), dir, "", nil); err != nil || r.OK() {
				t.Errorf("byte %d of %s was changed and not found: %v", i, name, err)
			}
		}
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Reading a zip shows which files lie in it, and looks at the contents of none (so
// says the reader, which has none). Contents are changed under the files that were
// found once, and for every other byte the whole zip is read anew.
func TestEveryChangedByteOfAZipIsFound(t *testing.T) {
	t.Parallel()
	_, zip := small(t)
	s := opened(t, bytes.NewReader(zip), len(zip))
	if !reflect.DeepEqual(s.entries, opened(t, &husk{zip, s}, len(zip)).entries) {
		t.Fatal("without their contents other files are found")
	}
	good, tried := examined(t, s), 0
	for name := range s.entries {
		from, to := s.span(name)
		tried += good.everyByte(t, name, zip[from:to])
	}
	for i := 0; i < len(zip); i += step() {
		if s.isContent(i) {
			continue
		}
		was := zip[i]
		zip[i] ^= byte(1 + i%255)
		other, bad := readZip(bytes.NewReader(zip), int64(len(zip)))
		if bad == nil && !foundByItsSum(t, good.again(other, s.at(i))) {
			t.Errorf("byte %d of the zip was changed and not found", i)
		}
		zip[i] = was
		tried++
	}
	t.Logf("%d bytes changed", tried)
}

func opened(t testing.TB, r io.ReaderAt, size int) *zipShelf {
	t.Helper()
	s, bad := readZip(r, int64(size))
	if bad != nil {
		t.Fatal(bad)
	}
	return s
}

// at is the file whose header or contents have the byte, "" for none.
func (s *zipShelf) at(i int) string {
	for name, e := range s.entries {
		if n := int64(i) - int64(e.at); n >= 0 && n < e.length() {
			return name
		}
	}
	return ""
}

// span is where the contents of a file begin and end.
func (s *zipShelf) span(name string) (from, to int) {
	e := s.entries[name]
	to = int(int64(e.at) + e.length())
	return to - int(e.size), to
}

func (s *zipShelf) isContent(i int) bool {
	from, to := s.span(s.at(i))
	return i >= from && i < to
}

// A husk is a zip of which no contents can be read.
type husk struct {
	zip []byte
	of  *zipShelf
}

func (h *husk) ReadAt(b []byte, off int64) (int, error) {
	for i := range b {
		if h.of.isContent(int(off) + i) {
			return 0, fmt.Errorf("byte %d was read", int(off)+i)
		}
	}
	return bytes.NewReader(h.zip).ReadAt(b, off)
}

// A walk over the zip stays where it was cut short, and goes on from there in a zip
// that is longer by a byte: the entries that are whole in the one are whole in the
// other. So each cut is told by the walk that reads a zip, and no entry is read again.
func TestEveryCutOfAZipIsFound(t *testing.T) {
	_, zip := small(t)
	w := newZipWalk(nil)
	for n := 0; n < len(zip); n += step() {
		w.shelf.r = bytes.NewReader(zip[:n])
		more, bad := w.next(int64(n))
		for more && bad == nil {
			more, bad = w.next(int64(n))
		}
		if bad == nil || n > 4 && bad.Code != CutShort {
			t.Fatalf("cut at %d: %v", n, bad)
		}
	}
	if len(w.entries) == 0 {
		t.Error("the walk stayed where it began")
	}
}

// A forger who drops, doubles or moves a record can make the manifests anew.
func TestEveryEventDroppedDoubledOrMovedIsFound(t *testing.T) {
	t.Parallel()
	src := sealed(t, 12)
	files := tree(t, export(t, src, "bag"))
	list := all(t, src)
	tries := map[string]func(i int) []journal.Record{
		"dropped": func(i int) []journal.Record { return slices.Delete(slices.Clone(list), i, i+1) },
		"doubled": func(i int) []journal.Record { return slices.Insert(slices.Clone(list), i, list[i]) },
		"swapped": func(i int) []journal.Record {
			c := slices.Clone(list)
			c[i], c[(i+1)%len(c)] = c[(i+1)%len(c)], c[i]
			return c
		},
		"last": func(i int) []journal.Record {
			return append(slices.Delete(slices.Clone(list), i, i+1), list[i])
		},
	}
	for how, try := range tries {
		for i := range list {
			forged := try(i)
			if i == len(list)-1 && how == "last" {
				continue // nothing moved
			}
			bad := maps.Clone(files)
			bad[journalFile] = lines(forged)
			got := code(check(t, resummed(bad), nil).Err())
			if got != ChainBroken && !(how == "dropped" && i == len(list)-1) {
				t.Errorf("record %d %s: %q", i+1, how, got)
			}
			// Nor does it help to hash the chain anew.
			bad[journalFile] = lines(chained(forged))
			if bytes.Equal(bad[journalFile], files[journalFile]) {
				continue // two sheets that say the same have changed places
			}
			if r := check(t, resummed(bad), nil); r.OK() {
				t.Errorf("record %d %s and hashed anew was not found", i+1, how)
			}
		}
	}
}

func lines(list []journal.Record) []byte {
	var b bytes.Buffer
	for _, rec := range list {
		b.Write(rec.Line())
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// The first difference is named, whoever made the sums.
func TestTheFirstDifferenceIsNamed(t *testing.T) {
	files := tree(t, export(t, sealed(t, 42), "bag"))
	swap := func(name, old, new string) func(map[string][]byte) {
		return func(m map[string][]byte) {
			if !bytes.Contains(m[name], []byte(old)) {
				t.Fatalf("%s has no %q", name, old)
			}
			m[name] = bytes.Replace(m[name], []byte(old), []byte(new), 1)
		}
	}
	for _, c := range []struct {
		change func(map[string][]byte)
		step   Step
		want   string
	}{
		{swap(resultFile, `"count": 5`, `"count": 3`), StepResult, "result.json: subjects[1].counts[2].count is 3, the journal says 5."},
		{swap(resultFile, `"closes": true`, `"closes": false`), StepResult, "result.json: custody.closes is false, the journal says true."},
		{swap(resultFile, `"title"`, `"titel"`), StepSchema, "data/result.json does not fit its schema: /: title is missing"},
		{swap(resultFile, `"unit"`, "\"title\": \"x\",\n  \"unit\""), StepSchema, "data/result.json has title twice."},
		{swap(resultFile, `"state": "met"`, `"state": "met", "x": 1`), StepResult, "result.json: quota is x, the journal says —."},
		{swap(resultFile, "\n  ]", ",\n{}\n  ]"), StepSchema, "data/result.json does not fit its schema: /subjects/2: "},
		{swap(resultFile, `"year": 2023`, `"year": 2023.0`), StepResult, "result.json: year is 2023.0, the journal says 2023."},
		{swap(resultFile, `"year": `, `"year":  `), StepResult, "From byte 134 on result.json is written otherwise than it should be."},
		{swap(resultFile, "\"decided\": {\n        \"grade\": \"差\"", "\"decided\": {\n        \"grade\": \"\\u202e差\""), StepResult, "result.json: subjects[1].decided.grade is \"\\u202e差\", the journal says 差."},
		{func(m map[string][]byte) { m[resultFile] = nil }, StepSchema, "data/result.json does not fit its schema: EOF"},
		{swap(tableFile, "s2,第二党支部书记,,0,34", "s2,第二党支部书记,,0,33"), StepTables, "result.csv: line 3, 较好, is 33, the journal says 34."},
		{swap(custodyFile, "废票,1", "废票,0"), StepTables, "custody.csv: line 11, 内容, is 0, the journal says 1."},
		{swap(tableFile, "\r\n", "\n"), StepTables, "From byte"},
		{swap(planFile, "2/5", "1/5"), StepPlan, "From line"},
		{swap(infoFile, "Shuping-Round: 1", "Shuping-Round: 2"), StepInfo, "bag-info.txt: line 8 is Shuping-Round: 2, the journal says Shuping-Round: 1."},
		{swap(infoFile, "Bagging-Date: 2024", "Bagging-Date: 2025"), StepInfo, "bag-info.txt: line 4 is Bagging-Date: 2025-01-21"},
		{swap(infoFile, "bag/3", "bag/9"), StepBag, "The export has the format shuping/bag/9,"},
		{swap(declarationFile, "1.0", "0.9"), StepBag, "bagit.txt does not declare BagIt 1.0."},
		{func(m map[string][]byte) { delete(m, custodyFile) }, StepBag, "The file data/custody.csv is missing."},
		{func(m map[string][]byte) { m["data/extra.txt"] = nil }, StepBag, "The file data/extra.txt is in no manifest."},
		{swap(journalFile, `"valid":`, `"valid":1,"valid":`), StepChain, "The chain breaks at record 6"},
		{swap(journalFile, `"kind":"item-started"`, `"kind":"item-started-"`), StepChain, "The chain breaks at record 3: a kind was expected"},
		{func(m map[string][]byte) { m[journalFile] = nil }, StepChain, "The chain breaks at record 0: it holds no record"},
		{func(m map[string][]byte) { m[journalFile] = m[journalFile][:len(m[journalFile])-1] }, StepChain, "The chain breaks at record 67: it has no newline at its end"},
	} {
		bad := maps.Clone(files)
		c.change(bad)
		r := check(t, resummed(bad), nil)
		last := r.Checks[len(r.Checks)-1]
		if r.OK() || last.Step != c.step || !strings.HasPrefix(english(last.Fault), c.want) {
			t.Errorf("%s: %v\nwant %s: %s", last.Step, r.Err(), c.step, c.want)
		}
	}
}

// Without new sums the sums are what is named.
func TestSumsAreNamed(t *testing.T) {
	files := tree(t, export(t, sealed(t, 3), "bag"))
	for name, want := range map[string]string{
		resultFile:      "data/result.json does not have the SHA-256 of manifest-sha256.txt: one of them was changed.",
		journalFile:     "data/journal.jsonl does not have the SHA-256 of manifest-sha256.txt: one of them was changed.",
		infoFile:        "bag-info.txt does not have the SHA-256 of tagmanifest-sha256.txt: one of them was changed.",
		manifestFile:    "manifest-sha256.txt does not have the SHA-256 of tagmanifest-sha256.txt: one of them was changed.",
		tagManifestFile: "Line 6 of tagmanifest-sha256.txt is not what should stand there.",
	} {
		bad := maps.Clone(files)
		bad[name] = append(bytes.Clone(bad[name]), '\n')
		if err := check(t, memShelf(bad), nil).Err(); err == nil || english(err) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Chains that are whole and say what a meeting cannot have done.
func TestAForgedEndIsFound(t *testing.T) {
	src := sealed(t, 12)
	files, list := tree(t, export(t, src, "bag")), all(t, src)
	find := func(kind string) int {
		return slices.IndexFunc(list, func(r journal.Record) bool { return r.Kind == kind })
	}
	edit := func(kind, event string) []journal.Record {
		c := slices.Clone(list)
		c[find(kind)].Event = []byte(event)
		return c
	}
	insert := func(i int, rec journal.Record, event string) []journal.Record {
		rec.Event = []byte(event)
		return slices.Insert(slices.Clone(list), i, rec)
	}
	end := len(list)
	last := list[end-1]
	heads := list[find("heads-counted")]
	fact := list[find("item-started")]
	fact.Kind = "fact-recorded"
	unruled := slices.Delete(slices.Clone(list), find("rule-sealed"), find("rule-sealed")+1)
	unruled[len(unruled)-1].Event = []byte(`{"round":1,"rule_sha256":""}`)
	for name, c := range map[string]struct {
		forged []journal.Record
		want   fault.Code
	}{
		"all seals taken off":     {list[:find("count-closed")], NotSealed},
		"a record after the seal": {insert(end, last, string(last.Event)), NotReplayed},
		"heads changed later":     {insert(find("count-closed")+1, heads, `{"expected":99,"present":50}`), NotReplayed},
		"a grade against a veto":  {insert(end-1, list[find("grade-decided")], `{"grade":"好","subject":"s2"}`), VetoIgnored},
		"a fact after the grade":  {insert(end-1, fact, `{"kind":"accountable","source":"x","subject":"s1"}`), NotDecided},
		"a rehearsal":             {edit("session-opened", strings.Replace(string(list[0].Event), `"rehearsal":false`, `"rehearsal":true`, 1)), IsRehearsal},
		"no rule sealed":          {unruled, RuleNotSealed},
	} {
		if err := check(t, remade(t, files, chained(c.forged)), nil).Err(); code(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		want := c.want
		if want == NotReplayed {
			want = BadSource
		}
		dst := filepath.Join(t.TempDir(), "bag")
		if _, err := Export(context.Background(), dst, chained(c.forged), means(), nil); code(err) != want {
			t.Errorf("%s, exported: %v, want %s", name, err, want)
		}
	}
}

func replayed(r *reading, list records) error {
	for _, rec := range list {
		if err := r.follow(rec); err != nil {
			return err
		}
	}
	return nil
}
