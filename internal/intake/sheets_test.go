package intake

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/words"
)

var noon = time.Date(2024, 1, 17, 12, 0, 0, 0, time.UTC)

// packs are the plans that come with the program.
func packs(t testing.TB) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "data", "plans", "*.toml"))
	if err != nil || len(paths) < 5 {
		t.Fatal("the plans were not found: ", err)
	}
	out := map[string]string{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(path), ".toml")] = string(text)
	}
	return out
}

// give carries out orders, all of which must be allowed.
func give(t testing.TB, s meeting.State, orders ...meeting.Order) meeting.State {
	t.Helper()
	s, taken, err := meeting.Try(s, meeting.Person{Role: "script"}, noon, orders...)
	if err != nil {
		t.Fatalf("%#v: %v", orders[len(taken)], err)
	}
	return s
}

func lines(t testing.TB, s meeting.State, script ...string) meeting.State {
	t.Helper()
	for _, line := range script {
		o, err := meeting.State{}.Parse(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		s = give(t, s, o)
	}
	return s
}

// collected is a meeting on the plan text with as many sheets back of each stack.
func collected(t testing.TB, text string, sheets func(n int) int) meeting.State {
	t.Helper()
	s := give(t, meeting.State{}, meeting.OpenSession{PlanName: "p", PlanText: text})
	const seen = ` by="王监票" saw="逐张点过"`
	heads := []string{""}
	if classes := s.Plan.Rule.Classes; len(classes) > 1 {
		heads = nil
		for _, c := range classes {
			heads = append(heads, " class="+c.ID)
		}
	}
	for _, class := range heads {
		s = lines(t, s, "attend expected=500 present=500"+class+seen)
	}
	for n := range s.Round.Stacks {
		stack := ""
		class, subject := s.StackIDs(n)
		if class != "" {
			stack += " class=" + class
		}
		if subject != "" {
			stack += " subject=" + subject
		}
		s = lines(t, s, fmt.Sprint("issue ", max(1, sheets(n)), stack, seen), fmt.Sprint("collect ", sheets(n), stack, seen))
	}
	return s
}

// keyed is the meeting with random sheets in every stack, read in bundles by turns
// and confirmed where the plan asks for it, and the count closed.
func keyed(t testing.TB, s meeting.State, random *rand.Rand) meeting.State {
	t.Helper()
	for left := true; left; {
		left = false
		for n := range s.Round.Stacks {
			due := s.Round.Stacks[n].Collected - s.Round.ReadOf(n)
			if due == 0 {
				continue
			}
			left = true
			l := Sheets{Stacks: []Stack{{Index: n}}}
			for range min(due, s.Size(n)) {
				l.Stacks[0].Ballots = append(l.Stacks[0].Ballots, someBallot(s.Plan, random))
			}
			s = give(t, s, l.Orders(s, Source{By: "张三"})...)
		}
	}
	return closed(t, s)
}

func closed(t testing.TB, s meeting.State) meeting.State {
	t.Helper()
	if s.Plan.Sheets.Check != plan.CheckOffered {
		for _, n := range s.Unchecked() {
			s = give(t, s, meeting.OpenSecond{Bundle: n, By: "李四"})
			for _, b := range s.Round.Bundles.At(n).Ballots {
				s = give(t, s, enter(b))
			}
			s = give(t, s, meeting.CloseSecond{Sheets: s.Round.Bundles.At(n).Sheets()})
		}
	}
	return lines(t, s, `close-count by="王监票" saw="票数相符"`)
}

func someBallot(p plan.Plan, random *rand.Rand) meeting.Ballot {
	if random.IntN(8) == 0 {
		return meeting.Ballot{Void: p.Sheets.Reasons()[random.IntN(len(p.Sheets.Reasons()))]}
	}
	choices := []tally.Mark{tally.Blank, tally.Spoiled}
	for i := range p.Rule.Scale {
		choices = append(choices, tally.Mark(i+1))
	}
	if p.Rule.Aside != "" {
		choices = append(choices, tally.Aside)
	}
	marks := make([]tally.Mark, p.Rows())
	for i := range marks {
		marks[i] = choices[random.IntN(len(choices))]
	}
	return meeting.Ballot{Marks: marks}
}

// ballots are those of each stack, in the order in which they were read.
func ballots(s meeting.State) [][]meeting.Ballot {
	out := make([][]meeting.Ballot, len(s.Round.Stacks))
	for n := 1; n <= s.Round.Bundles.Len(); n++ {
		b := s.Round.Bundles.At(n)
		out[b.Stack] = append(out[b.Stack], b.Ballots...)
	}
	return out
}

// through writes rows in a form and reads them again.
func through(t testing.TB, form string, rows [][]string) cells.Book {
	t.Helper()
	src, err := cells.CSV(rows), error(nil)
	if form == "XLSX" {
		src, err = cells.XLSX("评议表", rows)
	}
	if err != nil {
		t.Fatal(err)
	}
	out, err := cells.Read(src)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// What is exported imports again to the same ballots, and what was imported is
// exported as it was, on every plan and in both forms.
func TestSheetsGoOutAndComeBack(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	for name, text := range packs(t) {
		for _, form := range []string{"CSV", "XLSX"} {
			t.Run(name+" "+form, func(t *testing.T) {
				fresh := collected(t, text, func(n int) int { return 23 + n })
				s := keyed(t, fresh, random)
				out, err := CopySheets(s)
				if err != nil {
					t.Fatal(err)
				}
				l, err := ReadSheets(fresh, through(t, form, out.Rows), SheetOptions{})
				if err != nil {
					t.Fatal(err)
				}
				again := closed(t, give(t, fresh, l.Orders(fresh, Source{By: "张三", File: "s.csv", SHA256: strings.Repeat("0a", 32)})...))
				if !reflect.DeepEqual(ballots(again), ballots(s)) || l.Len() != s.Round.Read() {
					t.Error("other ballots came back")
				}
				for i := range s.Plan.Subjects {
					if !reflect.DeepEqual(again.Verdict(i), s.Verdict(i)) {
						t.Errorf("subject %d has another verdict", i)
					}
				}
				once, err := CopySheets(again)
				if err != nil {
					t.Fatal(err)
				}
				l, err = ReadSheets(fresh, through(t, form, once.Rows), SheetOptions{})
				if err != nil {
					t.Fatal(err)
				}
				twice, err := CopySheets(closed(t, give(t, fresh, l.Orders(fresh, Source{By: "李四"})...)))
				if err != nil || !reflect.DeepEqual(twice.Rows, once.Rows) {
					t.Errorf("%v, or another table was written", err)
				}
			})
		}
	}
}

// Names and numbers, Chinese and English, wide and narrow: the same sheets.
func TestTheSameSheetsInManyWords(t *testing.T) {
	genhe := collected(t, packs(t)["genhe-2023"], func(int) int { return 10 })
	want := []meeting.Ballot{{Marks: []tally.Mark{1, 2}}, {Marks: []tally.Mark{9, 8}}, {Void: 1}}
	void := genhe.Plan.Sheets.Voids[0]
	for name, text := range map[string]string{
		"posts and names":    "第一党支部书记,第二党支部书记,作废原因\n好,较好,\n弃权,无效,\n,," + void.Title + "\n",
		"IDs and numbers":    "s1,s2,void\n1,2,\n9,8,\n,,1\n",
		"the other order":    "void,s2,s1\n,2,1\n,8,9\n" + void.ID + "\n",
		"wide and spaced":    "Ｓ１ , S 2,Void\n１,较 好,\nBlank,Spoiled,\n,,１\n",
		"numbered elsewhere": "序号,束,s1,s2,作废\n1,7,好,较好,\n2,7,弃权,无效,\n3,7,,," + void.Title + "\n",
		"columns of nothing": "s1,,s2,void,\n好,,较好,,\n9,,8,,\n,,,1,\n",
		"no column of voids": "s1,s2\n1,2\n9,8\n",
		"tabs":               "s1\ts2\tvoid\n1\t2\n9\t8\n\t\t1\n",
	} {
		read, err := cells.Read([]byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		l, err := ReadSheets(genhe, read, SheetOptions{})
		due := want
		if name == "no column of voids" {
			due = want[:2]
		}
		if err != nil || len(l.Stacks) != 1 || l.Len() != len(due) {
			t.Errorf("%s: %v, %d sheets", name, err, l.Len())
			continue
		}
		for i, b := range l.Stacks[0].Ballots {
			if b.Void != due[i].Void || !slices.Equal(b.Marks, due[i].Marks) {
				t.Errorf("%s: sheet %d is %v", name, i+1, b)
			}
		}
	}
}

// A sheet with items has a column for each; one of a single subject says of whom
// it is, or the caller does.
func TestItemsAndStacks(t *testing.T) {
	street := collected(t, packs(t)["street-2025"], func(int) int { return 10 })
	marks := []tally.Mark{1, 2, 7, 9}
	for name, c := range map[string]struct{ text, subject string }{
		"titles":        {"述职人,总评,公共环境,办事效率,帮扶困难居民\n西社区居委会,满意,基本满意,不了解,弃权\n", ""},
		"IDs":           {"subject,overall,place,service,care\ns2,1,2,7,9\n", ""},
		"of one":        {"overall,place,service,care\n1,2,7,9\n", "s2"},
		"of one, again": {"subject,overall,place,service,care\ns2,1,2,7,9\n", "s2"},
	} {
		read, err := cells.Read([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		l, err := ReadSheets(street, read, SheetOptions{Subject: c.subject})
		if err != nil || len(l.Stacks) != 1 || l.Stacks[0].Index != 1 || !slices.Equal(l.Stacks[0].Ballots[0].Marks, marks) {
			t.Errorf("%s: %v, %v", name, err, l)
		}
	}
	university := collected(t, packs(t)["university-2025"], func(int) int { return 10 })
	read, err := cells.Read([]byte("class,s1,s2,s3,s4,s5\nb,1,1,1,1,1\n" + "A类：学院党委委员和组织员,2,2,2,2,2\n"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := ReadSheets(university, read, SheetOptions{})
	if err != nil || len(l.Stacks) != 2 || l.Stacks[0].Index != 0 || l.Stacks[0].Ballots[0].Marks[0] != 2 || l.Stacks[1].Ballots[0].Marks[0] != 1 {
		t.Errorf("%v, %v", err, l)
	}
}

// Items under several subjects stand behind the subject, however the two are parted.
func TestItemsOfSeveralSubjects(t *testing.T) {
	text := strings.Replace(packs(t)["street-2025"], `sheet       = "each"`, `sheet       = "all"`, 1)
	s := collected(t, text, func(int) int { return 10 })
	heads := []string{
		"东社区居委会", "东社区居委会公共环境", "东社区居委会：办事效率", "s1-care",
		"s2 总评", "s2 place", "西社区居委会 办事效率", "西社区居委会·帮扶困难居民",
		"s3", "s3/place", "s3_service", "s3:care",
	}
	read, err := cells.Read([]byte(strings.Join(heads, ",") + "\n1,2,3,4,1,2,3,4,1,2,3,4\n"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := ReadSheets(s, read, SheetOptions{})
	if err != nil || !slices.Equal(l.Stacks[0].Ballots[0].Marks, []tally.Mark{1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4}) {
		t.Errorf("%v, %v", err, l)
	}
}

func TestEveryFaultIsNamedWithItsPlace(t *testing.T) {
	for _, c := range []struct {
		name, pack, class, subject, text string
		zh                               []string
	}{
		{"many at once", "genhe-2023", "", "", "s1,s2,void\n5,差,\n好,,\n,,没盖章\n好,,1\n", []string{
			"第2行第A列：没有“5”这个选项，可用：1 好、2 较好、3 一般、4 差、8 无效、9 弃权。",
			"第3行第B列：“第二党支部书记”空着。没有填写的请写“弃权”，整张无效的请写明无效原因。",
			"第4行第C列：没有“没盖章”这个无效原因，可用：1 票面污损无法辨认、2 未使用统一评议表、4 署名或留有可识别身份的记号。",
			"第5行第A列：这张已记为无效票（票面污损无法辨认），却还有“好”，请删去其一。",
		}},
		{"the heads", "genhe-2023", "", "", "s1,第一党支部书记,姓名,,颜色\n1,2,张三,x,红\n", []string{
			"第1行第B列：“第一党支部书记”有两列，另一列是第1行第A列，请删去一列。",
			"第1行第C列：“姓名”一列会说出票是谁填的。评议不记名，请删去这一列。",
			"第D列：这一列有内容，却没有表头，请写上表头或删去这一列。",
			"第1行第E列：表头“颜色”不是这份评议表的一列，请改正或删去这一列。可用：第一党支部书记、第二党支部书记、作废原因。",
			"第1行：缺少“第二党支部书记”这一列，请补上。",
		}},
		{"no sheet", "genhe-2023", "", "", "s1,s2\n", []string{"表头下面没有评议表。"}},
		{"不了解 where there is none", "genhe-2023", "", "", "s1,s2\n1,7\n", []string{
			"第2行第B列：没有“7”这个选项，可用：1 好、2 较好、3 一般、4 差、8 无效、9 弃权。",
		}},
		{"more than were collected", "genhe-2023", "", "", "s1,s2\n" + strings.Repeat("1,2\n", 11), []string{
			"文件里有 11 张，收回 10 张，已录 0 张，放不下。请核对文件和收回数。",
		}},
		{"a class that is not said", "university-2025", "", "", "s1,s2,s3,s4,s5\n1,1,1,1,1\n", []string{
			"第1行：评议表分类计数，请加上“参评类别”一列，或用 --class 写明是哪一类：A类：学院党委委员和组织员、B类：师生代表。",
		}},
		{"a class that there is not, and another", "university-2025", "a", "", "class,s1,s2,s3,s4,s5\nc,1,1,1,1,1\nb,1,1,1,1,1\n,1,1,1,1,1\n", []string{
			"第2行第A列：没有参评类别“c”，可用：A类：学院党委委员和组织员、B类：师生代表。",
			"第3行第A列：这张是“b”的，而 --class 写的是“A类：学院党委委员和组织员”。",
			"第4行第A列：没有参评类别“”，可用：A类：学院党委委员和组织员、B类：师生代表。",
		}},
		{"a subject that is not said", "street-2025", "", "", "总评,place,service,care\n1,1,1,1\n", []string{
			"第1行：评议表每人一张，请加上“述职人”一列，或用 --subject 写明是哪一位：东社区居委会、西社区居委会、河沿社区居委会。",
		}},
		{"another subject, and none", "street-2025", "", "s1", "述职人,总评,place,service,care\ns2,1,1,1,1\ns9,1,1,1,1\n", []string{
			"第2行第A列：这张评的是“s2”，而 --subject 写的是“东社区居委会”。",
			"第3行第A列：没有述职人“s9”，或者不止一位，可用：东社区居委会、西社区居委会、河沿社区居委会。",
		}},
		{"more than one stack has", "university-2025", "b", "", "s1,s2,s3,s4,s5\n" + strings.Repeat("1,1,1,1,1\n", 12), []string{
			"B类：师生代表：文件里有 12 张，收回 10 张，已录 0 张，放不下。请核对文件和收回数。",
		}},
	} {
		s := collected(t, packs(t)[c.pack], func(int) int { return 10 })
		read, err := cells.Read([]byte(c.text))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		l, err := ReadSheets(s, read, SheetOptions{Class: c.class, Subject: c.subject})
		var faults fault.Faults
		if !errors.As(err, &faults) || l.Len() > 0 {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, f := range faults {
			got = append(got, words.Fault(words.Chinese, f))
		}
		if !slices.Equal(got, c.zh) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.zh, "\n"))
		}
	}
}

func TestFaultsEndAtTwenty(t *testing.T) {
	s := collected(t, packs(t)["genhe-2023"], func(int) int { return 100 })
	read, err := cells.Read([]byte("s1,s2\n" + strings.Repeat("x,y\n", 50)))
	if err != nil {
		t.Fatal(err)
	}
	_, err = ReadSheets(s, read, SheetOptions{})
	var faults fault.Faults
	if !errors.As(err, &faults) || len(faults) != cells.MaxFaults {
		t.Errorf("%d faults", len(faults))
	}
	if got, want := words.Fault(words.English, faults[0]), "row 2 column A: There is no choice “x”; there are 1 好、2 较好、3 一般、4 差、8 无效、9 弃权."; got != want {
		t.Errorf("got %s", got)
	}
}

// A class of which too few sheets were read is told by no sheet: neither by a
// column nor by a bundle nor by where the sheet stands.
func TestASmallClassIsHidden(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	s := keyed(t, collected(t, packs(t)["university-2025"], func(n int) int { return []int{3, 40}[n] }), random)
	out, err := CopySheets(s)
	if err != nil || !out.Hidden {
		t.Fatalf("%v, hidden: %t", err, out.Hidden)
	}
	if got, want := strings.Join(out.Rows[0], ","), "教工第一党支部书记,教工第二党支部书记,本科生党支部书记,研究生第一党支部书记,研究生第二党支部书记,作废原因"; got != want {
		t.Errorf("the heads are %s", got)
	}
	if !slices.IsSortedFunc(out.Rows[1:], slices.Compare[[]string]) || len(out.Rows) != 44 {
		t.Errorf("%d rows, or they stand as they were read", len(out.Rows))
	}
	_, err = ReadSheets(s, through(t, "CSV", out.Rows), SheetOptions{})
	var faults fault.Faults
	if !errors.As(err, &faults) || faults[0].Code != ClassNeeded {
		t.Error(err)
	}
}

func TestWhatIsNotExported(t *testing.T) {
	genhe := packs(t)["genhe-2023"]
	open := collected(t, genhe, func(int) int { return 3 })
	rehearsal := keyed(t, open, rand.New(rand.NewPCG(1, 1)))
	rehearsal.Rehearsal = true
	for name, c := range map[string]struct {
		state meeting.State
		want  string
	}{
		"an open count":    {open, "count-open"},
		"a rehearsal":      {rehearsal, "rehearsal"},
		"a void round":     {lines(t, give(t, meeting.State{}, meeting.OpenSession{PlanName: "p", PlanText: genhe}), "attend expected=9 present=9", "issue 3", "collect 4"), "round-void round=1"},
		"nothing was read": {closed(t, collected(t, genhe, func(int) int { return 0 })), "intake: none-read"},
	} {
		if _, err := CopySheets(c.state); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A stack that was counted by piles has no sheets to export; others have.
func TestPilesAreLeftOut(t *testing.T) {
	half := func(n int) meeting.State {
		s := collected(t, packs(t)["university-2025"], func(stack int) int { return []int{n, 20}[stack] })
		s = lines(t, s, `piles class=a by="张三"`, "pile 0 0 0 0")
		for row := range 5 {
			s = lines(t, s, fmt.Sprintf("pile %d %d 0 0 0", row+1, n))
		}
		s = lines(t, s, fmt.Sprint("close-piles ", n))
		return keyed(t, s, rand.New(rand.NewPCG(2, 2)))
	}
	out, err := CopySheets(half(6))
	if err != nil || !slices.Equal(out.ByPiles, []string{"A类：学院党委委员和组织员"}) || len(out.Rows) != 21 {
		t.Fatalf("%v: %v, %d rows", err, out.ByPiles, len(out.Rows))
	}
	// Of four sheets nothing may be told apart, and the other class would tell it.
	var faults fault.Faults
	if _, err := CopySheets(half(4)); !errors.As(err, &faults) || faults[0].Code != OneIsApart {
		t.Error(err)
	}
	genhe := collected(t, packs(t)["genhe-2023"], func(int) int { return 3 })
	genhe = lines(t, genhe, `piles by="张三"`, "pile 0 0 0 0 0", "pile 1 3 0 0 0", "pile 2 3 0 0 0", "close-piles 3", `close-count by="王监票"`)
	if _, err := CopySheets(genhe); !fault.Is(err, "intake", AllByPiles) {
		t.Error(err)
	}
}

// The bundles have the plan's size and say where they come from; they are
// unconfirmed, as if they had been keyed.
func TestBundlesOfAFile(t *testing.T) {
	s := collected(t, packs(t)["genhe-2023"], func(int) int { return 130 })
	l := Sheets{Stacks: []Stack{{Index: 0, Ballots: slices.Repeat([]meeting.Ballot{{Marks: []tally.Mark{1, 2}}}, 130)}}}
	s = give(t, s, l.Orders(s, Source{By: "张三", File: "s.csv", SHA256: strings.Repeat("0a", 32)})...)
	if n := s.Round.Bundles.Len(); n != 7 || len(s.Unchecked()) != 7 || s.Round.Valid != 130 {
		t.Errorf("%d bundles, %d unconfirmed, %d sheets", n, len(s.Unchecked()), s.Round.Valid)
	}
	if b := s.Round.Bundles.At(7); b.Sheets() != 10 || b.By != "张三" || b.File != "s.csv" {
		t.Errorf("%d sheets by %s from %s", b.Sheets(), b.By, b.File)
	}
}
