package meeting

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// aYear is a random meeting in which nearly all is of before and behind it.
func aYear(t *rapid.T, s State, visit func(Event, State)) State {
	now := noon
	for i := range even(t, 120, "orders") {
		word := pick(t, "word", []string{"", fmt.Sprintf("第%d句", i), fmt.Sprintf("第%d句", i)}) // said once
		o := likelyYear(t, s, pick(t, "subject", []string{"s1", "s2", "s9"}), word)
		now = now.Add(time.Minute)
		events, err := Decide(s, Command{Who: Person{Role: "console"}, At: now, Order: o})
		if _, refused := err.(*Refusal); err != nil && !refused {
			t.Fatalf("%#v: %v", o, err)
		}
		for _, e := range events {
			s = Apply(s, e)
			visit(e, s)
		}
	}
	return s
}

// Nothing is erased: every text that was ever recorded can be read in the state that
// the records give, whatever came after it, before the seal and behind it.
func TestNothingIsErased(t *testing.T) {
	states := []State{play(t, "genhe-2023"), sealedGenhe(t)}
	rapid.Check(t, func(t *rapid.T) {
		begun := pick(t, "meeting", states)
		replayed, said := begun, map[string]string{}
		s := aYear(t, begun, func(e Event, _ State) {
			kind, body := Encode(e.Deed)
			next, err := Follow(replayed, kind, body, e.Who, e.At)
			if err != nil {
				t.Fatalf("%s %s: %v", kind, body, err)
			}
			replayed = next
			texts(reflect.ValueOf(e.Deed), func(text string) {
				if strings.Contains(text, "句") {
					said[text] = kind
				}
			})
		})
		if !reflect.DeepEqual(replayed, s) {
			t.Fatalf("replayed %s\nshown %s", written(replayed), written(s))
		}
		kept := map[string]bool{}
		texts(reflect.ValueOf(s), func(text string) { kept[text] = true })
		for text, kind := range said {
			if !kept[text] {
				t.Fatalf("%q of %s is nowhere in\n%s", text, kind, written(s))
			}
		}
	})
}

// texts visits every text that a value holds.
func texts(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		visit(v.String())
	case reflect.Pointer, reflect.Interface:
		texts(v.Elem(), visit)
	case reflect.Struct:
		for i := range v.NumField() {
			texts(v.Field(i), visit)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			texts(v.Index(i), visit)
		}
	}
}

// No ID is given twice, none is left out, and a chain of problems that come back
// ends.
func TestIDsAreGivenOnce(t *testing.T) {
	begun := play(t, "genhe-2023")
	rapid.Check(t, func(t *rapid.T) {
		given := map[string]bool{}
		s := aYear(t, begun, func(e Event, s State) {
			var id string
			switch d := e.Deed.(type) {
			case ProblemRecorded:
				id = d.ID
			case ProblemCarried:
				id = d.ID
			default:
				return
			}
			if given[id] {
				t.Fatalf("%s is given twice", id)
			}
			given[id] = true
			if p, ok := s.Problem(id); !ok || p.ID != id {
				t.Fatalf("%s is not found under its ID but %+v", id, p)
			}
		})
		if len(given) != len(s.Ledger) {
			t.Fatalf("%d IDs for %d problems", len(given), len(s.Ledger))
		}
		for i, p := range s.Ledger {
			if want := fmt.Sprint("p", i+1); p.ID != want {
				t.Fatalf("%s stands where %s belongs", p.ID, want)
			}
			for n := 0; p.Again != ""; n++ {
				if n > len(s.Ledger) {
					t.Fatalf("the chain of %s never ends", p.ID)
				}
				p = s.Ledger[s.problemAt(p.Again)]
			}
		}
	})
}

// A sealed result is what it was, whatever the year brings after it.
func TestTheYearLeavesTheResultAlone(t *testing.T) {
	sealed := sealedGenhe(t)
	rapid.Check(t, func(t *rapid.T) {
		s := aYear(t, sealed, func(Event, State) {})
		s.PlanFiled, s.Duties, s.Ledger = sealed.PlanFiled, sealed.Duties, sealed.Ledger
		s.Filings, s.PaperFiles, s.Records, s.Trail = sealed.Filings, sealed.PaperFiles, sealed.Records, sealed.Trail
		for i := range s.Reports {
			s.Reports = listWith(s.Reports, i, Report{s.Reports[i].Vettings, nil})
		}
		if written(s) != written(sealed) {
			t.Fatalf("%s\nbecame %s", written(sealed), written(s))
		}
	})
}

