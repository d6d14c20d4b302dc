package seal

import (
	"crypto/sha256"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"shuping/internal/fault"
)

var head = sha256.Sum256([]byte("the last record"))

// typed is the code of what Match says, empty for nothing.
func typed(t *testing.T, text string, seq uint64, hash [32]byte) (fault.Code, *fault.Fault) {
	t.Helper()
	err := MatchWords(text, seq, hash)
	if err == nil {
		return "", nil
	}
	f := fault.Find(err, of)
	if f == nil {
		t.Fatalf("%v is no fault", err)
	}
	return f.Code, f
}

func TestHeadHasTheSameWordsForEver(t *testing.T) {
	for _, c := range []struct {
		seq   uint64
		hash  [32]byte
		words string
	}{
		{0, [32]byte{}, "笑声 高温 欢喜 景点 开学 套餐 音符 棉被"},
		{96, head, "江面 香菜 珍珠 平房 茶树 油条 餐桌 台历"},
		{97, head, "书店 深山 升高 田园 茶壶 红日 整数 鼓声"},
		{1<<64 - 1, sha256.Sum256(nil), "起床 穗子 点心 典礼 沙拉 高温 城镇 清水"},
	} {
		if got := strings.Join(Words(c.seq, c.hash), " "); got != c.words {
			t.Errorf("%d: %s, not %s", c.seq, got, c.words)
		}
	}
}

// The other way to work a row out: the words as one large number.
func TestWordsAreTheFirst77BitsOfALine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seq, hash := drawHead(t)
		var want, got big.Int
		sum := sha256.Sum256([]byte("shuping-words-1 " + fmt.Sprint(seq) + " " + fmt.Sprintf("%x", hash[:]) + "\n"))
		want.Rsh(want.SetBytes(sum[:]), 256-77)
		words := Words(seq, hash)
		for _, w := range words[:RowLength-1] {
			got.Lsh(&got, 11)
			got.Add(&got, big.NewInt(int64(numbers()[w])))
		}
		if len(words) != RowLength || got.Cmp(&want) != 0 {
			t.Fatalf("%v say %x, not %x", words, &got, &want)
		}
	})
}

// The other way to check a row: schoolbook products, reduced at the end.
func TestEightWordsAreAZeroOfThePolynomial(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sum := 0
		for i, w := range Words(drawHead(t)) {
			sum ^= numbers()[w] << (RowLength - 1 - i)
		}
		for d := 2 * bits; d >= bits; d-- {
			if sum>>d&1 == 1 {
				sum ^= 0b100000000101 << (d - bits)
			}
		}
		if sum != 0 {
			t.Fatalf("remainder %d", sum)
		}
	})
}

func drawHead(t *rapid.T) (uint64, [32]byte) {
	return rapid.Uint64().Draw(t, "seq"), [32]byte(rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "hash"))
}

func TestWordsAreTakenHoweverTheyAreTyped(t *testing.T) {
	w := Words(96, head)
	for name, text := range map[string]string{
		"spaces":                  strings.Join(w, " "),
		"nothing between":         strings.Join(w, ""),
		"enumeration commas":      strings.Join(w, "、"),
		"Chinese commas":          strings.Join(w, "，"),
		"full-width spaces":       strings.Join(w, "　"),
		"two lines, numbered off": "  " + strings.Join(w[:4], " ") + "；\n\t" + strings.Join(w[4:], " ") + "。\r\n",
		"quotes and bars":         "“" + strings.Join(w, "｜") + "”",
		"every character apart":   strings.Join(strings.Split(strings.Join(w, ""), ""), " "),
		"two runs":                strings.Join(w[:3], "") + "  " + strings.Join(w[3:], ""),
	} {
		if err := MatchWords(text, 96, head); err != nil {
			t.Errorf("%s (%s): %v", name, text, err)
		}
	}
}

func TestWordsCopiedFromAPrintedPageMayHaveRadicals(t *testing.T) {
	seq := uint64(0)
	for !strings.Contains(strings.Join(Words(seq, head), ""), "日") {
		seq++
	}
	text := strings.ReplaceAll(strings.Join(Words(seq, head), ""), "日", "⽇") // U+2F47
	if err := MatchWords(text, seq, head); err != nil {
		t.Errorf("%s: %v", text, err)
	}
}

