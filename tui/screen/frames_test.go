package screen_test

import (
	"slices"
	"strings"
	"testing"

	"shuping/internal/machine"

	"shuping/tui"
	"shuping/tui/desk"
	"shuping/tui/desktest"
	"shuping/tui/look"
)

func TestFrames(t *testing.T) { desktest.Frames(t, situations) }

func TestFramesAreExactlyAsLargeAsTheWindow(t *testing.T) { desktest.Shapes(t, situations) }

// surrounded is a seat with all that may stand around a meeting, and not all of it in
// order.
func surrounded(d *desktest.Desk) {
	d.Around = desk.Survey{Machine: machine.State{Power: machine.Battery, Charge: 41, Free: 212 << 30}}
	d.Mirror = desk.Copy{Says: "镜像停在第 12 条", Fault: "U盘可能已拔出。"}
	d.SitAs(d.Language(), look.Full, func(s *tui.Seat) { s.Mirrors, s.Wall = true, func(bool, int) {} })
}

// watched is a door by which somebody has come in.
var watched = desk.Door{
	Open: true, Host: "192.168.1.5", Port: 4722, PINs: []desk.PIN{{Role: "eye", Digits: "4719-2836"}}, Came: true, Wrong: 2,
	Print: "SHA256:1CJe3aWA6/QKZD13OMPAKifCZRvnCCTSk0X6ttiLdCE",
	Seats: []desk.Seated{{Number: 1, Role: "eye", From: "192.168.1.8"}},
}

// doored is a console with such a door.
func doored(door desk.Door) func(*desktest.Desk) {
	return func(d *desktest.Desk) {
		door.Has, door.Since = true, d.At
		door.Seats = slices.Clone(door.Seats)
		for i := range door.Seats {
			door.Seats[i].Since = d.At
		}
		d.Door = door
		d.Publish()
	}
}