// Behind a seal stand corrections, the ledger, the filing and what goes with them,
// and nothing else.
func TestWhatChainsOnAfterTheSeal(t *testing.T) {
	taken := map[string]bool{
		"correct": true, "correct-piles": true, "correct-heads": true, "announce": true, "reopen-count": true, "recount": true,
		"file-plan": true, "attach": true, "duty": true, "file": true,
		"problem": true, "carry": true, "amend": true, "progress": true, "sign-off": true, "return": true, "link": true,
	}
	sealed := sealedGenhe(t)
	for _, c := range lines {
		word, _, _ := strings.Cut(c.line, " ")
		if got := sealed.accepts(c.order) == nil; got != taken[word] {
			t.Errorf("%s is taken after the seal: %v", c.line, got)
		}
	}
	records := map[string]bool{
		"sheet-corrected": true, "piles-corrected": true, "heads-corrected": true, "result-announced": true,
		"sheet-restated": true, "piles-restated": true, "heads-restated": true, "count-reopened": true, "recount-begun": true,
		"plan-filed": true, "file-attached": true, "duty-assigned": true, "paper-filed": true,
		"problem-recorded": true, "problem-carried": true, "problem-amended": true, "progress-noted": true,
		"problem-signed-off": true, "problem-returned": true, "problem-linked": true,
	}
	for _, d := range deeds(t) {
		if got := sealed.follows(d); got != records[d.Kind()] {
			t.Errorf("%s may follow the seal: %v", d.Kind(), got)
		}
	}
}

func sealedGenhe(t testing.TB) State {
	return play(t, "genhe-2023", "attend expected=8 present=6", "issue 1", "collect 1", "bundle", "b 1 2",
		"close-bundle 1", `close-count by="王某某"`, "decide s1 好", "decide s2 较好", "seal")
}

// Lists of the ledger that grow from one state are not shared.
func TestTwoLedgersFromOne(t *testing.T) {
	s := play(t, "genhe-2023", `problem s1 origin=self text="甲"`)
	for i := range 9 {
		s, _ = give(t, s, NoteProgress{"p1", today, fmt.Sprint(i)})
		s, _ = give(t, s, ReturnProblem{"p1", fmt.Sprint(i)})
		s, _ = give(t, s, RecordProblem{"s2", BySelf, fmt.Sprint(i), Remedy{}})
		from := written(s)
		one, two := s, s
		for _, o := range []Order{NoteProgress{"p1", today, "一"}, ReturnProblem{"p1", "一"}, RecordProblem{"s1", BySelf, "一", Remedy{}}} {
			one, _ = give(t, one, o)
		}
		kept := written(one)
		for _, o := range []Order{NoteProgress{"p1", today, "二"}, ReturnProblem{"p1", "二"}, RecordProblem{"s1", BySelf, "二", Remedy{}}} {
			two, _ = give(t, two, o)
		}
		if written(s) != from || written(one) != kept || written(two) == kept {
			t.Fatalf("after %d: one ledger changed another", i+1)
		}
	}
}

// Whoever gave an order may use its lists and pointers again.
func TestADeedOwnsItsParts(t *testing.T) {
	s := play(t, "genhe-2023", `problem s1 origin=self text="甲"`)
	text, missing, history := "乙", []int{1}, []Past{{Act: ActRecorded, Text: "丙"}}
	s, _ = give(t, s, AmendProblem{"p1", Changes{Text: &text}})
	s, _ = give(t, s, VetReport{Subject: "s1", Outcome: Returned, By: "甲", Missing: missing})
	var carried []Event
	s, carried = give(t, s, CarryProblem{Bag: "甲", Earlier: "p1", Year: 2022, Origin: BySelf, Text: "甲", History: history})
	before, record := written(s), fmt.Sprint(carried)
	text, missing[0], history[0].Text = "x", 4, "x"
	if written(s) != before || fmt.Sprint(carried) != record {
		t.Error("a record changed after it was made")
	}
}
