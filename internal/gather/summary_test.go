package gather

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/fault"
	"shuping/internal/plan"
)

var noon = time.Date(2024, 1, 20, 12, 0, 0, 0, time.UTC)

// whole is an export of a unit: of a meeting, with so many seals.
func whole(unit, meeting string, seals int, about ...func(*File)) File {
	f := File{Path: unit + meeting + fmt.Sprint(seals) + ".zip", Seen: noon, Row: Row{
		Schema: RowSchema, State: Whole, Unit: unit, Year: 2023, First: meeting, Confirmed: true, Signer: "key of " + unit,
		Scale: []string{"好", "较好", "一般", "差"}, Subjects: []Subject{{Label: "书记", Counts: []int{30, 9, 2, 0}, Grade: "好"}}, Counts: unit + meeting,
	}}
	f.SHA256 = fmt.Sprintf("%064x", f.Path)[:64]
	for n := range seals {
		f.Seals = append(f.Seals, Seal{"count", 10 + n, fmt.Sprint(meeting, n)})
	}
	for _, change := range about {
		change(&f)
	}
	return f
}

func standing(s Summary, unit string) Unit {
	for _, u := range s.Units {
		if u.Name == unit {
			return u
		}
	}
	return Unit{}
}

func TestUnitsStandWhereTheirFilesPutThem(t *testing.T) {
	other := func(f *File) { f.Seals[1].Hash = "other"; f.SHA256 = strings.Repeat("a", 64) }
	files := []File{
		whole("甲", "m1", 1), whole("甲", "m1", 2),
		whole("乙", "m2", 2), whole("乙", "m2", 3, other),
		whole("丙", "m3", 1), whole("丙", "m4", 1),
		whole("丁", "m5", 1, func(f *File) { f.State = Refused }),
		whole("戊", "m6", 1, func(f *File) { f.Seen = noon.AddDate(0, 0, 20) }),
		whole("己", "m7", 1, func(f *File) { f.Confirmed = false; f.Corrected = 1; f.Observed = []string{"hasty"} }),
		whole("庚", "m8", 1, func(f *File) { f.Year = 2022 }),
		whole("生", "m9", 1),
		{Path: "x.docx", Row: Row{State: Foreign}}, {Path: "y.zip", Row: Row{State: Refused}},
	}
	var roster []Listed
	for _, name := range []string{"甲", "乙", "丙", "丁", "戊", "己", "庚"} {
		roster = append(roster, Listed{Name: name, Due: plan.Day{Year: 2024, Month: 1, Day: 31}})
	}
	want := map[string]Standing{"甲": Good, "乙": Forked, "丙": Double, "丁": Failing, "戊": Late, "己": Flagged, "庚": Missing, "生": Flagged}
	for n := range 10 {
		rand.New(rand.NewPCG(1, uint64(n))).Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		s := Summarise(files, roster, 0)
		for name, is := range want {
			if u := standing(s, name); u.Standing != is {
				t.Errorf("%s: %s, want %s", name, u.Standing, is)
			}
		}
		if len(s.Units) != len(want) || s.Year != 2023 || len(s.Foreign) != 1 || len(s.Unnamed) != 1 || len(s.Other) != 1 || s.Complete() {
			t.Errorf("%d units, %d: %d %d %d", len(s.Units), s.Year, len(s.Foreign), len(s.Unnamed), len(s.Other))
		}
		if u := s.Units[0]; u.Standing != Forked || u.Current != nil || len(u.Others) != 2 {
			t.Errorf("the first is %+v", u)
		}
		if u := standing(s, "甲"); len(u.Current.Seals) != 2 || len(u.Earlier) != 1 {
			t.Errorf("%+v", u)
		}
		if u := standing(s, "己"); !slices.Equal(u.Flags, []Flag{Unchecked, Changed, "hasty"}) {
			t.Error(u.Flags)
		}
		if u := standing(s, "生"); !slices.Equal(u.Flags, []Flag{Unlisted}) {
			t.Error(u.Flags)
		}
	}
}

// The order of the files makes no difference to a byte.
func TestSummaryIsTheSameInAnyOrder(t *testing.T) {
	var files []File
	for n := range 60 {
		files = append(files, whole(fmt.Sprint("单位", n%17), fmt.Sprint("m", n%23), 1+n%3))
	}
	var want string
	for n := range 10 {
		rand.New(rand.NewPCG(2, uint64(n))).Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		text, err := json.Marshal(Summarise(files, nil, 2023))
		if err != nil {
			t.Fatal(err)
		}
		if want == "" {
			want = string(text)
		}
		if string(text) != want {
			t.Fatal("another order, other bytes")
		}
	}
}

