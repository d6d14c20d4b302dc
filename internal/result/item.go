package result

import (
	"fmt"
	"strconv"
	"strings"
)

// An items table has a row for each thing that is said of the sheets.
type items struct{ Table }

func (t *items) text(name, text string) { t.Table = append(t.Table, []string{name, TextCell(text)}) }

func (t *items) count(name string, n int) { t.Table = append(t.Table, []string{name, strconv.Itoa(n)}) }

// some is a number that has a row only where it is not zero.
func (t *items) some(name string, n int) {
	if n != 0 {
		t.count(name, n)
	}
}

// CustodyCSV is where every sheet went, an item a row.
func (r Result) CustodyCSV() []byte {
	c := r.Custody
	t := items{Table{{"项目", "内容"}}}
	t.text("会议", r.Title)
	t.text("单位", r.Unit)
	t.count("轮次", r.Round)
	t.text("状态", r.StageName())
	t.count("应到人数", c.Expected)
	t.count("实到人数", c.Present)
	for _, h := range c.Classes {
		t.count("应到："+h.Name, h.Expected)
		t.count("实到："+h.Name, h.Present)
	}
	t.sheets("", c.Issued, c.Collected, c.Valid, c.Void)
	for _, v := range c.Voids {
		t.count("废票："+v.Title, v.Count)
	}
	for _, st := range c.Stacks {
		t.sheets("："+st.Name, st.Issued, st.Collected, st.Valid, st.Void)
	}
	t.text("票数闭合", YesNo(c.Closes))
	t.text("监票人", string(c.ClosedBy))
	t.Table = append(t.Table, []string{"末条记录序号", strconv.FormatUint(r.Head.Seq, 10)})
	t.text("末条记录校验值", r.Head.Hash)
	t.said(r)
	return t.Bytes()
}

func (t *items) sheets(of string, issued, collected, valid, void int) {
	t.count("发出评议表"+of, issued)
	t.count("收回评议表"+of, collected)
	t.count("有效评议表"+of, valid)
	t.count("废票"+of, void)
}

// said are the rows that are there only where there is something to say: versions,
// gates, how the sheets were counted and confirmed, corrections and comments.
func (t *items) said(r Result) {
	t.some("结果版次", r.Version)
	t.some("封存次数", r.Seals)
	t.some("印制评议表", r.Custody.Printed)
	t.some("留存备用评议表", r.Custody.Kept)
	t.some("销毁备用评议表", r.Custody.Destroyed)
	for _, st := range r.Custody.Stacks {
		t.some("印制评议表："+st.Name, st.Printed)
		t.some("留存备用评议表："+st.Name, st.Kept)
		t.some("销毁备用评议表："+st.Name, st.Destroyed)
	}
	r.Officers.rows(t)
	t.some("请假人数", r.Custody.Leave)
	for _, h := range r.Custody.Classes {
		t.some("请假："+h.Name, h.Leave)
	}
	for _, g := range r.Custody.Gates {
		t.text(itemName("确认"+gateNames[g.Gate], g.Name), joinParts(g.By, g.Saw))
	}
	for _, c := range r.Custody.Counted {
		t.text(itemName("计票方式", c.Name), c.words())
	}
	for _, b := range r.Custody.Bundles {
		t.text(itemName(fmt.Sprintf("第%d束", b.Number), b.Name), b.words())
	}
	for _, e := range r.Earlier {
		t.text(fmt.Sprintf("第%d版", e.Version), e.words())
	}
	for _, c := range r.Corrections {
		t.text(fmt.Sprintf("更正：第%d版", c.Version), c.words())
	}
	for _, c := range r.Comments {
		t.text(itemName("票面意见", r.label(c.Subject)), c.Text)
	}
}

var gateNames = map[string]string{"heads": "人数", "issued": "发出", "collected": "收回", "closed": "计票结束"}

// itemName is a head and whom it is about, where there are several.
func itemName(head, name string) string {
	if name == "" {
		return head
	}
	return head + "：" + name
}

// joinParts joins the parts that say something.
func joinParts(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "，")
}

// numberPart is a form with a number in it, or nothing for none.
func numberPart(form string, n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(form, n)
}

// dutyPart is a duty and who had it, or nothing.
func dutyPart(duty, name string) string {
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
			check = dutyPart("复核人", c.CheckedBy) + fmt.Sprintf("，曾不一致 %d 行，裁定 %d 行", c.Differed, c.Ruled)
		}
	}
	return joinParts(wayNames[c.Way], dutyPart("计数人", c.By), check)
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
	return joinParts(fmt.Sprintf("%d 张", b.Sheets), dutyPart("录入人", b.By), dutyPart("文件", b.File), dutyPart("移自", b.From), check,
		numberPart("曾不一致 %d 张", b.Differed), numberPart("裁定 %d 张", b.Ruled), joinParts(draws...))
}

func (e Earlier) words() string {
	out := fmt.Sprintf("应到 %d，实到 %d%s，发出 %d，收回 %d，有效 %d，作废 %d", e.Expected, e.Present, numberPart("，请假 %d", e.Leave), e.Issued, e.Collected, e.Valid, e.Void)
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
	default:
		return c.reopeningWords()
	}
	said := "原为 " + c.Was + "，改为 " + c.Now
	if c.Hidden {
		said = "该类评议表太少，内容不列"
	}
	return what + "：" + joinParts(said, "理由 "+c.Reason, dutyPart("核实人", c.By))
}

// reopeningWords is what a count that was opened again came to have otherwise.
func (c Correction) reopeningWords() string {
	what := c.Name + map[string]string{
		"reopened": "重新开启计票", "void-round": "测评无效，重新测评", "vote-again": "重新测评", "issued": "发出张数", "collected": "收回张数",
		"withdrawn": fmt.Sprintf("抽出第 %d 组第 %d 张", c.Bundle, c.Sheet), "bundle": fmt.Sprintf("补计第 %d 组", c.Bundle),
	}[c.What]
	var said []string
	if c.Was != "" {
		said = append(said, "原为 "+c.Was)
	}
	if c.Now != "" {
		said = append(said, "现为 "+c.Now)
	}
	if c.Hidden {
		said = append(said, "该类评议表太少，内容不列")
	}
	if c.Reason != "" {
		said = append(said, "理由 "+c.Reason)
	}
	return what + "：" + joinParts(append(said, dutyPart("核实人", c.By))...)
}

// label is what a subject is called, "" for none.
func (r Result) label(id string) string {
	for _, s := range r.Subjects {
		if s.ID == id {
			return strings.TrimSpace(s.Post + " " + s.Name)
		}
	}
	return id
}
