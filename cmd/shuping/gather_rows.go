package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"shuping/internal/durable"
	"shuping/internal/gather"
)

// A seenRow is a row and when its file was first seen on this computer. They are kept
// with the sessions and not in the folder that is gathered, into which others write.
type seenRow struct {
	gather.Row
	Seen time.Time `json:"seen"`
	By   string    `json:"by"` // the version that verified it
}

// rowsFile holds them, one JSON object a line. Nothing in it is ever changed.
func rowsFile() string { return filepath.Join(sessionDir(), "gathered.jsonl") }

// The bounds of that file, and of a line of it.
const (
	rowsLimit = 1 << 30
	rowLimit  = 1 << 20
)

// knownRows are the rows that were made before by this form of rows, and how many lines
// make no sense: what they were of is verified again.
func knownRows() (known map[string]seenRow, damaged int) {
	known = map[string]seenRow{}
	f, err := durable.Open(rowsFile())
	if err != nil {
		return known, 0
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, rowLimit)
	for n := 0; n < rowsLimit && lines.Scan(); n += len(lines.Bytes()) + 1 {
		var row seenRow
		switch err := json.Unmarshal(lines.Bytes(), &row); {
		case err != nil || len(row.SHA256) != 64 || row.Seen.IsZero():
			damaged++
		case row.Schema == gather.RowSchema && row.By == version:
			if _, twice := known[row.SHA256]; !twice {
				known[row.SHA256] = row
			}
		}
	}
	if lines.Err() != nil {
		damaged++
	}
	return known, damaged
}

// keepRows adds rows to those that are known.
func keepRows(rows []seenRow) (err error) {
	if len(rows) == 0 {
		return nil
	}
	if err := os.MkdirAll(sessionDir(), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(rowsFile(), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	out := bufio.NewWriter(f)
	for _, row := range rows {
		if len(row.SHA256) != 64 {
			continue // it could not be read
		}
		row.By = version
		text, err := json.Marshal(row)
		if err != nil {
			return err
		}
		out.Write(append(text, '\n'))
	}
	return out.Flush()
}

// relative is a path as it is said of a folder.
func relative(folder, path string) string {
	if rel, err := filepath.Rel(folder, path); err == nil && fs.ValidPath(filepath.ToSlash(rel)) {
		return rel
	}
	return path
}
