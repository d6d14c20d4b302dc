package main

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"shuping/internal/archive"
	"shuping/internal/cells"
	"shuping/internal/durable"
	"shuping/internal/gather"
	"shuping/internal/words"
)

func (m *Main) gatherCommand() *cobra.Command {
	c := m.verb("gather FOLDER [--roster FILE] [--year YEAR] [-o FILE] [--json]", m.takes(1), nil)
	asJSON := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	roster := c.Flags().String("roster", "", words.FlagRoster(m.lang))
	year := c.Flags().Int("year", 0, words.FlagYear(m.lang))
	to := c.Flags().StringP("output", "o", "", words.FlagGatherTable(m.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		ctx, stop := interruptible()
		defer stop()
		return m.gather(ctx, args[0], *roster, *year, *to, *asJSON)
	}
	return c
}

// The bounds of a folder that is gathered.
const (
	gatheredMost  = 200_000 // files
	gatheredLimit = 1 << 20 // bytes of the manifest that a folder is known by
)

// gather verifies every export of a folder and says what they come to together.
func (m *Main) gather(ctx context.Context, folder, roster string, year int, to string, asJSON bool) error {
	if to != "" {
		if _, err := m.tableEnding(to); err != nil { // and not after an hour
			return err
		}
	}
	var listed []gather.Listed
	if roster != "" {
		src, err := readAtMost(roster, cells.MaxBytes+1)
		if err == nil {
			listed, err = gather.ReadRoster(roster, src)
		}
		if err != nil {
			return err
		}
	}
	paths, err := m.exportsIn(folder)
	if err != nil {
		return err
	}
	known, damaged := knownRows()
	if damaged > 0 {
		m.note(m.say(words.GatherCacheBad, "lines", damaged))
	}
	files, err := m.examine(ctx, folder, paths, known)
	if err != nil {
		return err
	}
	s := gather.Summarise(files, listed, year)
	if to != "" {
		if err := m.writeRows(to, words.GatherSheet(m.lang), m.gatherTable(s)); err != nil {
			return err
		}
	}
	return m.print(func(w *bufio.Writer) error {
		if asJSON {
			_ = writeJSON(w, s)
		} else {
			m.gatherText(w, folder, s)
		}
		if !s.Complete() {
			return fail(words.GatherIncomplete(m.lang), words.Values("folder", folder))
		}
		return nil
	})
}

// exportsIn lists the files of a folder and of those below it. A folder that is an
// export itself is one.
func (m *Main) exportsIn(folder string) ([]string, error) {
	var out []string
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != folder && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir() && exists(filepath.Join(path, "bagit.txt")):
			out = append(out, path)
			return fs.SkipDir
		case e.Type().IsRegular():
			out = append(out, path)
		}
		if len(out) > gatheredMost {
			return fail(words.GatherTooMany(m.lang), words.Values("folder", folder, "limit", gatheredMost))
		}
		return nil
	})
	return out, err
}

// examine makes a row of each file, as many at a time as there are processors. What was
// verified before is known by its SHA-256.
func (m *Main) examine(ctx context.Context, folder string, paths []string, known map[string]seenRow) ([]gather.File, error) {
	files, told := make([]gather.File, len(paths)), m.progress()
	var (
		mu    sync.Mutex
		found = maps.Clone(known) // with what this run has seen
		fresh []seenRow
		done  int64
		work  sync.WaitGroup
		next  = make(chan int)
	)
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for i := range next {
				row := rowOf(ctx, paths[i], known)
				if ctx.Err() != nil {
					continue
				}
				mu.Lock()
				was, before := found[row.SHA256]
				if !before {
					was = seenRow{Row: row, Seen: m.Clock().UTC().Truncate(time.Second)}
					fresh, found[row.SHA256] = append(fresh, was), was
				}
				files[i] = gather.File{Row: row, Path: relative(folder, paths[i]), Seen: was.Seen}
				if done++; told != nil {
					told(done, int64(len(paths)))
				}
				mu.Unlock()
			}
		})
	}
	for i := range paths {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	work.Wait()
	return files, cmp.Or(ctx.Err(), keepRows(fresh))
}

// rowOf is the row of one file: of a zip the one that is known by its sum, or a new
// one. A folder is verified each time, since no one sum is of all its files. What
// cannot be read is a row as well.
func rowOf(ctx context.Context, path string, known map[string]seenRow) gather.Row {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		report, err := archive.Verify(ctx, path, "", nil)
		text, _ := readAtMost(filepath.Join(path, "tagmanifest-sha256.txt"), gatheredLimit)
		sum := sha256.Sum256(text)
		return gather.NewRow(hex.EncodeToString(sum[:]), 0, report, err)
	}
	f, err := durable.Open(path)
	if err != nil {
		return gather.NewRow("", 0, archive.Report{}, err)
	}
	defer f.Close()
	h := sha256.New()
	size, err := io.Copy(h, f)
	sum := hex.EncodeToString(h.Sum(nil))
	if row, ok := known[sum]; ok && err == nil {
		return row.Row
	}
	var report archive.Report
	if err == nil {
		report, err = archive.VerifyBytes(ctx, filepath.Base(path), f, size, "", nil)
	}
	return gather.NewRow(sum, size, report, err)
}