// Grades are those of all subjects of one scale, not of units, and only of what counts.
func TestGradesAreOfSubjects(t *testing.T) {
	graded := func(grades ...string) func(*File) {
		return func(f *File) {
			f.Subjects = nil
			for _, g := range grades {
				f.Subjects = append(f.Subjects, Subject{Label: "书记", Grade: g, Exempt: g == "", Counts: []int{1, 1, 0, 0}})
			}
		}
	}
	s := Summarise([]File{
		whole("甲", "m1", 1, graded("好", "一般", "差")), whole("乙", "m2", 1, graded("好")),
		whole("丙", "m3", 1, graded("较好", "")), whole("丙", "m3", 2, graded("较好", "")),
		whole("丁", "m4", 1, graded("优秀"), func(f *File) { f.Scale = []string{"优秀", "称职"} }),
	}, nil, 0)
	if len(s.Grades) != 2 {
		t.Fatal(s.Grades)
	}
	if g := s.Grades[0]; g.Subjects != 6 || g.Exempt != 1 || !slices.Equal(g.Graded, []int{2, 1, 1, 1}) {
		t.Errorf("%+v", g)
	}
	if g := s.Grades[1]; g.Subjects != 1 || !slices.Equal(g.Graded, []int{1, 0}) {
		t.Errorf("%+v", g)
	}
}

func TestFlagsAreReasonsToLook(t *testing.T) {
	best := func(f *File) { f.Subjects = []Subject{{Counts: []int{41, 0, 0, 0}}}; f.Counts = "best" }
	same := func(f *File) { f.Counts = "same" }
	s := Summarise([]File{
		whole("甲", "m1", 1, best), whole("乙", "m2", 1, best), whole("丙", "m3", 1, same), whole("丁", "m4", 1, same),
		whole("戊", "m5", 1, func(f *File) { f.Subjects[0].Blank = 5; f.Signer = "k" }), whole("己", "m6", 1, func(f *File) { f.Signer = "k" }),
		whole("庚", "m7", 1, func(f *File) { f.Subjects[0].Blank = 4 }),
	}, nil, 0)
	for name, want := range map[string][]Flag{
		"甲": {AllBest}, "乙": {AllBest}, "丙": {SameCount}, "丁": {SameCount}, "戊": {ManyBlank, OneSigner}, "己": {OneSigner}, "庚": nil,
	} {
		if u := standing(s, name); !slices.Equal(u.Flags, want) || (u.Standing == Good) != (want == nil) {
			t.Errorf("%s: %v, %s", name, u.Flags, u.Standing)
		}
	}
}

// A unit is known by its code where both name one, however it is called.
func TestUnitIsKnownByItsCode(t *testing.T) {
	s := Summarise([]File{whole("新名称", "m1", 1, func(f *File) { f.Code = "0421" }), whole("没有 代码", "m2", 1, func(f *File) { f.Code = "0999" })},
		[]Listed{{Name: "旧名称", Code: "0421"}, {Name: "没有代码"}}, 0)
	if len(s.Units) != 2 || !s.Complete() {
		t.Errorf("%+v", s.Units)
	}
}

func TestRosterIsReadWhole(t *testing.T) {
	got, err := ReadRoster("r.csv", []byte("应报送单位\n序号,单位名称,代码,期限\n1,第一支部,0421,2024年1月31日\n2,第二支部,,\n"))
	want := []Listed{{"第一支部", "0421", plan.Day{Year: 2024, Month: 1, Day: 31}}, {Name: "第二支部"}}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	for text, code := range map[string]fault.Code{
		"代码,期限\n1,2\n":               NoUnits,
		"单位,期限\n一支部,\n,2024-01-31\n": NoName,
		"单位\n一支部\n一 支部\n":            NamedTwice,
		"单位,期限\n一支部,月底之前尽快\n":        NoDay,
	} {
		if _, err := ReadRoster("r.csv", []byte(text)); fault.CodeOf(err, "gather") != code {
			t.Errorf("%q: %v, want %s", text, err, code)
		}
	}
	if _, err := ReadRoster("r.xlsx", []byte("PK\x03\x04")); err == nil {
		t.Error("no table was read")
	}
}
