package picker_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
	"shuping/tui/picker"
)

func day(n int) time.Time { return time.Date(2024, 1, n, 9, 0, 0, 0, time.Local) }

var desktop = picker.Listing{Folder: "/home/chair/桌面", Up: "/home/chair", Entries: []picker.Entry{
	{Name: "旧表.csv", Size: 812, Written: day(2)},
	{Name: "整改台账.xlsx", Size: 24 << 10, Written: day(9)},
	{Name: "照片.jpg", Size: 3 << 20, Written: day(12)},
	{Name: "2022年材料", Folder: true, Written: day(1)},
	{Name: "2023年材料", Folder: true, Written: day(8)},
	{Name: "新表.CSV", Size: 5 << 10, Written: day(10)},
}}

// walk gives a picker keys as a root does and returns the last outcome.
func walk(p picker.Picker, keys ...string) (picker.Picker, picker.Outcome) {
	var out picker.Outcome
	for _, name := range keys {
		k := map[string]tea.KeyPressMsg{
			"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "down": {Code: tea.KeyDown}, "up": {Code: tea.KeyUp}, "left": {Code: tea.KeyLeft},
			"end": {Code: tea.KeyEnd}, "home": {Code: tea.KeyHome}, "backspace": {Code: tea.KeyBackspace},
		}[name]
		if k.Code == 0 {
			k = tea.KeyPressMsg{Code: tea.KeyExtended, Text: name}
			if r := []rune(name); len(r) == 1 {
				k.Code = r[0]
			}
		}
		next, taken := p.Press(k)
		if p = next; taken {
			continue
		}
		acts := p.Acts(words.Chinese, 20)
		if at, n := key.Find(key.Press(k), acts); at >= 0 {
			p, out = acts[at].Do(n)
		}
	}
	return p, out
}

func open() picker.Picker { return picker.New("附上哪个文件", ".csv", ".xlsx").In(desktop) }

// TestWhatWasSavedLastStandsFirst: folders before files, each newest first, and only
// what can be taken.
func TestWhatWasSavedLastStandsFirst(t *testing.T) {
	p := open().Draw(look.New(true, look.Full), words.Chinese, 80, 20)
	var got []string
	for _, s := range p.Spots {
		got = append(got, strings.Fields(strings.TrimPrefix(strings.TrimSpace(ansi.Strip(p.Rows[s.Row])), "▸ "))[0])
	}
	if want := "2023年材料/ 2022年材料/ 新表.CSV 整改台账.xlsx 旧表.csv"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func TestAFileIsFound(t *testing.T) {
	const at = "/home/chair/桌面/"
	for keys, want := range map[string]picker.Outcome{
		"enter": {Open: at + "2023年材料"}, "down down enter": {Open: at + "新表.CSV"}, "end enter": {Open: at + "旧表.csv"}, "end up home enter": {Open: at + "2023年材料"},
		"left": {Open: "/home/chair"}, "backspace": {Open: "/home/chair"}, "esc": {Closed: true},
		"台账 enter": {Open: at + "整改台账.xlsx"}, "z g t z enter": {Open: at + "整改台账.xlsx"}, "表 down enter": {Open: at + "旧表.csv"},
		"没有 enter": {}, "没 backspace left": {Open: "/home/chair"},
		"/tmp/a.csv enter": {Open: "/tmp/a.csv"}, "'/tmp/a.csv' enter": {Open: "/tmp/a.csv"}, "file:///tmp/a.csv enter": {Open: "/tmp/a.csv"},
		`C:\表\a.csv enter`: {Open: `C:\表\a.csv`}, "~/a.csv enter": {Open: "~/a.csv"},
	} {
		if _, got := walk(open(), strings.Fields(keys)...); got != want {
			t.Errorf("%s: %+v, want %+v", keys, got, want)
		}
	}
	dropped := open().Paste(`/home/chair/my\ table.csv `)
	if _, got := walk(dropped, "enter"); got.Open != "/home/chair/my table.csv" {
		t.Errorf("dropped: %+v", got)
	}
	if _, got := walk(picker.New("文件"), "a.csv", "enter"); got.Open != "a.csv" {
		t.Errorf("where no folder is open: %+v", got)
	}
	if p := open(); p.Refusal(words.Chinese, "/tmp/照片.jpg") == "" || p.Refusal(words.Chinese, "/tmp/A.XLSX") != "" || picker.New("文件").Refusal(words.Chinese, "a") != "" {
		t.Error("kinds are told apart wrongly")
	}
	walked, _ := walk(open(), "台账")
	if _, got := walk(walked.In(picker.Listing{Folder: "/", Entries: desktop.Entries}), "enter"); got.Open != "/2023年材料" {
		t.Errorf("what was typed in another folder still counts: %+v", got)
	}
}

// TestPickerKeepsToItsRoom: no row is wider than the window, with names of any length,
// and the caret stands in the line that is typed.
func TestPickerKeepsToItsRoom(t *testing.T) {
	long := desktop
	long.Folder = strings.Repeat("/好里堡市场监管所", 20)
	for i := range 100 {
		long.Entries = append(long.Entries, picker.Entry{Name: strings.Repeat("台账", i) + ".csv", Size: int64(1) << (i % 50), Written: day(3)})
	}
	for _, size := range [][2]int{{80, 20}, {120, 30}, {200, 46}} {
		for _, keys := range []string{"", "台账", "没有", "end"} {
			for _, l := range []picker.Listing{{}, desktop, long, {Folder: "/tmp"}} {
				p, _ := walk(picker.New("附上哪个文件", ".csv").In(l), strings.Fields(keys)...)
				drawn := p.Draw(look.New(true, look.Full), words.English, size[0], size[1])
				if len(drawn.Rows) > size[1] || drawn.Caret == nil || drawn.Caret.Row != 3 {
					t.Errorf("%v %s: %d rows, caret %+v", size, keys, len(drawn.Rows), drawn.Caret)
				}
				for i, row := range drawn.Rows {
					if w := ansi.StringWidth(row); w > size[0] {
						t.Errorf("%v %s: row %d takes %d cells", size, keys, i, w)
					}
				}
			}
		}
	}
}

func TestBytes(t *testing.T) {
	for n, want := range map[int64]string{0: "0 B", 812: "812 B", 1024: "1 KB", 24 << 10: "24 KB", 3250586: "3.1 MB", 1 << 40: "1.0 TB"} {
		if got := picker.Bytes(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
