package docx_test

import (
	"strings"
	"testing"

	"shuping/internal/docx"
)

func TestLinesBreakAtWords(t *testing.T) {
	for _, c := range []struct {
		words string
		most  int
		want  string
	}{
		{"2023年度 述职评议表", 20, "2023年度述职评议表"},
		{"根河市 市场监督管理局 党总支 2023年度 党支部书记 抓基层党建工作 述职评议表", 19, "根河市市场监督管理局党总支2023年度/党支部书记抓基层党建工作述职评议表"},
		{"一二三四五六七八九十 一", 10, "一二三四五六七八九十/一"},
		{"一二三四五 六七八九十 一二", 10, "一二三四五/六七八九十一二"},
		{"一二三四五六七八九十一", 10, ""},
		{"", 10, ""},
	} {
		if got := strings.Join(docx.Lines(strings.Fields(c.words), c.most), "/"); got != c.want {
			t.Errorf("%s on lines of %d: %s, not %s", c.words, c.most, got, c.want)
		}
	}
}
