package private

import (
	"bytes"
	"os"
	"reflect"
	"testing"
)

var attendees = []Attendee{{Name: "张三", Class: "member", Unit: "第一党支部"}, {Name: "李四", Class: "masses"}}

// TestAListIsKeptWithItsTicks: it is there again, under the schema of its kind, and a
// drawer without one is written as it always was.
func TestAListIsKeptWithItsTicks(t *testing.T) {
	session := place(t)
	d := open(t, session)
	for _, c := range []struct {
		contents Contents
		schema   string
	}{{full, "shuping/drawer/1"}, {full.List(attendees).Tick(1, OnLeave), "shuping/drawer/2"}, {full.List(attendees).List(nil), "shuping/drawer/1"}} {
		must(t, d.Save(c.contents))
		src, err := os.ReadFile(Path(session))
		must(t, err)
		if !bytes.Contains(src, []byte(`"`+c.schema+`"`)) || bytes.Contains(src, []byte(`"names"`)) != (c.schema == "shuping/drawer/2") {
			t.Errorf("%s", src)
		}
		if got, err := Read(session); err != nil || !reflect.DeepEqual(got, emptiedContents(c.contents)) {
			t.Errorf("%+v, %v", got, err)
		}
	}
	must(t, d.Save(Contents{}.List(attendees)))
	if must(t, d.Save(Contents{})); len(everywhere(t, session, "张三")) > 0 {
		t.Error("a name is still there")
	}
}

func TestWhoStandsOnBothListsKeepsHisTick(t *testing.T) {
	c := Contents{}.List(attendees).Tick(0, Present).Tick(1, Absent)
	moved := attendees[1]
	moved.Unit = "办公室"
	c = c.List([]Attendee{attendees[0], moved, {Name: "王五"}})
	if r := c.Roll(""); r != (Roll{Expected: 3, Present: 1}) || r.Open() != 2 || c.Roll("masses") != (Roll{Expected: 1}) {
		t.Errorf("%+v", c)
	}
	if f := c.List(make([]Attendee, MaxNames+1)).check(); f == nil || f.Code != TooMany {
		t.Errorf("%v", f)
	}
}
