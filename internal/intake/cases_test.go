package intake

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/words"
)

var rewrite = flag.Bool("rewrite", false, "write down what comes of each case, to be looked at")

// A tableCase is a small table and what must come of it. Its file begins with what it
// is read as, sheets or problems, and with what the caller says; then comes the table,
// or the name of the file that holds it, and behind a line of dashes what comes of it.
type tableCase struct {
	as    string
	says  map[string]string
	table []byte
	want  string
}

const (
	tableBelow = "\n--- table\n"
	wantBelow  = "\n--- comes\n"
)

func readCase(t *testing.T, path string) tableCase {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, want, _ := strings.Cut(string(src), wantBelow)
	head, table, inline := strings.Cut(head, tableBelow)
	words := strings.Fields(head)
	c := tableCase{as: words[0], says: map[string]string{}, table: []byte(table + "\n"), want: want}
	for _, w := range words[1:] {
		key, value, _ := strings.Cut(w, "=")
		c.says[key] = value
	}
	if !inline {
		if c.table, err = os.ReadFile(filepath.Join(filepath.Dir(path), c.says["file"])); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// TestCases reads every table of the folder.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "cases", "*.txt"))
	if err != nil || len(paths) < 60 {
		t.Fatalf("%d cases, %v", len(paths), err)
	}
	used := map[string]bool{}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			c := readCase(t, path)
			used[c.says["file"]] = true
			if got := c.comes(t); got != c.want {
				if *rewrite {
					c.rewrite(t, path, got)
				}
				t.Errorf("what comes of it is\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	tables, err := filepath.Glob(filepath.Join("testdata", "cases", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range tables {
		if name := filepath.Base(path); !strings.HasSuffix(name, ".txt") && !used[name] {
			t.Errorf("nothing is said of %s", name)
		}
	}
}

func (c tableCase) rewrite(t *testing.T, path, got string) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(src), wantBelow)
	if err := os.WriteFile(path, []byte(strings.TrimRight(head, "\n")+wantBelow+got), 0o644); err != nil {
		t.Fatal(err)
	}
}

// comes is what comes of the table, in words: all that a person is told, and all that
// would be recorded.
func (c tableCase) comes(t *testing.T) string {
	t.Helper()
	book, err := cells.Read(c.table)
	if err != nil {
		return toldFaults(err)
	}
	if c.as == "problems" {
		return c.problems(t, book)
	}
	return c.sheets(t, book)
}

func (c tableCase) plan(t *testing.T) string {
	name := c.says["plan"]
	if name == "" {
		name = "genhe-2023"
	}
	text := packs(t)[name]
	if text == "" {
		t.Fatalf("there is no plan %s", name)
	}
	if c.says["alone"] != "" { // a plan of one subject
		text = regexp.MustCompile(`(?s)\[\[subjects\]\]\nid   = "s2".*?\n\n`).ReplaceAllString(text, "")
	}
	return text
}

func (c tableCase) sheets(t *testing.T, book cells.Book) string {
	t.Helper()
	collected, err := strconv.Atoi(c.says["collected"])
	if err != nil {
		t.Fatal(err)
	}
	s := collectedOf(t, c.plan(t), collected)
	o := SheetOptions{Class: c.says["class"], Subject: c.says["subject"], Sheet: c.says["sheet"]}
	if void := c.says["void"]; void != "" {
		reason, n, _ := strings.Cut(void, ":")
		o.Voids = map[int]int{atoi(reason): atoi(n)}
	}
	list, err := ReadSheets(s, book, o)
	if err != nil {
		return toldFaults(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", list.Shape)
	for _, st := range list.Stacks {
		if name := words.StackName(words.Chinese, s.StackName(st.Index)); name != "" {
			b.WriteString(name + ": ")
		}
		fmt.Fprintf(&b, "%d sheets:", st.Len())
		for _, ballot := range st.Ballots {
			if ballot.Void > 0 {
				fmt.Fprintf(&b, " void%d", ballot.Void)
				continue
			}
			b.WriteByte(' ')
			for _, m := range ballot.Marks {
				fmt.Fprint(&b, m)
			}
		}
		for _, p := range st.Piles {
			fmt.Fprintf(&b, " %v", p.Numbers)
			if p.Blank+p.Spoiled > 0 {
				fmt.Fprintf(&b, "+%d+%d", p.Blank, p.Spoiled)
			}
		}
		b.WriteByte('\n')
	}
	b.WriteString(toldFindings(list.Findings))
	if _, _, err := meeting.Try(s, meeting.Person{}, noon, list.Orders(s, Source{By: "张三"})...); err != nil {
		fmt.Fprintf(&b, "refused: %v\n", err)
	}
	return b.String()
}

// collectedOf is a meeting with as many sheets back of each stack.
func collectedOf(t *testing.T, plan string, n int) meeting.State {
	return collected(t, plan, func(int) int { return n })
}

func atoi(word string) int {
	n, _ := strconv.Atoi(word)
	return n
}

func (c tableCase) problems(t *testing.T, book cells.Book) string {
	t.Helper()
	s := give(t, meeting.State{}, meeting.OpenSession{PlanName: "p", PlanText: c.plan(t)})
	if c.says["ledger"] != "" {
		for _, line := range some {
			o, err := meeting.State{}.Parse(line)
			if err != nil {
				t.Fatal(err)
			}
			s = give(t, s, o)
		}
	}
	r, err := ReadProblems(s, book, Options{Day: today, By: c.says["by"], Sheet: c.says["sheet"]})
	if err != nil {
		return toldFaults(err)
	}
	again := give(t, s, r.Orders()...)
	out := told(r) + "\n" + toldFindings(r.Findings)
	if r, err = ReadProblems(again, book, Options{Day: today, By: c.says["by"], Sheet: c.says["sheet"]}); err != nil || len(r.Orders()) > 0 {
		said := fmt.Sprint(err)
		if list := (fault.Faults)(nil); errors.As(err, &list) {
			said = words.Fault(words.English, list[0])
		}
		out += fmt.Sprintf("a second time: %s\n%s\n", said, told(r))
	}
	return out
}

func toldFindings(f Findings) string {
	var out []string
	for _, list := range []struct {
		sign string
		of   fault.Faults
	}{{"", f.Told}, {"left out: ", f.LeftOut}, {"doubt: ", f.Doubts}} {
		for _, one := range list.of {
			out = append(out, list.sign+words.Fault(words.Chinese, one)+"\n")
		}
	}
	return strings.Join(out, "")
}

func toldFaults(err error) string {
	var list fault.Faults
	var out []string
	if !errors.As(err, &list) {
		out = append(out, err.Error())
	}
	for _, f := range list {
		out = append(out, words.Fault(words.Chinese, f))
	}
	return "fault: " + strings.Join(slices.Compact(out), "\nfault: ") + "\n"
}

// caseTables are the tables of all cases.
func caseTables() ([][]byte, error) {
	paths, err := filepath.Glob(filepath.Join("testdata", "cases", "*"))
	var out [][]byte
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		if _, table, inline := strings.Cut(string(src), tableBelow); inline {
			table, _, _ = strings.Cut(table, wantBelow)
			src = []byte(table)
		}
		out = append(out, src)
	}
	return out, err
}