func TestWhatIsWrongWithTypedWordsIsSaid(t *testing.T) {
	w := Words(96, head)
	with := func(i int, word string) string {
		row := slices.Clone(w)
		row[i] = word
		return strings.Join(row, " ")
	}
	swapped := slices.Clone(w)
	swapped[2], swapped[3] = swapped[3], swapped[2]
	other := list()[(numbers()[w[4]]+1)%len(list())].Word
	for name, c := range map[string]struct {
		text   string
		code   fault.Code
		values map[string]any
	}{
		"nothing typed":             {" 、 ", NoWords, map[string]any{"expected": 8}},
		"a word that is not one":    {with(2, "鼪鼬"), WordUnknown, map[string]any{"number": 3, "word": "鼪鼬"}},
		"half a word":               {with(7, w[7][:3]), WordUnknown, map[string]any{"number": 8, "word": w[7][:3]}},
		"too long a word":           {with(0, "春夏秋"), WordUnknown, map[string]any{"number": 1, "word": "春夏"}},
		"not Chinese":               {with(5, "ok"), WordUnknown, map[string]any{"number": 6, "word": "ok"}},
		"an escape":                 {with(5, "\x1b"), WordUnknown, map[string]any{"number": 6, "word": `\x1b`}},
		"unknown and too few":       {"鼪鼬", WordUnknown, map[string]any{"number": 1, "word": "鼪鼬"}},
		"a ninth word is unknown":   {strings.Join(w, " ") + "鼪鼬", WordUnknown, map[string]any{"number": 9, "word": "鼪鼬"}},
		"one left out":              {strings.Join(w[1:], " "), WordCount, map[string]any{"found": 7, "expected": 8}},
		"one doubled":               {strings.Join(w, " ") + " " + w[7], WordCount, map[string]any{"found": 9, "expected": 8}},
		"another word":              {with(4, other), WordsMistyped, map[string]any{}},
		"two neighbours exchanged":  {strings.Join(swapped, " "), WordsMistyped, map[string]any{}},
		"the words of another time": {strings.Join(Words(95, head), " "), WordsOther, map[string]any{"record": uint64(96)}},
	} {
		code, f := typed(t, c.text, 96, head)
		if code != c.code {
			t.Errorf("%s: %q, not %q", name, code, c.code)
		} else if fmt.Sprint(f.Values) != fmt.Sprint(c.values) {
			t.Errorf("%s: %v, not %v", name, f.Values, c.values)
		}
	}
	if code, _ := typed(t, strings.Join(w, ""), 96, sha256.Sum256(nil)); code != WordsOther {
		t.Errorf("another hash: %q", code)
	}
}

func TestEveryWrongWordIsFound(t *testing.T) {
	w := Words(96, head)
	for i := range w {
		for _, wrong := range list() {
			row := slices.Clone(w)
			row[i] = wrong.Word
			want := WordsMistyped
			if wrong.Word == w[i] {
				want = ""
			}
			if code, _ := typed(t, strings.Join(row, ""), 96, head); code != want {
				t.Fatalf("%v: %q", row, code)
			}
		}
	}
}

func TestEveryExchangeOfTwoWordsIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seq, hash := drawHead(t)
		for i := range RowLength {
			for j := range i {
				w := Words(seq, hash)
				if w[i] == w[j] {
					continue
				}
				w[i], w[j] = w[j], w[i]
				if err := MatchWords(strings.Join(w, ""), seq, hash); !fault.Is(err, of, WordsMistyped) {
					t.Fatalf("%v: %v", w, err)
				}
			}
		}
	})
}

// Not for some rows but for all: what one wrong word or an exchange adds is never
// zero, whatever the other words are.
func TestTheCheckFindsThemInEveryRow(t *testing.T) {
	for i := range RowLength {
		for d := 1; d < 1<<bits; d++ {
			var row [RowLength]int
			row[i] = d
			if remainder(row[:]) == 0 {
				t.Fatalf("a word %d that differs by %d passes", i+1, d)
			}
			for j := range i {
				row[j] = d
				if remainder(row[:]) == 0 {
					t.Fatalf("words %d and %d that differ by %d may be exchanged", j+1, i+1, d)
				}
				row[j] = 0
			}
		}
	}
}

func TestEveryWordLeftOutIsFound(t *testing.T) {
	w := Words(96, head)
	for i := range w {
		if code, _ := typed(t, strings.Join(slices.Delete(slices.Clone(w), i, i+1), ""), 96, head); code != WordCount {
			t.Errorf("without word %d: %q", i+1, code)
		}
	}
}

func TestHashInGroupsOfFour(t *testing.T) {
	const want = "e3b0 c442 98fc 1c14 9afb f4c8 996f b924 27ae 41e4 649b 934c a495 991b 7852 b855"
	if got := HexGroups(sha256.Sum256(nil)); got != want {
		t.Errorf("%s, not %s", got, want)
	}
}

func FuzzMatchTakesAnything(f *testing.F) {
	f.Add(strings.Join(Words(96, head), "、"))
	f.Add("\x1b[2J\u202e 春")
	f.Fuzz(func(t *testing.T, text string) {
		code, f := typed(t, text, 96, head)
		if code == "" {
			if got := strings.Join(splitWords(text), " "); got != strings.Join(Words(96, head), " ") {
				t.Errorf("%q passes", text)
			}
			return
		}
		if said := fmt.Sprint(f.Values); strings.ContainsAny(said, "\x1b\n\u202e") {
			t.Errorf("%q is answered with %q", text, said)
		}
	})
}