var situations = []desktest.Situation{
	{Name: "agenda-waiting", More: true},
	{Name: "agenda-running", Play: desktest.Script("start report:s1\nwait 3m12s"), More: true},
	{Name: "agenda-warning", Play: desktest.Script("start report:s1\nwait 9m12s")},
	{Name: "agenda-over", Play: desktest.Script("start report:s1\nwait 11m12s"), More: true},
	{Name: "agenda-paused", Play: desktest.Script("start report:s1\nwait 2m\npause\nwait 4m")},
	{Name: "agenda-out-of-order", Keys: "down down down enter"},
	{Name: "agenda-notes", Play: desktest.Script("start report:s1\nwait 9m\nfinish\nstart review:s1\nwait 1m"), Keys: "ctrl+n '理论学习抓得实， enter '整改台账要按月销号。", More: true},
	{Name: "agenda-notes-shown", Play: desktest.Script(desktest.Spoken, "start report:s1\nwait 9m\nfinish\nstart review:s1\nwait 1m")},
	{Name: "agenda-over-all", Play: desktest.Script(desktest.Reports, "wait 12m\nfinish")},
	{Name: "agenda-12", Plan: desktest.Subjects(12), Play: desktest.Script("start report:s1\nwait 9m\nfinish\nstart review:s1\nwait 1m")},
	{Name: "agenda-60", Plan: desktest.Subjects(60), Play: desktest.Script("start report:s1\nwait 9m\nfinish\nstart review:s1\nwait 1m")},
	{Name: "agenda-long-names", Plan: desktest.LongNames, Play: desktest.Script("start report:s1\nwait 1m")},
	{Name: "prepare", Plan: desktest.Vetted, Play: desktest.Script("vet s1 passed by=\"赵六\"\nfile-plan date=2023-12-02\nduty what=\"计票\" who=\"张三、李四\""), Keys: "ctrl+w down down", More: true},
	{Name: "prepare-end", Then: surrounded, Keys: "ctrl+w end", More: true},
	{Name: "sealing", Play: desktest.Script(desktest.Decided(), desktest.Problems()), Keys: "f7 ctrl+w", More: true},
	{Name: "seats-shut", Then: doored(desk.Door{Offers: []desk.Offer{{Address: "192.168.1.5", Via: "eth0"}, {Address: "169.254.3.7", Via: "usb0"}}}), Keys: "@让另一台|watch down", More: true},
	{Name: "seats-open", Then: doored(watched), Keys: "@让另一台|watch", More: true},
	{Name: "prepare-vet", Plan: desktest.Vetted, Keys: "ctrl+w down enter 2 '赵六 enter"},
	{Name: "prepare-visit", Keys: "ctrl+w down down down enter 1 enter '活动室 enter 1 '学习记录缺三次"},
	{Name: "agenda-unvetted", Plan: desktest.Vetted, Keys: "enter"},
	{Name: "agenda-hints", Then: hinted, Keys: "ctrl+o 1", More: true},
	{Name: "agenda-question", Play: desktest.Script("start report:s1"), Keys: "ctrl+t '整改什么时候完成"},
	{Name: "ledger-empty", Keys: "f6"},
	{Name: "ledger", Play: desktest.Problems(), Keys: "f6 down", More: true},
	{Name: "ledger-chart", Play: desktest.Script(desktest.Carried, desktest.Problems()), Keys: "f6 ctrl+r", More: true},
	{Name: "ledger-new", Play: desktest.Problems(), Keys: "f6 ctrl+n 1 3 '窗口等候时间长"},
	{Name: "ledger-deeds", Play: desktest.Problems(), Keys: "f6 enter"},
	{Name: "ledger-measure", Play: desktest.Problems(), Keys: "f6 enter 2"},
	{Name: "ledger-due", Play: desktest.Problems(), Keys: "f6 enter 6"},
	{Name: "ledger-table-path", Play: desktest.Problems(), Keys: "f6 @导入表格|import"},
	{Name: "ledger-import", Play: desktest.Problems(), Then: coming(30), Keys: "f6 @导入表格|import '/home/chair/a.xlsx enter pgdown", More: true},
	{Name: "ledger-import-faults", Play: desktest.Problems(), Then: faulty, Keys: "f6 @导入表格|import '/home/chair/a.xlsx enter", More: true},
	{Name: "ledger-filtered", Play: desktest.Problems(), Keys: "f6 right @按状态看|by 2"},
	{Name: "result-empty", Keys: "f4"},
	{Name: "result-counting", Play: desktest.Script(desktest.Reports, desktest.Gates, "bundle", desktest.Sheets(10, 2, 1), "close-bundle 10\nbundle\nb 1 2\nb 3 4"), Keys: "f4"},
	{Name: "result-closed-over", Play: desktest.Closed(), Keys: "f4", More: true},
	{Name: "result-12-foot", Plan: desktest.Subjects(12), Play: desktest.Vote(12), Keys: "f4 right down down down down down down"},
	{Name: "result-not-over", Plan: desktest.Subjects(1), Play: desktest.Script(desktest.Gates[:strings.Index(desktest.Gates, "collect")], "collect 10\nbundle", desktest.Sheets(9, 1, 1), desktest.Sheets(1, 1, 3), "close-bundle 10\nclose-count by=\"王监票\""), Keys: "f4"},
	{Name: "result-5", Plan: desktest.Subjects(5), Play: desktest.Vote(5), Keys: "f4 right"},
	{Name: "result-12", Plan: desktest.Subjects(12), Play: desktest.Vote(12), Keys: "f4", More: true},
	{Name: "result-ranked", Plan: desktest.Subjects(12), Play: desktest.Script("attend expected=12 present=10\nissue 10\ncollect 10\nbundle", desktest.Repeat(4, "b 1 1 2 1 3 1 1 2 1 1 4 1"), desktest.Repeat(3, "b 1 2 2 1 3 2 1 2 1 3 4 1"), desktest.Repeat(3, "b 1 2 3 2 4 1 1 1 1 3 4 9"), `close-bundle 10`, `close-count by="王监票"`), Keys: "f4 ctrl+r", More: true},
	{Name: "result-void-round", Play: desktest.Script("attend expected=46 present=43\nissue 43\ncollect 44"), Keys: "f4"},
	{Name: "grade-before", Play: desktest.Script(desktest.Reports, desktest.Gates), Keys: "f5"},
	{Name: "grade-closed", Play: desktest.Closed(), Keys: "f5", More: true},
	{Name: "grade-fact-kind", Play: desktest.Closed(), Keys: "f5 @登记否决事实|add"},
	{Name: "grade-fact-source", Play: desktest.Closed(), Keys: "f5 @登记否决事实|add 2 '根纪发〔2023〕7号"},
	{Name: "grade-choice", Play: desktest.Closed(), Keys: "f5 enter"},
	{Name: "grade-differs", Play: desktest.Closed(), Keys: "f5 2 '平时了解"},
	{Name: "grade-forced", Play: desktest.Closed(), Keys: "f5 down 1"},
	{Name: "grade-decided", Play: desktest.Decided(), Keys: "f5 down", More: true},
	{Name: "grade-fact", Play: desktest.Script(desktest.Closed(), `fact s1 kind=accountable source="根纪发〔2023〕7号，2023-06-01"`), Keys: "f5"},
	{Name: "grade-withdraw", Play: desktest.Script(desktest.Closed(), `fact s1 kind=accountable source="根纪发〔2023〕7号"`), Keys: "f5 @撤回事实|withdraw 1 '登记有误"},
	{Name: "grade-60", Plan: desktest.Subjects(60), Play: desktest.Vote(60), Keys: "f5 down down down down down down down down down down down down down down"},
	{Name: "archive-before", Play: desktest.Script(desktest.Reports, desktest.Gates), Keys: "f7"},
	{Name: "archive-ask", Play: desktest.Decided(), Keys: "f7 enter"},
	{Name: "archive-sealed", Play: desktest.Script(desktest.Decided(), "seal"), Keys: "f7", More: true},
	{Name: "archive-exported", Play: desktest.Script(desktest.Decided(), "seal"), Keys: "f7 enter"},
	{Name: "filing", Play: desktest.Script("file paper=plan date=2024-01-16"), Keys: "f7 down", More: true},
	{Name: "filing-ask", Keys: "f7 ctrl+n 2"},
	{Name: "filing-missing", Keys: "f7 ctrl+n 2 enter enter"},
	{Name: "filing-attach", Keys: "f7 ctrl+t '/home/chair/整改方案.docx"},
	{Name: "grade-last-year", Play: desktest.Script(desktest.Closed(), desktest.Carried), Keys: "f5"},
	{Name: "log", Play: desktest.Decided(), Keys: "f8", More: true},
	{Name: "log-scrolled", Play: desktest.Decided(), Keys: "f8 pgdown down"},
	{Name: "classes-result", Plan: desktest.University, Play: desktest.UniversityCount(), Keys: "f4 right", More: true},
	{Name: "classes-steps", Plan: desktest.University, Play: desktest.UniversityCount(), Keys: "f4 right enter", More: true},
	{Name: "classes-steps-veto", Plan: desktest.But(desktest.House, "name = \"党员\"", "name = \"A类：领导班子\"\nweight = \"3/5\"",
		"[[voters]]\nid   = \"activist\"\nname = \"积极分子\"\n\n[[voters]]\nid   = \"applicant\"\nname = \"入党申请人\"\n\n", "",
		"name = \"群众代表\"", "name = \"B类：群众代表\"\nweight = \"2/5\"", "[rule]\n", "[rule]\nempty-class = \"renormalise\"\n"),
		Play: desktest.Script("attend class=member expected=5 present=5\nattend class=masses expected=20 present=20",
			"issue 5 class=member\nissue 20 class=masses\ncollect 5 class=member\ncollect 20 class=masses",
			"bundle class=member", desktest.Repeat(4, "b 1 1"), "b 3 1", "close-bundle 5",
			"bundle class=masses", desktest.Repeat(10, "b 1 1"), "close-bundle 10", "bundle class=masses", desktest.Repeat(9, "b 2 1"), "b 4 3", "close-bundle 10", `close-count by="王监票"`),
		Keys: "f4 enter"},
	{Name: "classes-desk", Plan: desktest.University, Play: desktest.UniversityCount(), Keys: "f5 down", More: true},
	{Name: "classes-desk-before", Plan: desktest.University, Play: desktest.Script(desktest.SheetsOfUniversity), Keys: "f5"},
	{Name: "classes-desk-during", Plan: desktest.University, Play: desktest.Script(desktest.SheetsOfUniversity, "bundle class=a", desktest.Repeat(8, "b 1 2 1 3 9"), "close-bundle 8"), Keys: "f5 down down down"},
	{Name: "classes-empty", Plan: desktest.University, Play: desktest.Script("attend class=a expected=9 present=0\nattend class=b expected=40 present=2\nissue 2 class=b\ncollect 2 class=b\nbundle class=b\nb 1 1 1 1 1\nb 1 1 1 1 1\nclose-bundle 2\nclose-count by=\"王监票\""), Keys: "f4 enter"},
	{Name: "each-result", Plan: desktest.Street, Play: desktest.StreetCount(), Keys: "f4", More: true},
	{Name: "each-steps", Plan: desktest.Street, Play: desktest.StreetCount(), Keys: "f4 right enter"},
	{Name: "each-desk", Plan: desktest.Street, Play: desktest.StreetCount(), Keys: "f5 down"},
	{Name: "each-during", Plan: desktest.Street, Play: desktest.Script(desktest.SheetsOfStreet, "bundle subject=s1", desktest.Repeat(11, "b 1 1 2 1"), "close-bundle 11"), Keys: "f5"},
	{Name: "items-result", Plan: desktest.Items, Play: desktest.ItemsCount(), Keys: "f4", More: true},
	{Name: "items-mean", Plan: desktest.Mean, Play: desktest.ItemsCount(), Keys: "f4"},
	{Name: "items-mean-steps", Plan: desktest.Mean, Play: desktest.ItemsCount(), Keys: "f4 right enter", More: true},
	{Name: "items-mean-desk", Plan: desktest.Mean, Play: desktest.ItemsCount(), Keys: "f5 down"},
	{Name: "cascade-result", Plan: desktest.Congress, Play: desktest.CongressCount(), Keys: "f4", More: true},
	{Name: "cascade-steps", Plan: desktest.Congress, Play: desktest.CongressCount(), Keys: "f4 enter", More: true},
	{Name: "cascade-desk", Plan: desktest.Congress, Play: desktest.CongressCount(), Keys: "f5"},
	{Name: "quorum-not-met", Plan: desktest.Members, Play: desktest.MembersCount(18), Keys: "f4 enter", More: true},
	{Name: "quorum-desk", Plan: desktest.Members, Play: desktest.MembersCount(18), Keys: "f5"},
	{Name: "quota-at-least", Plan: desktest.Members, Play: desktest.MembersCount(20), Keys: "f5"},
	{Name: "quota-at-most", Plan: desktest.But(desktest.House, "compare    = \"about\"\nrounding   = \"nearest\"\ntolerance  = \"5%\"", "compare    = \"at-most\""), Play: desktest.Closed(), Keys: "f5"},
	{Name: "desk-sources", Plan: desktest.House, Play: desktest.Script(desktest.Closed(), desktest.Assessed), Keys: "f5", More: true},
	{Name: "desk-menu", Plan: desktest.House, Play: desktest.Script(desktest.Closed(), desktest.Assessed), Keys: "f5 ctrl+n", More: true},
	{Name: "desk-source-grade", Plan: desktest.House, Play: desktest.Script(desktest.Closed(), desktest.Assessed), Keys: "f5 ctrl+n 4"},
	{Name: "desk-source-score", Plan: desktest.House, Play: desktest.Script(desktest.Closed(), desktest.Assessed), Keys: "f5 ctrl+n 4 2"},
	{Name: "desk-source-note", Plan: desktest.House, Play: desktest.Script(desktest.Closed(), desktest.Assessed), Keys: "f5 ctrl+n 2 1 enter '第二行", More: true},
	{Name: "desk-opinion", Plan: desktest.House, Play: desktest.Script(desktest.Closed(), desktest.Assessed, desktest.Opinions), Keys: "f5"},
	{Name: "desk-opinion-writing", Plan: desktest.House, Play: desktest.Script(desktest.Closed(), desktest.Opinions), Keys: "f5 ctrl+n 5"},
	{Name: "desk-history", Plan: desktest.House, Play: desktest.Script(desktest.Closed(), "decide s1 较好 reason=\"平时了解有不足\"", "decide s1 好 reason=\"复核后改定\"", "decide s1 一般 reason=\"年度考核结果更正\""), Keys: "f5"},
	{Name: "desk-everything", Plan: desktest.Gated, Play: desktest.Script(desktest.Closed(), desktest.Assessed, desktest.Opinions, "decide s1 较好 reason=\"平时了解有不足\"", "decide s1 一般 reason=\"年度考核结果更正\"",
		`fact s1 kind=accountable source="根纪发〔2023〕7号，2023-06-01"`), Keys: "f5", More: true},
	{Name: "desk-barred", Plan: desktest.Gated, Play: desktest.Script(desktest.Closed(), "assess s1 source=annual grade=一般"), Keys: "f5 enter", More: true},
	{Name: "desk-barred-refused", Plan: desktest.Gated, Play: desktest.Script(desktest.Closed(), "assess s1 source=annual grade=一般"), Keys: "f5 1"},
	{Name: "gate-steps", Plan: desktest.Gated, Play: desktest.Script(desktest.Closed(), "assess s1 source=annual grade=一般"), Keys: "f4 enter"},
	{Name: "composite-steps", Plan: desktest.Weighed, Play: desktest.Script(desktest.Closed(), desktest.Assessed), Keys: "f4 enter", More: true},
	{Name: "composite-desk", Plan: desktest.Weighed, Play: desktest.Script(desktest.Closed(), desktest.Assessed), Keys: "f5", More: true},
	{Name: "composite-differs", Plan: desktest.Weighed, Play: desktest.Script(desktest.Closed(), desktest.Assessed), Keys: "f5 3"},
	{Name: "steps", Plan: desktest.House, Play: desktest.Closed(), Keys: "f4 right enter", More: true},
	{Name: "steps-other-reading", Plan: desktest.House, Play: desktest.Script("attend expected=30 present=30\nissue 30\ncollect 30",
		"bundle", desktest.Repeat(10, "b 1 1"), "close-bundle 10\nbundle", desktest.Repeat(10, "b 1 1"), "close-bundle 10\nbundle", desktest.Repeat(6, "b 1 1"), "b 9 1", desktest.Repeat(3, "b 3 1"), "close-bundle 10", `close-count by="王监票"`), Keys: "f4 enter"},
	{Name: "trigger-before", Plan: desktest.House, Play: desktest.Script(desktest.Gates), Keys: "f5"},
	{Name: "trigger-during", Plan: desktest.House, Play: desktest.Script(desktest.Gates, "bundle", desktest.Sheets(10, 2, 1), "close-bundle 10\nbundle\nb 1 2\nb 3 4"), Keys: "f5"},
	{Name: "trigger-settled", Plan: desktest.House, Play: desktest.Script("attend expected=12 present=12\nissue 12\ncollect 12\nbundle", desktest.Sheets(6, 2, 1), desktest.Sheets(4, 2, 4), "close-bundle 10"), Keys: "f5"},
	{Name: "edge", Plan: desktest.Subjects(5), Play: desktest.Script("attend expected=12 present=10\nissue 10\ncollect 10\nbundle",
		desktest.Repeat(7, "b 1 1 1 1 1"), desktest.Repeat(3, "b 1 2 2 2 1"), "close-bundle 10\nclose-count by=\"王监票\""), Keys: "f5 down", More: true},
	{Name: "desk-30", Plan: desktest.Subjects(30), Play: desktest.Vote30(), Keys: "f5 down down down", More: true},
	{Name: "desk-30-ordered", Plan: desktest.Subjects(30), Play: desktest.Vote30(), Keys: "f5 down down down @排序|order 2"},
	{Name: "desk-30-suggestion", Plan: desktest.Subjects(30), Play: desktest.Vote30(), Keys: "f5 down down down @排序|order 3"},
	{Name: "desk-30-forced", Plan: desktest.Subjects(30), Play: desktest.Vote30(), Keys: "f5 @只看|show 3"},
	{Name: "desk-30-nobody", Plan: desktest.Subjects(30), Play: desktest.Vote30(), Keys: "f5 @只看|show 4", More: true},
	{Name: "grades-6-desk", Plan: desktest.Grades(`["优秀", "良好", "中等", "及格", "较差", "很差"]`), Play: desktest.ClosedWith("1 6", "5 4"), Keys: "f5"},
	{Name: "grades-6-result", Plan: desktest.Grades(`["优秀", "良好", "中等", "及格", "较差", "很差"]`), Play: desktest.ClosedWith("1 6", "5 4"), Keys: "f4"},
}

// hinted is a review that runs, with comments that the chair prepared for it.
func hinted(d *desktest.Desk) {
	d.Press("ctrl+w down down down down enter '理论学习抓得实 enter '整改台账要按月销号 esc esc")
	d.Play("start report:s1", "wait 9m", "finish", "start review:s1", "wait 1m")
}
