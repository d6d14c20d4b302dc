package meeting

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/gowebpki/jcs"

	"shuping/internal/plan"
	"shuping/internal/tally"
)

// deeds has every kind at least once, and every member.
func deeds(t testing.TB) []Deed {
	opened, err := OpenSession{PlanName: "five", PlanText: planText(t, "five"), Rehearsal: true}.decide(State{})
	must(t, err)
	return []Deed{
		opened[0],
		HeadsCounted{Expected: 46, Present: 43},
		HeadsCounted{Class: "member", Expected: 30, Present: 28},
		ItemStarted{Item: "report:s1"},
		ClockPaused{"report:s1"},
		ClockResumed{"report:s1"},
		TimeAdded{"report:s1", -2},
		ItemFinished{"report:s1"},
		ItemSkipped{"review:s1", "领导临时离会"},
		ReviewNoted{"s1", "", "一行\n“又”一行 <&> \\"},
		SpeechNoted{""},
		RuleSealed{"e4804058f3aba33cff9175bb2a275a5d818c88e97034b50cc9f46445e944258b"},
		SheetsIssued{Sheets: 43},
		SheetsIssued{Sheets: 44, Reason: "多发一张备用"},
		SheetsCollected{Sheets: 0},
		RoundVoided{Round: 1, Collected: 44, Issued: 43},
		RoundOpened{2},
		BundleOpened{Bundle: 1},
		BallotEntered{Marks: marks{1, 9, 8}},
		BallotVoided{Reason: "damaged"},
		BallotSetAside{},
		BallotSettled{Place: 3, Marks: marks{1, 2}},
		BallotSettled{Place: 4, Reason: "empty"},
		BallotTakenBack{},
		BundleClosed{1, 10},
		CountClosed{By: "王某某", Issued: 43, Collected: 42, Valid: 41, Void: 1},
		FactRecorded{"s2", "accountable", "通报〔2023〕7号"},
		FactWithdrawn{"s2", "accountable", "对象有误"},
		GradeDecided{"s1", "好", ""},
		GradeDecided{"s2", "差", "台账不实"},
		SheetsIssued{Sheets: 12, Reason: "备用", Class: "a", Subject: "s2"},
		SheetsCollected{Sheets: 12, Class: "a", Subject: "s2"},
		RoundVoided{1, 13, 12, "a", "s2"},
		BundleOpened{Bundle: 2, Class: "a", Subject: "s2"},
		BallotEntered{Marks: marks{1, 7}},
		CountClosed{"王某某", "", 9, 8, 7, 1, []ClosedStack{{"a", "s2", 5, 5, 4, 1, 0}, {"b", "", 4, 3, 3, 0, 2}}, ""},
		SubjectAssessed{"s1", "visit", "好", "88.5", "现场有台账"},
		SubjectAssessed{"s1", "visit", "", "", ""},
		OpinionWritten{"s1", "抓得实", ""},
		HeadsCounted{Expected: 46, Present: 43, Witness: Witness{"王某某", "逐排清点"}},
		SheetsIssued{Sheets: 43, Printed: 50, Destroyed: 7, Witness: Witness{"王某某", "备用票当众销毁"}},
		SheetsCollected{Sheets: 42, Witness: Witness{"王某某", "当众开箱"}},
		BundleOpened{Bundle: 1, By: "张三", File: "评议表.csv", SHA256: strings.Repeat("3f", 32)},
		SlipMended{Sheet: 4}, SlipMended{5, true, SecondEntry, 0},
		BallotSettled{Place: 3, Marks: marks{1, 2}, By: "王某某"},
		SecondOpened{1, "李四", "", ""}, SecondOpened{2, "李四", "张三", ""},
		SecondBallot{Marks: marks{1, 2}}, SecondBallot{Void: "damaged"}, SecondBallot{Doubtful: true}, SecondTakenBack{},
		SecondCompared{1, 10, []int{3, 7}}, SecondCompared{1, 9, nil}, SecondCompared{1, 10, []int{}},
		SheetKeyedAgain{Sheet: 3, Of: FirstEntry, Marks: marks{1, 2}}, SheetKeyedAgain{Sheet: 3, Of: SecondEntry, Void: "empty"}, SheetKeyedAgain{Sheet: 7, Of: FirstEntry, Doubtful: true},
		SheetRuled{3, marks{1, 2}, "", "王某某", "票面勾在“好”", 0}, SheetRuled{7, nil, "empty", "王某某", "全部空白", 0},
		BundleChecked{1, BySecond, "李四", 2, 1},
		SpotDrawn{2, "李四", "31415", 1, []int{2, 4, 7, 9, 10}, ""}, DrawCorrected{2, 1, []int{4}},
		CheckLeft{2, "李四临时离开"},
		CountClosed{By: "王某某", Saw: "各束封签完好", Issued: 43, Collected: 42, Valid: 41, Void: 1},
		SessionSealed{Round: 1, RuleSHA256: "e4804058f3aba33cff9175bb2a275a5d818c88e97034b50cc9f46445e944258b"},
		SheetCorrected{3, 4, Reading{Marks: marks{1, 2}}, Reading{Void: "damaged"}, "王某某", "票面污损"},
		HeadsCorrected{Was: Numbers{46, 43, 0}, Now: Numbers{46, 44, 0}, By: "王某某", Reason: "漏数一人"},
		HeadsCorrected{"member", Numbers{30, 28, 0}, Numbers{30, 29, 0}, "王某某", "漏数一人"},
		PilesCorrected{"a", "s2", []Pile{{Row: 2, Numbers: []int{24, 12, 5, 0}}}, []Pile{{2, []int{24, 11, 5, 0}, 1, 0}}, "王某某", "第二行数错"},
		CommentsNoted{[]Comment{{"", "会议太长"}, {"s1", "要多下基层"}}},
		SessionSealed{1, "e4804058f3aba33cff9175bb2a275a5d818c88e97034b50cc9f46445e944258b", 2, 1},
		PilesOpened{By: "张三"}, PilesOpened{"a", "s2", "李四", true},
		PileCounted{Pile{Row: 0, Numbers: []int{1, 0}}}, PileCounted{Pile{1, []int{33, 6, 2, 0}, 1, 2}},
		PilesClosed{42}, PilesCompared{42, []int{0, 2}}, PilesCompared{42, []int{}},
		PileCountedAgain{Pile{2, []int{24, 12, 4, 1}, 1, 2}, FirstEntry},
		PileRuled{Pile{2, []int{24, 12, 4, 1}, 1, 2}, "王某某", "一行打两个勾"},
		PilesChecked{"李四", 2, 1}, PilesLeft{"李四临时离开"},
		PilesWithdrawn{"", "", "收回数有误"}, PilesWithdrawn{"a", "s2", "收回数有误"},
		ItemStarted{"report:s1", "审核人出差，会前未审"},
		PlanFiled{on("2023-12-05"), "市委直属机关工委"},
		ReportVetted{Subject: "s1", Outcome: Passed, By: "组织委员"},
		ReportVetted{"s2", Returned, "组织委员", No, Yes, Yes, []int{1, 3}, "第三项没有写到"},
		FileAttached{"report:s1", "述职报告.docx", 20480, strings.Repeat("3f", 32)},
		DutyAssigned{"会务和记录", "办公室 李某某"},
		QuestionNoted{"s1", "学习台账为什么不全？"}, QuestionNoted{"", "何时公布？"},
		ProblemRecorded{"p1", "s1", BySelf, "学习抓得不紧", Remedy{}},
		ProblemRecorded{"p2", "s2", ByMasses, "联系群众少", Remedy{"每月走访", "覆盖全体", "支部书记", "第二党支部", on("2024-06-30"), "2024年6月底前"}},
		ProblemCarried{
			"p3", "urn:bag", "p7", 2022, "第一党支部书记", "s1", BySuperior, "台账不全", Remedy{Who: "支部书记"}, "党总支", on("2023-06-01"),
			[]Past{{At: noon, Act: ActRecorded}, {At: noon, Act: ActAmended, Field: "who", Text: "李某某"}, {Act: ActSignedOff, By: "党总支", Date: on("2023-06-01")}},
		},
		ProblemCarried{ID: "p4", Bag: "urn:bag", Earlier: "p8", Year: 2022, Origin: ByAssessment, Text: "会议记录不全"},
		ProblemAmended{"p1", Changes{new("s2"), new(ByMasses), new("学习不够"), new("每周一学"), new(""), new("李某某"), new("第一党支部"), new(on("2024-05-01")), nil}},
		ProblemAmended{"p1", Changes{Due: new(plan.Day{}), Limit: new("长期坚持")}},
		ProgressNoted{"p1", on("2024-03-01"), "已学两次"},
		ProblemSignedOff{"p1", "党总支", on("2024-06-01")},
		ProblemReturned{"p1", "没有记录"}, ProblemLinked{"p3", "p1"},
		PaperFiled{"ledger", on("2024-02-09"), "市委直属机关工委"},
		SheetRestated{SheetCorrected{3, 4, Reading{Marks: marks{1, 2}}, Reading{Void: "damaged"}, "王某某", "票面污损"}},
		PilesRestated{PilesCorrected{"a", "s2", []Pile{{Row: 2, Numbers: []int{24, 12, 5, 0}}}, []Pile{{2, []int{24, 11, 5, 0}, 1, 0}}, "王某某", "第二行数错"}},
		HeadsRestated{HeadsCorrected{"member", Numbers{30, 28, 0}, Numbers{30, 29, 0}, "王某某", "漏数一人"}},
		CountReopened{"王某某", "又找到一张"}, SheetWithdrawn{3, 4, Reading{Marks: marks{1, 2}}, 9, "王某某", "是另一类的票"},
		RecountBegun{By: "王某某", Reason: "有人提出异议"}, RecountBegun{"a", "s2", "王某某", "有人提出异议"},
		RecountSettled{FirstEntry, []string{"s1"}}, RecountSettled{SecondEntry, []string{}},
		ClassSettled{"a", "b", 3, 0, "王某某"}, ClassSettled{Class: "a", People: 3, By: "王某某"}, ClassSettled{Class: "a", Into: "b", People: 6, Sheets: 3, By: "王某某"},
		RoundDropped{1, "王某某", "有人代投"}, SubjectsDropped{2, []string{"s1", "s3"}, "王某某", "姓名印错"}, SubjectExempted{"s2", "到任不足半年"}, SubjectRestored{"s2", "已满半年"},
		ResultAnnounced{Votes, 1, 1}, ResultAnnounced{Grades, 1, 2},
		ReviewNoted{"", "李副书记", "总的不错"},
		ItemReopened{"report:s1", "补充说明"},
		EndTakenBack{"report:s1"},
		OrderSet{[]string{"s2", "s1", "s3", "s4", "s5"}, true},
		HeadsCounted{Class: "member", Expected: 30, Present: 27, Leave: 2},
		SheetsIssued{Sheets: 43, Printed: 50, Kept: 3, Destroyed: 4},
		HeadsRestated{HeadsCorrected{"", Numbers{46, 43, 0}, Numbers{46, 43, 2}, "王某某", "漏记请假"}},
		OfficersNamed{"三楼会议室", "周某某", "李某某", []string{"王某某", "陈某某"}, []string{"张三"}, "人手不够"},
		OfficersNamed{Place: "三楼会议室"},
		NameVouched{"张三", "人手不够"},
		BundleOpened{Bundle: 4, Class: "a", From: "3/4"},
		CountClosed{By: "王某某", Issued: 43, Collected: 42, Valid: 41, Void: 1, Page: strings.Repeat("3f", 32)},
		BundleOpened{Bundle: 5, By: "张三", Seat: "a"}, SecondOpened{4, "李四", "", "b"}, SpotDrawn{2, "李四", "31415", 1, []int{2, 4, 7, 9, 10}, "b"},
		BundleHanded{5, "赵六", ""}, BundleHanded{4, "赵六", "c"},
		BallotEntered{marks{1, 2}, 5}, BallotVoided{"damaged", 5}, BallotSetAside{5}, BallotTakenBack{5}, BallotSettled{Place: 3, Reason: "empty", Bundle: 5},
		SlipMended{Sheet: 4, Bundle: 5}, SecondBallot{Marks: marks{1, 2}, Bundle: 4}, SecondTakenBack{4},
		SheetKeyedAgain{Sheet: 3, Of: FirstEntry, Marks: marks{1, 2}, Bundle: 4}, SheetRuled{3, nil, "empty", "王某某", "全部空白", 4},
	}
}

