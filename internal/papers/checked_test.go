package papers_test

import (
	"strings"
	"testing"
	"time"

	"shuping/internal/meeting"
	"shuping/internal/papers"
)

// textsOf is the text of every paper of s, by its ID.
func textsOf(t testing.TB, s meeting.State) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, d := range documents(t, s, info) {
		out[d.ID] = "\n" + textOf(t, d.Bytes)
	}
	return out
}

// What was done stands in the papers in which it belongs. Cells of a row are lines.
func TestPapersSayWhatWasDone(t *testing.T) {
	every := every(t)
	every["stacked"] = stacked(t)
	for name, want := range map[string]map[string][]string{
		"resealed": {
			"minutes": {
				"\n监票人：赵六。\n录入：张三。\n复核：李四。\n", "更正前（第一版，曾封存）：应到9人，实到8人；",
				"\n待认定票1张，由监票人认定：第2组第2张（王某某，票面勾在“好”）。\n", "\n会后更正情况见《更正说明》。\n",
			},
			"gates": {
				"\n到会\n应到9人，实到8人\n王某某\n逐排清点\n", "\n发出\n印制10张，发出8张，销毁2张\n王某某\n备用票当众销毁\n",
				"\n收回\n收回7张\n王某某\n当众开箱\n", "\n计票结束\n有效票6张，无效票1张\n王某某\n各束封签完好\n",
				"\n1\n4\n张三\n重录\n李四\n1\n1\n", "\n第2组第1次抽查：当众掷骰31415，抽出第1、2、3张，由李四重读，其中第2张原录有误。\n第2组第2次抽查：当众掷骰26262，抽出第1、2、3张，由李四重读。\n", "\n待认定票1张，由监票人认定：第2组第2张（王某某，",
			},
			"summary": {
				"（第一轮测评　第四版）", "\n2\n第二党支部书记\n原第一版\n曾封存\n1\n20.00%\n3\n60.00%\n1\n20.00%\n0\n0.00%\n1\n0\n5\n1\n20.00%\n较好\n差\n",
				"\n2\n第二党支部书记\n现第四版\n2\n33.33%\n4\n66.67%\n0\n0.00%\n0\n0.00%\n1\n0\n6\n0\n0.00%\n较好\n较好\n", "\n监票人（签字）：计票人（签字）：汇总人（签字）：\n",
			},
			"count": {
				"应到9人，实到9人；发出评议表8张，收回7张，其中有效票7张，无效票0张。发出数少于实到人数，收回数少于发出数，票数相符，测评有效。",
				"\n计票：张三。复核：李四。计票、复核经过见《计票复核明细》。\n",
				"\n封存词：春风 大树", "\n监票人：",
			},
			"details": {
				"\n原第一版\n曾封存\n9\n8\n8\n7\n6\n1\n现第四版\n9\n9\n8\n7\n7\n0\n", "发出≤实到：8≤9；收回≤发出：7≤8；有效+无效=收回：7+0=7；发出+销毁=印制：8+2=10。",
				"各组张数：4+3=收回7。逐行核对，各项票数合计均等于有效张数。票数相符。", "\n组号\n张数\n录入\n复核方式\n复核人\n不一致\n认定\n1\n4\n张三\n重录\n李四\n1\n1\n2\n3\n张三\n抽查\n李四\n0\n0\n",
				"\n第一轮 第1组\n4张\n录入：张三\n重录：李四\n监票人：\n",
			},
			"grounds-s2": {"更正前（第一版，曾封存）：“好”1票（20.00%）"},
			"written":    {"\n对会议：\n会议太长\n对第二党支部书记：\n=学习不够\n"},
			"correction": {
				"\n第二版：第1组第3张评议表\n原记：较好 · 一般\n更正为：较好 · 较好\n原因：=复看票面\n核实人：赵六\n",
				"\n第三版：第1组第4张评议表\n原记：废票：票面污损无法辨认\n更正为：好 · 好\n原因：不应作废\n核实人：赵六\n",
				"\n第二党支部书记：测评参考等次原（第一版）为较好，现为较好；按规定应确定的等次原为差，现为—；综合评价等次原为差，现为较好。\n",
			},
		},
		"again": {
			"minutes": {
				"\n第二轮：对第二党支部书记重新测评，其他人的票数不变。原因：姓名印错。由王某某提出。发出评议表40张，收回12张，有效票11张，无效票1张。\n",
				"应到46人，实到43人；发出评议表43张，收回42张，其中有效票41张，无效票1张。",
			},
			"summary": {"\n第二轮：对第二党支部书记重新测评，其他人的票数不变。", "\n2\n第二党支部书记\n现第四版\n8\n"},
			"count": {
				"发出评议表43张，收回42张，其中有效票41张，无效票1张。", "\n第2轮（第二党支部书记）：发出40张，收回12张，有效票11张，无效票1张。\n",
			},
			"details":    {"各组张数：10+10+10+10+2=收回42。", "\n第一轮\n43≤43\n42≤43\n41+1=42\n", "\n第2轮（第二党支部书记）\n40≤43\n12≤40\n11+1=12\n"},
			"correction": {"\n第二版：第二党支部书记重新测评\n", "\n第二版：第2轮（第二党支部书记）发出张数\n原记：0 张\n更正为：40 张\n"},
		},
		"few-merged": {
			"count": {"\nA类计票的评议表为3张，不足5张，为保护个人意见，与B类混合后一并计票，发出、收回的张数计入后者，", "发出14张，收回11张"},
		},
		"small-merged": {
			"minutes": {"\nA类到会3人，不足5人，为保护个人意见，与B类合并发放、计票，该类不再单独计权，其余各类按比例计，由王某某确认。\n"},
			"count":   {"\nA类到会3人，不足5人，为保护个人意见，与B类合并发放、计票，"},
		},
		"small-known": {
			"minutes":    {"\nA类到会3人，不足5人，该类票数照样单列，由此可能看出个人意见，会议知悉，由王某某确认。\n"},
			"grounds-s1": {"\n其中A类：“好”1票"},
		},
		"piles": {
			"gates":      {"\n分堆计票，由张三计数，由李四另行分堆复点，两人不一致1行，其中由监票人认定0行。\n"},
			"details":    {"\n全部评议表\n张三\n复点\n李四\n1\n0\n"},
			"correction": {"\n第二版：分堆票数\n原记：第 1 行 好 33 · 较好 6 ·"},
		},
		"stacked": {
			"minutes":    {"\n各类人员\nA类应到15人、实到12人；B类应到9人、实到8人\n"},
			"gates":      {"\n到会：A类\n应到15人，实到12人\n王某某\n", "\nB类：逐张录入。\n"},
			"grounds-s1": {"\n其中A类：“好”7票（87.50%），“较好”1票（12.50%），", "权重60%。"},
			"summary":    {"\n1\n第一党支部书记\n\nA类\n权重60%\n7\n87.50%\n1\n12.50%\n", "\n1\n第一党支部书记\n\n加权\n92.50%\n7.50%\n"},
			"details":    {"\nA类\n8≤12\n8≤8\n8+0=8\n8+3=11\nB类\n7≤8\n7≤7\n7+0=7\n—\n", "各组张数：15=收回15。", "\n第一轮 第15组 B类\n"},
		},
		"from-file": {
			"gates":   {"\n一部分逐张录入，一部分由文件导入。\n", "\n第1组由文件“票.csv”导入，其 SHA-256 为：\n" + strings.Repeat("3f", 32) + "\n"},
			"details": {"\n1\n1\n张三（文件）\n未复核\n—\n—\n—\n2\n1\n—\n未复核\n"},
		},
		"hidden": {
			"grounds-s1": {"\n某类评议表不足3张的，按方案不单列该类票数；"},
			"summary":    {"某类评议表不足3张的，"},
			"correction": {"\n第二版：第3组第2张评议表\n该类评议表太少，内容不列。\n"},
		},
		"too-few": {
			"minutes":    {"\n（五）第五党支部书记 王某某\n", "\n已读取的评议表不足 5 张，按方案暂不列出票数和等次。\n"},
			"summary":    {"\n已读取的评议表不足 5 张，", "\n1\n第一党支部书记\n—\n—\n"},
			"details":    {"有效+无效=收回：1+0=6（未成立）。"},
			"count":      {"\n已读取的评议表不足 5 张，"},
			"opinion-s1": {"\n综合评价等次\n已读取的评议表不足 5 张，"},
		},
	} {
		texts := textsOf(t, every[name])
		texts["gates"] = texts["details"] // what was confirmed, keyed and drawn
		for id, parts := range want {
			for _, part := range parts {
				if !strings.Contains(texts[id], part) {
					t.Errorf("%s, %s: no %q in\n%s", name, id, part, texts[id])
				}
			}
		}
	}
}

