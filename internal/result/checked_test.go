package result_test

import (
	"strings"
	"testing"

	"shuping/internal/result"
	"shuping/internal/words"
)

// Nothing that a hidden class said can be read from any paper, nor be worked out
// from what stands there of the others.
func TestAHiddenClassIsInNoPaper(t *testing.T) {
	d := result.Of(held(t, "hidden"), head, words.Chinese)
	for _, s := range d.Subjects {
		for _, p := range s.Parts {
			if !p.Hidden || p.Counts != nil || p.Blank != nil || p.Spoiled != nil || p.Base != nil || p.Aside != nil {
				t.Errorf("%s: %+v", s.ID, p)
			}
		}
		for _, r := range s.Reasons {
			for _, p := range r.Parts {
				if p.Base != 0 || p.Count != 0 {
					t.Errorf("%s says of %s: %s", s.ID, p.Name, r.Text)
				}
			}
		}
	}
	if c := d.Corrections[0]; !c.Hidden || c.Was != "" || c.Now != "" {
		t.Errorf("%+v", c)
	}
	whole := string(d.JSON()) + string(d.CSV()) + string(d.CustodyCSV())
	for _, told := range []string{"B类 2/5×", "A类 3/5×"} {
		if strings.Contains(whole, told) {
			t.Errorf("a paper says %q", told)
		}
	}
}

func TestTooFewSheetsShowNothing(t *testing.T) {
	d := result.Of(held(t, "too-few"), head, words.Chinese)
	if !d.Hidden || len(d.Subjects) != 0 || d.Quota != nil || !strings.Contains(string(d.JSON()), `"subjects": []`) {
		t.Errorf("%s", d.JSON())
	}
}

// Earlier figures stand beside the new ones, and the newest are what a result of
// the same sheets without any correction would say.
func TestEarlierFiguresStandBesideTheNew(t *testing.T) {
	s := held(t, "resealed")
	d := result.Of(s, head, words.Chinese)
	if d.Version != 4 || d.Seals != 2 || len(d.Corrections) != 3 || len(d.Earlier) != 3 || d.State != result.Sealed {
		t.Errorf("version %d, %d seals, %d corrections, %d earlier, %s", d.Version, d.Seals, len(d.Corrections), len(d.Earlier), d.State)
	}
	s2 := d.Subjects[1]
	if e := s2.Earlier[0]; !e.Sealed || e.Suggested != "差" || e.Decided == nil || e.Decided.Grade != "差" || e.Counts[2].Count != 1 {
		t.Errorf("%+v", e)
	}
	if s2.Suggested != "较好" || s2.Decided == nil || s2.Decided.Grade != "较好" {
		t.Errorf("%+v", s2)
	}
	for i := range s.Versions {
		was := result.Of(s.At(i+1), head, words.Chinese)
		for n, sub := range was.Subjects {
			e := d.Subjects[n].Earlier[i]
			if e.Base != sub.Base || e.Suggested != sub.Suggested || e.Blank != sub.Blank {
				t.Errorf("version %d of %s: %+v, %+v", i+1, sub.ID, e, sub)
			}
		}
	}
	if c := d.Corrections[0]; c.Was != "较好 · 一般" || c.Now != "较好 · 较好" || c.Bundle != 1 || c.Sheet != 3 || c.By != "赵六" {
		t.Errorf("%+v", c)
	}
	if c := d.Corrections[1]; !strings.HasPrefix(c.Was, "废票：") || c.Now != "好 · 好" {
		t.Errorf("%+v", c)
	}
	if broken := result.Of(held(t, "watched"), head, words.Chinese); broken.State != result.Closed || broken.Seals != 1 {
		t.Errorf("%s with %d seals", broken.State, broken.Seals)
	}
}
