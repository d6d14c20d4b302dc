// Command campaign tries to make the program lose what it has acknowledged: it kills
// it, cuts its power, lets its disk fail, damages its files and presses its keys at
// random. It counts what it tried and what came of it, and ends with 1 on the first
// promise that was broken.
//
//	go run ./.ci/campaign [-scale N] [-only DRIVER,…] [-seed N] [-work FOLDER]
//
// A scale of 1 is what every change is held against, in less than three minutes.
// Each driver has a control: the same trial of something that breaks the promise on
// purpose. A driver that does not notice its control has failed.
//
// It needs strace for the drivers cut and fail, and installs it where it may.
package main

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A driver is one way to harm.
type driver struct {
	name  string
	tells string
	run   func(*campaign) error
	// control is the driver on something that breaks its promise; it must give a
	// broken promise.
	control func(*campaign) error
}

var drivers = []driver{
	{"kill", "the journal and the program are killed at any moment", kill, killControl},
	{"cut", "the power is cut between any two sectors", cut, cutControl},
	{"fail", "any call of the system may fail", fail, failControl},
	{"damage", "any byte of any file may turn", damage, damageControl},
	{"pull", "the disk of a mirror is pulled at any moment", pull, pullControl},
	{"monkey", "keys at random", monkey, monkeyControl},
}

// A campaign is one run.
type campaign struct {
	work    string // a folder of its own
	program string // the program, built from this tree
	self    string
	scale   int
	random  *rand.Rand
	counts  map[string]int
}

// A broken promise ends the campaign.
type broken struct{ said string }

func (b broken) Error() string { return b.said }

func breaks(form string, args ...any) error { return broken{fmt.Sprintf(form, args...)} }

// count adds to what is told in the end.
func (c *campaign) count(what string, n int) { c.counts[what] += n }

// folder is a new folder.
func (c *campaign) folder() string {
	dir, err := os.MkdirTemp(c.work, "")
	if err != nil {
		panic(err)
	}
	return dir
}

func main() {
	if role := os.Getenv("CAMPAIGN_ROLE"); role != "" {
		os.Exit(act(role))
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "campaign:", err)
		os.Exit(1)
	}
}

func run() error {
	scale := flag.Int("scale", 1, "how often everything is tried, as a multiple of the small run")
	only := flag.String("only", "", "drivers, with commas between them; all if empty")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "of what is left to chance")
	work := flag.String("work", "", "a folder for the trials; one in memory if empty")
	flag.Parse()
	c := &campaign{scale: *scale, random: rand.New(rand.NewPCG(*seed, 0))}
	if err := c.prepare(*work); err != nil {
		return err
	}
	defer os.RemoveAll(c.work)
	fmt.Printf("seed %d, scale %d\n", *seed, *scale)
	passed := 0
	for _, d := range drivers {
		if *only != "" && !slices.Contains(strings.Split(*only, ","), d.name) {
			continue
		}
		if err := c.drive(d); err != nil {
			fmt.Printf("%d passed, 1 failed\n", passed)
			return fmt.Errorf("%s (seed %d): %w", d.name, *seed, err)
		}
		passed += 2
	}
	fmt.Printf("%d passed, 0 failed\n", passed)
	return nil
}

// drive runs a driver and its control, and tells the counts.
func (c *campaign) drive(d driver) error {
	began := time.Now()
	c.counts = map[string]int{}
	if err := d.run(c); err != nil {
		return err
	}
	told := c.told()
	err := d.control(c)
	if !errors.As(err, new(broken)) {
		return fmt.Errorf("the control was not noticed: %v", err)
	}
	fmt.Printf("%-7s %s; control noticed: %v (%.1f s)\n", d.name, told, err, time.Since(began).Seconds())
	return nil
}

func (c *campaign) told() string {
	var out []string
	for what, n := range c.counts {
		out = append(out, fmt.Sprintf("%d %s", n, what))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// prepare makes the folder of the trials and builds the program.
func (c *campaign) prepare(work string) (err error) {
	if work == "" {
		if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
			work = "/dev/shm"
		}
	}
	if c.work, err = os.MkdirTemp(work, "campaign-"); err != nil {
		return err
	}
	if c.self, err = os.Executable(); err != nil {
		return err
	}
	c.program = filepath.Join(c.work, "shuping")
	build := exec.Command("go", "build", "-o", c.program, "./cmd/shuping")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return err
	}
	return needs("strace")
}

// needs makes sure of another program.
func needs(name string) error {
	if _, err := exec.LookPath(name); err == nil {
		return nil
	}
	if _, err := exec.LookPath("apt-get"); err != nil || os.Getuid() != 0 {
		return fmt.Errorf("%s is missing; install it", name)
	}
	script := "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq " + name
	if out, err := exec.Command("sh", "-c", script).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}
