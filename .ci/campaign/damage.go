package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing/fstest"
	"time"

	"go.etcd.io/bbolt"

	"shuping/data"
	"shuping/internal/docx"
	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/private"
)

// damage turns bytes of a session, of its drawer, of tables and of templates. Of a
// session with one bad copy nothing is missing, of one with two whatever is missing is
// said; and nothing ever hangs or falls over.
func damage(c *campaign) error {
	for _, part := range []struct {
		trials int
		run    func(int) error
	}{
		{90, c.damageSession}, {60, c.damageDrawer}, {20, c.damageTable}, {15, c.damageTemplate},
	} {
		for n := range part.trials * c.scale {
			if err := part.run(n); err != nil {
				return err
			}
		}
	}
	return nil
}

// harm turns bytes somewhere in a file: a bit, a sector, the rest, two sectors that
// change places, or what a stranger wrote.
func harm(b []byte, random *rand.Rand, gently bool) []byte {
	if len(b) == 0 {
		return b
	}
	b = bytes.Clone(b)
	at := random.IntN(len(b))
	kind := random.IntN(6)
	if gently {
		kind = 0
	}
	end := min(len(b), at+1+random.IntN(2*sector))
	switch kind {
	case 0, 1:
		b[at] ^= 1 << random.IntN(8)
	case 2:
		clear(b[at:end])
	case 3:
		return b[:at]
	case 4:
		to := random.IntN(len(b))
		copy(b[to:], bytes.Clone(b[at:end]))
	case 5:
		for i := at; i < end; i++ {
			b[i] = byte(random.Uint32())
		}
	}
	return b
}

const whole = 90 // records of the session that is damaged

func (c *campaign) damageSession(n int) error {
	dir := c.folder()
	defer os.RemoveAll(dir)
	file, err := begin(dir)
	if err != nil {
		return err
	}
	if err := grow(file, whole, c.random); err != nil {
		return err
	}
	which := [][]string{{""}, {".log"}, {"", ".log"}}[n%3]
	for _, suffix := range which {
		text, err := os.ReadFile(file + suffix)
		if err != nil {
			return err
		}
		if err := os.WriteFile(file+suffix, harm(text, c.random, len(which) > 1), 0o600); err != nil {
			return err
		}
	}
	out, err := c.within(c.worker("open", file, 0))
	if err != nil {
		return err
	}
	var records, lost int
	if _, err := fmt.Sscanf(out, "records %d lost %d\n", &records, &lost); err != nil {
		if len(which) == 1 {
			return breaks("with one bad copy it does not open: %s", out)
		}
		c.count("sessions with two bad copies that said why they do not open", 1)
		return nil
	}
	switch {
	case len(which) == 1 && records != whole:
		return breaks("with one bad copy %d records are left of %d", records, whole)
	case records != whole && lost == 0:
		return breaks("%d records are left of %d, and nobody says so", records, whole)
	}
	c.count("damaged sessions opened", 1)
	return nil
}

// grow appends up to so many records.
func grow(file string, records int, random *rand.Rand) error {
	b, _, err := journal.Open(file)
	if err != nil {
		return err
	}
	for int(b.Head().Seq) < records {
		var batch []journal.Entry
		for next := b.Head().Seq + 1; len(batch) < 1+random.IntN(most) && int(next) <= records; next++ {
			batch = append(batch, entry(next))
		}
		if _, err := b.Append(batch...); err != nil {
			return err
		}
	}
	return b.Close()
}

// look opens a session that may be damaged and says what it holds.
func look(file string) int {
	b, report, err := journal.Open(file)
	if err != nil {
		fmt.Println("fault", journal.CodeOf(err))
		return 0
	}
	n, err := holds(b)
	if err != nil {
		fmt.Println(err)
		return 0
	}
	lost := 0
	for _, note := range report.Notes {
		if note.Code == journal.RecordsLost {
			lost++
		}
	}
	fmt.Println("records", n, "lost", lost)
	return 0
}

// patience is how long anything may take.
const patience = 60 * time.Second

// within runs a program that must end by itself, and not by falling over.
func (c *campaign) within(cmd *exec.Cmd) (string, error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	timed := exec.CommandContext(ctx, cmd.Path, cmd.Args[1:]...)
	timed.Env, timed.Stdin = cmd.Env, cmd.Stdin
	var said bytes.Buffer
	timed.Stderr = &said
	out, err := timed.Output()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return "", breaks("%v takes longer than %v", cmd.Args, patience)
	case bytes.Contains(said.Bytes(), []byte("goroutine ")):
		return "", breaks("%v falls over: %s", cmd.Args, said.String())
	case err != nil && !errors.As(err, &exit):
		return "", err
	case exit != nil && exit.ExitCode() < 0:
		return "", breaks("%v: %v", cmd.Args, err)
	}
	return string(out), nil
}

