package screen_test

import (
	"slices"
	"testing"

	"shuping/internal/tally"
	"shuping/tui/desk"
	"shuping/tui/desktest"
)

// TestTwoYearsStandSideBySide: each person below what he had last year, found by name, then
// by post; the export is read once, and no order is given.
func TestTwoYearsStandSideBySide(t *testing.T) {
	last := desktest.New(t, desktest.House(t), "zh").Play(desktest.Decided()...)
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Closed()...)
	d.Former = last.State
	d.Former.Plan.Year--
	before := d.Seq
	d.Press("f4").Choose("与上一年对照").Press("'/home/chair/2022.zip enter").Tick()
	d.Shows("2022 年度的归档包前后一致", "第一党支部书记  2022", "按姓名对应")
	desktest.Golden(t, "result-years", d.Work()+d.Size(120, 34).Work())
	d.Press("esc").Choose("与上一年对照").Tick() // it is at hand
	d.Shows("按姓名对应")
	d.Errands = slices.DeleteFunc(d.Errands, func(e desk.Errand) bool { return e != desk.ReadFormer })
	if len(d.Errands) != 1 || d.Seq != before {
		t.Errorf("%d reads, %d records", len(d.Errands), d.Seq-before)
	}
	d.Former.Plan.Subjects = slices.Clone(d.Former.Plan.Subjects)
	d.Former.Plan.Subjects[0].Post = "机关党支部书记"
	d.Former.Plan.Rule.Scale = tally.Scale{"优秀", "良好", "一般", "较差"}
	d.Choose("另选一个归档包").Press("'/home/chair/2022.zip enter").Tick()
	d.Shows("第一党支部书记  上一年没有这个人", "第二党支部书记  2022  较差", "两年的等次不同")
}
