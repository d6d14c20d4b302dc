package private

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// A process writes draft after draft and discards the one before it, and is
// killed in the middle, again and again. What it has acknowledged is there or
// what it was just saving, and no draft before that is in any file.
func TestAKillKeepsTheDraftAndNothingElse(t *testing.T) {
	if session := os.Getenv("DRAWER_SESSION"); session != "" {
		writer(session)
	}
	session := place(t)
	cut := 0
	for n := range 60 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestAKillKeepsTheDraftAndNothingElse$")
		cmd.Env = append(os.Environ(), "DRAWER_SESSION="+session)
		out, err := cmd.StdoutPipe()
		must(t, err)
		must(t, cmd.Start())
		last := -1
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if last < 0 { // it has begun
				time.AfterFunc(time.Duration(n*n)*5*time.Microsecond, func() { _ = cmd.Process.Kill() })
			}
			if _, err := fmt.Sscanf(lines.Text(), "saved %d", &last); err != nil {
				t.Fatal(lines.Text())
			}
		}
		_ = cmd.Wait()
		if list, _ := os.ReadDir(strings.TrimSuffix(session, "2023年度.shuping")); len(list) > 1 {
			cut++
		}
		d := open(t, session)
		got := d.Contents().Drafts["k"]
		if got != secret(last) && got != secret(last+1) {
			t.Fatalf("acknowledged %d, found %s", last, got)
		}
		for _, gone := range []int{last - 2, last - 1, last, last + 1} {
			if found := everywhere(t, session, secret(gone)); secret(gone) != got && len(found) > 0 {
				t.Fatalf("discarded %d of %d, and it stands in %v", gone, last, found)
			}
		}
		if found := everywhere(t, session, "秘密"); len(found) != 1 {
			t.Fatalf("one draft, and %v", found)
		}
	}
	t.Logf("killed 60 times, %d of them in the middle of a save", cut)
	if cut == 0 {
		t.Error("it was never killed in the middle of a save")
	}
}

func secret(n int) string { return fmt.Sprintf("秘密%06d号", n) }

// writer saves drafts until it is killed.
func writer(session string) {
	d, notes, err := Open(session)
	for n := 0; err == nil && len(notes) == 0; n++ {
		if err = d.Save(Contents{}.Draft("k", secret(n))); err == nil {
			fmt.Println("saved", n)
		}
	}
	fmt.Println(notes, err)
	os.Exit(1)
}
