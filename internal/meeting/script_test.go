package meeting

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/typed"
)

// lines are orders as people write them.
var lines = []struct {
	line  string
	order Order
}{
	{`attend expected=46 present=43`, CountHeads{Expected: 46, Present: 43}},
	{`attend class=member expected=30 present=28`, CountHeads{Class: "member", Expected: 30, Present: 28}},
	{`start report:s1`, StartItem{Item: "report:s1"}},
	{`finish`, FinishItem{}},
	{`skip review:s1 reason="领导临时离会"`, SkipItem{"review:s1", "领导临时离会"}},
	{`pause`, PauseClock{}},
	{`resume`, ResumeClock{}},
	{`add-time 5`, AddTime{5}},
	{`add-time -5`, AddTime{-5}},
	{`review s1 text="有办法；\n要改。"`, NoteReview{"s1", "", "有办法；\n要改。"}},
	{`review s1 by="李副书记" text="同意"`, NoteReview{"s1", "李副书记", "同意"}},
	{`review text="总的不错"`, NoteReview{"", "", "总的不错"}},
	{`reopen-item report:s1 reason="补充说明"`, ReopenItem{"report:s1", "补充说明"}},
	{`take-back-end`, TakeBackEnd{}},
	{`order s2 s1`, ChangeOrder{Subjects: []string{"s2", "s1"}}},
	{`order s2 s1 lot=yes`, ChangeOrder{[]string{"s2", "s1"}, true}},
	{`speech text="他说：\"补短板\" \\ 强弱项"`, NoteSpeech{`他说："补短板" \ 强弱项`}},
	{`issue 43`, IssueSheets{Sheets: 43}},
	{`issue 44 reason="多发一张备用"`, IssueSheets{Sheets: 44, Reason: "多发一张备用"}},
	{`collect 42`, CollectSheets{Sheets: 42}},
	{`issue 12 class=a subject=s2 reason="备用"`, IssueSheets{Sheets: 12, Reason: "备用", Class: "a", Subject: "s2"}},
	{`collect 12 class=a`, CollectSheets{Sheets: 12, Class: "a"}},
	{`collect 12 subject=s2`, CollectSheets{Sheets: 12, Subject: "s2"}},
	{`bundle`, OpenBundle{}},
	{`bundle class=a subject=s2`, OpenBundle{Class: "a", Subject: "s2"}},
	{`b 1 2`, EnterBallot{[]tally.Mark{1, 2}}},
	{`b 7 7`, EnterBallot{[]tally.Mark{7, 7}}},
	{`b 9 8`, EnterBallot{[]tally.Mark{9, 8}}},
	{`b 0 reason=2`, VoidBallot{2}},
	{`b 7`, EnterBallot{[]tally.Mark{7}}},
	{`doubt`, SetAside{}},
	{`settle 3 1 2`, Settle{Place: 3, Marks: []tally.Mark{1, 2}}},
	{`settle 3 0 reason=1`, Settle{Place: 3, Void: 1}},
	{`settle 3 1 2 by="王某某"`, Settle{Place: 3, Marks: []tally.Mark{1, 2}, By: "王某某"}},
	{`takeback`, TakeBack{}},
	{`attend expected=46 present=43 by="王某某" saw="逐排清点"`, CountHeads{Expected: 46, Present: 43, Witness: Witness{"王某某", "逐排清点"}}},
	{`issue 43 printed=50 destroyed=7 by="王某某" saw="备用票当众销毁"`, IssueSheets{Sheets: 43, Printed: 50, Destroyed: 7, Witness: Witness{"王某某", "备用票当众销毁"}}},
	{`collect 42 by="王某某" saw="当众开箱"`, CollectSheets{Sheets: 42, Witness: Witness{"王某某", "当众开箱"}}},
	{`bundle class=b by="张三" from="3/4"`, OpenBundle{Class: "b", By: "张三", From: "3/4"}},
	{`bundle by="张三"`, OpenBundle{By: "张三"}},
	{`bundle class=a by="张三" file="评议表.csv" sha256=3f`, OpenBundle{Class: "a", By: "张三", File: "评议表.csv", SHA256: "3f"}},
	{`missing 4`, MendSlip{Sheet: 4}},
	{`doubled 5 of=second`, MendSlip{5, true, SecondEntry}},
	{`second 1 by="李四"`, OpenSecond{Bundle: 1, By: "李四"}},
	{`second 1 by="李四" first="张三"`, OpenSecond{1, "李四", "张三", ""}},
	{`close-second 10`, CloseSecond{10}},
	{`rekey 3 1 2 of=first`, KeyAgain{Sheet: 3, Of: FirstEntry, Marks: []tally.Mark{1, 2}}},
	{`rekey 3 void=2 of=second`, KeyAgain{Sheet: 3, Of: SecondEntry, Void: 2}},
	{`rekey 3 doubt of=second`, KeyAgain{Sheet: 3, Of: SecondEntry, Doubtful: true}},
	{`rule 3 1 2 by="王某某" reason="票面勾在“好”"`, RuleSheet{Sheet: 3, Marks: []tally.Mark{1, 2}, By: "王某某", Reason: "票面勾在“好”"}},
	{`rule 3 void=1 by="王某某" reason="全部空白"`, RuleSheet{Sheet: 3, Void: 1, By: "王某某", Reason: "全部空白"}},
	{`spot 2 by="李四" dice=31415`, DrawSpot{2, "李四", "31415", ""}},
	{`leave-check reason="李四临时离开"`, LeaveCheck{"李四临时离开"}},
	{`close-bundle 10`, CloseBundle{10}},
	{`bundle by="张三" seat=a`, OpenBundle{By: "张三", Seat: "a"}},
	{`hand 3 by="赵六" seat=b`, HandBundle{3, "赵六", "b"}},
	{`b 1 2 bundle=3`, On{3, EnterBallot{[]tally.Mark{1, 2}}}},
	{`close-second 10 bundle=3`, On{3, CloseSecond{10}}},
	{`second 1 by="李四" seat=b`, OpenSecond{1, "李四", "", "b"}},
	{`spot 1 by="李四" dice=31415 seat=b`, DrawSpot{1, "李四", "31415", "b"}},
	{`close-count by="王某某"`, CloseCount{By: "王某某"}},
	{`close-count by="王某某" saw="各束封签完好"`, CloseCount{By: "王某某", Saw: "各束封签完好"}},
	{`fact s2 kind=accountable source="通报〔2023〕7号"`, RecordFact{"s2", "accountable", "通报〔2023〕7号"}},
	{`withdraw-fact s2 kind=accountable reason="对象有误"`, WithdrawFact{"s2", "accountable", "对象有误"}},
	{`assess s1 source=visit grade=好 score=88.5 note="现场有台账"`, AssessSubject{"s1", "visit", "好", "88.5", "现场有台账"}},
	{`assess s1 source=visit`, AssessSubject{"s1", "visit", "", "", ""}},
	{`opinion s1 merits="抓得实" problems=""`, WriteOpinion{"s1", "抓得实", ""}},
	{`decide s1 好`, DecideGrade{"s1", "好", ""}},
	{`decide s1 较好 reason="台账不实"`, DecideGrade{"s1", "较好", "台账不实"}},
	{`decide s1 "A = B"`, DecideGrade{"s1", "A = B", ""}},
	{`decide s1 "#1"`, DecideGrade{"s1", "#1", ""}},
	{`correct bundle=3 sheet=4 1 2 by="王某某" reason="录错一格"`, CorrectSheet{3, 4, []tally.Mark{1, 2}, 0, "王某某", "录错一格"}},
	{`correct bundle=3 sheet=4 void=2 by="王某某" reason="票面污损"`, CorrectSheet{3, 4, nil, 2, "王某某", "票面污损"}},
	{`correct-heads expected=46 present=43 by="王某某" reason="迟到一人"`, CorrectHeads{"", 46, 43, nil, "王某某", "迟到一人"}},
	{`correct-heads class=member expected=30 present=28 by="王某某" reason="迟到一人"`, CorrectHeads{"member", 30, 28, nil, "王某某", "迟到一人"}},
	{`correct-heads expected=46 present=43 leave=0 by="王某某" reason="请假的到了"`, CorrectHeads{"", 46, 43, new(0), "王某某", "请假的到了"}},
	{`officers place="三楼会议室" scrutineers=王某某、陈某某 tellers=张三,李四`, NameOfficers{Place: "三楼会议室", Scrutineers: []string{"王某某", "陈某某"}, Tellers: []string{"张三", "李四"}}},
	{`vouch name="张三" reason="人手不够"`, Vouch{"张三", "人手不够"}},
	{`officers chair="周某某" recorder="李某某" reason="人手不够"`, NameOfficers{Chair: "周某某", Recorder: "李某某", Reason: "人手不够"}},
	{`correct-piles class=a subject=s2 0=1,0 2=24,11,5,0,1,0 by="王某某" reason="第二行数错"`, CorrectPiles{"a", "s2", []Pile{{Row: 0, Numbers: []int{1, 0}}, {Row: 2, Numbers: []int{24, 11, 5, 0}, Blank: 1}}, "王某某", "第二行数错"}},
	{`comment s1 text="要多下基层"`, NoteComments{[]Comment{{"s1", "要多下基层"}}}},
	{`comment text="会议太长"`, NoteComments{[]Comment{{"", "会议太长"}}}},
	{`comments s2 "好" "" "会议太长" s1 "a=b"`, NoteComments{[]Comment{{"s2", "好"}, {"", "会议太长"}, {"s1", "a=b"}}}},
	{`piles class=a by="张三"`, OpenPiles{Class: "a", By: "张三"}},
	{`piles-again subject=s2 by="李四"`, OpenPiles{Subject: "s2", By: "李四", Again: true}},
	{`pile 1 33 6 2 0 blank=1 spoiled=1`, CountPile{Pile{1, []int{33, 6, 2, 0}, 1, 1}}},
	{`pile 0 1 0`, CountPile{Pile{Numbers: []int{1, 0}}}},
	{`close-piles 43`, ClosePiles{43}},
	{`repile 2 33 6 2 0 of=second`, CountPileAgain{Pile{Row: 2, Numbers: []int{33, 6, 2, 0}}, SecondEntry}},
	{`rule-pile 2 33 6 1 0 blank=1 by="王某某" reason="票面未勾"`, RulePile{Pile{Row: 2, Numbers: []int{33, 6, 1, 0}, Blank: 1}, "王某某", "票面未勾"}},
	{`leave-piles reason="李四临时离开"`, LeavePiles{"李四临时离开"}},
	{`withdraw-piles class=a subject=s2 reason="收回数有误"`, WithdrawPiles{"a", "s2", "收回数有误"}},
	{`reopen-count by="王某某" reason="又找到一张"`, ReopenCount{"王某某", "又找到一张"}},
	{`withdraw-sheet bundle=3 sheet=4 by="王某某" reason="是另一类的票"`, WithdrawSheet{3, 4, "王某某", "是另一类的票"}},
	{`recount by="王某某" reason="有人提出异议"`, RecountSheets{By: "王某某", Reason: "有人提出异议"}},
	{`recount class=a subject=s2 by="王某某" reason="有人提出异议"`, RecountSheets{"a", "s2", "王某某", "有人提出异议"}},
	{`close-count by="王某某" saw="各组完好" stands=first`, CloseCount{"王某某", "各组完好", FirstEntry, ""}},
	{`small-class a into=b by="王某某"`, SettleClass{"a", "b", "王某某"}},
	{`small-class a by="王某某"`, SettleClass{"a", "", "王某某"}},
	{`void-round by="王某某" reason="有人代投"`, VoidRound{"王某某", "有人代投", nil}},
	{`void-round subjects=s1,s3 by="王某某" reason="有人代投"`, VoidRound{"王某某", "有人代投", []string{"s1", "s3"}}},
	{`exempt s2 reason="到任不足半年"`, ExemptSubject{"s2", "到任不足半年"}},
	{`restore s2 reason="已满半年"`, RestoreSubject{"s2", "已满半年"}},
	{`announce votes`, AnnounceResult{Votes}},
	{`announce grades`, AnnounceResult{Grades}},
	{`seal`, Seal{}},
	{`start report:s1 reason="审核人出差"`, StartItem{"report:s1", "审核人出差"}},
	{`file-plan date=2023-12-05`, FilePlan{Date: on("2023-12-05")}},
	{`file-plan date=2023-12-05 to="市委直属机关工委"`, FilePlan{on("2023-12-05"), "市委直属机关工委"}},
	{`vet s1 passed by="组织委员"`, VetReport{Subject: "s1", Outcome: Passed, By: "组织委员"}},
	{`vet s1 returned by="组织委员" own=no causes=yes problems=yes missing=1,3 note="第三项没有写到"`, VetReport{"s1", Returned, "组织委员", No, Yes, Yes, []int{1, 3}, "第三项没有写到"}},
	{`attach report:s1 name="述职报告.docx" size=20480 sha256=3f`, AttachFile{"report:s1", "述职报告.docx", 20480, "3f"}},
	{`duty what="会务和记录" who="办公室 李某某"`, AssignDuty{"会务和记录", "办公室 李某某"}},
	{`question s1 text="学习台账为什么不全？"`, NoteQuestion{"s1", "学习台账为什么不全？"}},
	{`question text="何时公布？"`, NoteQuestion{"", "何时公布？"}},
	{`problem s1 origin=self text="学习抓得不紧"`, RecordProblem{"s1", BySelf, "学习抓得不紧", Remedy{}}},
	{`problem s2 origin=masses text="联系群众少" measure="每月走访" target="覆盖全体" who="支部书记" branch="第二党支部" due=2024-06-30`, RecordProblem{"s2", ByMasses, "联系群众少", Remedy{"每月走访", "覆盖全体", "支部书记", "第二党支部", on("2024-06-30"), ""}}},
	{`problem s1 origin=self text="学习少" due=2024年第二季度`, RecordProblem{"s1", BySelf, "学习少", Remedy{Due: on("2024-06-30"), Limit: "2024年第二季度"}}},
	{`problem s1 origin=self text="学习少" due=立行立改`, RecordProblem{"s1", BySelf, "学习少", Remedy{Limit: "立行立改"}}},
	{`carry p8 bag="urn:bag" year=2022 was="第一党支部书记" origin=superior text="台账不全"`, CarryProblem{Bag: "urn:bag", Earlier: "p8", Year: 2022, Was: "第一党支部书记", Origin: BySuperior, Text: "台账不全"}},
	{`carry p7 2024-01-18T04:00:00Z amended who "李某某" "" "" "" signed-off "" "" "党总支" 2023-06-01 bag="urn:bag" year=2022 was="第一党支部书记" subject=s1 origin=superior text="台账不全" who="支部书记" signed-by="党总支" signed-on=2023-06-01`, CarryProblem{
		"urn:bag", "p7", 2022, "第一党支部书记", "s1", BySuperior, "台账不全", Remedy{Who: "支部书记"}, "党总支", on("2023-06-01"),
		[]Past{{At: noon, Act: ActAmended, Field: "who", Text: "李某某"}, {Act: ActSignedOff, By: "党总支", Date: on("2023-06-01")}},
	}},
	{`amend p3 measure="每周一学" due=2024-06-30`, AmendProblem{"p3", Changes{Measure: new("每周一学"), Due: new(on("2024-06-30")), Limit: new("")}}},
	{`amend p3 subject=s2 origin=masses text="学习不够" target="" who="李某某" branch="第一党支部" due=""`, AmendProblem{"p3", Changes{Subject: new("s2"), Origin: new(ByMasses), Text: new("学习不够"), Target: new(""), Who: new("李某某"), Branch: new("第一党支部"), Due: new(plan.Day{}), Limit: new("")}}},
	{`amend p3 due=2024年底前，并长期坚持`, AmendProblem{"p3", Changes{Due: new(on("2024-12-31")), Limit: new("2024年底前，并长期坚持")}}},
	{`progress p3 date=2024-03-01 text="已学两次"`, NoteProgress{"p3", on("2024-03-01"), "已学两次"}},
	{`progress p3 date=2024年3月1日 text="已学两次"`, NoteProgress{"p3", on("2024-03-01"), "已学两次"}},
	{`sign-off p3 by="党总支" date=2024-06-01`, SignOffProblem{"p3", "党总支", on("2024-06-01")}},
	{`return p3 reason="没有记录"`, ReturnProblem{"p3", "没有记录"}},
	{`link p3 to=p1`, LinkProblem{"p3", "p1"}},
	{`file paper=ledger date=2024-02-09`, FilePaper{Paper: "ledger", Date: on("2024-02-09")}},
	{`file all date=2024-02-09 to="市委直属机关工委"`, FileAll{on("2024-02-09"), "市委直属机关工委"}},
}

