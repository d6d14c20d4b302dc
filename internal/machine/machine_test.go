package machine

import (
	"testing"
	"testing/fstest"
)

// TestEverySystemIsUnderstood in the form in which it tells of its power.
func TestEverySystemIsUnderstood(t *testing.T) {
	supply := func(pairs ...string) fstest.MapFS {
		dir := fstest.MapFS{}
		for i := 0; i < len(pairs); i += 2 {
			dir[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1] + "\n")}
		}
		return dir
	}
	for name, c := range map[string]struct{ got, want told }{
		"linux, plugged in":     {linux(supply("AC/type", "Mains", "AC/online", "1", "BAT0/type", "Battery", "BAT0/capacity", "87", "BAT0/status", "Charging")), told{Mains, 87}},
		"linux, by USB-C":       {linux(supply("BAT0/type", "Battery", "BAT0/capacity", "40", "BAT0/status", "Discharging", "ucsi/type", "USB", "ucsi/online", "1")), told{Mains, 40}},
		"linux, on its battery": {linux(supply("AC/type", "Mains", "AC/online", "0", "BAT0/type", "Battery", "BAT0/capacity", "12", "BAT0/status", "Discharging")), told{Battery, 12}},
		"linux, a mouse":        {linux(supply("hid/type", "Battery", "hid/scope", "Device", "hid/capacity", "5", "hid/status", "Discharging")), told{Untold, Unknown}},
		"linux, nonsense":       {linux(supply("BAT0/type", "Battery", "BAT0/capacity", "900")), told{Untold, Unknown}},
		"linux, nothing":        {linux(supply()), told{Untold, Unknown}},
		"macOS, plugged in":     {mac("Now drawing from 'AC Power'\n -InternalBattery-0 (id=123)\t87%; charging; 0:40 remaining present: true\n"), told{Mains, 87}},
		"macOS, on its battery": {mac("Now drawing from 'Battery Power'\n -InternalBattery-0 (id=123)\t9%; discharging; 1:02 remaining present: true\n"), told{Battery, 9}},
		"macOS, no battery":     {mac("Now drawing from 'AC Power'\n"), told{Mains, Unknown}},
		"macOS, nothing":        {mac("pmset: not permitted"), told{Untold, Unknown}},
		"Windows, plugged in":   {line(1, 100), told{Mains, 100}},
		"Windows, battery":      {line(0, 55), told{Battery, 55}},
		"Windows, not known":    {line(255, 255), told{Untold, Unknown}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
}

// told is what one system said.
type told struct {
	power  Power
	charge int
}

func toldOf(p Power, charge int) told { return told{p, charge} }

func linux(dir fstest.MapFS) told { return toldOf(readSupplies(dir)) }

func mac(text string) told { return toldOf(readPmset(text)) }

func line(status, percent byte) told { return toldOf(readLine(status, percent)) }

// TestRoomIsThatOfTheFolder: a folder that is not there has none that is known.
func TestRoomIsThatOfTheFolder(t *testing.T) {
	if free := Read(t.TempDir()).Free; free == 0 || free < Unknown {
		t.Errorf("%d bytes", free)
	}
	if free := Read(t.TempDir() + "/gone").Free; free != Unknown {
		t.Errorf("%d bytes of a folder that is not there", free)
	}
}
