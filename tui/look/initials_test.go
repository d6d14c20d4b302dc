package look

import "testing"

func TestInitials(t *testing.T) {
	for s, want := range map[string]string{
		"封组": "fz", "议程": "yc", "更正人数、张数": "gzrszs", "F9 投影": "fty", "Close the pack": "ctp",
		"啊座": "az", "喆": "", "待认定": "drd", "": "",
	} {
		if got := Initials(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}
