package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// offices are words that an office does not use, or uses for something else, and what
// stands in their place.
var offices = []struct{ not, but string }{
	{`(^|[^结约])束`, "组"},
	{`存盘`, "保存"},
	{`废票`, "无效票"},
	{`存疑|裁定`, "待认定、认定"},
	{`(^|[^票])作废`, "无效；作废只说备用票"},
	{`留言`, "书面意见"},
	{`重新发表`, "重新发放评议表"},
	{`报备`, "报送备案"},
	{`钥匙`, "签名密钥指纹"},
	{`档案包`, "归档包"},
	{`分项票数|分堆清点|分堆计数`, "分类票数、分堆计票"},
	{`刚录`, "最近录入"},
	{`(^|[^重])复录`, "复核，第二人重录"},
	{`漏录重录|漏录、重录…`, "补漏、去重"},
	{`抽屉`, "个人记录"},
	{`关口`, "环节"},
	{`看到的情况|看到的是`, "监督情况、确认"},
	{`不好的票`, "“一般”“差”票占比"},
	{`较低等次`, "评为“较好”及以下"},
	{`谁的问题|问题从哪里来|谁审核的|怎样去的|在哪里？`, "述职人、问题来源、审核人、调研方式、调研地点"},
	{`打了招呼|没有打招呼`, "事先通知、不打招呼"},
	{`查摆问题占`, "查摆问题具体、有一定篇幅"},
	{`建议等次`, "参考等次"},
	{`票数(不|未)?闭合`, "票数相符"},
	{`简单字形|换屏`, "简化显示、下一屏"},
	{`十六组|校验组`, "校验码（16段）"},
	{`此行无效|此行弃权`, "该项无效、该项弃权"},
	{`自己弹出`, "自动弹出"},
}

// wrongly is what stands in a text in the words of no office, and what should.
func wrongly(text string) string {
	for _, w := range offices {
		if regexp.MustCompile(w.not).MatchString(text) {
			return w.but
		}
	}
	return ""
}

// TestWordsOfAnOffice: no sentence of this package, and no page of the manual, has a
// word that an office does not use.
func TestWordsOfAnOffice(t *testing.T) {
	said := 0
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "filed") { // and what stands in exports stays
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, is := n.(*ast.BasicLit)
			if !is || lit.Kind != token.STRING {
				return true
			}
			text, _ := strconv.Unquote(lit.Value)
			said++
			if but := wrongly(text); but != "" {
				t.Errorf("%s says %q; the word is %s", set.Position(lit.Pos()), text, but)
			}
			return true
		})
	}
	pages, err := filepath.Glob("../../data/manual/zh/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range pages {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		told, _, _ := strings.Cut(string(text), "\n## 15. ") // behind which stand the words of seals
		for n, line := range strings.Split(told, "\n") {
			if but := wrongly(line); but != "" {
				t.Errorf("%s, line %d: %q; the word is %s", name, n+1, line, but)
			}
		}
	}
	if said < 1000 || len(pages) < 10 {
		t.Errorf("%d sentences and %d pages were read", said, len(pages))
	}
}

// TestAWrongWordIsFound wherever it stands, and none is found in another word.
func TestAWrongWordIsFound(t *testing.T) {
	for _, text := range []string{"束封", "第 3 束", "已存盘", "本轮作废", "复录人", "测评建议等次", "票数不闭合"} {
		if wrongly(text) == "" {
			t.Errorf("%q is let through", text)
		}
	}
	for _, text := range []string{"计票结束", "有约束力", "备用票作废", "重复录入", "引号没有闭合", "参考等次"} {
		if but := wrongly(text); but != "" {
			t.Errorf("%q should be %s", text, but)
		}
	}
}
