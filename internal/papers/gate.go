package papers

import (
	"fmt"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/words"
)

// A pageGate is a number that was confirmed, as it stood then: a later correction
// stands by itself. The numbers of other gates are nil.
type pageGate struct {
	Gate                       string // heads, issued, collected or closed
	Name                       string // of the class or the stack, "" where there is one
	Expected, Present          *docx.Mark
	Printed, Issued, Destroyed *docx.Mark // nil where they are not said
	Kept, Leave                *docx.Mark // and where there are none
	Collected                  *docx.Mark
	Valid, Void                *docx.Mark
	By, Saw                    string
}

// drawGates are the gates that were passed. There are none where no gate says more
// than its number.
func drawGates(f figures, s meeting.State) []pageGate {
	s = s.At(1)
	c := result.CustodyOf(s)
	if len(c.Gates) == 0 && c.Printed == 0 {
		return nil
	}
	var out []pageGate
	heads := c.Classes
	if len(heads) == 0 && s.Heads.Counted {
		heads = []result.HeadCount{{Expected: c.Expected, Present: c.Present, Leave: c.Leave}}
	}
	for i, h := range heads {
		of := fmt.Sprintf("gate_class_%d", i+1)
		g := gateOf(c, "heads", h.Name)
		g.Expected, g.Present = f.count(h.Expected, of+"_expected"), f.count(h.Present, of+"_present")
		g.Leave = f.some(h.Leave, of+"_leave")
		out = append(out, g)
	}
	out = append(out, drawSheetGates(f, s, c)...)
	if s.Round.Closed {
		g := gateOf(c, "closed", "")
		g.By = s.Round.ClosedBy
		g.Valid, g.Void = f.count(c.Valid, "gate_valid"), f.count(c.Void, "gate_void")
		out = append(out, g)
	}
	return out
}

// drawSheetGates are those at which sheets went out and came back.
func drawSheetGates(f figures, s meeting.State, c result.Custody) []pageGate {
	var issued, collected []pageGate
	for n, st := range s.Round.Stacks {
		of, name := fmt.Sprintf("gate_stack_%d", n+1), words.StackName(words.Chinese, s.StackName(n))
		if st.Issued > 0 {
			g := gateOf(c, "issued", name)
			g.Issued = f.count(st.Issued, of+"_issued")
			if st.Printed > 0 {
				g.Printed, g.Destroyed = f.count(st.Printed, of+"_printed"), f.count(st.Destroyed, of+"_destroyed")
				g.Kept = f.some(st.Kept, of+"_kept")
			}
			issued = append(issued, g)
		}
		if st.HasCollected {
			g := gateOf(c, "collected", name)
			g.Collected = f.count(st.Collected, of+"_collected")
			collected = append(collected, g)
		}
	}
	return append(issued, collected...)
}

// gateOf is a gate with what was said at it.
func gateOf(c result.Custody, gate, name string) pageGate {
	out := pageGate{Gate: gate, Name: name}
	for _, g := range c.Gates {
		if g.Gate == gate && g.Name == name {
			out.By, out.Saw = g.By, g.Saw
		}
	}
	return out
}
