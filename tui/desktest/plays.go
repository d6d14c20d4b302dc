package desktest

import (
	"strings"
	"testing"
)

// Pieces of a meeting by script, on the house plan.
const (
	Reports = `start report:s1
wait 9m41s
finish
start review:s1
wait 4m20s
finish
start report:s2
wait 10m5s
finish
start review:s2
wait 3m58s
finish
start speech
wait 6m12s
finish
start evaluation
`
	Gates = `attend expected=46 present=43
issue 43
collect 42
`
	Spoken = `review s1 text="理论学习抓得实，“第一议题”落实好；整改台账要按月销号。"
review s2 text="党员教育管理有短板。"
speech text="抓好整改落实，做到件件有着落。"
`
)

// Counted is the whole count of the house plan, 41 valid and 1 void.
func Counted() []string {
	var b strings.Builder
	b.WriteString(Reports + Gates)
	marks := []struct {
		n    int
		line string
	}{{22, "b 1 1"}, {10, "b 1 2"}, {1, "b 1 3"}, {2, "b 2 2"}, {2, "b 2 3"}, {1, "b 3 1"}, {1, "b 3 4"}, {1, "b 2 1"}, {1, "b 2 3"}, {1, "b 0 reason=1"}}
	n := 0
	for _, m := range marks {
		for range m.n {
			if n%10 == 0 {
				b.WriteString("bundle\n")
			}
			b.WriteString(m.line + "\n")
			if n++; n%10 == 0 {
				b.WriteString("close-bundle 10\n")
			}
		}
	}
	b.WriteString("close-bundle 2\n")
	return Script(b.String())
}

// Closed is counted and confirmed by the scrutineer.
func Closed() []string { return Script(Counted(), `close-count by="王监票"`) }

// Decided is closed, with both grades decided.
func Decided() []string {
	return Script(Closed(), "wait 10m\nfinish\ndecide s1 好 reason=\"群众评价与平时了解一致\"\ndecide s2 差 reason=\"按方案否决\"")
}

// Subjects is the house plan with so many subjects, With with a key set otherwise.
func Subjects(n int) func(testing.TB) string {
	return func(t testing.TB) string { return PlanFor(t, Many(n)...) }
}

func With(key, value string) func(testing.TB) string {
	return func(t testing.TB) string { return Setting(House(t), key, value) }
}

// Vote is one bundle of ten sheets for n subjects, closed.
func Vote(n int) []string {
	return Script("attend expected=12 present=10\nissue 10\ncollect 10\nbundle",
		Sheets(6, n, 1), Sheets(3, n, 2), Sheets(1, n, 4), "close-bundle 10\nclose-count by=\"王监票\"")
}

// LongNames is the house plan with posts and names that are longer than their columns.
func LongNames(t testing.TB) string {
	return PlanFor(t, "市场监督管理综合行政执法大队第一党支部委员会书记 阿卜杜热合曼·买买提吐尔逊", "市场监督管理综合行政执法大队第二党支部委员会书记 𬭎堃喆")
}

// Carried is last year's problems of the first subject.
const Carried = `carry p1 "" recorded "" "" "" "" bag="shuping-2022-1-3fa9c2d10b77" year=2022 was="第一党支部书记" subject=s1 origin=superior text="学习记录不全" due=2023-06-30
carry p2 "" recorded "" "" "" "" bag="shuping-2022-1-3fa9c2d10b77" year=2022 was="第一党支部书记" subject=s1 origin=masses text="窗口等候时间长" signed-by="赵六" signed-on=2023-05-01`

// Problems is a ledger with a problem of every standing.
func Problems() []string {
	return Script(`problem s1 origin=superior text="主题教育学习台账不全，“第一议题”记录缺 3 次" measure="补记并由支委会按月检查" who="张三" branch="第一党支部" due=2023-12-31
problem s1 origin=masses text="服务窗口等候时间长" due=2024-01-25
problem s2 origin=self text="党员教育管理有短板，外出党员联系不够" who="李四、王五"
problem s2 origin=assessment text="组织生活会整改措施没有时限"
progress p1 date=2024-01-10 text="已补记两次"
sign-off p3 by="赵六" date=2024-01-12
return p3 reason="材料不全"
sign-off p4 by="赵六" date=2024-01-15`)
}