// What was not done is in no paper.
func TestPapersOfAPlainMeetingAreSilent(t *testing.T) {
	for id, text := range textsOf(t, told(t)) {
		for _, word := range []string{"关口", "提问", "重录", "抽查", "封签", "更正", "版次", "印制1", "写的意见", "不单列", "由文件", "分堆"} {
			if strings.Contains(text, word) {
				t.Errorf("%s says %q:\n%s", id, word, text)
			}
		}
	}
}

func TestPapersAreDraftsUntilSealedAgain(t *testing.T) {
	broken, sealed := textsOf(t, held(t, "watched")), textsOf(t, held(t, "resealed"))
	if len(broken) != 11 || len(sealed) != 17 {
		t.Fatalf("%d and %d papers", len(broken), len(sealed))
	}
	delete(broken, "sample") // a blank sheet rests on nothing
	delete(sealed, "sample")
	for id, text := range broken {
		again, tells := "\n草稿\n", onTheCount[strings.Split(id, "-")[0]]
		if tells {
			again = "\n草稿　第一轮　第四版　更正后待再次封存\n"
		}
		if !strings.Contains(text, again) {
			t.Errorf("%s does not say that it is a draft again", id)
		}
		if strings.Contains(sealed[id], "草稿") || tells != strings.Contains(sealed[id], "\n第一轮　第四版\n") {
			t.Errorf("%s is sealed again and says:\n%s", id, sealed[id])
		}
	}
}

