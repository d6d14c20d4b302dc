package papers

import (
	"fmt"
	"slices"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/tally"
)

// pageSheets is where every sheet went.
type pageSheets struct {
	pageSums
	IssuedFor  string // why more were issued than people are present
	ClosedBy   string
	Closes     bool
	Voids      []pageVoid
	Classes    []pageClass
	Stacks     []pageStack
	Balances   []pageBalance
	InBundles  []*docx.Mark // how many sheets each bundle has, or all of many together
	BundlesFit bool         // they come to the sheets that came back
	RowsFit    bool         // the marks of every row come to the valid sheets

	// These are empty where nothing of it was said.
	Gates              []pageGate
	Counted            []pageCounted
	Bundles            []pageBundle
	Files              []pageFile
	Counters, Checkers string // who read the sheets, and who read them again
	Earlier            []pageTurnout
}

// pageSums are the sums of custody.
type pageSums struct {
	Expected, Present, Issued, Collected, Valid, Void *docx.Mark
	Leave, Absent                                     *docx.Mark // nil where nobody is
}

func drawSums(f figures, of string, s result.Sums) pageSums {
	return pageSums{
		f.count(s.Expected, of+"expected"), f.count(s.Present, of+"present"), f.count(s.Issued, of+"issued"),
		f.count(s.Collected, of+"collected"), f.count(s.Valid, of+"valid"), f.count(s.Void, of+"void"),
		f.some(s.Leave, of+"leave"), absentOf(f, of, s),
	}
}

// absentOf is how many were neither present nor on leave, where it is known who was.
func absentOf(f figures, of string, s result.Sums) *docx.Mark {
	if s.Leave == 0 {
		return nil
	}
	return f.some(s.Expected-s.Present-s.Leave, of+"absent")
}

// A pageVoid is how many sheets are void for one reason.
type pageVoid struct {
	Title string
	Count *docx.Mark
}

// A pageClass is the people of one class of voters.
type pageClass struct {
	Name              string
	Expected, Present *docx.Mark
	Leave             *docx.Mark // nil where nobody is
}

// A pageStack is one of several stacks of sheets.
type pageStack struct {
	Name                           string
	Issued, Collected, Valid, Void *docx.Mark
	Again                          bool // of a new vote on some subjects
}

// A pagePast is a void round that another followed.
type pagePast struct {
	Round             string
	Issued, Collected *docx.Mark
	VoidedFor         string
	By                string // who had it voided, "" where more came back than were issued
}

// A pageQuota is how the grades stand to the quota.
type pageQuota struct {
	LowerThan, Target, Compare, Cited string
	Subjects, Lower                   *docx.Mark
	State                             string
}

func drawSheets(f figures, s meeting.State, d result.Result) pageSheets {
	c := d.Custody
	out := pageSheets{
		pageSums: drawSums(f, "", c.Sums), IssuedFor: s.Round.IssuedFor, ClosedBy: string(c.ClosedBy), Closes: c.Closes,
	}
	for _, v := range c.Voids {
		out.Voids = append(out.Voids, pageVoid{v.Title, f.count(v.Count, "void_%d", v.Digit)})
	}
	for i, h := range c.Classes {
		out.Classes = append(out.Classes, pageClass{
			h.Name, f.count(h.Expected, "class_%d_expected", i+1), f.count(h.Present, "class_%d_present", i+1), f.some(h.Leave, "class_%d_leave", i+1),
		})
	}
	for i, st := range c.Stacks {
		out.Stacks = append(out.Stacks, pageStack{
			st.Name, f.count(st.Issued, "stack_%d_issued", i+1), f.count(st.Collected, "stack_%d_collected", i+1),
			f.count(st.Valid, "stack_%d_valid", i+1), f.count(st.Void, "stack_%d_void", i+1), st.Round > 0,
		})
	}
	out.balance(f, s)
	out.Gates = drawGates(f, s)
	out.drawCounted(f, s, c)
	out.Earlier = drawTurnouts(f, d.Earlier)
	return out
}

// voidedFor is why a round counts for nothing, in words.
func voidedFor(r meeting.Round) string {
	over := r.Overrun
	if over == (meeting.Overrun{}) {
		return r.VoidedFor
	}
	if over.Stack != "" {
		over.Stack += "："
	}
	return fmt.Sprintf("%s收回%d张，发出%d张", over.Stack, over.Collected, over.Issued)
}

// drawPast lists the void rounds, the oldest first.
func drawPast(f figures, past *meeting.PastRound) []pagePast {
	var out []pagePast
	for ; past != nil; past = past.Older {
		r := past.Round
		out = append(out, pagePast{
			"第" + numberInWords(r.Number) + "轮", f.count(r.Issued, "round_%d_issued", r.Number),
			f.count(r.Collected, "round_%d_collected", r.Number), voidedFor(r), r.VoidedBy,
		})
	}
	slices.Reverse(out)
	return out
}

// drawQuotas says how the grades stand to each quota. The figures of the first bear
// no number.
func drawQuotas(f figures, quotas []result.Quota) []pageQuota {
	var out []pageQuota
	for i, q := range quotas {
		target := q.Target
		if t, err := tally.ParseFraction(target); err == nil {
			target = t.Short()
		}
		name := "quota"
		if i > 0 {
			name = fmt.Sprintf("quota_%d", i+1)
		}
		out = append(out, pageQuota{
			LowerThan: q.LowerThan, Target: target, Compare: string(q.Compare), Cited: cited(q.Clause),
			Subjects: f.count(q.Subjects, "%s_subjects", name), Lower: f.count(q.Lower, "%s_lower", name),
			State: string(q.State),
		})
	}
	return out
}