func (c *campaign) damageDrawer(int) error {
	dir := c.folder()
	defer os.RemoveAll(dir)
	session := filepath.Join(dir, "a.shuping")
	drawer, _, err := private.Open(session)
	if err != nil {
		return err
	}
	full := private.Contents{}.Note(private.Visit{Subject: "s1", Seen: strings.Repeat("看到的", 40)})
	for _, contents := range []private.Contents{full, full.Draft("record", "草稿")} {
		if err := drawer.Save(contents); err != nil {
			return err
		}
	}
	files, _ := filepath.Glob(session + "*")
	file := files[c.random.IntN(len(files))]
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file, harm(text, c.random, false), 0o600); err != nil {
		return err
	}
	again, notes, err := private.Open(session)
	if err == nil && len(notes) == 0 && fmt.Sprint(again.Contents()) != fmt.Sprint(full.Draft("record", "草稿")) {
		return breaks("a damaged drawer holds something else, and nobody says so: %v", again.Contents())
	}
	c.count("damaged drawers", 1)
	return nil
}

// damageTable has the program read a damaged table of sheets.
func (c *campaign) damageTable(n int) error {
	dir := c.folder()
	defer os.RemoveAll(dir)
	tables, _ := filepath.Glob(filepath.Join("cmd", "shuping", "testdata", "sheets", "*"))
	from := tables[n%len(tables)]
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	file := filepath.Join(dir, filepath.Base(from))
	if err := os.WriteFile(file, harm(text, c.random, false), 0o600); err != nil {
		return err
	}
	session := filepath.Join(dir, "a.shuping")
	if out, err := exec.Command(c.program, "new", session, "--plan", "genhe-2023").CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	if _, err := c.within(exec.Command(c.program, "sheets", "import", session, file, "--by", "张三")); err != nil {
		return err
	}
	if out, err := exec.Command(c.program, "check", session).CombinedOutput(); err != nil {
		return breaks("a damaged table spoils the session: %s", out)
	}
	c.count("damaged tables", 1)
	return nil
}

// damageTemplate reads and fills damaged templates.
func (c *campaign) damageTemplate(int) error {
	own, names := fstest.MapFS{}, []string(nil)
	err := fs.WalkDir(data.Papers(), ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && path.Ext(name) == ".xml" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return err
	}
	name := names[c.random.IntN(len(names))]
	text, err := fs.ReadFile(data.Papers(), name)
	if err != nil {
		return err
	}
	own[name] = &fstest.MapFile{Data: harm(text, c.random, false)}
	over := make(chan error, 1)
	go func() {
		templates, err := docx.Read(own, data.Papers())
		if err == nil {
			_, err = templates.Fill(strings.TrimSuffix(name, ".xml"), map[string]any{})
		}
		over <- err
	}()
	select {
	case err := <-over:
		if err != nil && !errors.As(err, new(*fault.Fault)) {
			return breaks("a damaged template is refused without its place: %v", err)
		}
	case <-time.After(patience):
		return breaks("a damaged template takes longer than %v", patience)
	}
	c.count("damaged templates", 1)
	return nil
}

// damageControl is a session of bbolt alone. With one bad bit in the newer meta page
// it falls back to the transaction before, and says nothing.
func damageControl(c *campaign) error {
	file, err := begin(c.folder())
	if err != nil {
		return err
	}
	if err := grow(file, whole, c.random); err != nil {
		return err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	newer := 0
	if binary.LittleEndian.Uint64(text[os.Getpagesize()+64:]) > binary.LittleEndian.Uint64(text[64:]) {
		newer = os.Getpagesize()
	}
	text[newer+16+40] ^= 1
	if err := os.WriteFile(file, text, 0o600); err != nil {
		return err
	}
	db, err := bbolt.Open(file, 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	return db.View(func(tx *bbolt.Tx) error {
		if n := tx.Bucket([]byte("records")).Stats().KeyN; n != whole {
			return breaks("bbolt alone has %d records of %d, and says nothing", n, whole)
		}
		return nil
	})
}
