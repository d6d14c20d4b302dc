package room

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"

	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// TestMain lets the test program be a recorder that is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv("ROOM_RECORD"); path != "" {
		if err := record(path); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// record enters sheets, one to a dozen at once, until it is killed, and prints
// how many there are whenever they are acknowledged.
func record(path string) error {
	r, _, err := Open(path, watch())
	if err != nil {
		return err
	}
	p, random := r.Pen(chair, ""), rand.New(rand.NewPCG(1, 2))
	for {
		round := r.Sight().State.Round
		if _, err := p.Submit(someSheets(round, 1+random.IntN(12))...); err != nil {
			return err
		}
		fmt.Println(r.Sight().State.Round.Valid)
	}
}

// someSheets are the orders that enter n sheets more.
func someSheets(round meeting.Round, n int) []meeting.Order {
	var out []meeting.Order
	open, in := round.Bundle.Open, len(round.Bundle.Ballots)
	for range n {
		if in == 10 {
			out, open, in = append(out, meeting.CloseBundle{Sheets: in}), false, 0
		}
		if !open {
			out, open = append(out, meeting.OpenBundle{}), true
		}
		out, in = append(out, meeting.EnterBallot{Marks: []tally.Mark{1, 2}}), in+1
	}
	return out
}

// Kill the program at any moment: every sheet that was acknowledged is there,
// and at most the last write more.
func TestKilled(t *testing.T) {
	kills := 12
	if testing.Short() {
		kills = 3
	}
	r := counting(t)
	path := r.Path()
	must(t, r.Close())
	self, err := os.Executable()
	must(t, err)
	for range kills {
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), "ROOM_RECORD="+path)
		out, err := cmd.StdoutPipe()
		must(t, err)
		must(t, cmd.Start())
		lines := bufio.NewScanner(out)
		acknowledged := 0
		// Only the moment is random: whatever the recorder is doing at its
		// n-th answer, it is killed.
		for n := 1 + rand.IntN(40); n > 0 && lines.Scan(); n-- {
			_, err := fmt.Sscan(lines.Text(), &acknowledged)
			must(t, err)
		}
		must(t, cmd.Process.Kill())
		for lines.Scan() { // said before it died
			_, err := fmt.Sscan(lines.Text(), &acknowledged)
			must(t, err)
		}
		cmd.Wait()
		r, report, err := Open(path, watch())
		must(t, err)
		s := r.Sight().State.Round
		if s.Valid < acknowledged || s.Valid > acknowledged+12 || s.Counts[1].Of(2) != s.Valid || acknowledged == 0 {
			t.Errorf("%d sheets acknowledged, %d found: %v", acknowledged, s.Valid, report)
		}
		must(t, r.Close())
	}
}
