package tally

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// A Fraction is an exact, non-negative number: a share of a vote, a limit, a
// quota. The zero Fraction (0/0) means that none was given; it is what a share
// of no marks at all is.
type Fraction struct{ Num, Den int64 }

// maxTerm bounds what a person may write above and below the stroke.
const maxTerm = 1_000_000_000

// ParseFraction reads "1/10", "10%", "12.5%" or a whole number, in plain digits
// without a sign. It refuses a decimal point without a percent sign, because 0.1
// reads as a rounded value, and terms over 1,000,000,000 after reduction.
func ParseFraction(s string) (Fraction, error) { return parseFraction(s, maxTerm) }

// parseFraction is ParseFraction with terms up to most.
func parseFraction(s string, most int64) (Fraction, error) {
	t := strings.TrimSpace(s)
	if len(t) > maxLength {
		return Fraction{}, fmt.Errorf("a fraction of %d characters has more than a rule needs", len(t))
	}
	if strings.HasPrefix(t, "-") {
		return Fraction{}, fmt.Errorf("%q is negative", s)
	}
	if above, below, ok := strings.Cut(t, "/"); ok {
		return reducedQuotient(s, strings.TrimSpace(above), strings.TrimSpace(below), most)
	}
	if percent, ok := strings.CutSuffix(t, "%"); ok {
		whole, decimals, pointed := strings.Cut(strings.TrimSpace(percent), ".")
		if !isDigits(whole) || pointed && !isDigits(decimals) {
			return Fraction{}, fmt.Errorf("%q is not a percentage", s)
		}
		return reducedQuotient(s, whole+decimals, "100"+strings.Repeat("0", len(decimals)), most)
	}
	return reducedQuotient(s, t, "1", most)
}

// maxLength bounds what is read at all, ahead of any arithmetic.
const maxLength = 64

// reducedQuotient is above/below, both in digits, reduced.
func reducedQuotient(s, above, below string, most int64) (Fraction, error) {
	if !isDigits(above) || !isDigits(below) {
		return Fraction{}, fmt.Errorf("%q is not a fraction such as 1/10 or 10%%", s)
	}
	n, _ := new(big.Int).SetString(above, 10)
	d, _ := new(big.Int).SetString(below, 10)
	if d.Sign() == 0 {
		return Fraction{}, fmt.Errorf("%q divides by zero", s)
	}
	r := new(big.Rat).SetFrac(n, d)
	limit := big.NewInt(most)
	if r.Num().Cmp(limit) > 0 || r.Denom().Cmp(limit) > 0 {
		return Fraction{}, fmt.Errorf("%q has more digits than a rule needs", s)
	}
	return Fraction{r.Num().Int64(), r.Denom().Int64()}, nil
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// Given reports whether there is a fraction at all.
func (f Fraction) Given() bool { return f.Den != 0 }

// Rat is the exact value; a fraction that was not given counts as 0.
func (f Fraction) Rat() *big.Rat {
	if f.Den == 0 {
		return new(big.Rat)
	}
	return big.NewRat(f.Num, f.Den)
}

// Cmp compares exactly: -1, 0 or +1.
func (f Fraction) Cmp(g Fraction) int { return f.Rat().Cmp(g.Rat()) }

// String is the fraction as it is written in a plan, "1/10".
func (f Fraction) String() string {
	if f.Den == 1 {
		return strconv.FormatInt(f.Num, 10)
	}
	return fmt.Sprintf("%d/%d", f.Num, f.Den)
}

// MarshalText writes the form that [ParseFraction] reads.
func (f Fraction) MarshalText() ([]byte, error) {
	if !f.Given() {
		return nil, nil
	}
	return []byte(f.String()), nil
}

// UnmarshalText reads what MarshalText wrote, whatever its length: a share that
// was computed may have longer terms than a person may write. No text is no
// fraction.
func (f *Fraction) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*f = Fraction{}
		return nil
	}
	*f, err = parseFraction(string(b), math.MaxInt64)
	return err
}

// Percent is f in per cent, half up to the given decimals, for reading only:
// "12.20". Several of them may add up to 100.01.
func (f Fraction) Percent(decimals int) string {
	return decimalOf(new(big.Rat).Mul(f.Rat(), big.NewRat(100, 1)), decimals)
}

// Decimal is f half up to the given decimals, for reading only: "87.32".
func (f Fraction) Decimal(decimals int) string { return decimalOf(f.Rat(), decimals) }

// is reports whether a decimal number is the fraction exactly.
func (f Fraction) is(decimal string) bool {
	d, ok := new(big.Rat).SetString(decimal)
	return ok && d.Cmp(f.Rat()) == 0
}

func decimalOf(r *big.Rat, decimals int) string {
	decimals = max(decimals, 0)
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	// floor((2·r·10^d + 1) / 2) is half up for what is not negative.
	num := new(big.Int).Mul(r.Num(), scale)
	num.Mul(num, big.NewInt(2)).Add(num, r.Denom())
	num.Quo(num, new(big.Int).Mul(r.Denom(), big.NewInt(2)))
	s := num.String()
	if decimals == 0 {
		return s
	}
	for len(s) <= decimals {
		s = "0" + s
	}
	return s[:len(s)-decimals] + "." + s[len(s)-decimals:]
}

// Short is how a limit is said aloud: "10%" where that is exact, else "1/3".
func (f Fraction) Short() string {
	r := f.Rat()
	r.Mul(r, big.NewRat(100, 1))
	if r.IsInt() {
		return r.Num().String() + "%"
	}
	return f.String()
}

// Plain is the exact value as it is read aloud: "75", "75.5", and "1/3" where it
// has no end of decimals, or more of them than anyone reads.
func (f Fraction) Plain() string {
	const most = 4
	r := f.Rat()
	if n, exact := r.FloatPrec(); exact && n <= most {
		return r.FloatString(n)
	}
	return f.String()
}
