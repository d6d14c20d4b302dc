package screen_test

import (
	"fmt"
	"slices"
	"testing"

	"shuping/tui/desktest"
)

// TestOfficersByKeys: what is asked and answered comes to the same as the line of a
// script, and the first answer changes nothing.
func TestOfficersByKeys(t *testing.T) {
	for _, c := range []struct {
		what   string
		begun  []string
		keys   string
		script string
	}{
		{"all", nil, "@登记监票人 '三楼会议室 enter '周书记 enter '吴记录 enter '王监票、赵监票 enter '李录入，孙录入 enter",
			"officers place=三楼会议室 chair=周书记 recorder=吴记录 scrutineers=王监票、赵监票 tellers=李录入、孙录入"},
		{"only who was elected", nil, "@登记监票人 enter enter enter '王监票 enter '李录入 enter", "officers scrutineers=王监票 tellers=李录入"},
		{"one is changed", desktest.Script("officers place=三楼会议室 scrutineers=王监票"), "@登记监票人 enter enter enter '赵监票 enter enter", "officers scrutineers=赵监票"},
		{"after the count", desktest.Closed(), "f2 @登记监票人 '三楼会议室 enter enter enter", "officers place=三楼会议室"},
	} {
		d := desktest.New(t, desktest.House(t), "zh").Play(c.begun...)
		said := desktest.New(t, desktest.House(t), "zh").Play(append(slices.Clone(c.begun), c.script)...)
		before := d.Seq
		d.Press(c.keys + " enter")
		if d.Seq != before {
			t.Errorf("%s: the first answer does something", c.what)
		}
		d.Press(c.keys + " 2").Shows("已记下，写进会议记录。")
		if got, want := fmt.Sprintf("%+v", d.State.Officers), fmt.Sprintf("%+v", said.State.Officers); got != want || d.Seq != said.Seq {
			t.Errorf("%s: %s, not %s\n%s", c.what, got, want, d.Frame())
		}
	}
}

// TestWhoCountsAndWatchesIsAskedAbout: not before all are named, and the reason is kept.
func TestWhoCountsAndWatchesIsAskedAbout(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Press("@登记监票人 enter enter enter '王监票2 enter")
	d.Shows("王监票2").Press("ctrl+u '王监票 enter '王监票 enter 2")
	d.Shows("写明原因").Press("'全体只有三人 enter")
	if o := d.State.Officers; len(o.Tellers) != 1 || d.Rows[len(d.Rows)-1].Kind != "officers-named" {
		t.Errorf("%+v\n%s", o, d.Frame())
	}
}

// TestTheItemThatElectsAsksForThem: with the key of notes, and it says so.
func TestTheItemThatElectsAsksForThem(t *testing.T) {
	electing := desktest.But(desktest.House, "[[agenda.stages]]\nkind    = \"evaluation\"", "[[agenda.stages]]\nkind = \"elect\"\nminutes = 5\nclause = \"三(四)4\"\n\n[[agenda.stages]]\nkind    = \"evaluation\"")
	d := desktest.New(t, electing(t), "zh").Play(`skip report:s1 reason="书面"`, `skip review:s1 reason="书面"`, `skip report:s2 reason="书面"`, `skip review:s2 reason="书面"`, `skip speech reason="从略"`, "start elect")
	d.Press("f2").Shows("选出后按 Ctrl+N 登记").Press("ctrl+n").Shows("会议地点")
	d.Press("enter enter enter '王监票 enter '李录入 enter 2")
	if o := d.State.Officers; o.Elected != "elect" {
		t.Errorf("%+v\n%s", o, d.Frame())
	}
}