// A line is its order, and every command has a line here.
func TestLines(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range lines {
		word, _, _ := strings.Cut(c.line, " ")
		seen[word] = true
		got, err := State{}.Parse(c.line)
		if err != nil || !reflect.DeepEqual(got, c.order) {
			t.Errorf("%q is %#v (%v), not %#v", c.line, got, err, c.order)
		}
	}
	for _, l := range Lines {
		word := l.Name
		if !seen[word] {
			t.Errorf("the table has no line for %s", word)
		}
	}
}

// Every order can be given by a line, but for the one that opens a session.
func TestEveryOrderHasALine(t *testing.T) {
	listed := map[string]bool{}
	for _, c := range lines {
		listed[reflect.TypeOf(c.order).Name()] = true
	}
	for _, name := range deciders(t) {
		if listed[name] == (name == "OpenSession") {
			t.Errorf("%s is in a line: %v", name, listed[name])
		}
	}
}

// deciders are the names of all orders: whatever has a method decide.
func deciders(t *testing.T) (names []string) {
	files, err := filepath.Glob("*.go")
	must(t, err)
	for _, file := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		must(t, err)
		for _, d := range tree.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "decide" {
				names = append(names, f.Recv.List[0].Type.(*ast.Ident).Name)
			}
		}
	}
	if len(names) < 50 {
		t.Fatalf("only %d orders are found: %v", len(names), names)
	}
	return names
}

