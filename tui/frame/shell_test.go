package frame_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"shuping/internal/words"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// entries is actions with their keys and names, as a table would have them.
func entries(lang words.Language, names ...words.Sentence) []key.Entry {
	var table []key.Action[int, int, int]
	for i, n := range names {
		table = append(table, key.Action[int, int, int]{Keys: []string{fmt.Sprintf("f%d", i+1)}, Name: n, Do: func(s, _, _ int) (int, int) { return s, 0 }})
	}
	return key.Entries(key.Bind(0, 0, lang, table))
}

// shell is a window with everything in it; rail and notice as wanted.
func shell(lang words.Language, rail bool, notice string) frame.Shell {
	s := frame.Shell{
		Name: words.ProgramName(lang), Badge: words.Rehearsal(lang),
		Last:  []frame.Tab{{Cap: "F1", Name: words.KeyHelp(lang)}, {Cap: "F10", Name: words.KeyMenu(lang)}},
		Where: "2023年度述职评议考核  根河市市场监督管理局党总支", Sees: "会场：述职 第二党支部书记",
		Notice: frame.Notice{Text: notice, Tone: frame.Wrong}, Next: "下一步：讲完后按 Enter 结束，接着点评",
		Keys: entries(lang, words.KeyFinish, words.KeyPause, words.KeyMinute, words.KeyNotes, words.KeyCorrectSheet, words.KeyIssuedAgain, words.KeyNextScreen, words.KeyLeave, words.KeyPlainGlyphs, words.KeyMenu),
		Work: frame.Picture{Position: "13/45"},
	}
	for i, n := range []words.Sentence{words.AgendaName, words.KeyRecord, words.KeyResult, words.KeyGrade, words.KeyLedger, words.KeyArchive, words.KeyLog, words.KeyProjector} {
		s.Tabs = append(s.Tabs, frame.Tab{Cap: fmt.Sprintf("F%d", i+2), Name: n(lang), Here: i == 1})
	}
	for i := range 60 {
		s.Work.Rows = append(s.Work.Rows, fmt.Sprintf("%d  %s", i, strings.Repeat("好里堡市场监管所党支部书记", i%20)))
		s.Work.Spots = append(s.Work.Spots, frame.Spot{Row: i, N: i})
		if rail {
			s.Rail = append(s.Rail, fmt.Sprintf(" %d 述职 第一党支部书记第一党支部书记", i))
		}
	}
	return s
}

var sizes = [][2]int{{80, 24}, {81, 25}, {99, 24}, {100, 30}, {120, 34}, {200, 50}}

// each draws the shell at every size, in both languages, with and without a rail, fine
// and plain, with a notice of each length.
func each(t *testing.T, see func(name string, s frame.Shell, p frame.Picture, zones []frame.Zone, width, height int, l look.Look)) {
	notices := map[string]string{
		"none": "", "short": "第 4 张已存", "long": strings.Repeat("磁盘满了，第 4 张没有存上。腾出空间后按 Enter 再存。", 3),
		"endless": strings.Repeat("磁盘满了。", 200), "lines": "已导出\n缺 2 份材料",
	}
	for _, lang := range []words.Language{words.Chinese, words.English} {
		for _, size := range sizes {
			for what, notice := range notices {
				for _, plain := range []bool{false, true} {
					for _, rail := range []bool{false, true} {
						l := look.New(true, look.Full)
						l.Plain = plain
						s := shell(lang, rail, notice)
						p, zones := s.Draw(l, size[0], size[1])
						see(fmt.Sprintf("%v %s, plain %v, rail %v, notice %s", size, lang.Tag(), plain, rail, what), s, p, zones, size[0], size[1], l)
					}
				}
			}
		}
	}
}

// TestEveryRowIsAsWideAsTheWindow, and there are as many as it has.
func TestEveryRowIsAsWideAsTheWindow(t *testing.T) {
	each(t, func(name string, _ frame.Shell, p frame.Picture, _ []frame.Zone, width, height int, l look.Look) {
		if len(p.Rows) != height {
			t.Errorf("%s: %d rows", name, len(p.Rows))
		}
		for i, row := range p.Rows {
			if got := ansi.StringWidth(row); got != width {
				t.Errorf("%s: row %d takes %d cells", name, i, got)
			}
			if l.Plain && strings.ContainsAny(ansi.Strip(row), "“”…─│▸↑↓") {
				t.Errorf("%s: row %d has what some terminals tear: %s", name, i, ansi.Strip(row))
			}
		}
	})
}

