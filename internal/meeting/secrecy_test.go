package meeting

import (
	"fmt"
	"strings"
	"testing"

	"shuping/internal/tally"
)

// weighted3 is a meeting of classes of so many sheets each, of whom the figures are
// shown from four sheets on.
func weighted3(t testing.TB, sheets ...int) State {
	t.Helper()
	text := strings.Replace(planText(t, "weighted"), "[sheets]\n", "[sheets]\nfewest-of-class = 4\n", 1)
	text = strings.Replace(text, "weight = \"2/5\"\n", "weight = \"1/5\"\n\n[[voters]]\nid     = \"c\"\nname   = \"C类\"\nweight = \"1/5\"\n", 1)
	s, _ := give(t, State{}, OpenSession{PlanName: "weighted", PlanText: text})
	do := func(format string, args ...any) {
		o, err := State{}.Parse(fmt.Sprintf(format, args...))
		must(t, err)
		s, _ = give(t, s, o)
	}
	for i, n := range sheets {
		class := "abc"[i : i+1]
		do("attend class=%s expected=9 present=%d", class, n)
		if n == 0 {
			continue
		}
		do("issue %d class=%s", n, class)
		do("collect %d class=%s", n, class)
		for read := 0; read < n; {
			do("bundle class=%s", class)
			k := 0
			for ; k < 3 && read < n; k, read = k+1, read+1 {
				do("b %d 1", 1+read%2)
			}
			do("close-bundle %d", k)
		}
	}
	return s
}

func TestAClassThatIsSmallIsHidden(t *testing.T) {
	for _, c := range []struct {
		sheets []int
		hidden string
	}{
		{[]int{4, 4, 4}, "..."},
		{[]int{3, 3, 3}, "hhh"},
		{[]int{9, 6, 3}, ".hh"}, // or the sum would tell what the smallest said
		{[]int{9, 3, 6}, ".hh"},
		{[]int{9, 1, 3}, ".hh"},
		{[]int{9, 1, 2}, "hhh"}, // the two have fewer than four together
		{[]int{9, 2, 2}, ".hh"},
		{[]int{9, 4, 0}, "..."}, // nobody said anything
		{[]int{9, 3, 0}, "hh."},
		{[]int{3, 0, 0}, "..."}, // it is the sum
	} {
		s, got := weighted3(t, c.sheets...), ""
		for n := range s.Round.Stacks {
			got += map[bool]string{true: "h", false: "."}[s.Hides(n)]
		}
		if got != c.hidden || s.HidesOf(0) != strings.Contains(got, "h") {
			t.Errorf("%v is %s, want %s", c.sheets, got, c.hidden)
		}
	}
}

// Said is a reason as package words tells it.
var Said func(tally.Reason) string

// What a reason says of a hidden class is what all come to together.
func TestReasonsHideWhatAClassAdds(t *testing.T) {
	for _, sheets := range [][]int{{9, 6, 3}, {9, 6, 4}} {
		s := weighted3(t, sheets...)
		told := ""
		for _, r := range s.Reasons(0) {
			told += Said(r) + "\n"
		}
		if hides := s.HidesOf(0); strings.Contains(told, "C类 1/5×") == hides || strings.Contains(told, "A类、B类、C类 ") != hides {
			t.Errorf("%v:\n%s", sheets, told)
		}
		for i, r := range s.Reasons(0) {
			v := s.Verdict(0).Reasons[i]
			if r.Holds != v.Holds || r.Grade != v.Grade || r.Share != v.Share || tail(r) != tail(v) {
				t.Errorf("%v: %s\nis no longer %s", sheets, Said(r), Said(v))
			}
		}
	}
}

// tail is the reason from its comparison on.
func tail(r tally.Reason) string {
	text := Said(r)
	return text[max(0, strings.Index(text, "=")):]
}

func TestNothingIsShownBeforeTheFewestSheets(t *testing.T) {
	text := strings.Replace(planText(t, "five"), "[sheets]\n", "[sheets]\nfewest = 3\n", 1)
	s, _ := give(t, State{}, OpenSession{PlanName: "five", PlanText: text})
	for _, c := range []struct {
		line  string
		shows bool
	}{
		{"attend expected=8 present=6", false}, {"issue 3", false}, {"collect 3", false}, {"bundle", false},
		{"b 1 1 1 1 1", false}, {"b 1 1 1 1 1", false}, {"b 1 1 1 1 1", true}, {"takeback", false},
		{"close-bundle 2", false}, {"collect 2", false}, {`close-count by="王某某"`, true},
	} {
		o, err := State{}.Parse(c.line)
		must(t, err)
		if s, _ = give(t, s, o); s.Shows() != c.shows {
			t.Errorf("after %s it shows: %v", c.line, s.Shows())
		}
	}
}