// onTheCount are the papers that name their round and version where there are several.
var onTheCount = map[string]bool{"summary": true, "count": true, "details": true, "grounds": true, "correction": true}

// No paper has a figure of a class that is hidden, and each has one of a class
// that is not.
func TestNoDocumentTellsOfAHiddenClass(t *testing.T) {
	for id, text := range textsOf(t, held(t, "small-merged")) {
		if strings.Contains(text, "其中A类") {
			t.Errorf("%s tells the votes of a class that votes with another", id)
		}
	}
	for id, text := range textsOf(t, held(t, "hidden")) {
		for _, word := range []string{"其中A类", "其中B类", "分类票数", "权重 2/5"} {
			if strings.Contains(text, word) {
				t.Errorf("%s says %q", id, word)
			}
		}
	}
	for name, want := range map[string]int{"hidden": 0, "stacked": 2 * 2 * 11} {
		s := stacked(t)
		if name == "hidden" {
			s = held(t, name)
		}
		n := 0
		for figure := range papers.Figures(s, info) {
			if strings.Contains(figure, "_part_") {
				n++
			}
		}
		if n != want {
			t.Errorf("%s: %d figures of classes, not %d", name, n, want)
		}
	}
	for figure := range papers.Figures(held(t, "too-few"), info) {
		if strings.HasPrefix(figure, "f_s1_") || strings.HasPrefix(figure, "f_quota") {
			t.Errorf("%s is told of too few sheets", figure)
		}
	}
}

func TestQuestionsStandInTheMinutes(t *testing.T) {
	s := meet(t, genhe(t), false, "question s1 text=\"=发展党员为何滞后？\"\nquestion text=\"何时公布结果？\"\n")
	want := "\n四、会上提问\n向第一党支部书记：\n=发展党员为何滞后？\n未指定对象：\n何时公布结果？\n五、总结讲话\n"
	if text := textsOf(t, s)["minutes"]; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
}

// What is announced to the hall on the day of the meeting was still at the meeting, what
// is announced later was not.
func TestTheMeetingLastsUntilItWasAnnounced(t *testing.T) {
	s := meet(t, genhe(t), false, `start report:s1 reason="未及审核"
finish
attend expected=8 present=6
issue 6
collect 6
bundle by="张三"
`+strings.Repeat("b 1 1\n", 6)+`close-bundle 6
close-count by="王某某"
`)
	for days, want := range []string{"会议于11时00分散会。", "会议于9时00分散会。"} {
		at := time.Date(2024, 1, 20+days, 3, 0, 0, 0, time.UTC)
		s, _, err := meeting.Try(s, meeting.Person{}, at, meeting.AnnounceResult{What: meeting.Votes})
		if err != nil {
			t.Fatal(err)
		}
		if text := textsOf(t, s)["minutes"]; !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// The cover lines stand on a page of their own while they are few.
func TestCoverLinesAreLeftOutWhereTheyAreMany(t *testing.T) {
	var script strings.Builder
	script.WriteString("attend expected=20 present=20\nissue 16\ncollect 16\n")
	for range 16 {
		script.WriteString("bundle by=\"张三\"\nb 1 1\nclose-bundle 1\n")
	}
	if text := textsOf(t, meet(t, genhe(t), false, script.String()))["details"]; strings.Contains(text, "封签") || !strings.Contains(text, "各组张数：16=收回16。") {
		t.Errorf("the report says\n%s", text)
	}
}

// The report of the count says with which page an export is checked, as it stood when
// the count was sealed; one that was sealed without it says nothing of a page.
func TestTheReportHasTheSumOfThePageThatWasSealed(t *testing.T) {
	s, sum := held(t, "small-merged"), strings.Repeat("3f", 32)
	if text := textsOf(t, s)["count"]; strings.Contains(text, "check.html") {
		t.Errorf("no page was sealed, and the report says %s", text)
	}
	s.CheckPage = sum
	s, _, err := meeting.Try(s, meeting.Person{}, s.Seals[0].At, meeting.ReopenCount{By: "王某某", Reason: "再看一遍"}, meeting.CloseCount{By: "王某某"})
	if err != nil {
		t.Fatal(err)
	}
	s.CheckPage = "" // as whoever reads it later
	if text := textsOf(t, s)["count"]; !strings.Contains(text, "\n核验网页check.html的SHA-256："+sum+"\n") {
		t.Errorf("the report does not say the sum of the page: %s", text)
	}
}
