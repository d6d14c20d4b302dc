package look

import "testing"

func TestMiddleGivesWay(t *testing.T) {
	l := New(true, Full)
	for _, c := range []struct {
		s     string
		width int
		want  string
	}{
		{"第一党支部书记", 20, "第一党支部书记"},
		{"根河市市场监督管理局第一党支部书记", 21, "根河市市场…党支部书记"},
		{"根河市市场监督管理局第一党支部书记", 1, ""},
		{"abcdefgh", 5, "ab…gh"},
	} {
		if got := l.Middle(c.s, c.width); got != c.want || Width(got) > c.width {
			t.Errorf("%q in %d is %q", c.s, c.width, got)
		}
	}
}

func TestNamesStayApart(t *testing.T) {
	l := New(true, Full)
	for _, names := range [][]string{
		{"根河市市场监督管理局第一党支部书记", "根河市市场监督管理局第二党支部书记"},
		{"好里堡市场监督管理所党支部书记", "得耳布尔市场监督管理所党支部书记", "金河市场监督管理所党支部书记"},
		{"根河市市场监督管理局第一党支部书记", "根河市市场监督管理局第二党支部书记", "根河市市场监督管理局第三党支部书记", "根河市市场监督管理局第十一党支部书记"},
		{"甲甲甲甲甲甲甲甲甲甲一乙乙乙乙乙乙乙乙乙乙乙", "甲甲甲甲甲甲甲甲甲甲二乙乙乙乙乙乙乙乙乙乙乙"},
	} {
		for width := 9; width < 40; width++ {
			got := l.Apart(names, width)
			for i := range got {
				if Width(got[i]) > width {
					t.Errorf("%q is %d wide in %d", got[i], Width(got[i]), width)
				}
				for j := range i {
					if got[i] == got[j] {
						t.Errorf("in %d cells %q and %q are both %q", width, names[i], names[j], got[i])
					}
				}
			}
		}
	}
}
