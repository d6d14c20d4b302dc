package screen_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"shuping/tui"
	"shuping/tui/desk"
	"shuping/tui/desktest"
	"shuping/tui/look"
)

// TestTheDoorIsOpenedAndShutByASecondAnswer: the first leaves all as it is.
func TestTheDoorIsOpenedAndShutByASecondAnswer(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Size(100, 30)
	var done []string
	d.SitAs("zh", look.Full, func(s *tui.Seat) {
		s.Errand = func(_ context.Context, e desk.Errand, to string, _ func(done, of int64)) (tui.Outcome, error) {
			if what := map[desk.Errand]string{desk.FindDoors: "find", desk.OpenDoor: "open ", desk.PutOut: "out ", desk.ShutDoor: "shut"}[e]; what != "" {
				done = append(done, what+to)
			}
			return tui.Outcome{}, nil
		}
	})
	d.Press("f10").Hides("另一台电脑") // a console without a door
	d.Press("esc")
	doored(desk.Door{})(d)
	d.Press("@让另一台|watch").Shows("本机没有可用的地址")
	d.Tick()
	if !slices.Equal(done, []string{"find"}) {
		t.Errorf("%q", done)
	}
	doored(desk.Door{Offers: []desk.Offer{{Address: "192.168.1.5", Via: "eth0"}}})(d)
	done = nil
	d.Press("enter enter").Tick()
	d.Press("enter 2").Tick()
	open := watched
	open.Came, open.Wrong, open.Seats = false, 0, nil
	doored(open)(d)
	d.Shows("ssh 192.168.1.5 -p 4722", "4719-2836", "输入上面的 ssh 一行").Hides("口令输错")
	d.At = d.At.Add(2 * time.Minute)
	d.Publish()
	d.Shows("还没有人连上来")
	doored(watched)(d)
	d.Shows("▸ 看", "192.168.1.8", "口令输错 2 次")
	d.Press("enter enter").Tick()
	d.Press("enter 2").Tick()
	d.Press("down enter enter").Tick()
	d.Press("enter 2").Tick()
	if want := []string{"open 192.168.1.5", "out 1", "shut"}; !slices.Equal(done, want) {
		t.Errorf("%q", done)
	}
	doored(desk.Door{Halted: true, Offers: []desk.Offer{{Address: "10.0.0.1"}}})(d)
	d.Shows("口令输错太多次")
	d.Press("f2 ctrl+w end up up up").Shows("▸   另一台电脑看会场", "没有开").Press("enter").Shows("10.0.0.1")
}
