package result

import (
	"fmt"
	"strconv"
	"strings"
)

// The rows of the custody table behind those that every one has: versions, gates,
// how the sheets were counted and confirmed, corrections and comments. A row stands
// there only where there is something to say.

// CustodyCSV is where every sheet went, an item a row.
func (d Result) CustodyCSV() []byte {
	c := d.Custody
	t := Table{
		{"项目", "内容"},
		{"会议", TextCell(d.Title)},
		{"单位", TextCell(d.Unit)},
		{"轮次", strconv.Itoa(d.Round)},
		{"状态", d.StageName()},
		{"应到人数", strconv.Itoa(c.Expected)},
		{"实到人数", strconv.Itoa(c.Present)},
	}
	for _, h := range c.Classes {
		t = append(t, []string{"应到：" + h.Name, strconv.Itoa(h.Expected)},
			[]string{"实到：" + h.Name, strconv.Itoa(h.Present)})
	}
	t = append(t,
		[]string{"发出评议表", strconv.Itoa(c.Issued)},
		[]string{"收回评议表", strconv.Itoa(c.Collected)},
		[]string{"有效评议表", strconv.Itoa(c.Valid)},
		[]string{"废票", strconv.Itoa(c.Void)})
	for _, v := range c.Voids {
		t = append(t, []string{"废票：" + v.Title, strconv.Itoa(v.Count)})
	}
	for _, st := range c.Stacks {
		name := "：" + st.Name
		t = append(t, []string{"发出评议表" + name, strconv.Itoa(st.Issued)},
			[]string{"收回评议表" + name, strconv.Itoa(st.Collected)},
			[]string{"有效评议表" + name, strconv.Itoa(st.Valid)},
			[]string{"废票" + name, strconv.Itoa(st.Void)})
	}
	t = append(t,
		[]string{"票数闭合", YesNo(c.Closes)},
		[]string{"监票人", TextCell(string(c.ClosedBy))},
		[]string{"末条记录序号", strconv.FormatUint(d.Head.Seq, 10)},
		[]string{"末条记录校验值", TextCell(d.Head.Hash)})
	return append(t, d.more()...).Bytes()
}

func (d Result) more() Table {
	var t Table
	number := func(name string, n int) {
		if n != 0 {
			t = append(t, []string{name, strconv.Itoa(n)})
		}
	}
	number("结果版次", d.Version)
	number("封存次数", d.Seals)
	number("印制评议表", d.Custody.Printed)
	number("销毁备用评议表", d.Custody.Destroyed)
	for _, st := range d.Custody.Stacks {
		number("印制评议表："+st.Name, st.Printed)
		number("销毁备用评议表："+st.Name, st.Destroyed)
	}
	for _, g := range d.Custody.Gates {
		t = append(t, []string{named("确认"+gateNames[g.Gate], g.Name), TextCell(sentence(g.By, g.Saw))})
	}
	for _, c := range d.Custody.Counted {
		t = append(t, []string{named("计票方式", c.Name), TextCell(c.words())})
	}
	for _, b := range d.Custody.Bundles {
		t = append(t, []string{named(fmt.Sprintf("第%d束", b.Number), b.Name), TextCell(b.words())})
	}
	for _, e := range d.Earlier {
		t = append(t, []string{fmt.Sprintf("第%d版", e.Version), TextCell(e.words())})
	}
	for _, c := range d.Corrections {
		t = append(t, []string{fmt.Sprintf("更正：第%d版", c.Version), TextCell(c.words())})
	}
	for _, c := range d.Comments {
		t = append(t, []string{named("票面意见", d.label(c.Subject)), TextCell(c.Text)})
	}
	return t
}

var gateNames = map[string]string{"heads": "人数", "issued": "发出", "collected": "收回", "closed": "计票结束"}

// named is a head and whom it is about, where there are several.
func named(head, name string) string {
	if name == "" {
		return head
	}
	return head + "：" + name
}

// sentence joins the parts that say something.
func sentence(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "，")
}

// some is a form with a number in it, or nothing for none.
func some(form string, n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(form, n)
}

// by is a duty and who had it, or nothing.
func by(duty, name string) string {
	if name == "" {
		return ""
	}
	return duty + " " + name
}

var wayNames = map[string]string{
	"sheets": "逐张录入", "piles": "分堆计数", "file": "由文件导入", "mixed": "逐张录入和由文件导入",
	"second-entry": "复录", "spot-check": "抽查",
}

func (c Counted) words() string {
	check := ""
	if c.Way == "piles" {
		check = "未复核"
		if c.Checked != "" {
			check = by("复核人", c.CheckedBy) + fmt.Sprintf("，曾不一致 %d 行，裁定 %d 行", c.Differed, c.Ruled)
		}
	}
	return sentence(wayNames[c.Way], by("计数人", c.By), check)
}

func (b Bundle) words() string {
	check := "未复核"
	if b.Checked != "" {
		check = wayNames[b.Checked] + " " + b.CheckedBy
	}
	draws := make([]string, len(b.Draws))
	for i, d := range b.Draws {
		draws[i] = fmt.Sprintf("第 %d 次骰子 %s 抽第 %s 张", i+1, d.Dice, NumberList(d.Sheets))
		if len(d.Wrong) > 0 {
			draws[i] += "，第 " + NumberList(d.Wrong) + " 张录错"
		}
	}
	return sentence(fmt.Sprintf("%d 张", b.Sheets), by("录入人", b.By), by("文件", b.File), check,
		some("曾不一致 %d 张", b.Differed), some("裁定 %d 张", b.Ruled), sentence(draws...))
}

func (e Earlier) words() string {
	out := fmt.Sprintf("应到 %d，实到 %d，发出 %d，收回 %d，有效 %d，作废 %d", e.Expected, e.Present, e.Issued, e.Collected, e.Valid, e.Void)
	if e.Sealed {
		out += "，曾封存"
	}
	return out
}

func (c Correction) words() string {
	what := c.Name
	switch c.What {
	case "sheet":
		what = fmt.Sprintf("第 %d 束第 %d 张", c.Bundle, c.Sheet)
	case "heads":
		what += "人数"
	case "piles":
		what += "分堆"
	}
	said := "原为 " + c.Was + "，改为 " + c.Now
	if c.Hidden {
		said = "该类评议表太少，内容不列"
	}
	return what + "：" + sentence(said, "理由 "+c.Reason, by("核实人", c.By))
}

// label is what a subject is called, "" for none.
func (d Result) label(id string) string {
	for _, s := range d.Subjects {
		if s.ID != id {
			continue
		}
		return strings.TrimSpace(s.Post + " " + s.Name)
	}
	return id
}
