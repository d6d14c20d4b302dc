package tally

import (
	"slices"
	"testing"
)

func TestATieAtTheQuotasEdgeIsShown(t *testing.T) {
	poll := func(good, better, fair, poor int) Poll {
		c := Count{Grades: [6]int{good, better, fair, poor}}
		return undividedPoll(c, Turnout{Valid: c.Marks()}, nil)
	}
	five := []Poll{poll(30, 5, 1, 0), poll(20, 10, 6, 0), poll(28, 8, 0, 0), poll(20, 10, 6, 0), poll(33, 3, 0, 0)}
	for _, c := range []struct {
		name  string
		lower int
		want  []int
	}{
		{"one of the two equals would be lower", 1, []int{1, 3}},
		{"both equals are lower", 2, nil},
		{"nobody is lower", 0, nil},
		{"everybody is lower", 5, nil},
	} {
		if got := bureau.Edge(five, c.lower); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	// Equal shares of different sizes are equal: 20 of 40 and 10 of 20.
	if got := bureau.Edge([]Poll{poll(20, 20, 0, 0), poll(10, 10, 0, 0)}, 1); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("the same share of different sizes: %v", got)
	}
}