// Whatever text stands between quotation marks, the order has it, composed.
func TestLineLaw(t *testing.T) {
	inQuotes := regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`)
	plain := strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\n`, "\n")
	word := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.SampledFrom([]rune("a=\"#\\ \n好:1,")), 0, 6, -1))
	rapid.Check(t, func(t *rapid.T) {
		c := pick(t, "line", lines)
		for _, found := range inQuotes.FindAllStringSubmatch(c.line, -1) {
			if found[1] == "" {
				continue // many a text is empty
			}
			text := word.Draw(t, "text")
			line := strings.ReplaceAll(c.line, found[0], quoted(text))
			want := reworded(reflect.ValueOf(c.order), plain.Replace(found[1]), typed.Compose(text)).Interface()
			if got, err := (State{}).Parse(line); err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("%q\nis read %#v, %v\nand not %#v", line, got, err, want)
			}
		}
	})
}

// quoted is a text as it stands in a line.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text) + `"`
}

// reworded is a value in which one text stands for another.
func reworded(v reflect.Value, was, now string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		if v.String() == was {
			out.SetString(now)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(reworded(v.Field(i), was, now))
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(reworded(v.Elem(), was, now))
		}
	case reflect.Slice:
		if v.Len() > 0 {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(reworded(v.Index(i), was, now))
			}
		}
	}
	return out
}

