package count_test

import (
	"fmt"
	"slices"
	"testing"

	"shuping/internal/meeting"
	"shuping/tui/desktest"
)

// people is all of a meeting that its gates say of people and sheets.
func people(d *desktest.Desk) string {
	s := d.State
	text := fmt.Sprintf("%+v %+v %+v", s.Heads, s.Officers, s.Vouched)
	for _, st := range s.Round.Stacks {
		text += fmt.Sprintf("\n%+v", st)
	}
	for i := range s.Round.Bundles.Len() {
		text += fmt.Sprintf("\n%+v", s.Round.Bundles.At(i+1))
	}
	text += fmt.Sprintf("\n%+v ", s.Round.Bundle)
	for _, row := range d.Rows {
		text += row.Kind + " "
	}
	return text
}

// TestPeopleAndSheetsByKeys: what the gates ask of people and sheets comes to the same as
// what a script says, and what is asked changes nothing by its first answer.
func TestPeopleAndSheetsByKeys(t *testing.T) {
	const (
		who   = ` by="王监票" saw=`
		heads = who + `"当场逐人清点，数目一致"`
	)
	moved := script(threeGates, "bundle by=李录入", "b 1 1", "b 1 2", "b 2 4", "close-bundle 3", "close-count"+threeClose,
		`reopen-count by="王监票" reason="混入一张"`, `withdraw-sheet bundle=1 sheet=2 by="王监票" reason="属于别组"`)
	for _, c := range []struct {
		what   string
		begun  []string
		ask    string // the keys that open a question, "" where a gate asks
		answer string
		script []string
	}{
		{"on leave", nil, "", "46 enter 43 enter 2 enter seen", script("attend expected=46 present=43 leave=2" + heads)},
		{"nobody on leave", nil, "", "46 enter 43 enter enter seen", script("attend expected=46 present=43" + heads)},
		{"all are there", nil, "", "46 enter 46 enter seen", script("attend expected=46 present=46" + heads)},
		{"every class", nil, "", "@按参评类别 30 enter 28 enter 1 enter seen 5 enter 5 enter seen @这一类不填 6 enter 4 enter enter seen",
			script("attend class=member expected=30 present=28 leave=1"+heads, "attend class=activist expected=5 present=5"+heads, "attend class=masses expected=6 present=4"+heads)},
		{"a class stated anew", script("attend expected=46 present=43"), "", "@按参评类别 40 enter 40 enter seen esc",
			script("attend class=member expected=40 present=40" + heads)},
		{"spare sheets", script("attend expected=46 present=43"), "", "43 enter 50 enter 3 enter 4 enter seen",
			script("issue 43 printed=50 kept=3 destroyed=4" + who + `"当场逐张发放，备用票部分留存、其余当众销毁"`)},
		{"spare sheets, all kept", script("attend expected=46 present=43"), "", "43 enter 46 enter 3 enter enter seen",
			script("issue 43 printed=46 kept=3" + who + `"当场逐张发放，备用票当众封存留存"`)},
		{"all that was printed", script("attend expected=46 present=43"), "", "43 enter 43 enter enter enter seen",
			script("issue 43 printed=43" + who + `"当场逐张发放，没有备用票"`)},
		{"vouch", nil, "@说明姓名", "2 '张三2 enter '户籍登记如此 enter", script(`vouch name=张三2 reason="户籍登记如此"`)},
		{"vouch, and then use", nil, "@说明姓名", "2 '张三2 enter '户籍登记如此 enter 46 enter 46 enter '张三2 enter 1",
			script(`vouch name=张三2 reason="户籍登记如此"`, `attend expected=46 present=46 by=张三2 saw="当场逐人清点，数目一致"`)},
		{"a sheet moved", moved, "@录入抽出", "2 12 1 enter", script("bundle by=李录入 from=1/2", "b 1 2", "close-bundle 1")},
	} {
		t.Run(c.what, func(t *testing.T) {
			d := newDesk(t, house(t), "zh").Play(c.begun...)
			said := newDesk(t, house(t), "zh").Play(append(slices.Clone(c.begun), c.script...)...)
			d.Press("f3")
			if before := d.Seq; c.ask != "" {
				if d.Press(c.ask + " enter " + c.ask); d.Seq != before {
					t.Fatalf("the first answer does something:\n%s", d.Frame())
				}
			}
			d.Press(c.answer)
			if got, want := people(d), people(said); got != want {
				t.Errorf("by keys:\n%s\nby script:\n%s\n%s", got, want, d.Frame())
			}
			if d.Rings > 0 {
				t.Errorf("%d rings:\n%s", d.Rings, d.Frame())
			}
		})
	}
}

// TestNumbersThatDoNotCloseStayToBeMended: they stand there, and what is typed replaces
// them.
func TestNumbersThatDoNotCloseStayToBeMended(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play("attend expected=46 present=43")
	d.Press("f3 43 enter 50 enter 3 enter enter").Shows("印制 50 张 ≠ 发出 43 + 留存 3 + 销毁 0", "其中留存  3")
	d.Press("enter 46 enter enter enter seen")
	if st := d.State.Round.Stacks[0]; st.Issued != 43 || st.Printed != 46 || st.Kept != 3 || st.Destroyed != 0 {
		t.Errorf("%+v\n%s", st, d.Frame())
	}
}

// TestWhoWasElectedIsOffered: the first scrutineer confirms, the first teller keys.
func TestWhoWasElectedIsOffered(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play("officers scrutineers=王监票、赵监票 tellers=李录入、周录入")
	d.Press("f3 46 enter 46 enter enter 1 43 enter enter enter 1 42 enter enter 1 enter enter")
	if by := d.State.Round.Bundle.By; by != "李录入" || d.State.Heads.Seen.By != "王监票" {
		t.Errorf("%q keys, %+v", by, d.State.Heads.Seen)
	}
}

// TestANameThatIsRightIsTaken: digits are refused with the way out, which leads there.
func TestANameThatIsRightIsTaken(t *testing.T) {
	d := newDesk(t, house(t), "zh").Press("f3 46 enter 46 enter '张三2 enter").Shows("说明姓名无误")
	d.Press("esc @说明姓名 2 '张三2 enter '户籍登记如此 enter enter '张三2 enter 1")
	if got := d.State.Heads.Seen; got != (meeting.Witness{By: "张三2", Saw: "当场逐人清点，数目一致"}) {
		t.Errorf("%+v\n%s", got, d.Frame())
	}
}
