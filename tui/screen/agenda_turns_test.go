package screen_test

import (
	"testing"

	"shuping/internal/meeting"
	"shuping/tui/desktest"
)

func TestAnEndIsTakenBackForAMinuteAndAnItemOpenedAgainWithAReason(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play("start report:s1", "wait 1m")
	d.Press("enter")
	if got := d.State.Steps[0]; got.Status != meeting.Done {
		t.Fatalf("%+v", got)
	}
	d.Press(".")
	if got := d.State.Steps[0]; got.Status != meeting.Running {
		t.Fatalf("%+v", got)
	}
	d.Press("enter")
	d.Play("wait 2m")
	d.Press(".")
	if got := d.State.Steps[0]; got.Status != meeting.Done {
		t.Fatalf("two minutes later: %+v", got)
	}
	d.Press("up @重新打开 esc")
	if got := d.State.Steps[0]; got.Status != meeting.Done {
		t.Fatalf("opened without a reason: %+v", got)
	}
	d.Press("@重新打开 '补充说明 enter")
	if got := d.State.Steps[0]; got.Status != meeting.Running || len(got.Earlier) != 1 || got.Earlier[0].Reopened != "补充说明" {
		t.Fatalf("%+v", got)
	}
}

func TestTheOrderOfSpeakingIsChangedByHand(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Press("@改述职顺序").Shows("只变发言先后")
	d.Press("ctrl+u '2 enter").Shows("每一名现场述职的人")
	d.Press("enter ctrl+u '2、1 enter enter")
	if got := d.State.Agenda[0].ID; got != "report:s1" {
		t.Fatalf("the first answer changes nothing, and %s comes first", got)
	}
	d.Press("@改述职顺序 ctrl+u '2、1 enter 2")
	if got := d.State.Agenda[0].ID; got != "report:s2" || !d.State.Order.Lot {
		t.Fatalf("%s, %+v", got, d.State.Order)
	}
}

func TestAnotherThanTheChairReviews(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play("start report:s1", "finish", "start review:s1")
	d.Press("@记其他人的点评 '李副书记 enter '同意书记意见 enter")
	if got := d.State.ReviewsOf("s1"); got != "李副书记：同意书记意见" {
		t.Fatal(got)
	}
}
