package private

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"shuping/internal/fault"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB, session string) *Drawer {
	t.Helper()
	d, notes, err := Open(session)
	must(t, err)
	if len(notes) > 0 {
		t.Fatal(notes)
	}
	return d
}

// place is a session of which only the name is needed.
func place(t testing.TB) string { return filepath.Join(t.TempDir(), "2023年度.shuping") }

func code(err error) fault.Code { return fault.CodeOf(err, "private") }

// everywhere lists the files in the folder of a session whose bytes hold a text.
func everywhere(t testing.TB, session, text string) []string {
	t.Helper()
	var out []string
	must(t, filepath.WalkDir(filepath.Dir(session), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		src, err := os.ReadFile(path)
		if bytes.Contains(src, []byte(text)) {
			out = append(out, filepath.Base(path))
		}
		return err
	}))
	return out
}

var full = Contents{}.
	Note(Visit{Subject: "s1", Date: "2024-01-10", Place: "第一党支部活动室", Unannounced: true, Seen: "“三会一课”记录补写。\n党费收缴 <公示> 不及时 & 不全。"}).
	Note(Visit{Subject: "s2", Seen: "走访群众 3 人，𬭎、喆两位反映意见。"}).
	Comment("s1", "抓学习流于形式", "主题教育整改不彻底").
	Draft("review:s1", "述职讲成绩多，").
	Draft("ledger:p3:measure", "第一行\n第二行")

func TestWhatIsSavedIsThereAgain(t *testing.T) {
	session := place(t)
	d := open(t, session)
	if !d.Contents().IsEmpty() {
		t.Error(d.Contents())
	}
	must(t, d.Save(full))
	if got := d.Contents(); !reflect.DeepEqual(got, full) {
		t.Errorf("%+v", got)
	}
	if got := open(t, session).Contents(); !reflect.DeepEqual(got, full) {
		t.Errorf("%+v", got)
	}
	info, err := os.Stat(Path(session))
	must(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v", info.Mode())
	}
	if got := everywhere(t, session, "“三会一课”记录补写"); !reflect.DeepEqual(got, []string{"2023年度.shuping.drawer"}) {
		t.Error(got)
	}
}

func TestContentsAreValues(t *testing.T) {
	before := encodeContents(full)
	v := full.VisitsOf("s1")[0]
	v.Seen = "改"
	for _, c := range []Contents{
		full.Note(v), full.Note(Visit{Subject: "s1"}), full.Forget(1), full.Forget(99),
		full.Comment("s1", "别的"), full.Comment("s1"), full.Comment("s2", "新"),
		full.Draft("review:s1", "改"), full.Draft("review:s1", ""), full.Draft("新", "新"),
	} {
		must(t, open(t, place(t)).Save(c))
	}
	if !bytes.Equal(encodeContents(full), before) {
		t.Error("a method has changed its receiver")
	}
	if c := full.Note(Visit{Subject: "s1"}); c.Visits[2].ID != 3 || c.Forget(2).Note(Visit{}).Visits[2].ID != 4 {
		t.Errorf("%+v", c.Visits)
	}
}

// A discarded text is found in no file, however it went: taken out, replaced,
// with something left or with nothing.
func TestADiscardedTextIsNowhere(t *testing.T) {
	const secret = "某某同志群众基础差"
	for name, with := range map[string]func(Contents) Contents{
		"a draft":   func(c Contents) Contents { return c.Draft("review:s2", "我看"+secret+"。") },
		"a comment": func(c Contents) Contents { return c.Comment("s2", "一", secret) },
		"a visit":   func(c Contents) Contents { return c.Note(Visit{Subject: "s2", Seen: secret}) },
	} {
		for left, base := range map[string]Contents{"something is left": full, "nothing is left": {}} {
			session := place(t)
			d := open(t, session)
			must(t, d.Save(base))
			must(t, d.Save(with(base)))
			if len(everywhere(t, session, secret)) != 1 {
				t.Errorf("%s was not saved", name)
			}
			old, err := os.Open(Path(session)) // whoever still has the old file open
			must(t, err)
			must(t, d.Save(base))
			if got := everywhere(t, session, secret); len(got) > 0 {
				t.Errorf("%s, %s: it stands in %v", name, left, got)
			}
			text := make([]byte, 1<<16)
			n, _ := old.ReadAt(text, 0)
			old.Close()
			if n == 0 || bytes.Contains(text[:n], []byte(secret)) {
				t.Errorf("%s, %s: the old file still says it", name, left)
			}
			if list, _ := os.ReadDir(filepath.Dir(session)); base.IsEmpty() && len(list) > 0 {
				t.Errorf("nothing is private, and there is %v", list)
			}
		}
	}
}

