package main

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"shuping/data"
	"shuping/internal/room"
)

// An import that is stopped leaves nothing behind, and the file can be imported
// afterwards.
func TestAStoppedImportLeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.shuping")
	m, _, said := newMain("attend expected=12 present=12\nissue 12\ncollect 12\n")
	if m.Run([]string{"new", path, "--plan", data.DefaultPlan}) != done || m.Run([]string{"play", path, "-"}) != done {
		t.Fatal(said)
	}
	records := func() uint64 {
		r, _, err := room.Open(path, m.Clock)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		return r.Sight().Head.Seq
	}
	before := records()
	ctx, stop := context.WithCancel(context.Background())
	stop()
	i := importing{session: path, file: filepath.Join("testdata", "sheets", "libreoffice.xlsx"), by: "张三"}
	if err := m.sheetsImport(ctx, i); !errors.Is(err, context.Canceled) || records() != before {
		t.Errorf("%v, and %d records instead of %d", err, records(), before)
	}
	if err := m.sheetsImport(context.Background(), i); err != nil || records() != before+12+2*2 {
		t.Errorf("%v, and %d records", err, records())
	}
}
