package field

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, line, text string }{
		{"述职评议", "述职评议", "述职评议"},
		{"a\r\nb\rc\nd\u2028e\x0bf", "a b c d e f", "a\nb\nc\nd\ne\nf"},
		{"\x1b[1;31m一般\x1b[m", "一般", "一般"},
		{"\x1b[200~差\x1b[201~", "差", "差"},
		{"\u009b31m差", "差", "差"},
		{"\x1b]8;;file://x\x1b\\link\x1b]8;;\x1b\\", "link", "link"},
		{"\x1bP1$r0m\x1b\\好", "好", "好"},
		{"\x1b_never ends 好", "_never ends 好", "_never ends 好"},
		{"\x1b\x1b[31m[32m", "[32m", "[32m"},
		{"\x1b(B好", "好", "好"},
		{"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c", "", ""},
		{"\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\U000E0041\u115f\u3164\uffa0\u034f", "", ""},
		{"❤\ufe0f", "❤", "❤"},
		{"葛\U000E0100", "葛\U000E0100", "葛\U000E0100"},
		{"葛\U000E0100\U000E0101", "葛\U000E0100", "葛\U000E0100"},
		{"𬭎\ufe00", "𬭎\ufe00", "𬭎\ufe00"},
		{"\u0301a", "a", "a"},
		{"a\n\u0301b", "a \u0301b", "a\nb"},
		{"A\u030a", "Å", "Å"},
		{"\uf900", "豈", "豈"},
		{"\ufffe\U0010FFFF", "", ""},
		{"\U000323B0", "\U000323B0", "\U000323B0"},
		{"　全角　", "　全角　", "　全角　"},
	} {
		if got := Clean(c.in, false); got != c.line {
			t.Errorf("%q in one line: %q, want %q", c.in, got, c.line)
		}
		if got := Clean(c.in, true); got != c.text {
			t.Errorf("%q in several lines: %q, want %q", c.in, got, c.text)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{
		"述职评议", "\x1b[31m红\x1b[0m", "\x1b]0;t\x07x", "a\r\nb", "\r\u200d\n", "葛\U000E0100", "\u0301", "\xff\xfe", "\u1100\u0300\u1161",
		"\x1b\x1b[m[m", "\u202eabc", "\uf900\U000E0100", "\u0344\u0345",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, multiline := range []bool{false, true} {
			clean := Clean(s, multiline)
			if again := Clean(clean, multiline); again != clean {
				t.Fatalf("%q: %q, then %q", s, clean, again)
			}
			if !utf8.ValidString(clean) || !norm.NFC.IsNormalString(clean) {
				t.Fatalf("%q: %q is not NFC", s, clean)
			}
			for _, r := range clean {
				if unicode.Is(unicode.Cc, r) && !(multiline && r == '\n') || unicode.Is(unicode.Cf, r) {
					t.Fatalf("%q: %q has %U", s, clean, r)
				}
			}
			if strings.Count(clean, "\n") > len(s) {
				t.Fatal("line breaks out of nowhere")
			}
		}
	})
}