// Every text that was ever written and is no longer there, letter by letter.
func TestTypingLeavesNoTrace(t *testing.T) {
	session := place(t)
	d := open(t, session)
	text := []rune("作风不实工作拖拉推诿扯皮")
	for n := range text {
		must(t, d.Save(d.Contents().Draft("k", string(text[:n+1]))))
		if !strings.Contains(strings.Join(everywhere(t, session, string(text[:n+1])), " "), ".drawer") {
			t.Fatal("a draft was not on disk")
		}
	}
	must(t, d.Save(d.Contents().Draft("k", "好")))
	for n := range text[1:] {
		if got := everywhere(t, session, string(text[n:n+2])); len(got) > 0 {
			t.Errorf("%s stands in %v", string(text[n:n+2]), got)
		}
	}
}

// Wherever a kill cuts a save, what was saved last is there or what was being
// saved, and nothing else of either.
func TestEveryCut(t *testing.T) {
	before, after := Contents{}.Draft("k", "旧话旧话"), Contents{}.Draft("k", "新言新言新言")
	was, is := encodeContents(before), encodeContents(after)
	check := func(name string, old, next []byte, want Contents, gone string) {
		t.Helper()
		session := place(t)
		if old != nil {
			must(t, os.WriteFile(Path(session), old, 0o600))
		}
		if next != nil {
			must(t, os.WriteFile(Path(session)+newSuffix, next, 0o600))
		}
		d := open(t, session)
		if got := d.Contents(); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: %+v", name, got)
		}
		if got := everywhere(t, session, gone); len(got) > 0 {
			t.Fatalf("%s: %s stands in %v", name, gone, got)
		}
		if list, _ := os.ReadDir(filepath.Dir(session)); len(list) > 1 {
			t.Fatalf("%s has left %v", name, list)
		}
	}
	for n := range is {
		check("writing the new one", was, is[:n], before, "新言")
		check("writing the first one", nil, is[:n], Contents{}, "新言")
	}
	for n := range len(was) + 1 {
		check("wiping the old one", append(make([]byte, n), was[n:]...), is, after, "旧话")
	}
	check("before the new one has its name", nil, is, after, "旧话")
	check("after all", is, nil, after, "旧话")
	check("before the empty one is removed", encodeContents(Contents{}), nil, Contents{}, "旧话")
}

// Every bit of a drawer counts. A damaged one is kept, said, and never replaced.
func TestADamagedDrawer(t *testing.T) {
	whole := encodeContents(Contents{}.Draft("k", "话"))
	damages := [][]byte{nil, whole[:len(whole)-1], append(bytes.Clone(whole), '\n'), make([]byte, MaxBytes+1)}
	for i := range whole {
		bad := bytes.Clone(whole)
		bad[i] ^= 1
		damages = append(damages, bad)
	}
	for i, bad := range damages {
		session := place(t)
		for n := 1; n <= 2 && (n == 1 || i < 4); n++ {
			must(t, os.WriteFile(Path(session), bad, 0o600))
			d, notes, err := Open(session)
			if code(err) == Newer && bytes.Contains(bad, []byte(`shuping/drawer/0"`)) {
				continue // the bit made another version of it
			}
			if err != nil || len(notes) != 1 || !d.Contents().IsEmpty() {
				t.Fatalf("damage %d: %v, %v", i, notes, err)
			}
			kept, err := os.ReadFile(notes[0].Kept)
			if err != nil || !bytes.Equal(kept, bad) || !strings.HasSuffix(notes[0].Kept, ".drawer.damaged-"+string(rune('0'+n))) {
				t.Fatalf("damage %d: kept as %s, %v", i, notes[0].Kept, err)
			}
			if i < 4 {
				must(t, d.Save(full))
			}
		}
	}
}

func TestTwoDamagedFilesAreBothKept(t *testing.T) {
	session := place(t)
	must(t, os.WriteFile(Path(session), []byte("x"), 0o600))
	must(t, os.WriteFile(Path(session)+newSuffix, []byte("y"), 0o600))
	d, notes, err := Open(session)
	if err != nil || len(notes) != 2 || len(everywhere(t, session, "x"))+len(everywhere(t, session, "y")) != 2 {
		t.Fatal(notes, err)
	}
	must(t, d.Save(full))
}

