package meeting

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// hallPlan is a meeting that shows the hall other things.
func hallPlan(t testing.TB, counting, after, reference string) OpenSession {
	text := planText(t, "genhe-2023")
	text = strings.Replace(text, `counting = "closed"`, "counting = \""+counting+"\"", 1)
	text = strings.Replace(text, `after    = "votes-and-grades"`, "after = \""+after+"\"\nreference = "+reference, 1)
	return OpenSession{PlanName: "hall", PlanText: text}
}

func heldHall(t testing.TB, counting, after, reference string, lines ...string) State {
	s, _ := give(t, State{}, hallPlan(t, counting, after, reference))
	for _, line := range lines {
		o, err := State{}.Parse(line)
		must(t, err)
		s, _ = give(t, s, o)
	}
	return s
}

// threeBundles are two bundles of which one was confirmed, and sheets in a third.
var threeBundles = []string{
	"attend expected=12 present=12", "issue 12", "collect 12",
	`bundle by="张三"`, "b 1 1", "b 1 2", "b 0 reason=1", "close-bundle 3", `second 1 by="李四"`, "b 1 1", "b 1 2", "b 0 reason=1", "close-second 3",
	`bundle by="张三"`, "b 2 2", "b 2 3", "close-bundle 2",
	`bundle by="张三"`, "b 4 4", "doubt",
}

// What is counted before the eyes of the hall is what the plan says, and nothing of
// the sheet in hand where it says bundles.
func TestHallCountsWhatThePlanSays(t *testing.T) {
	for counting, want := range map[string]string{
		"off":         "silent",
		"progress":    "progress",
		"closed":      "tally 5 sheets 1 void 2 bundles [2 2 0 0][1 2 1 0]",
		"checked":     "tally 3 sheets 1 void 1 bundles [2 0 0 0][1 1 0 0]",
		"every-sheet": "tally 6 sheets 1 void 0 bundles [2 2 0 1][1 2 1 1]",
	} {
		h := heldHall(t, counting, "votes", "false", threeBundles...).Hall()
		got := string(h.Stage)
		if h.Stage == HallTally {
			got += fmt.Sprintf(" %d sheets %d void %d bundles ", h.Sheets, h.Void, h.Bundles)
			for _, p := range h.Subjects {
				got += fmt.Sprint(p.Count.Grades[:4])
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", counting, got, want)
		}
	}
	if h := heldHall(t, "closed", "votes", "false", threeBundles[:5]...).Hall(); h.Stage != HallProgress || !h.TooFew {
		t.Errorf("before any bundle is closed the hall sees %+v", h)
	}
}

// After the count nothing is seen that was not announced as it stands, and a grade
// that the votes suggest only where the plan says so and only until one is decided.
func TestHallWaitsForTheAnnouncement(t *testing.T) {
	closed := []string{
		"attend expected=4 present=4", "issue 4", "collect 4", "bundle", "b 1 2", "b 1 2", "b 1 2", "b 1 1", "close-bundle 4", `close-count by="王监票"`,
	}
	correct := `correct bundle=1 sheet=4 1 2 by="王监票" reason="看错"`
	for _, c := range []struct {
		counting, after, reference, then string
		want                             string
	}{
		{"off", "off", "false", "announce votes", "silent []"},
		{"progress", "off", "false", "announce votes", "ended []"},
		{"progress", "votes", "false", "", "awaits []"},
		{"progress", "votes", "true", "announce votes", "result votes [1 false][2 false]"},
		{"closed", "votes", "true", "decide s1 好", "awaits []"},
		{"closed", "votes-and-grades", "true", "announce votes", "result votes [1 false][2 false]"},
		{"closed", "votes-and-grades", "false", "announce votes;decide s1 好", "result votes [0 false][0 false]"},
		{"closed", "votes-and-grades", "false", "decide s1 好;decide s2 较好;announce grades", "result grades [1 true][2 true]"},
		{"closed", "votes-and-grades", "false", "announce votes;decide s1 好;decide s2 较好;announce grades", "result votes grades [1 true][2 true]"},
		{"closed", "votes-and-grades", "false", "announce votes;decide s1 好;decide s2 较好;announce grades;decide s2 差 reason=变了", "result votes [0 false][0 false]"},
		{"closed", "votes-and-grades", "false", "announce votes;decide s1 好;decide s2 较好;announce grades;fact s1 kind=failure source=通报", "result votes [0 false][0 false]"},
		{"closed", "votes-and-grades", "false", "announce votes;" + correct, "awaits corrected []"},
		{"closed", "votes-and-grades", "false", "announce votes;" + correct + ";announce votes", "result votes corrected [0 false][0 false]"},
	} {
		var lines []string
		if c.then != "" {
			lines = strings.Split(c.then, ";")
		}
		h := heldHall(t, c.counting, c.after, c.reference, append(closed[:len(closed):len(closed)], lines...)...).Hall()
		got := string(h.Stage)
		if h.Votes {
			got += " votes"
		}
		if h.Grades {
			got += " grades"
		}
		if h.Corrected && h.Stage != HallEnded {
			got += " corrected"
		}
		got += " "
		for _, p := range h.Subjects {
			got += fmt.Sprintf("[%d %v]", p.Grade, p.Decided)
			if !h.Votes && p.Count.Rows() > 0 {
				t.Errorf("%+v: votes that were not announced: %+v", c, p)
			}
		}
		if h.Subjects == nil {
			got += "[]"
		}
		if got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// Whatever happens, the hall sees no more than was read, and nothing of a closed
// count that was not announced.
func TestHallNeverSeesMoreThanIsSaid(t *testing.T) {
	plans := openings(t)
	rapid.Check(t, func(t *rapid.T) {
		for _, s := range tell(t, pick(t, "plan", plans)).states {
			h := s.Hall()
			if h.Votes && !s.Announced(Votes) || h.Grades && !s.Announced(Grades) {
				t.Fatalf("not announced: %+v", h)
			}
			if h.Stage == HallTally && (s.Round.Closed || h.Sheets > s.Round.Valid+s.Round.Void) {
				t.Fatalf("%+v of %d sheets", h, s.Round.Valid+s.Round.Void)
			}
			for i, p := range h.Subjects {
				if left := s.Round.Counts[i].Rows() - p.Count.Rows(); left < 0 || p.Sheets < 0 {
					t.Fatalf("subject %d: %+v of %+v", i, p, s.Round.Counts[i])
				}
			}
		}
	})
}
