package seat

import (
	"bytes"
	"io"
	"net/netip"
	"slices"
	"testing"
	"testing/iotest"
)

func TestOffers(t *testing.T) {
	at := func(list ...string) (out []addressed) {
		for _, a := range list {
			out = append(out, addressed{netip.MustParseAddr(a), "via"})
		}
		return out
	}
	for _, c := range []struct{ has, want []string }{
		{[]string{"8.8.8.8", "169.254.3.7", "fe80::1", "fd00::5", "192.168.1.5", "10.0.0.9"}, []string{"192.168.1.5", "10.0.0.9", "169.254.3.7"}},
		{[]string{"fe80::1", "fd00::5", "2001:db8::1"}, []string{"fd00::5"}},
		{nil, nil},
	} {
		var got []string
		for _, o := range offers(at(c.has...)) {
			got = append(got, o.Address)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: %v", c.has, got)
		}
	}
}

func TestACharacterIsNeverHalf(t *testing.T) {
	const text = "a述评𠮷\x1b[A口令"
	for name, slow := range map[string]io.Reader{"bytes": iotest.OneByteReader(bytes.NewReader([]byte(text))), "halves": iotest.HalfReader(bytes.NewReader([]byte(text)))} {
		ended := false
		w := &wholeRunes{from: slow, ended: func() { ended = true }}
		var all []byte
		p := make([]byte, 7)
		for {
			n, err := w.Read(p)
			if err == nil && unfinished(p[:n]) > 0 {
				t.Errorf("%s: %q", name, p[:n])
			}
			all = append(all, p[:n]...)
			if err != nil {
				break
			}
		}
		if string(all) != text || !ended {
			t.Errorf("%s: %q", name, all)
		}
	}
}

func TestPINsAreReadAsPeopleTypeThem(t *testing.T) {
	d := &Door{set: Setting{PINs: map[Role]string{Eye: pin, "none": ""}}}
	for typed, want := range map[string]Role{
		"4719-2836": Eye, "47192836": Eye, " 4719 2836 ": Eye, "４７１９２８３６": Eye,
		"": "", "4719": "", "4719-2837": "", "4719-28360": "",
	} {
		if got := d.matches(typed); got != want {
			t.Errorf("%q: %q", typed, got)
		}
	}
}