// TestZonesHitWhatTheyShow: under each zone stands the tab, the key or the row that it
// is of, no two overlap, and what is always in sight is in all windows.
func TestZonesHitWhatTheyShow(t *testing.T) {
	each(t, func(name string, s frame.Shell, p frame.Picture, zones []frame.Zone, width, _ int, l look.Look) {
		seen := map[frame.Kind]int{}
		taken := map[[2]int]bool{}
		for _, z := range zones {
			seen[z.Kind]++
			text := strings.TrimSpace(ansi.Strip(ansi.Cut(p.Rows[z.Row], z.From, z.To)))
			want := ""
			switch z.Kind {
			case frame.OnTab:
				want = s.Tabs[z.N].Cap
			case frame.OnLast:
				want = s.Last[z.N].Cap + s.Last[z.N].Name
			case frame.OnKey:
				want = s.Keys[z.N].Cap() + " " + s.Keys[z.N].Name()
			case frame.OnItem:
				want = fmt.Sprintf("%d ", z.N)
			}
			if z.Row >= len(p.Rows) || !strings.Contains(text+" ", want) {
				t.Errorf("%s: zone %+v lies on %q and not on %q", name, z, text, want)
			}
			for x := z.From; x < z.To; x++ {
				if taken[[2]int{z.Row, x}] {
					t.Errorf("%s: two zones at row %d, cell %d", name, z.Row, x)
				}
				taken[[2]int{z.Row, x}] = true
			}
		}
		if seen[frame.OnTab] != len(s.Tabs) || seen[frame.OnLast] != 2 || seen[frame.OnKey] < 2 {
			t.Errorf("%s: %v zones", name, seen)
		}
		last := p.Rows[len(p.Rows)-1]
		if want := s.Keys[len(s.Keys)-1].Name(); !strings.HasSuffix(strings.TrimRight(ansi.Strip(last), " "), want) {
			t.Errorf("%s: the last key is cut off: %s", name, ansi.Strip(last))
		}
	})
}

// TestNoticeAndNextStepAreBothSaid, however long the notice is and wherever the caret
// stands; where one is stays in sight.
func TestNoticeAndNextStepAreBothSaid(t *testing.T) {
	each(t, func(name string, s frame.Shell, p frame.Picture, _ []frame.Zone, _, _ int, l look.Look) {
		text := ansi.Strip(strings.Join(p.Rows, "\n"))
		begin := []rune(s.Text)
		if len(begin) > 3 {
			begin = begin[:3]
		}
		if !strings.Contains(text, string(begin)) || !strings.Contains(text, "13/45") || !strings.Contains(text, "接着点评") {
			t.Errorf("%s:\n%s", name, text)
		}
	})
	l := look.New(true, look.Full)
	for row := range 20 {
		s := shell(words.Chinese, false, strings.Repeat("磁盘满了。", 60))
		s.Work.Caret = &frame.Caret{Col: 3, Row: row}
		p, _ := s.Draw(l, 80, 24)
		if len(p.Rows) != 24 || p.Caret == nil || p.Caret.Row < 2 || !strings.HasPrefix(p.Rows[p.Caret.Row], fmt.Sprint(row)) || !strings.Contains(strings.Join(p.Rows, ""), "磁盘满了") {
			t.Errorf("the caret in row %d of the work stands at %+v of %d rows", row, p.Caret, len(p.Rows))
		}
	}
}

// TestAShellKeepsToItsRoom: what is said and drawn beyond the window is left out.
func TestAShellKeepsToItsRoom(t *testing.T) {
	if cols, rows := frame.Room(80, 24, true); cols != 80 || rows != 20 {
		t.Errorf("%d×%d for the work at 80×24", cols, rows)
	}
	if cols, rows := frame.Room(120, 34, true); cols != 120-frame.RailWidth(120)-3 || rows != 30 {
		t.Errorf("%d×%d for the work beside a rail", cols, rows)
	}
	for _, lang := range []words.Language{words.Chinese, words.English} {
		for _, size := range [][2]int{{79, 24}, {40, 12}, {10, 3}, {2, 1}} {
			p := frame.TooSmall(look.New(true, look.Full), lang, size[0], size[1])
			for i, row := range p.Rows {
				if w := ansi.StringWidth(row); w != size[0] || len(p.Rows) != size[1] {
					t.Errorf("%v: row %d of %d takes %d cells", size, i, len(p.Rows), w)
				}
			}
		}
	}
}
