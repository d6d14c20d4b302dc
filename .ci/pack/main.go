// Command pack builds what people are given: for each system an archive with the
// program, how to install it and the licences of all that is in it; packages for Debian;
// and the sums of all of them.
//
//	go run ./.ci/pack -o FOLDER [-only SYSTEM/PROCESSOR,…]
//
// It builds the last commit, from a clone of its own, so that nothing that lies about
// gets into it: CGO is off, paths are trimmed, symbols are stripped, and the program
// knows its commit. All times are those of the commit, so two runs give the same bytes.
// It needs go and git, nothing else.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// A target is a system and a processor.
type target struct {
	system, processor string
	debian            string // what Debian calls the processor, "" for no package
}

var targets = []target{
	{"windows", "amd64", ""}, {"windows", "386", ""},
	{"linux", "amd64", "amd64"}, {"linux", "arm64", "arm64"}, {"linux", "loong64", "loong64"},
	{"darwin", "amd64", ""}, {"darwin", "arm64", ""},
}

func (t target) name() string { return t.system + "/" + t.processor }

// A release is what is built.
type release struct {
	out, work, tree string
	version         string
	commit          string
	time            time.Time
	host            string // the program for this system
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run() error {
	out := flag.String("o", "", "the folder to write to; it must not be there yet")
	only := flag.String("only", "", "systems as linux/amd64, with commas between them; all if empty")
	flag.Parse()
	if *out == "" || flag.NArg() > 0 {
		return fmt.Errorf("say where to: -o FOLDER")
	}
	work, err := os.MkdirTemp("", "pack-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	r := &release{work: work}
	if r.out, err = filepath.Abs(*out); err != nil {
		return err
	}
	if err := os.Mkdir(r.out, 0o755); err != nil {
		return err
	}
	if err := r.prepare(); err != nil {
		return err
	}
	for _, t := range targets {
		if *only != "" && !slices.Contains(strings.Split(*only, ","), t.name()) {
			continue
		}
		if err := r.make(t); err != nil {
			return fmt.Errorf("%s: %w", t.name(), err)
		}
	}
	return r.sums()
}

// prepare clones the last commit, puts the resources for Windows into it, and asks the
// program of this system for its version.
func (r *release) prepare() error {
	r.tree = filepath.Join(r.work, "tree")
	if _, err := output("", nil, "git", "clone", "--quiet", "--shared", ".", r.tree); err != nil {
		return err
	}
	exclude := filepath.Join(r.tree, ".git", "info", "exclude")
	if err := os.WriteFile(exclude, []byte("*.syso\n"), 0o644); err != nil {
		return err
	}
	said, err := output(r.tree, nil, "git", "log", "-1", "--format=%ct %H")
	if err != nil {
		return err
	}
	var seconds int64
	if _, err := fmt.Sscan(string(said), &seconds, &r.commit); err != nil {
		return err
	}
	r.time = time.Unix(seconds, 0).UTC()
	if r.host, err = r.build(target{system: runtime.GOOS, processor: runtime.GOARCH}); err != nil {
		return err
	}
	said, err = output("", nil, r.host, "version", "--json")
	if err != nil {
		return err
	}
	var is struct {
		Version, Commit string
		Changed         bool
	}
	if err := json.Unmarshal(said, &is); err != nil {
		return err
	}
	if is.Changed || is.Commit == "" || !strings.HasPrefix(r.commit, is.Commit) {
		return fmt.Errorf("the program says that it is of commit %q, changed: %t, and not of %s", is.Commit, is.Changed, r.commit)
	}
	r.version = is.Version
	return r.resources()
}

// build builds the program and returns its path.
func (r *release) build(t target) (string, error) {
	name := "shuping"
	if t.system == "windows" {
		name += ".exe"
	}
	to := filepath.Join(r.work, t.system+"-"+t.processor, name)
	if _, err := os.Stat(to); err == nil {
		return to, nil // that of this system was built already
	}
	env := []string{"CGO_ENABLED=0", "GOFLAGS=-trimpath", "GOOS=" + t.system, "GOARCH=" + t.processor}
	_, err := output(r.tree, env, "go", "build", "-buildvcs=true", "-ldflags", "-s -w", "-o", to, "./cmd/shuping")
	return to, err
}

// make builds for a target and packs what comes of it.
func (r *release) make(t target) error {
	program, err := r.build(t)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	list, err := r.papers(t)
	if err != nil {
		return err
	}
	list = append([]file{{filepath.Base(program), 0o755, text}}, list...)
	system := t.system
	if system == "darwin" {
		system = "macos"
	}
	name := fmt.Sprintf("shuping-%s-%s-%s", r.version, system, t.processor)
	pack, ending := r.tarball, ".tar.gz"
	if t.system == "windows" {
		pack, ending = r.zip, ".zip"
	}
	for i := range list {
		list[i].name = name + "/" + list[i].name
	}
	packed, err := pack(list)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(r.out, name+ending), packed, 0o644); err != nil {
		return err
	}
	if t.debian == "" {
		return nil
	}
	packed, err = r.deb(t, text)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(r.out, fmt.Sprintf("shuping_%s_%s.deb", r.version, t.debian)), packed, 0o644)
}

// papers are what lies beside the program: how to install it and whose it is.
func (r *release) papers(t target) ([]file, error) {
	var out []file
	for _, p := range []struct {
		name string
		ask  []string
	}{
		{"INSTALL.zh-CN.txt", []string{"manual", "install", "--lang", "zh"}},
		{"INSTALL.txt", []string{"manual", "install", "--lang", "en"}},
		{"LICENCES.txt", []string{"version", "--licences"}},
	} {
		text, err := output("", nil, r.host, p.ask...)
		if err != nil {
			return nil, err
		}
		if t.system == "windows" { // for its oldest editors
			text = append([]byte("\ufeff"), bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))...)
		}
		out = append(out, file{p.name, 0o644, text})
	}
	licence, err := os.ReadFile(filepath.Join(r.tree, "LICENSE"))
	return append(out, file{"LICENSE", 0o644, licence}), err
}

// sums writes the sums of all files and lists these.
func (r *release) sums() error {
	entries, err := os.ReadDir(r.out)
	if err != nil {
		return err
	}
	var sums bytes.Buffer
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(r.out, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(text), e.Name())
		fmt.Printf("%10d  %s\n", len(text), e.Name())
	}
	return os.WriteFile(filepath.Join(r.out, "SHA256SUMS"), sums.Bytes(), 0o644)
}

// output runs a program in a folder and returns what it prints.
func output(dir string, env []string, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, said.Bytes())
	}
	return out, nil
}
