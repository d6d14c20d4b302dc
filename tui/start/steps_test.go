package start_test

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shuping/internal/words"
	"shuping/tui/picker"
	"shuping/tui/start"
)

// disk is folders in memory; a name that ends in / is a folder.
var disk = map[string][]string{
	"/home": {"桌面/", "2023.zip", "说明.txt"}, "/home/桌面": {"去年.zip"},
}

func browse(at string) (picker.Listing, error) {
	if at == "" {
		at = "/home"
	}
	if names, there := disk[at]; there {
		l := picker.Listing{Folder: at}
		if at != "/home" {
			l.Up = path.Dir(at)
		}
		for _, name := range names {
			l.Entries = append(l.Entries, picker.Entry{Name: strings.TrimSuffix(name, "/"), Folder: strings.HasSuffix(name, "/")})
		}
		return l, nil
	}
	if slices.Contains(disk[path.Dir(at)], path.Base(at)) {
		return picker.Listing{File: at}, nil
	}
	return picker.Listing{}, fmt.Errorf("%s 不在", at)
}

func (v *visitor) frame() string { return ansi.Strip(v.start.View().Content) }

func (v *visitor) shows(texts ...string) *visitor {
	v.t.Helper()
	for _, text := range texts {
		if !strings.Contains(v.frame(), text) {
			v.t.Errorf("%q is not in\n%s", text, v.frame())
		}
	}
	return v
}

func TestFindComesToAFileOrNone(t *testing.T) {
	for keys, want := range map[string]string{
		"down enter": "/home/2023.zip", "enter enter": "/home/桌面/去年.zip", "'去 backspace esc": "", "esc": "", "ctrl+q": "",
		"'/home/2023.zip enter": "/home/2023.zip", "'/home/没有.zip enter": "-", "'/home/说明.txt enter": "-",
	} {
		v := sit(t, start.Find(setting(words.Chinese), "选归档包", browse, ".zip"), 80, 24).press(keys)
		if got := v.start.Path(); got != strings.TrimSuffix(want, "-") || v.ended != (want != "-") {
			t.Errorf("%s: %q, ended %v\n%s", keys, got, v.ended, v.frame())
		}
	}
	v := sit(t, start.Find(setting(words.Chinese), "选归档包", browse, ".zip"), 80, 24).press("'/home/没有.zip enter")
	v.shows("/home/没有.zip 不在", "/home/没有.zip")
}

func TestFindFolderTakesTheOpenOne(t *testing.T) {
	for keys, want := range map[string]string{"tab": "/home", "enter tab": "/home/桌面", "down enter esc": "", "esc": ""} {
		v := sit(t, start.FindFolder(setting(words.Chinese), "放在哪里", browse), 80, 24).press(keys)
		if got := v.start.Path(); got != want || !v.ended {
			t.Errorf("%s: %q, ended %v\n%s", keys, got, v.ended, v.frame())
		}
	}
}

// asked is a screen with two names and a folder.
func asked() start.Start {
	return start.Ask(setting(words.Chinese), "新会议", 0, start.Field{Label: "第一党支部书记", Hint: "姓名"},
		start.Field{Label: "第二党支部书记", Check: func(s string) string { return strings.Repeat("姓名里有数字", strings.Count(s, "7")) }},
		start.Field{Label: "放在文件夹", Offer: "/home"})
}

func TestAskComesToAnswersOrNone(t *testing.T) {
	for keys, want := range map[string][]string{
		"'张三 enter '李四 enter enter":         {"张三", "李四", "/home"},
		"tab tab '/tmp enter":               {"", "", "/tmp"}, // what is offered is replaced by what is typed
		"shift+tab end 'x up '李四 tab enter": {"", "李四", "/homex"},
		"'张三 esc":                           nil, "ctrl+q": nil, "tab '7 enter": nil, "tab '7 tab enter": nil,
	} {
		v := sit(t, asked(), 80, 24).press(keys)
		if got := v.start.Answers(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q\n%s", keys, got, want, v.frame())
		}
	}
	v := sit(t, asked(), 80, 24).press("tab '7 tab enter")
	if v.shows("姓名里有数字"); v.ended {
		t.Error("a wrong answer was taken")
	}
}

func TestTellIsReadAndSearched(t *testing.T) {
	text := "# 核验\n" + strings.Repeat("一行\n", 60) + "最后一行\n"
	v := sit(t, start.Tell(setting(words.Chinese), text), 80, 24)
	if v.shows("核验"); strings.Contains(v.frame(), "# 核验") {
		t.Error("a title keeps its mark")
	}
	v.press("end").shows("最后一行")
	v.press("home / '最后 enter").shows("最后一行")
	if v.press("esc"); v.ended {
		t.Error("Esc ends the search first")
	}
	if v.press("enter"); !v.ended {
		t.Error("Enter does not go on")
	}
}

// TestAwaitEndsWithWhatItRuns, and stops it where somebody wants to leave.
func TestAwaitEndsWithWhatItRuns(t *testing.T) {
	ran := false
	v := sit(t, start.Await(setting(words.Chinese), words.StartVerifying, func(_ context.Context, far func(done, of int64)) {
		far(30, 40)
		ran = true
	}), 80, 24)
	if v.shows("正在核验归档包", "75%"); !v.ended || !ran {
		t.Errorf("ended %v, ran %v", v.ended, ran)
	}
	for _, keys := range []string{"esc", "ctrl+q"} {
		var stopped error
		s := start.Await(setting(words.Chinese), words.StartVerifying, func(ctx context.Context, _ func(done, of int64)) { stopped = ctx.Err() })
		v := &visitor{t: t, start: s}
		v.take(tea.WindowSizeMsg{Width: 80, Height: 24})
		if v.press(keys); v.ended {
			t.Errorf("%s does not wait for the end", keys)
		}
		if v.run(s.Init()); !errors.Is(stopped, context.Canceled) || !v.ended {
			t.Errorf("%s: %v, ended %v", keys, stopped, v.ended)
		}
	}
}

func TestHelpLiesOverEveryScreen(t *testing.T) {
	for name, s := range map[string]start.Start{
		"choices": start.New(setting(words.Chinese), groups(2)...), "fields": asked(),
		"search": start.Find(setting(words.Chinese), "选归档包", browse), "text": start.Tell(setting(words.Chinese), "一行"),
	} {
		v := sit(t, s, 80, 24)
		before := v.frame()
		if v.press("f1").shows("第一次用").press("esc"); v.ended || v.frame() != before {
			t.Errorf("%s: ended %v\n%s", name, v.ended, v.frame())
		}
		v.press("f1 pgdown f1")
		if v.frame() != before {
			t.Errorf("%s: F1 twice leaves\n%s", name, v.frame())
		}
	}
}

func TestStepsFillTheWindow(t *testing.T) {
	for name, s := range map[string]start.Start{
		"a": asked(), "b": start.Find(setting(words.Chinese), "选归档包", browse, ".zip"),
		"c": start.FindFolder(setting(words.English), "where", browse), "d": start.Tell(setting(words.English), "# title\n"+strings.Repeat("word 字 ", 400)),
		"e": start.Await(setting(words.Chinese), words.StartVerifying, func(_ context.Context, far func(done, of int64)) { far(1, 3) }),
	} {
		for _, size := range [][2]int{{80, 24}, {120, 34}, {200, 50}, {20, 5}} {
			v := sit(t, s, size[0], size[1])
			for i, row := range v.rows() {
				if w := ansi.StringWidth(row); w != size[0] {
					t.Errorf("%s %v: row %d takes %d cells", name, size, i, w)
				}
			}
		}
	}
}