// anyLine is any order that a line can give, however senseless.
func anyLine() *rapid.Generator[Order] {
	word := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.SampledFrom([]rune("a=\"#\\ \n好:1")), 0, 6, -1))
	n := rapid.Int()
	marks := rapid.SliceOfN(rapid.Map(rapid.IntRange(1, 9), func(i int) tally.Mark { return tally.Mark(i) }), 1, 60)
	return rapid.Custom(func(t *rapid.T) Order {
		w := func() string { return word.Draw(t, "word") }
		i := func() int { return n.Draw(t, "number") }
		switch even(t, 43, "order") {
		case 0:
			return CountHeads{w(), i(), i(), i(), Witness{w(), w()}}
		case 1:
			return StartItem{w(), w()}
		case 2:
			return SkipItem{w(), w()}
		case 3:
			return AddTime{i()}
		case 4:
			return NoteReview{w(), w(), w()}
		case 5:
			return NoteSpeech{w()}
		case 6:
			return IssueSheets{i(), w(), w(), w(), i(), i(), i(), Witness{w(), w()}}
		case 7:
			return CollectSheets{i(), w(), w(), Witness{w(), w()}}
		case 8:
			return EnterBallot{marks.Draw(t, "marks")}
		case 9:
			return VoidBallot{i()}
		case 10:
			return Settle{Place: i(), Marks: marks.Draw(t, "marks"), By: w()}
		case 11:
			return Settle{Place: i(), Void: rapid.IntRange(1, 9).Draw(t, "void"), By: w()}
		case 12:
			return CloseBundle{i()}
		case 13:
			return CloseCount{w(), w(), Side(pick(t, "stands", []string{"", w()})), w()}
		case 14:
			return RecordFact{w(), w(), w()}
		case 15:
			return WithdrawFact{w(), w(), w()}
		case 16:
			return DecideGrade{w(), w(), w()}
		case 17:
			return OpenBundle{w(), w(), w(), w(), w(), w(), ""}
		case 18:
			return AssessSubject{w(), w(), w(), w(), w()}
		case 19:
			return WriteOpinion{w(), w(), w()}
		case 20:
			return MendSlip{i(), rapid.Bool().Draw(t, "doubled"), Side(w())}
		case 21:
			return OpenSecond{i(), w(), w(), ""}
		case 22:
			return DrawSpot{i(), w(), w(), ""}
		case 23:
			return CloseSecond{i()}
		case 24:
			return LeaveCheck{w()}
		case 25:
			return KeyAgain{Sheet: i(), Of: Side(w()), Marks: marks.Draw(t, "marks")}
		case 26:
			return KeyAgain{Sheet: i(), Of: Side(w()), Void: rapid.IntRange(1, 9).Draw(t, "void")}
		case 27:
			return KeyAgain{Sheet: i(), Of: Side(w()), Doubtful: true}
		case 28:
			return RuleSheet{Sheet: i(), Marks: marks.Draw(t, "marks"), By: w(), Reason: w()}
		case 29:
			return RuleSheet{Sheet: i(), Void: rapid.IntRange(1, 9).Draw(t, "void"), By: w(), Reason: w()}
		case 32:
			return pick(t, "reopening", []Order{
				ReopenCount{w(), w()}, WithdrawSheet{i(), i(), w(), w()}, RecountSheets{w(), w(), w(), w()}, VoidRound{w(), w(), []string{w()}},
				SettleClass{w(), w(), w()}, ExemptSubject{w(), w()}, RestoreSubject{w(), w()}, AnnounceResult{Matter(w())},
			})
		case 30, 31:
			return anyPileLine(t, w, i)
		case 34, 35, 36, 37, 38, 39, 40, 41, 42, 43:
			return anyYearLine(t, w, i)
		default:
			bare := []Order{FinishItem{}, PauseClock{}, ResumeClock{}, OpenBundle{}, SetAside{}, TakeBack{}, Seal{}}
			return rapid.SampledFrom(bare).Draw(t, "bare")
		}
	})
}

