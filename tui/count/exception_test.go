package count_test

import (
	"slices"
	"testing"

	"shuping/internal/tally"
)

// TestSheetsByException: what digits come to on a sheet of 48 rows, and what is refused.
func TestSheetsByException(t *testing.T) {
	type odd = map[int]tally.Mark
	for _, c := range []struct {
		name, keys string
		all        tally.Mark
		odd        odd
		rings      int
	}{
		{"all alike", "1 +", 1, nil, 0},
		{"two others", "1 172 313 +", 1, odd{17: 2, 31: 3}, 0},
		{"blank and spoiled", "2 019 488 +", 2, odd{1: tally.Blank, 48: tally.Spoiled}, 0},
		{"a row twice", "1 172 173 +", 1, odd{17: 3}, 0},
		{"taken back", "1 17 . . 183 +", 1, odd{18: 3}, 0},
		{"no such row", "1 49 82 +", 1, odd{48: 2}, 1},
		{"no row 0", "1 00 12 +", 1, odd{1: 2}, 1},
		{"no void in the middle", "1 170 2 +", 1, odd{17: 2}, 1},
		{"half a row is not stored", "1 17 + 2 +", 1, odd{17: 2}, 1},
		{"no grade 5", "5 1 +", 1, nil, 1},
	} {
		d := counter(t, 48, 20)
		rings := d.Rings
		d.Press(c.keys)
		want := slices.Repeat([]tally.Mark{c.all}, 48)
		for row, m := range c.odd {
			want[row-1] = m
		}
		if b := d.State.Round.Bundle.Ballots; len(b) != 1 || !slices.Equal(b[0].Marks, want) || d.Rings-rings != c.rings {
			t.Errorf("%s: %v, rang %d times\n%s", c.name, b, d.Rings-rings, d.Frame())
		}
	}
}

func TestExceptionsAreTakenBackLikeMarks(t *testing.T) {
	d := counter(t, 48, 20).Press("1 172 +").Press("1 3")
	d.Press("ctrl+z").Press("2 +")
	if b := d.State.Round.Bundle.Ballots; len(b) != 2 || b[1].Marks[0] != 2 {
		t.Errorf("%v", b)
	}
	d.Press(".")
	if b := d.State.Round.Bundle.Ballots; len(b) != 1 {
		t.Errorf("the last sheet was not taken back: %d", len(b))
	}
	d.Press("0 1 7")
	if b := d.State.Round.Bundle.Ballots; len(b) != 3 || b[1].Void != 1 || !b[2].Doubtful {
		t.Errorf("a void and a doubtful sheet: %+v", b)
	}
	d.Press("1").Hold("2", 20)
	d.Press("2 +") // row 22? the held key left one digit of its own
	if b := d.State.Round.Bundle.Ballots; len(b) != 3 {
		t.Errorf("half a row was stored after a key was held: %d", len(b))
	}
}

// TestRowByRowIsForOneBundle: the menu leads to it, and back.
func TestRowByRowIsForOneBundle(t *testing.T) {
	d := counter(t, 20, 20).Choose("这一组逐行录").Press("1 2 + ")
	if b := d.State.Round.Bundle.Ballots; len(b) != 1 || b[0].Marks[1] != 2 || b[0].Marks[19] != 2 {
		t.Fatalf("%v", b)
	}
	d.Choose("只录不同的行").Press("1 202 +")
	if b := d.State.Round.Bundle.Ballots; len(b) != 2 || b[1].Marks[19] != 2 || b[1].Marks[1] != 1 {
		t.Errorf("%v", b)
	}
}