// The bytes of a record are permanent. Should this file ever change other than
// by growing, old sessions no longer open.
func TestRecordsOnDisk(t *testing.T) {
	const golden = "testdata/records.txt"
	var got strings.Builder
	for _, d := range deeds(t) {
		kind, body := Encode(d)
		fmt.Fprintf(&got, "%s %s\n", kind, body)
	}
	if *update {
		must(t, os.WriteFile(golden, []byte(got.String()), 0o644))
	}
	want, err := os.ReadFile(golden)
	must(t, err)
	if got.String() != string(want) {
		t.Errorf("%s differs in line %d", golden, firstDifference(got.String(), string(want)))
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(want)) {
		kind, body, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		d, err := Decode(kind, []byte(body))
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		if again, bytes := Encode(d); again != kind || string(bytes) != body {
			t.Errorf("%s %s became %s %s", kind, body, again, bytes)
		}
		seen[kind] = true
	}
	for kind := range kinds {
		if !seen[kind] {
			t.Errorf("%s has no line for %s", golden, kind)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for _, d := range deeds(t) {
		kind, body := Encode(d)
		canonical, err := jcs.Transform(body)
		if err != nil || !bytes.Equal(canonical, body) {
			t.Errorf("%s is not canonical: %s, %v", kind, body, err)
		}
		again, err := Decode(kind, body)
		if err != nil || !reflect.DeepEqual(again, d) {
			t.Errorf("%#v came back as %#v, %v", d, again, err)
		}
	}
}

// mayLack are the members that a body may lack; every other one must be there.
var mayLack = []string{
	"officers-named.place", "officers-named.chair", "officers-named.recorder", "officers-named.scrutineers", "officers-named.tellers", "officers-named.reason",
	"review-noted.by", "order-set.lot",
	"heads-counted.class", "sheets-issued.reason", "grade-decided.reason",
	"ballot-settled.marks", "ballot-settled.reason",
	"sheets-issued.class", "sheets-issued.subject", "sheets-collected.class", "sheets-collected.subject",
	"round-voided.class", "round-voided.subject", "bundle-opened.class", "bundle-opened.subject",
	"piles-opened.class", "piles-opened.subject", "piles-opened.again", "piles-withdrawn.class", "piles-withdrawn.subject",
	"pile-counted.blank", "pile-counted.spoiled", "pile-counted-again.blank", "pile-counted-again.spoiled", "pile-ruled.blank", "pile-ruled.spoiled",
	"count-closed.stacks", "subject-assessed.grade", "subject-assessed.score", "subject-assessed.note",
	"heads-counted.by", "heads-counted.saw", "sheets-collected.by", "sheets-collected.saw",
	"sheets-issued.by", "sheets-issued.saw", "sheets-issued.printed", "sheets-issued.kept", "sheets-issued.destroyed", "heads-counted.leave",
	"bundle-opened.by", "bundle-opened.from", "bundle-opened.file", "bundle-opened.sha256", "ballot-settled.by", "count-closed.saw",
	"slip-mended.doubled", "slip-mended.of", "second-opened.first",
	"second-ballot-entered.marks", "second-ballot-entered.void", "second-ballot-entered.doubtful",
	"sheet-keyed-again.marks", "sheet-keyed-again.void", "sheet-keyed-again.doubtful",
	"sheet-ruled.marks", "sheet-ruled.void",
	"item-started.reason", "report-vetted.own", "report-vetted.causes", "report-vetted.problems", "report-vetted.missing", "report-vetted.note",
	"problem-recorded.measure", "problem-recorded.target", "problem-recorded.who", "problem-recorded.branch", "problem-recorded.due", "problem-recorded.limit",
	"problem-carried.who", "problem-carried.signed_by", "problem-carried.signed_on",
	"problem-amended.subject", "problem-amended.origin", "problem-amended.text", "problem-amended.measure",
	"problem-amended.target", "problem-amended.who", "problem-amended.branch", "problem-amended.due", "problem-amended.limit",
	"heads-corrected.class", "piles-corrected.class", "piles-corrected.subject", "session-sealed.version", "session-sealed.supersedes",
	"heads-restated.class", "piles-restated.class", "piles-restated.subject", "recount-begun.class", "recount-begun.subject", "class-settled.into", "class-settled.sheets", "count-closed.page",
	"bundle-opened.seat", "second-opened.seat", "spot-drawn.seat", "bundle-handed.seat",
	"ballot-entered.bundle", "ballot-voided.bundle", "ballot-set-aside.bundle", "ballot-taken-back.bundle", "ballot-settled.bundle", "slip-mended.bundle",
	"second-ballot-entered.bundle", "second-ballot-taken-back.bundle", "sheet-keyed-again.bundle", "sheet-ruled.bundle",
}

func TestNoMemberIsMissing(t *testing.T) {
	for _, d := range deeds(t) {
		kind, body := Encode(d)
		var members map[string]json.RawMessage
		must(t, json.Unmarshal(body, &members))
		for name := range members {
			less := maps.Clone(members)
			delete(less, name)
			raw, err := json.Marshal(less)
			must(t, err)
			raw, err = jcs.Transform(raw)
			must(t, err)
			_, err = Decode(kind, raw)
			if may := slices.Contains(mayLack, kind+"."+name); (err == nil) != may {
				t.Errorf("%s without %s: %v", kind, name, err)
			}
		}
	}
}

func TestStrangeBodies(t *testing.T) {
	for _, c := range []struct{ kind, body, says string }{
		{"ballot-counted", `{}`, "unknown kind"},
		{"Ballot-Entered", `{"marks":"12"}`, "unknown kind"},
		{"", `{}`, "unknown kind"},
		{"ballot-entered", ``, "EOF"},
		{"ballot-entered", `null`, "missing"},
		{"ballot-entered", `{}`, "missing"},
		{"ballot-entered", `{"marks":null}`, "canonical"},
		{"ballot-entered", `{"marks":12}`, "unmarshal"},
		{"ballot-entered", `{"marks":"1x"}`, "digits"},
		{"ballot-entered", `{"marks":"10"}`, "digits"},
		{"ballot-entered", `{"marks":"12","sheet":3}`, "unknown field"},
		{"ballot-entered", `{"marks":"12"} {}`, "follows"},
		{"ballot-entered", `{"marks":"12"}x`, ""},
		{"ballot-entered", `{"marks":"12","marks":"21"}`, "twice"},
		{"ballot-entered", `{"Marks":"12"}`, "canonical"},
		{"ballot-entered", `{"marks": "12"}`, "canonical"},
		{"ballot-entered", `{"marks":"\u0031"}`, "canonical"},
		{"ballot-set-aside", `null`, "canonical"},
		{"ballot-set-aside", `{"place":1}`, "unknown field"},
		{"ballot-settled", `{"marks":"","place":1}`, "canonical"},
		{"sheets-issued", `{"reason":"","sheets":3}`, "canonical"},
		{"sheets-issued", `{"sheets":3.0}`, ""},
		{"sheets-issued", `{"sheets":1e2}`, ""},
		{"sheets-issued", `{"sheets":"3"}`, "unmarshal"},
		{"sheets-issued", `{"sheets":99999999999999999999}`, "unmarshal"},
		{"heads-counted", `{"present":43,"expected":46}`, "canonical"},
		{"count-closed", `{"by":"x","collected":1,"issued":1,"valid":1}`, "missing"},
		{"session-opened", `{}`, "missing"},
		{"session-opened", `{"plan_name":"x","plan_sha256":"00","plan_text":"","rehearsal":false}`, "SHA-256"},
		{"session-opened", `{"plan_name":"x","plan_sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","plan_text":"","rehearsal":false}`, "missing"},
	} {
		d, err := Decode(c.kind, []byte(c.body))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s %s: %#v, %v; want an error that says %q", c.kind, c.body, d, err, c.says)
		}
	}
}

// What does not fit the state does not replay, and leaves the state as it was.
func TestRecordsThatDoNotFit(t *testing.T) {
	open := play(t, "five", "attend expected=8 present=6", "issue 6", "collect 6", "bundle", "doubt", "b 1 1 1 1 1")
	closed := play(t, "five", "attend expected=8 present=6", "issue 1", "collect 1", "bundle", "b 1 1 1 1 1",
		"close-bundle 1", `close-count by="王某某"`)
	sealed := play(t, "genhe-2023", "attend expected=8 present=6", "issue 1", "collect 1", "bundle", "b 1 2",
		"close-bundle 1", `close-count by="王某某"`, "decide s1 好", "decide s2 较好", "seal")
	every := play(t, "every", "attend class=a expected=2 present=1", "attend class=b expected=1 present=0")
	inEach := play(t, "each", "attend expected=2 present=1", "issue 1 subject=s1", "collect 1 subject=s1", "bundle subject=s1")
	// A round that was voided, and whose sheets were then stated as none.
	empty := play(t, "five", "attend expected=8 present=6", "issue 6", "collect 7")
	empty = Apply(empty, Event{Deed: SheetsCollected{}, At: noon})
	ledger := play(t, "five", `problem s1 origin=self text="甲"`, `problem s2 origin=masses text="乙"`)
	opening := deeds(t)[0]
	for _, c := range []struct {
		what  string
		state State
		deed  Deed
	}{
		{"anything before the opening", State{}, HeadsCounted{"", 1, 1, 0, Witness{}}},
		{"a second opening", open, opening},
		{"sheets of a stack where there is one", open, SheetsIssued{Sheets: 6, Reason: "", Class: "a", Subject: ""}},
		{"sheets of no stack where there are several", every, SheetsIssued{Sheets: 6}},
		{"sheets of half a stack", every, SheetsCollected{Sheets: 1, Class: "a"}},
		{"sheets of a class that is not", every, SheetsCollected{1, "c", "s1", Witness{}}},
		{"a bundle of a subject that is not", every, BundleOpened{Bundle: 1, Class: "a", Subject: "s9"}},
		{"a round voided by no stack", every, RoundVoided{Round: 1, Collected: 2, Issued: 1}},
		{"an opinion of nobody", every, OpinionWritten{Subject: "s9"}},
		{"a source of nobody", every, SubjectAssessed{Subject: "s9", Source: "visit"}},
		{"a source that is not", every, SubjectAssessed{Subject: "s1", Source: "rumour"}},
		{"a word that the source has not", every, SubjectAssessed{Subject: "s1", Source: "yearly", Grade: "好"}},
		{"a score of more than all", every, SubjectAssessed{Subject: "s1", Source: "visit", Score: "100.5"}},
		{"a grade for the vote", every, SubjectAssessed{Subject: "s1", Source: "vote", Grade: "好"}},
		{"marks of a form of one sheet", inEach, BallotEntered{Marks: marks{1, 1}}},
		{"sums of another stack", inEach, CountClosed{"x", "", 1, 1, 0, 0, nil, ""}},
		{"an item that is not on the agenda", open, ItemStarted{Item: "report:s9"}},
		{"time without bounds", open, TimeAdded{"report:s1", 241}},
		{"a review of nobody", open, ReviewNoted{"s9", "", ""}},
		{"a fact about nobody", open, FactRecorded{"s9", "failure", "x"}},
		{"a fact of no kind", open, FactRecorded{"s1", "lateness", "x"}},
		{"a grade off the scale", closed, GradeDecided{"s1", "优秀", ""}},
		{"a grade for nobody", closed, GradeDecided{"s9", "好", ""}},
		{"heads of no class", open, HeadsCounted{"guests", 1, 1, 0, Witness{}}},
		{"heads below nothing", open, HeadsCounted{"", 1, -1, 0, Witness{}}},
		{"no sheets issued", open, SheetsIssued{}},
		{"fewer than no sheets", open, SheetsCollected{Sheets: -1}},
		{"another round voided", open, RoundVoided{Round: 2, Collected: 7, Issued: 6}},
		{"a round left out", open, RoundOpened{3}},
		{"a class that does not weigh", open, ClassSettled{"a", "", 1, 0, "x"}},
		{"a class whose sheets are out", every, ClassSettled{"a", "b", 1, 0, "x"}},
		{"a vote on some before the count", open, SubjectsDropped{2, []string{"s1"}, "x", "x"}},
		{"a vote on some left out", closed, SubjectsDropped{3, []string{"s1"}, "x", "x"}},
		{"a vote on nobody", closed, SubjectsDropped{2, nil, "x", "x"}},
		{"a vote on a stranger", closed, SubjectsDropped{2, []string{"s9"}, "x", "x"}},
		{"a vote on one twice", closed, SubjectsDropped{2, []string{"s1", "s1"}, "x", "x"}},
		{"a vote on some who are all", closed, SubjectsDropped{2, []string{"s1", "s2", "s3", "s4", "s5"}, "x", "x"}},
		{"a bundle in a bundle", open, BundleOpened{Bundle: 2}},
		{"a bundle closed at another count", open, BundleClosed{1, 1}},
		{"a bundle closed over a doubtful sheet", open, BundleClosed{1, 2}},
		{"sums that do not close", open, CountClosed{"x", "", 6, 6, 1, 0, nil, ""}},
		{"a page without a sum", Apply(closed, Event{Deed: CountReopened{"x", "x"}, At: noon}), CountClosed{"x", "", 1, 1, 1, 0, nil, "3f"}},
		{"sums of a void round", empty, CountClosed{"x", "", 6, 0, 0, 0, nil, ""}},
		{"a grade of somebody who is not graded", Apply(closed, Event{Deed: SubjectExempted{"s1", "x"}, At: noon}), GradeDecided{"s1", "好", ""}},
		{"a vetting of nobody", open, ReportVetted{Subject: "s9", Outcome: Passed}},
		{"a vetting without an end", open, ReportVetted{Subject: "s1", Outcome: "perhaps"}},
		{"a vetting that is neither yes nor no", open, ReportVetted{Subject: "s1", Outcome: Passed, Causes: "perhaps"}},
		{"a content point that the plan lacks", open, ReportVetted{Subject: "s1", Outcome: Returned, Missing: []int{2}}},
		{"a file of nothing", open, FileAttached{"report", "x", 1, strings.Repeat("3f", 32)}},
		{"a file of a paper that the plan lacks", open, FileAttached{"paper:x", "x", 1, strings.Repeat("3f", 32)}},
		{"a file of no problem", open, FileAttached{"problem:p1", "x", 1, strings.Repeat("3f", 32)}},
		{"a file without bytes", open, FileAttached{"report:s1", "x", 0, strings.Repeat("3f", 32)}},
		{"a file without its hash", open, FileAttached{"report:s1", "x", 1, "3f"}},
		{"the plan filed on no day", open, PlanFiled{To: "x"}},
		{"a paper filed on no day", open, PaperFiled{Paper: "ledger", To: "x"}},
		{"a paper that the plan lacks", open, PaperFiled{"x", on("2024-02-09"), "x"}},
		{"a question to nobody", open, QuestionNoted{"s9", "x"}},
		{"a problem of nobody", open, ProblemRecorded{"p1", "", BySelf, "x", Remedy{}}},
		{"a problem from nowhere", open, ProblemRecorded{"p1", "s1", "rumour", "x", Remedy{}}},
		{"a problem with the ID of another", ledger, ProblemRecorded{"p2", "s1", BySelf, "x", Remedy{}}},
		{"a problem that leaves an ID out", ledger, ProblemRecorded{"p4", "s1", BySelf, "x", Remedy{}}},
		{"a problem carried under the ID of another", ledger, ProblemCarried{ID: "p1", Origin: BySelf}},
		{"a problem carried to nobody", ledger, ProblemCarried{ID: "p3", Origin: BySelf, Subject: "s9"}},
		{"a history of what cannot be", ledger, ProblemCarried{ID: "p3", Origin: BySelf, History: []Past{{Act: "forgotten"}}}},
		{"a change of no problem", ledger, ProblemAmended{Problem: "p3"}},
		{"a change to nobody", ledger, ProblemAmended{"p1", Changes{Subject: new("s9")}}},
		{"a change to no origin", ledger, ProblemAmended{"p1", Changes{Origin: new(Origin("rumour"))}}},
		{"progress of no problem", ledger, ProgressNoted{"p03", on("2024-02-09"), "x"}},
		{"no problem signed off", ledger, ProblemSignedOff{"p0", "x", on("2024-02-09")}},
		{"no problem returned", ledger, ProblemReturned{"q1", "x"}},
		{"no problem linked", ledger, ProblemLinked{"p3", "p1"}},
		{"a problem linked to a later one", ledger, ProblemLinked{"p1", "p2"}},
		{"a problem linked to itself", ledger, ProblemLinked{"p2", "p2"}},
		{"a vetting after the seal", sealed, ReportVetted{Subject: "s1", Outcome: Passed}},
		{"a question after the seal", sealed, QuestionNoted{"s1", "x"}},
		{"another rule", open, RuleSealed{"00"}},
		{"too few marks", open, BallotEntered{Marks: marks{1}}},
		{"a mark off the scale", open, BallotEntered{Marks: marks{1, 1, 1, 1, 7}}},
		{"a void reason that the plan lacks", open, BallotVoided{Reason: "torn"}},
		{"a ruling on a sheet that is not doubtful", open, BallotSettled{2, marks{1, 1, 1, 1, 1}, "", "", 0}},
		{"a ruling on no sheet", open, BallotSettled{9, nil, "empty", "", 0}},
		{"a ruling that says nothing", open, BallotSettled{1, nil, "", "", 0}},
		{"a ruling that says two things", open, BallotSettled{1, marks{1, 1, 1, 1, 1}, "empty", "", 0}},
		{"a ruling of no reason", open, BallotSettled{1, nil, "torn", "", 0}},
		{"a seal before the count", open, SessionSealed{Round: 1, RuleSHA256: open.Round.RuleSHA256}},
		{"a ballot without a bundle", closed, BallotEntered{Marks: marks{1, 1, 1, 1, 1}}},
		{"a void sheet without a bundle", closed, BallotVoided{Reason: "empty"}},
		{"a doubtful sheet without a bundle", closed, BallotSetAside{}},
		{"a ruling without a bundle", closed, BallotSettled{1, nil, "empty", "", 0}},
		{"nothing to take back", closed, BallotTakenBack{}},
		{"heads after the count", closed, HeadsCounted{"", 8, 6, 0, Witness{}}},
		{"sheets after the count", closed, SheetsIssued{Sheets: 6}},
		{"collecting after the count", closed, SheetsCollected{Sheets: 1}},
		{"voiding after the count", closed, RoundVoided{Round: 1, Collected: 2, Issued: 1}},
		{"a round after the count", closed, RoundOpened{2}},
		{"a bundle after the count", closed, BundleOpened{Bundle: 2}},
		{"a second end of the count", closed, CountClosed{"x", "", 1, 1, 1, 0, nil, ""}},
		{"a seal of another rule", closed, SessionSealed{Round: 1, RuleSHA256: "00"}},
		{"a note after the seal", sealed, SpeechNoted{"x"}},
		{"a second seal", sealed, SessionSealed{Round: 1, RuleSHA256: sealed.Round.RuleSHA256}},
	} {
		before := written(c.state)
		e := Event{Deed: c.deed, At: noon}
		if _, ok := c.deed.(anonymous); ok {
			e = Event{Deed: c.deed}
		}
		after, err := Replay(c.state, e)
		if err == nil || written(after) != before || written(c.state) != before {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

// A ballot's record has neither an instant nor a person, every other has both.
func TestOnlyBallotsAreAnonymous(t *testing.T) {
	s := play(t, "five", "attend expected=8 present=6", "issue 6", "collect 6", "bundle")
	ballot := BallotEntered{Marks: marks{1, 1, 1, 1, 1}}
	for _, e := range []Event{
		{Deed: ballot, At: noon},
		{Deed: ballot, Who: Person{Role: "recorder"}},
		{Deed: SpeechNoted{"x"}},
	} {
		if _, err := Replay(s, e); err == nil {
			t.Errorf("%#v replays", e)
		}
	}
	for _, o := range []Order{EnterBallot{[]tally.Mark{1, 1, 1, 1, 1}}, VoidBallot{1}, SetAside{}} {
		events, err := Decide(s, Command{Who: Person{"recorder", "李某某"}, At: noon, Order: o})
		must(t, err)
		next := Apply(s, events[0])
		undo, err := Decide(next, Command{Who: Person{"recorder", "李某某"}, At: noon, Order: TakeBack{}})
		must(t, err)
		for _, e := range append(events, undo...) {
			if e.Who != (Person{}) || !e.At.IsZero() {
				t.Errorf("%s names %v at %v", e.Deed.Kind(), e.Who, e.At)
			}
		}
	}
}

// on is a day as it is written.
func on(text string) plan.Day {
	d, err := plan.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return d
}

// play is the state after some lines, none of which is refused.
func play(t testing.TB, plan string, script ...string) State {
	t.Helper()
	orders := []Order{OpenSession{PlanName: plan, PlanText: planText(t, plan)}}
	for _, line := range script {
		o, err := State{}.Parse(line)
		must(t, err)
		orders = append(orders, o)
	}
	var s State
	for _, o := range orders {
		s, _ = give(t, s.Seated(EverySeat), o)
	}
	return s.Seated("")
}

// give is the state after an order that is not refused, and what was recorded.
func give(t testing.TB, s State, o Order) (State, []Event) {
	t.Helper()
	s, taken, err := Try(s, Person{Role: "recorder"}, noon, o)
	if err != nil {
		t.Fatalf("%#v: %v", o, err)
	}
	return s, taken[0]
}

// FuzzDecode: no record is too strange. One that is read is written again in
// the same bytes, and replaying it does no harm.
func FuzzDecode(f *testing.F) {
	for _, d := range deeds(f) {
		kind, body := Encode(d)
		f.Add(kind, body)
	}
	f.Add("ballot-entered", []byte(`{"marks":"11111"}`))
	f.Add("ballot-settled", []byte(`{"marks":"11111","place":1}`))
	f.Add("ballot-settled", []byte(`{"marks":"179","place":1}`))
	f.Add("subject-assessed", []byte(`{"grade":"称职","source":"yearly","subject":"s2"}`))
	states := []State{
		{},
		play(f, "five"),
		play(f, "five", "attend expected=8 present=6", "issue 6", "collect 6", "bundle", "doubt", "b 1 1 1 1 1"),
		play(f, "every", "attend class=a expected=2 present=2", "issue 2 class=a subject=s2",
			"collect 2 class=a subject=s2", "bundle class=a subject=s2", "doubt"),
		closedFive(f),
	}
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		d, err := Decode(kind, body)
		if err != nil {
			return
		}
		if again, whole := Encode(d); again != kind || !bytes.Equal(whole, body) {
			t.Fatalf("%s %s became %s %s", kind, body, again, whole)
		}
		e := Event{Deed: d, At: noon}
		if _, ok := d.(anonymous); ok {
			e = Event{Deed: d}
		}
		for _, s := range states {
			if next, err := Replay(s, e); err == nil {
				brief(next, noon)
			}
		}
	})
}

// TestAGradeThatNoSheetOffersIsNoMark: nor in a record.
func TestAGradeThatNoSheetOffersIsNoMark(t *testing.T) {
	m := hold(t, "@open unmarked\nattend expected=2 present=1\nissue 1\ncollect 1\nbundle\n")
	for _, c := range []struct {
		marks marks
		want  Code
	}{{marks{2, 4}, ""}, {marks{1, 2}, UnknownMark}, {marks{2, 5}, UnknownMark}} {
		if err := (BallotEntered{Marks: c.marks}).fits(m.state); (err == nil) != (c.want == "") || err != nil && err.(*Refusal).Code != c.want {
			t.Errorf("%v: %v", c.marks, err)
		}
	}
}
