package tally

import (
	"math/big"
	"regexp"
	"strings"
	"testing"
)

func TestParseFraction(t *testing.T) {
	for s, want := range map[string]string{
		"1/10": "1/10", "10%": "1/10", "12.5%": "1/8", "0": "0", "1": "1", "2/4": "1/2", " 1 / 3 ": "1/3", "10 %": "1/10",
		"0/5": "0", "100%": "1", "110%": "11/10", "007/010": "7/10", "0.0000001%": "1/1000000000",
		"1000000000": "1000000000", "1/1000000000": "1/1000000000",
	} {
		f, err := ParseFraction(s)
		if err != nil || f.String() != want {
			t.Errorf("%q: %v, %v, want %s", s, f, err, want)
		}
	}
	for _, s := range []string{
		"", " ", "%", "/", "1/", "/2", "1/0", "0/0", "0.1", ".5%", "1.%", "1..5%", "-1", "-1/2", "1/-2", "-0", "+1", "+1/2",
		"1e3", "1e9%", "0x10", "0x10%", "0b1%", "1_000", "1_0%", "1/2%", "1%/2", "1/2/3", "half", "一半", "１/２", "NaN", "inf%",
		"1000000001", "1/1000000001", "0.00000001%", strings.Repeat("0", 65), "1e999999999%",
	} {
		if f, err := ParseFraction(s); err == nil {
			t.Errorf("%q is read as %v", s, f)
		}
	}
}

func TestFractionWords(t *testing.T) {
	for _, c := range []struct {
		f                     Fraction
		short, plain, percent string
	}{
		{Fraction{1, 10}, "10%", "0.1", "10.00"},
		{Fraction{1, 3}, "1/3", "1/3", "33.33"},
		{Fraction{5, 41}, "5/41", "5/41", "12.20"},
		{Fraction{1, 8}, "1/8", "0.125", "12.50"},
		{Fraction{151, 2}, "7550%", "75.5", "7550.00"},
		{Fraction{75, 1}, "7500%", "75", "7500.00"},
		{Fraction{1, 100000}, "1/100000", "1/100000", "0.00"},
		{Fraction{1, 20000}, "1/20000", "1/20000", "0.01"},
		{Fraction{}, "0%", "0", "0.00"},
	} {
		if s, p, q := c.f.Short(), c.f.Plain(), c.f.Percent(2); s != c.short || p != c.plain || q != c.percent {
			t.Errorf("%v: %q %q %q", c.f, s, p, q)
		}
	}
}

// TestFractionText: what was not given stays so.
func TestFractionText(t *testing.T) {
	var f Fraction
	text, err := f.MarshalText()
	if err != nil || len(text) != 0 || f.Given() {
		t.Errorf("%q, %v", text, err)
	}
	f = Fraction{1, 2}
	if err := f.UnmarshalText(nil); err != nil || f.Given() {
		t.Errorf("%v, %v", f, err)
	}
	if err := f.UnmarshalText([]byte("x")); err == nil {
		t.Error("no error")
	}
}

// octal is what big.Rat takes for one, and a plan does not.
var octal = regexp.MustCompile(`(^|\D)0\d`)

// FuzzParseFraction: what is read is written back as the same number, and lies
// within bounds.
func FuzzParseFraction(f *testing.F) {
	for _, s := range []string{"1/10", "10%", "12.5%", "0", "1", "2/4", "0.1", "-1/2", "1/0", "1e9%", "1/047", "99999999999%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := ParseFraction(s)
		if err != nil {
			if a.Given() {
				t.Errorf("%q: %v and %v", s, a, err)
			}
			return
		}
		if a.Num < 0 || a.Den < 1 || a.Num > maxTerm || a.Den > maxTerm {
			t.Errorf("%q: %v", s, a)
		}
		b, err := ParseFraction(a.String())
		if err != nil || a != b {
			t.Errorf("%q: %v comes back as %v, %v", s, a, b, err)
		}
		if want, ok := new(big.Rat).SetString(strings.TrimSpace(s)); ok && !octal.MatchString(s) && want.Cmp(a.Rat()) != 0 {
			t.Errorf("%q: %v", s, a)
		}
	})
}
