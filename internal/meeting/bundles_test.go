package meeting

import (
	"slices"
	"testing"
)

// A bundle has the number that it was opened as, whichever is closed first, and what
// was read from the list before stays as it was.
func TestBundlesAreNumberedWhenOpened(t *testing.T) {
	const n = 2*bundlesInRow + 3
	var l Bundles
	for range n {
		l = l.opened()
	}
	var want []int
	for i := n; i > 1; i -= 2 { // the last one first, and every other never
		before := l
		l = l.with(ClosedBundle{Number: i, Stack: i})
		if b, closed := before.Find(i); closed || b.Number != 0 {
			t.Errorf("bundle %d was closed before", i)
		}
		want = slices.Insert(want, 0, i)
	}
	var got []int
	for b := range l.Closed() {
		if at, closed := l.Find(b.Number); !closed || at.Stack != b.Number {
			t.Errorf("bundle %d is %+v", b.Number, at)
		}
		got = append(got, b.Number)
	}
	if _, there := l.Find(n + 1); !slices.Equal(got, want) || l.Len() != len(want) || l.Given() != n || l.Last().Number != n || there {
		t.Errorf("%d given, %d closed, the last one %d: %v", l.Given(), l.Len(), l.Last().Number, got)
	}
}
