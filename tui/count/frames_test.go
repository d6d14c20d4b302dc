package count_test

import (
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/tui/desktest"
)

// situations are the moments of a count.
var situations = []desktest.Situation{
	{Name: "record-heads", Keys: "f3 46 enter 4"},
	{Name: "record-issue", Play: script("attend expected=46 present=43"), Keys: "f3"},
	{Name: "record-issue-over", Play: script("attend expected=46 present=43"), Keys: "f3 45 enter enter '备用"},
	{Name: "record-collect", Play: script("attend expected=46 present=43\nissue 43"), Keys: "f3 4"},
	{Name: "record-collect-over", Play: script("attend expected=46 present=43\nissue 43"), Keys: "f3 44 enter"},
	{Name: "record-void-round", Play: script("attend expected=46 present=43\nissue 43\ncollect 44"), Keys: "f3"},
	{Name: "record-restate", Play: script(gates, "bundle\nb 1 1"), Keys: "f3 @更正收回|came 4"},
	{Name: "record-open", Play: script(desktest.Reports, gates), Keys: "f3"},
	{Name: "record-sheet", Play: script(desktest.Reports, gates, "bundle\nb 1 2\nb 1 1\nb 0 reason=1\nb 2 2\nb 9 1\nb 1 8"), Keys: "f3", More: true},
	{Name: "record-half", Play: script(desktest.Reports, gates, "bundle\nb 1 2\nb 1 1"), Keys: "f3 2", More: true},
	{Name: "record-void-reason", Play: script(desktest.Reports, gates, "bundle\nb 1 2"), Keys: "f3 0"},
	{Name: "record-doubtful", Play: script(desktest.Reports, gates, "bundle\nb 1 2\ndoubt\nb 1 1"), Keys: "f3"},
	{Name: "record-settle", Play: script(desktest.Reports, gates, "bundle\nb 1 2\ndoubt\nb 1 1"), Keys: "f3 @封组|close 3"},
	{Name: "record-settle-asleep", Play: script(desktest.Reports, gates, "bundle\nb 1 2\ndoubt", sheets(7, 2, 1)), Keys: "f3 11 12"},
	{Name: "record-settled", Play: script(desktest.Reports, gates, "bundle\nb 1 2\ndoubt\nb 1 1"), Keys: "f3 @封组|close 34", More: true},
	{Name: "record-hand", Play: script(desktest.Reports, gates, "bundle", sheets(10, 2, 1)), Keys: "f3 1", More: true},
	{Name: "record-hand-differs", Play: script(desktest.Reports, gates, "bundle", sheets(10, 2, 1)), Keys: "f3 9 enter"},
	{Name: "record-writing", Play: script(desktest.Reports, gates, "bundle\nb 1 2\nb 1 1"), Then: func(d *desktest.Desk) { d.Slow = true }, Keys: "f3 1123"},
	{Name: "record-finish", Play: desktest.Counted(), Keys: "f3"},
	{Name: "record-unchecked", Play: desktest.Counted(), Keys: "f3 enter", More: true},
	{Name: "record-scrutineer", Play: desktest.Counted(), Keys: "f3 enter 2 '王监票"},
	{Name: "record-closed", Play: desktest.Closed(), Keys: "f3"},
	{Name: "record-held", Play: script(desktest.Reports, gates, "bundle\nb 1 2\nb 1 1"), Then: func(d *desktest.Desk) { d.Press("f3"); d.Hold("1", 30) }},
	{Name: "record-paste", Play: script(desktest.Reports, gates, "bundle\nb 1 2"), Then: func(d *desktest.Desk) { d.Press("f3"); d.Paste("1212") }},
	{Name: "record-1", Plan: desktest.Subjects(1), Play: script(gates, "bundle\nb 1\nb 2"), Keys: "f3"},
	{Name: "record-12", Plan: desktest.Subjects(12), Play: script(gates, "bundle", sheets(2, 12, 1)), Keys: "f3 1122", More: true},
	{Name: "record-next", Plan: desktest.Subjects(12), Play: script(gates, "bundle by=李录入", sheets(8, 12, 1), "b 0 reason=2", "b 1 2 3 4 1 2 3 4 9 8 1 1", "close-bundle 10", "bundle by=李录入", sheets(3, 12, 2)), Keys: "f3 12", More: true},
	{Name: "record-30", Plan: desktest.Subjects(30), Play: script(gates, "bundle by=李录入", sheets(2, 30, 1)), Keys: "f3 1122334411", More: true},
	{Name: "record-60", Plan: desktest.Subjects(60), Play: script(gates, "bundle", sheets(2, 60, 1)), Keys: "f3 11223344112233441122334411223344", More: true},
	{Name: "unmarked-sheet", Plan: desktest.Unmarked, Play: script(gates, "bundle\nb 1 2\nb 1 7"), Keys: "f3 1", More: true},
	{Name: "record-long-names", Plan: desktest.LongNames, Play: script(gates, "bundle\nb 1 2"), Keys: "f3 1"},
	{Name: "record-refused", Play: script(desktest.Reports, gates, "bundle\nb 1 2"), Then: overtaken},

	{Name: "classes-heads", Plan: desktest.University, Play: script("attend class=a expected=9 present=8"), Keys: "f3 40 enter 3", More: true},
	{Name: "classes-issue", Plan: desktest.University, Play: script(desktest.SeatsOfUniversity), Keys: "f3 8"},
	{Name: "classes-issue-over", Plan: desktest.University, Play: script(desktest.SeatsOfUniversity), Keys: "f3 9 enter enter"},
	{Name: "classes-collect", Plan: desktest.University, Play: script(desktest.SeatsOfUniversity, "issue 8 class=a\nissue 36 class=b\ncollect 8 class=a"), Keys: "f3 3"},
	{Name: "classes-open", Plan: desktest.University, Play: script(desktest.SheetsOfUniversity), Keys: "f3", More: true},
	{Name: "classes-open-other", Plan: desktest.University, Play: script(desktest.SheetsOfUniversity), Keys: "f3 tab"},
	{Name: "classes-sheet", Plan: desktest.University, Play: script(desktest.SheetsOfUniversity, "bundle class=b", repeat(3, "b 1 2 1 3 9")), Keys: "f3 12", More: true},
	{Name: "classes-hand", Plan: desktest.University, Play: script(desktest.SheetsOfUniversity, "bundle class=a", repeat(8, "b 1 2 1 3 9")), Keys: "f3 8"},
	{Name: "classes-restate", Plan: desktest.University, Play: script(desktest.SheetsOfUniversity, "bundle class=a", repeat(3, "b 1 2 1 3 9")), Keys: "f3 @更正收回|came tab 3"},
	{Name: "classes-restate-heads", Plan: desktest.University, Play: script(desktest.SheetsOfUniversity), Keys: "f3 @更正人数|people tab tab 41"},
	{Name: "classes-void-round", Plan: desktest.University, Play: script(desktest.SeatsOfUniversity, "issue 8 class=a\nissue 36 class=b\ncollect 9 class=a"), Keys: "f3"},
	{Name: "classes-finish", Plan: desktest.University, Play: desktest.UniversityCount()[:len(desktest.UniversityCount())-1], Keys: "f3"},
	{Name: "each-issue", Plan: desktest.Street, Play: script(desktest.SeatsOfStreet), Keys: "f3 30", More: true},
	{Name: "each-collect", Plan: desktest.Street, Play: script(desktest.IssuesOfStreet, "collect 24 subject=s1"), Keys: "f3 1"},
	{Name: "each-collect-over", Plan: desktest.Street, Play: script(desktest.IssuesOfStreet, "collect 24 subject=s1"), Keys: "f3 31 enter"},
	{Name: "each-open", Plan: desktest.Street, Play: script(desktest.SheetsOfStreet), Keys: "f3 shift+tab", More: true},
	{Name: "each-sheet", Plan: desktest.Street, Play: script(desktest.SheetsOfStreet, "bundle subject=s2", "b 1 2 1 7", "b 0 reason=1", "b 7 7 7 7"), Keys: "f3 15", More: true},
	{Name: "each-blank", Plan: desktest.Street, Play: script(desktest.SheetsOfStreet, "bundle subject=s2"), Keys: "f3 981", More: true},
	{Name: "each-hand", Plan: desktest.Street, Play: script(desktest.SheetsOfStreet, "bundle subject=s3", repeat(3, "b 1 2 1 7")), Keys: "f3"},
	{Name: "each-void-round", Plan: desktest.But(desktest.Street, `over-issued = "refuse"               # 收回多于发出，重新清点`, ""), Play: script(desktest.IssuesOfStreet, "collect 24 subject=s1\ncollect 31 subject=s2"), Keys: "f3"},
	{Name: "items-sheet", Plan: desktest.Items, Play: script(gates, "bundle", repeat(2, "b 1 1 1 1 2 2 2 2")), Keys: "f3 11223", More: true},
	{Name: "items-12", Plan: desktest.But(desktest.Subjects(12), "[sheets]\nbundle", desktest.ItemsOfHouse), Play: script(gates, "bundle", sheets(2, 48, 1)), Keys: "f3 1122334411"},
	{Name: "grades-6-sheet", Plan: desktest.Grades(`["优秀", "良好", "中等", "及格", "较差", "很差"]`), Play: script(gates, "bundle", "b 1 6"), Keys: "f3 6"},

	{Name: "door", Then: awaited(40), Keys: "f3 ctrl+l down down down", More: true},
	{Name: "door-classes", Plan: desktest.University, Then: awaited(3), Keys: "f3 ctrl+l"},
	{Name: "door-empty", Keys: "f3 ctrl+l", More: true},
	{Name: "door-numbers", Then: awaited(40), Keys: "f3 ctrl+l ctrl+s", More: true},

	{Name: "witness-name", Keys: "f3 46 enter 43 enter enter '王监", More: true},
	{Name: "witness-heads", Keys: "f3 46 enter 43 enter enter '王监票 enter", More: true},
	{Name: "witness-issued", Play: script("attend expected=46 present=43"), Keys: "f3 43 enter 46 enter enter 3 enter '王监票 enter", More: true},
	{Name: "witness-collected", Play: script("attend expected=46 present=43\nissue 43"), Keys: "f3 42 enter '王监票 enter down", More: true},
	{Name: "witness-counted", Play: desktest.Counted(), Keys: "f3 enter 2 '王监票 enter", More: true},
	{Name: "witness-words", Keys: "f3 46 enter 43 enter enter '王监票 enter 3 '逐人清点，一人迟到", More: true},
	{Name: "witness-words-needed", Keys: "f3 46 enter 43 enter enter '王监票 enter 3 enter"},
	{Name: "witness-again", Play: script(seenGates[:strings.Index(seenGates, "\n")]), Keys: "f3 43 enter 46 enter enter 3 enter", More: true},
	{Name: "issue-spares", Play: script("attend expected=46 present=43"), Keys: "f3 43 enter 50 enter 3 enter 4", More: true},

	{Name: "keyer", Play: script(seenGates), Keys: "f3 enter '李录", More: true},
	{Name: "rest-asked", Play: script(seenGates, "bundle by=李录入", sheets(3, 2, 1)), Keys: "f3 @封组|close 3 enter", More: true},
	{Name: "rest-not-yet", Play: script(seenGates, "bundle by=李录入", sheets(3, 2, 1)), Then: func(d *desktest.Desk) { hasty(d.Press("f3 @封组|close"), "3 enter 2") }},
	{Name: "cover", Play: ten(), Keys: "f3", More: true},
	{Name: "bundles", Play: four(), Keys: "f3 esc", More: true},
	{Name: "bundles-many", Play: script("attend expected=400 present=400\nissue 400\ncollect 400", strings.Repeat(strings.Join(bundleOf(20, "李录入"), "\n")+"\n", 20)), Keys: "f3 esc down down down"},
	{Name: "bundles-demanded", Plan: demanding("second-entry"), Play: script(desktest.Counted()), Keys: "f3", More: true},
	{Name: "bundles-demanded-refused", Plan: demanding("second-entry"), Play: script(desktest.Counted()), Keys: "f3 enter"},
	{Name: "check-way", Play: ten(), Keys: "f3 esc enter", More: true},
	{Name: "second-name", Play: ten(), Keys: "f3 esc enter 1 '李", More: true},
	{Name: "second-same", Play: ten(), Keys: "f3 esc enter 1 '李录入 enter"},
	{Name: "second-first-unknown", Play: script(gates, "bundle", sheets(10, 2, 1), "close-bundle 10"), Keys: "f3 esc enter 1"},
	{Name: "second-sheet", Play: script(ten(), "second 1 by=赵复录", "b 1 1", "b 1 2"), Keys: "f3 2", More: true},
	{Name: "second-hand", Play: reread(), Keys: "f3 1", More: true},
	{Name: "second-hand-differs", Play: reread(), Keys: "f3 9 enter"},
	{Name: "differs", Play: differing(), Keys: "f3", More: true},
	{Name: "differs-other", Play: differing(), Keys: "f3 7 enter"},
	{Name: "differs-second", Play: script(differing(), "rekey 3 3 4 of=first", "rekey 7 9 3 of=first"), Keys: "f3"},
	{Name: "again", Play: differing(), Keys: "f3 3 enter 3", More: true},
	{Name: "dispute", Play: disputed(), Keys: "f3", More: true},
	{Name: "ruling", Play: disputed(), Keys: "f3 3 enter 3", More: true},
	{Name: "ruling-void", Play: disputed(), Keys: "f3 3 enter 0"},
	{Name: "ruling-name", Play: disputed(), Keys: "f3 3 enter 34 enter", More: true},
	{Name: "ruling-reason", Play: disputed(), Keys: "f3 3 enter 34 enter enter '票面勾在“一般”", More: true},
	{Name: "ruled", Play: disputed(), Keys: "f3 3 enter 34 enter enter '票面勾在“一般” enter"},
	{Name: "leave-check", Play: differing(), Keys: "f3 @放弃复核|give '复核人离席", More: true},
	{Name: "second-agrees", Play: script(ten(), "second 1 by=赵复录", "b 1 1", "b 1 2", "b 3 4", "b 1 1", "b 0 reason=1", "b 2 2", "b 9 3", repeat(3, "b 1 1")), Keys: "f3 10 enter"},

	{Name: "uneven", Play: uneven(), Keys: "f3", More: true},
	{Name: "slip-whose", Play: uneven(), Keys: "f3 enter", More: true},
	{Name: "slip-kind", Play: script(gates, "bundle", sheets(4, 2, 1)), Keys: "f3 @补漏|skipped", More: true},
	{Name: "slip-missing", Play: uneven(), Keys: "f3 enter 2 1 4", More: true},
	{Name: "slip-doubled", Play: uneven(), Keys: "f3 enter 1 2 4", More: true},
	{Name: "slip-mended", Play: uneven(), Keys: "f3 enter 2 1 4 enter"},
	{Name: "gap", Play: script(seenGates, "bundle by=李录入", "b 1 1", "b 2 2", "b 3 3", "missing 2"), Keys: "f3 1", More: true},
	{Name: "gap-second", Play: script(ten(), "second 1 by=赵复录", "b 1 1", "b 3 4", "b 1 1", "missing 2"), Keys: "f3"},

	{Name: "spot-name", Play: ten(), Keys: "f3 esc enter 2 '赵", More: true},
	{Name: "spot-dice", Play: ten(), Keys: "f3 esc enter 2 '赵复录 enter 314", More: true},
	{Name: "spot-drawn", Play: ten(), Keys: "f3 esc enter 2 '赵复录 enter 31415 enter", More: true},
	{Name: "spot-sheet", Play: script(drawn(), "b 1 1", "b 1 2"), Keys: "f3 1", More: true},
	{Name: "spot-dispute", Play: script(drawn(), repeat(5, "b 4 4"), "close-second 5"), Keys: "f3", More: true},

	{Name: "pile-name", Play: script(seenGates), Keys: "f3 @分堆|count '李", More: true},
	{Name: "pile-voids", Play: script(seenGates, "piles by=李录入"), Keys: "f3 2", More: true},
	{Name: "pile-row", Play: script(seenGates, "piles by=李录入", "pile 0 2 0 0 0"), Keys: "f3 30 enter 8 enter 1", More: true},
	{Name: "pile-sum-differs", Play: script(seenGates, "piles by=李录入", "pile 0 2 0 0 0", "pile 1 30 8 1 0 blank=1"), Keys: "f3 30 enter 8 enter enter enter enter enter"},
	{Name: "pile-hand", Play: sorted()[:len(sorted())-1], Keys: "f3 4", More: true},
	{Name: "pile-again", Play: sorted(), Keys: "f3 esc enter '赵复录 enter", More: true},
	{Name: "pile-differs", Play: recounted(), Keys: "f3", More: true},
	{Name: "pile-dispute", Play: script(recounted(), "repile 2 20 15 3 2 of=first", "repile 2 21 14 3 2 of=second"), Keys: "f3", More: true},
	{Name: "pile-ruling", Play: script(recounted(), "repile 2 20 15 3 2 of=first", "repile 2 21 14 3 2 of=second"), Keys: "f3 2 enter 21 enter 14", More: true},

	{Name: "correct", Play: desktest.Closed(), Keys: "f3 @更正一张|sheet 2 enter 1", More: true},
	{Name: "correct-no-such", Play: desktest.Closed(), Keys: "f3 @更正一张|sheet 9 enter 1 enter"},
	{Name: "correct-marks", Play: desktest.Closed(), Keys: "f3 @更正一张|sheet 2 enter 1 enter 3", More: true},
	{Name: "correct-name", Play: desktest.Closed(), Keys: "f3 @更正一张|sheet 2 enter 1 enter 31 enter", More: true},
	{Name: "correct-reason", Play: desktest.Closed(), Keys: "f3 @更正一张|sheet 2 enter 1 enter 31 enter enter '录入时看错一行", More: true},
	{Name: "corrected", Play: desktest.Closed(), Keys: "f3 @更正一张|sheet 2 enter 1 enter 31 enter enter '录入时看错一行 enter"},
	{Name: "reopen-ask", Play: small(), Keys: "f3 @重新开启|reopen", More: true},
	{Name: "reopened", Play: script(small(), `reopen-count by="王监票" reason="漏了一张"`), Keys: "f3"},
	{Name: "withdraw-ask", Play: script(small(), `reopen-count by="王监票" reason="混入一张"`), Keys: "f3 @抽出|withdraw 1/2 enter", More: true},
	{Name: "recount-which", Plan: desktest.University, Play: desktest.UniversityCount(), Keys: "f3 @重新计票|count　anew", More: true},
	{Name: "recount-stands", Play: script(small(), `recount by="王监票" reason="监票人要求"`, "bundle by=李录入", "b 1 1", "b 1 1", "b 2 4", "close-bundle 3"), Keys: "f3 enter", More: true},
	{Name: "voided-for", Play: script(small(), `void-round by="王监票" reason="发错了评议表"`), Keys: "f3"},
	{Name: "comments-of", Play: desktest.Closed(), Keys: "f3 @登记书面意见|comments", More: true},
	{Name: "comments-writing", Play: desktest.Closed(), Keys: "f3 @登记书面意见|comments 2 '多下基层 enter '整改要见实效", More: true},
	{Name: "comments-kept", Play: desktest.Closed(), Keys: "f3 @登记书面意见|comments 2 '多下基层 enter '整改要见实效 esc"},
}

func TestFrames(t *testing.T) { desktest.Frames(t, situations) }

func TestFrameIsExactlyAsLargeAsTheWindow(t *testing.T) { desktest.Shapes(t, situations) }

// overtaken lets another seat refuse a sheet between two keys.
func overtaken(d *desktest.Desk) {
	d.Press("f3")
	d.Slow = true
	d.Press("11 12 22")
	d.Order(meeting.CloseBundle{Sheets: 2})
	d.Drain()
}
