package tally

import (
	"math/rand/v2"
	"testing"
)

func TestMarkValid(t *testing.T) {
	for n := MinGrades; n <= MaxGrades; n++ {
		for m := range Mark(20) {
			want := m == Blank || m == Spoiled || m > 0 && int(m) <= n
			if m.Valid(n) != want {
				t.Errorf("%d on a scale of %d: %v", m, n, !want)
			}
		}
	}
}

const (
	benchSheets   = 1_000_000
	benchSubjects = 30
)

// pile is many sheets, a byte a mark.
func pile() []Mark {
	rng := rand.New(rand.NewPCG(1, 2))
	marks := []Mark{1, 1, 1, 1, 2, 2, 3, 4, Blank, Spoiled}
	out := make([]Mark, benchSheets*benchSubjects)
	for i := range out {
		out[i] = marks[rng.IntN(len(marks))]
	}
	return out
}

func BenchmarkCount(b *testing.B) {
	marks := pile()
	b.SetBytes(int64(len(marks)))
	var counts [benchSubjects]Count
	for b.Loop() {
		counts = [benchSubjects]Count{}
		for i := 0; i < len(marks); i += benchSubjects {
			for s, m := range marks[i : i+benchSubjects] {
				counts[s] = counts[s].Add(m)
			}
		}
	}
	if counts[0].Rows() != benchSheets {
		b.Error(counts[0])
	}
}

// BenchmarkBareLoop is the least that reading the same bytes can cost.
func BenchmarkBareLoop(b *testing.B) {
	marks := pile()
	b.SetBytes(int64(len(marks)))
	var counts [benchSubjects][10]int
	for b.Loop() {
		counts = [benchSubjects][10]int{}
		for i := 0; i < len(marks); i += benchSubjects {
			for s, m := range marks[i : i+benchSubjects] {
				counts[s][m]++
			}
		}
	}
	if counts[0][1] == 0 {
		b.Error("nothing counted")
	}
}

func BenchmarkJudgePoll(b *testing.B) {
	r := usual()
	r.Empty = Renormalise
	p, marks := Poll{}, pile()
	for i, class := range []string{"A类", "B类", "C类"} {
		part := Part{Name: class, Weight: Fraction{1, 3}}
		for _, m := range marks[1000*i : 1000*(i+1)] {
			part.Count = part.Count.Add(m)
		}
		p.Parts = append(p.Parts, part)
	}
	for b.Loop() {
		r.JudgePoll(p)
	}
}

func BenchmarkAhead(b *testing.B) {
	r := usual()
	var c Count
	for _, m := range pile()[:1000] {
		c = c.Add(m)
	}
	for b.Loop() {
		r.Ahead(c, Turnout{Collected: 1200, Valid: 1000}, 200)
	}
}

func BenchmarkJudge(b *testing.B) {
	r := usual()
	var c Count
	for _, m := range pile()[:1000] {
		c = c.Add(m)
	}
	for b.Loop() {
		r.Judge(c, Turnout{}, nil)
	}
}
