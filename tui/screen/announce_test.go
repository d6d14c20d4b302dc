package screen_test

import (
	"testing"

	"shuping/tui/desktest"
)

// TestAnnouncingIsAnActOfItsOwn: asked for in the menu, the harmless answer first, and
// again once what was announced is another.
func TestAnnouncingIsAnActOfItsOwn(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Closed()...)
	d.Press("f4").Choose("宣布等次…")
	if n := len(d.State.Announcements); n != 0 {
		t.Fatalf("%d announcements of grades that nobody decided", n)
	}
	d.Press("f4").Choose("宣布票数…")
	d.Shows("1  先不宣布", "2  宣布票数")
	d.Press("enter")
	if n := len(d.State.Announcements); n != 0 {
		t.Errorf("%d announcements by the harmless answer", n)
	}
	d.Press("f4").Choose("宣布票数…")
	d.Press("2").Tick()
	d.Shows("已宣布票数", "会场：票数")
	d.Play("decide s1 好", "decide s2 差")
	d.Press("f5").Choose("宣布等次…")
	d.Press("2").Tick()
	d.Shows("已宣布等次", "会场：等次")
	d.Play(`correct bundle=1 sheet=1 2 2 by="王监票" reason="复看票面"`).Tick()
	d.Shows("会场：结果待宣布")
	d.Press("f4").Choose("宣布票数…")
	d.Press("2").Tick()
	d.Shows("会场：票数")
}
