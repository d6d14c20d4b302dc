package seal

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestListHas2048WordsOfTwoCharacters(t *testing.T) {
	if len(list()) != 1<<bits {
		t.Errorf("%d words", len(list()))
	}
	for _, w := range list() {
		if utf8.RuneCountInString(w.Word) != 2 || len(strings.Fields(w.Reading)) != 2 {
			t.Errorf("%q, read %q", w.Word, w.Reading)
		}
	}
}

func TestCharactersOfTheListAreCommon(t *testing.T) {
	for _, w := range list() {
		code, err := simplifiedchinese.GBK.NewEncoder().String(w.Word)
		if err != nil || len(code) != 4 {
			t.Fatalf("%s is not in GBK: %v", w.Word, err)
		}
		for _, c := range []string{code[:2], code[2:]} {
			if c[0] < 0xB0 || c[0] > 0xD7 || c[1] < 0xA1 || c > "\xD7\xF9" {
				t.Errorf("%s has a character (%x) beyond level 1", w.Word, c)
			}
		}
		if strings.ContainsAny(w.Word, "〇零一二两双三四五六七八九十百千万亿半") {
			t.Errorf("%s has a numeral", w.Word)
		}
		if strings.ContainsAny(w.Word, "票束") {
			t.Errorf("%s is a word of the count", w.Word)
		}
	}
}

// A character with two readings would have to stand in the list with both before
// this sees it; those that everyday words read in two ways are named here.
func TestNoCharacterOfTheListIsReadInTwoWays(t *testing.T) {
	const twofold = "行长乐重调角校和提落传奇露说得强称降盛参模熟觉系便着藏朴率泊柏匙抹卡巷屏圈膀仔了似的省脉" +
		"弹血薄壳扁阿伯臂蛤曾佛给还畜铛碌那弄都宿拓纤没裳爪扎这琢削剥咖钥卜择差厦粘什甚磅塞朝茄解单会地大尾杉"
	readings := map[rune]string{}
	for _, w := range list() {
		if strings.ContainsAny(w.Word, twofold) {
			t.Errorf("%s has a character with two readings", w.Word)
		}
		syllables := strings.Fields(w.Reading)
		for i, c := range []rune(w.Word) {
			if before, known := readings[c]; known && before != syllables[i] {
				t.Errorf("%c is read %s and %s", c, before, syllables[i])
			}
			readings[c] = syllables[i]
		}
	}
}

// blurred is a syllable as the least careful speaker says it.
func blurred(syllable string) string {
	for _, r := range []struct{ from, to string }{
		{`^([zcs])h`, `${1}`}, {`([aei])ng$`, `${1}n`}, {`^[lr]`, `n`}, {`^fu?`, `hu`}, {`^hue([in])$`, `hu${1}`},
	} {
		syllable = regexp.MustCompile(r.from).ReplaceAllString(syllable, r.to)
	}
	return syllable
}

func TestNoTwoWordsOfTheListSoundAlike(t *testing.T) {
	for syllable, want := range map[string]string{
		"zhang": "zan", "cheng": "cen", "shi": "si", "ling": "nin", "ran": "nan", "lü": "nü",
		"fu": "hu", "fei": "hui", "feng": "hun", "huang": "huan", "zhong": "zong",
	} {
		if got := blurred(syllable); got != want {
			t.Errorf("%s is blurred to %s, not %s", syllable, got, want)
		}
	}
	exact, blurs, words := map[string]string{}, map[string]string{}, map[string]bool{}
	for _, w := range list() {
		first, second, _ := strings.Cut(w.Reading, " ")
		blur := blurred(first) + " " + blurred(second)
		if other := exact[w.Reading]; other != "" {
			t.Errorf("%s and %s are both %s", other, w.Word, w.Reading)
		}
		if other := blurs[blur]; other != "" {
			t.Errorf("%s and %s sound alike", other, w.Word)
		}
		exact[w.Reading], blurs[blur], words[w.Word] = w.Word, w.Word, true
	}
	for _, w := range list() {
		c := []rune(w.Word)
		if c[0] == c[1] || words[string([]rune{c[1], c[0]})] {
			t.Errorf("%s is in the list turned round too", w.Word)
		}
	}
}
