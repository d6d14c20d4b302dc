package count_test

import (
	"fmt"
	"strings"
	"testing"

	"shuping/internal/private"
	"shuping/tui/desk"
	"shuping/tui/desktest"
	"shuping/tui/look"
)

// names is a list for the house plan, two of each of two classes.
var names = []private.Attendee{
	{Name: "张三", Class: "member", Unit: "第一党支部"}, {Name: "李四", Class: "member", Unit: "第二党支部"},
	{Name: "欧阳喆", Class: "masses", Unit: "办公室"}, {Name: "王五", Class: "masses"},
}

// atTheDoor is a desk with a list of names beside its session.
func atTheDoor(t testing.TB, plan, lang string, list []private.Attendee) *desktest.Desk {
	t.Helper()
	d := newDesk(t, plan, lang)
	d.Kept = private.Contents{}.List(list)
	d.Sit(lang, look.Full)
	return d.Press("f3 ctrl+l")
}

// ticked is what was ticked, a letter each.
func ticked(c private.Contents) string {
	var b strings.Builder
	for _, a := range c.Names {
		b.WriteString(map[private.Presence]string{"": "-", private.Present: "p", private.OnLeave: "l", private.Absent: "a"}[a.Here])
	}
	return b.String()
}

func TestNamesAreTickedByKeysAndMouse(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"1 down 2 down 3 down enter", "plap"},
		{"1 1 enter", "p---"},
		{"1 2 0 down 1", "-p--"},
		{"/ 'oy esc 1", "--p-"}, // by initials
		{"/ '王 esc 2", "---l"},
		{"/ '办公 esc 1", "--p-"}, // by unit
	} {
		d := atTheDoor(t, house(t), "zh", names)
		before := d.Seq
		d.Press(c.keys)
		if got := ticked(d.Kept); got != c.want || d.Seq != before {
			t.Errorf("%s: %s, want %s, %d records\n%s", c.keys, got, c.want, d.Seq-before, d.Frame())
		}
	}
	if d := atTheDoor(t, house(t), "zh", names).Hold("1", 40); ticked(d.Kept) != "p---" {
		t.Errorf("held: %s", ticked(d.Kept))
	}
	d := atTheDoor(t, house(t), "zh", names).Click("李四").Click("李四")
	if got := ticked(d.Kept); got != "-p--" {
		t.Errorf("%s\n%s", got, d.Frame())
	}
}

// TestTicksGiveTheNumbers: they come to the same as the lines of a script, and no name
// gets into the record.
func TestTicksGiveTheNumbers(t *testing.T) {
	const saw = ` by="王监票" saw="当场逐人清点，数目一致"`
	for _, c := range []struct {
		what   string
		plan   func(testing.TB) string
		list   []private.Attendee
		script []string
	}{
		{"by class", house, names, script("attend class=member expected=2 present=1 leave=1"+saw, "attend class=masses expected=2 present=1"+saw)},
		{"all together", house, []private.Attendee{{Name: "张三"}, {Name: "李四"}, {Name: "欧阳喆"}}, script("attend expected=3 present=2 leave=1" + saw)},
		{"where classes weigh", desktest.University, []private.Attendee{{Name: "张三", Class: "b"}, {Name: "李四", Class: "b"}, {Name: "王五", Class: "a"}},
			script("attend class=a expected=1 present=1"+saw, "attend class=b expected=2 present=1 leave=1"+saw)},
	} {
		said := newDesk(t, c.plan(t), "zh").Play(c.script...)
		d := atTheDoor(t, c.plan(t), "zh", c.list)
		before := d.Seq
		d.Press("1 down 2 down 1 ctrl+s enter")
		if d.Seq != before {
			t.Errorf("%s: the first answer does something", c.what)
		}
		d.Press("ctrl+s 2 '王监票 enter 1").Hides("签到：名单")
		if got, want := fmt.Sprintf("%+v", d.State.Heads), fmt.Sprintf("%+v", said.State.Heads); got != want || d.Rings > 0 {
			t.Errorf("%s: %s, not %s, %d rings\n%s", c.what, got, want, d.Rings, d.Frame())
		}
		if all := fmt.Sprintf("%+v", d.State); strings.Contains(all, "欧阳喆") || strings.Contains(all, "李四") {
			t.Errorf("%s: a name is in the state", c.what)
		}
	}
}

// TestAListIsLookedAtBeforeItIsUsed: what was understood stands above the question, and
// the first answer leaves the list that was there; who stands on both keeps his tick.
func TestAListIsLookedAtBeforeItIsUsed(t *testing.T) {
	d := atTheDoor(t, house(t), "zh", names).Press("1 down 1")
	d.Names = desk.Names{List: append(names[1:2:2], private.Attendee{Name: "赵六", Class: "member"}), Lines: []string{"第 1 行是表头", "党员  2 人"}, Sum: "名单.xlsx：共 2 人。"}
	d.Press("@换一份名单 '/tmp/名单.xlsx enter rest pause").Shows("第 1 行是表头", "共 2 人")
	d.Press("enter")
	if got := ticked(d.Kept); got != "pp--" {
		t.Errorf("the first answer leaves %s", got)
	}
	d.Press("@换一份名单 '/tmp/名单.xlsx enter rest pause 2").Shows("名单 2 人，到会 1", "李四", "赵六").Hides("张三")
	d.Names = desk.Names{Lines: []string{"B3 不是姓名"}, Sum: "名单.xlsx：有 1 处错误，已逐条列出。"}
	d.Press("@换一份名单 '/tmp/名单.xlsx enter rest pause").Shows("B3 不是姓名").Hides("用这份名单")
	d.Press("enter @删去名单 enter").Shows("李四")
	if d.Press("@删去名单 2"); len(d.Kept.Names) > 0 {
		t.Errorf("%+v", d.Kept.Names)
	}
	d.Shows("还没有到会名单")
}

// awaited seats a desk beside a list of so many names, some of them ticked.
func awaited(n int) func(*desktest.Desk) {
	return func(d *desktest.Desk) {
		var list []private.Attendee
		for i := range n {
			a := names[i%len(names)]
			a.Name += strings.Repeat("𬭎", i/len(names)%2)
			a.Unit += strings.Repeat("市场监督管理综合行政执法大队", i%3)
			list = append(list, a)
		}
		d.Kept = private.Contents{}.List(list)
		for i := range n / 2 {
			d.Kept = d.Kept.Tick(i, []private.Presence{private.Present, private.OnLeave, private.Present, private.Absent}[i%4])
		}
		d.Sit(d.Language(), look.Full)
	}
}