// Of two words that a line does not know, always the same one is named.
func TestTheSameFaultIsNamed(t *testing.T) {
	for range 50 {
		if _, err := (State{}).Parse(`seal b=1 a=1 d=1 c=1`); err.Error() != "unknown-argument argument=a command=seal" {
			t.Fatal(err)
		}
	}
}

// FuzzParse: no line is too strange, and whatever is wrong with one is a refusal.
func FuzzParse(f *testing.F) {
	for _, c := range lines {
		f.Add(c.line)
	}
	for _, file := range []string{"lines", "text", "bundles", "doubtful"} {
		src, err := os.ReadFile("testdata/meetings/" + file + ".txt")
		must(f, err)
		for line := range strings.Lines(string(src)) {
			f.Add(strings.TrimSuffix(line, "\n"))
		}
	}
	f.Add(`settle 1 0 reason=0`)
	f.Add(`b "7`)
	f.Add(`speech text="\`)
	f.Add("b 1\u00a01")
	f.Fuzz(func(t *testing.T, line string) {
		o, err := State{}.Parse(line)
		if err != nil {
			if r, ok := err.(*Refusal); !ok || !slices.Contains(Codes, r.Code) {
				t.Fatalf("%v is no refusal", err)
			}
			return
		}
		if again, err := (State{}).Parse(line); err != nil || !reflect.DeepEqual(again, o) {
			t.Fatalf("%q is %#v, and then %#v, %v", line, o, again, err)
		}
	})
}
