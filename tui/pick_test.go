package tui_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"shuping/tui"
	"shuping/tui/desktest"
	"shuping/tui/look"
	"shuping/tui/picker"
)

// disk is two folders and some files.
func disk(path string) (picker.Listing, error) {
	switch path {
	case "", "/home/chair":
		return picker.Listing{Folder: "/home/chair", Up: "/home", Entries: []picker.Entry{
			{Name: "材料", Folder: true, Written: desktest.Morning}, {Name: "照片.jpg", Written: desktest.Morning}, {Name: "台账.csv", Written: desktest.Morning.Add(-time.Hour)},
		}}, nil
	case "/home/chair/材料":
		return picker.Listing{Folder: path, Up: "/home/chair", Entries: []picker.Entry{{Name: "整改.xlsx", Written: desktest.Morning}}}, nil
	case "/home/chair/台账.csv", "/home/chair/材料/整改.xlsx", "/home/chair/照片.jpg":
		return picker.Listing{File: path}, nil
	}
	return picker.Listing{}, errors.New(path + "：没有这个文件")
}

func librarian(t *testing.T, lang string) *desktest.Desk {
	d := desktest.New(t, desktest.House(t), lang)
	d.SitAs(lang, look.Full, func(s *tui.Seat) { s.Browse = disk })
	return d
}

// TestAFileIsPicked: by walking, by letters of its name, by its path, and by a drop.
func TestAFileIsPicked(t *testing.T) {
	for keys, want := range map[string]string{
		"down enter": "/home/chair/台账.csv", "enter enter": "/home/chair/材料/整改.xlsx", "'台账 enter": "/home/chair/台账.csv",
		"enter left down enter": "/home/chair/台账.csv", "'/home/chair/台账.csv enter": "/home/chair/台账.csv",
		"f10 esc down enter": "/home/chair/台账.csv", "f1 esc down enter": "/home/chair/台账.csv",
	} {
		d := librarian(t, "zh").Press("f6 @导入 " + keys)
		if strings.Join(d.Asked, " ") != want {
			t.Errorf("%s: %v was read, want %s\n%s", keys, d.Asked, want, d.Frame())
		}
	}
	d := librarian(t, "zh").Press("f6 @导入")
	d.Tick()
	d.Click("台账.csv").Click("台账.csv")
	if len(d.Asked) != 1 {
		t.Errorf("by two clicks: %v\n%s", d.Asked, d.Frame())
	}
}

// TestAWrongPathKeepsWhatWasTyped, and one sentence says what is wrong with it.
func TestAWrongPathKeepsWhatWasTyped(t *testing.T) {
	d := librarian(t, "zh").Press("f6 @导入 '/home/chair/没有.csv enter")
	d.Tick()
	d.Shows("/home/chair/没有.csv", "没有这个文件")
	d.Press("ctrl+u '/home/chair/照片.jpg enter")
	d.Tick()
	d.Shows("这里只能用 .xlsx .csv 文件", "查找  /home/chair/照片.jpg")
	if len(d.Asked) != 0 {
		t.Errorf("%v was read", d.Asked)
	}
	if d.Press("ctrl+u '/home/chair/台账.csv enter"); len(d.Asked) != 1 {
		t.Errorf("%v was read after the path was put right\n%s", d.Asked, d.Frame())
	}
	d = librarian(t, "zh").Press("f6 @导入 esc")
	if d.Press("enter"); len(d.Asked) != 0 {
		t.Errorf("%v was read after the picker was left", d.Asked)
	}
}