// A drawer of a newer version is neither read nor touched.
func TestANewerDrawerStays(t *testing.T) {
	src := []byte(`{"schema":"shuping/drawer/3","what":[1]}` + "\n")
	for _, name := range []string{"", newSuffix} {
		session := place(t)
		must(t, os.WriteFile(Path(session)+name, src, 0o600))
		if _, _, err := Open(session); code(err) != Newer {
			t.Errorf("%v", err)
		}
		if kept, err := os.ReadFile(Path(session) + name); !bytes.Equal(kept, src) || err != nil {
			t.Errorf("%q, %v", kept, err)
		}
	}
}

func TestWhatIsNoFileIsLeftAlone(t *testing.T) {
	for _, name := range []string{"", newSuffix} {
		session := place(t)
		must(t, os.WriteFile(session+".other", []byte("not to be wiped"), 0o600))
		must(t, os.Symlink(session+".other", Path(session)+name))
		if _, _, err := Open(session); code(err) != NotAFile {
			t.Errorf("%v", err)
		}
		if got := everywhere(t, session, "not to be wiped"); len(got) == 0 {
			t.Error("a link was followed")
		}
	}
}

// A save that the disk refuses changes nothing, and the next one goes on.
func TestASaveThatFails(t *testing.T) {
	session := place(t)
	d := open(t, session)
	must(t, d.Save(full))
	must(t, os.Mkdir(Path(session)+newSuffix, 0o700))
	if err := d.Save(Contents{}.Draft("k", "话")); err == nil || !reflect.DeepEqual(d.Contents(), full) {
		t.Error(err, d.Contents())
	}
	must(t, os.Remove(Path(session)+newSuffix))
	must(t, d.Save(Contents{}.Draft("k", "话")))
	if got := open(t, session).Contents(); got.Drafts["k"] != "话" || len(got.Drafts) != 1 {
		t.Error(got)
	}
}

func TestWhatIsNotSaved(t *testing.T) {
	d := open(t, place(t))
	many := Contents{}
	for i := range 200 {
		many = many.Draft(strings.Repeat("k", i+1), strings.Repeat("话", MaxText))
	}
	for want, c := range map[fault.Code]Contents{
		TooLong:  full.Draft("k", strings.Repeat("话", MaxText+1)),
		TooMany:  full.Comment("s1", make([]string, MaxLines+1)...),
		BadText:  full.Draft("k", "一\x1b[2J"),
		TooLarge: many,
		BadVisit: {Visits: []Visit{{ID: 2}, {ID: 2}}},
	} {
		if err := d.Save(c); code(err) != want || !d.Contents().IsEmpty() {
			t.Errorf("%s: %v", want, err)
		}
	}
	for _, bad := range []string{"a\u202eb", "a\u200bb", "a\x00", "\xff", "a\tb", "a\r\nb"} {
		if err := d.Save(full.Comment("s1", bad)); code(err) != BadText {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func BenchmarkSave(b *testing.B) {
	d := open(b, place(b))
	must(b, d.Save(full))
	n := 0
	for b.Loop() {
		n++
		must(b, d.Save(d.Contents().Draft("k", strings.Repeat("字", n%1000+1))))
	}
}

// Somebody who only reads gets what was saved last, and changes no file.
func TestReadingADrawerChangesNothing(t *testing.T) {
	session := filepath.Join(t.TempDir(), "a.shuping")
	if c, err := Read(session); err != nil || !c.IsEmpty() {
		t.Errorf("no drawer: %+v, %v", c, err)
	}
	d, _, err := Open(session)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Save(Contents{}.Comment("s1", "旧")); err != nil {
		t.Fatal(err)
	}
	// A kill came when the new one was whole and the old one half wiped.
	next := encodeContents(Contents{}.Comment("s1", "新"))
	for path, src := range map[string][]byte{Path(session) + newSuffix: next, Path(session): []byte("\x00\x00")} {
		if err := os.WriteFile(path, src, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if c, err := Read(session); err != nil || len(c.Comments["s1"]) != 1 || c.Comments["s1"][0] != "新" {
		t.Errorf("%+v, %v", c, err)
	}
	if err := os.WriteFile(Path(session)+newSuffix, next[:9], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(session); code(err) != Damaged {
		t.Errorf("%v", err)
	}
	if src, err := os.ReadFile(Path(session)); err != nil || string(src) != "\x00\x00" {
		t.Errorf("%q, %v", src, err)
	}
}
