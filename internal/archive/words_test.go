package archive

import (
	"context"
	"strings"
	"testing"

	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/seal"
	"shuping/internal/tally"
)

// A bag of two seals is anchored by what was printed at either, and says at which.
func TestWordsOfEverySealAnchor(t *testing.T) {
	then, now := recorded(t, demanding(t), watched), recorded(t, demanding(t), watched+corrected)
	bag := memShelf(exported(t, now, means()))
	first, second := then.Head(), now.Head()
	stranger := recorded(t, demanding(t), watched+strings.Replace(corrected, "赵六", "赵七", 2)).Head()
	words := func(h journal.Head) string { return strings.Join(seal.Words(h.Seq, h.Hash), " ") }
	groups := func(h journal.Head) string { return seal.HexGroups(h.Hash) }
	wrong := seal.Words(second.Seq, second.Hash)
	wrong[1], wrong[2] = wrong[2], wrong[1]
	for name, c := range map[string]struct {
		typed string
		seal  int
		by    string
		want  fault.Code
	}{
		"nothing":                       {"", 2, "nothing", ""},
		"spaces":                        {" 　\n", 2, "nothing", ""},
		"words of the last":             {words(second), 2, "words", ""},
		"words of the first":            {words(first), 1, "words", ""},
		"without spaces":                {strings.ReplaceAll(words(first), " ", ""), 1, "words", ""},
		"groups of the first":           {groups(first), 1, "groups", ""},
		"groups in capitals":            {strings.ToUpper(groups(second)), 2, "groups", ""},
		"groups in full width":          {strings.NewReplacer("1", "１", "a", "Ａ").Replace(groups(second)), 2, "groups", ""},
		"groups with hyphens":           {strings.ReplaceAll(groups(second), " ", "-"), 2, "groups", ""},
		"both of the last":              {words(second) + "\n" + groups(second), 2, "both", ""},
		"groups before words":           {groups(first) + "，" + words(first), 1, "both", ""},
		"words of one, groups of other": {words(first) + groups(second), 0, "", seal.WordsOther},
		"groups of one, words of other": {words(second) + groups(first), 0, "", GroupsOther},
		"words of a stranger":           {words(stranger), 0, "", seal.WordsOther},
		"groups of a stranger":          {groups(stranger), 0, "", GroupsOther},
		"a word exchanged":              {strings.Join(wrong, " "), 0, "", seal.WordsMistyped},
		"a word less":                   {strings.Join(wrong[1:], " "), 0, "", seal.WordCount},
		"an unknown word":               {strings.Join(wrong[1:], " ") + " 党建", 0, "", seal.WordUnknown},
		"a group less":                  {groups(second)[5:], 0, "", GroupsCount},
		"a letter that is none":         {strings.Replace(groups(second), groups(second)[5:9], "o0o0", 1), 0, "", GroupBad},
	} {
		r, err := verify(context.Background(), "bag", c.typed, bag, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		last := r.Checks[len(r.Checks)-1]
		if code(r.Err()) != c.want || c.want != "" && (last.Step != StepWords || r.OK()) {
			t.Errorf("%s: %s, %v, want %s", name, last.Step, r.Err(), c.want)
			continue
		}
		for _, k := range r.Checks {
			for _, l := range []tally.Language{tally.Chinese, tally.English} {
				if text := k.Text(l); text == "" || strings.ContainsAny(text, "{}") {
					t.Errorf("%s, %s in %s: %q", name, k.Step, l, text)
				}
			}
			if c.want == "" && k.Step == StepWords && (k.Values["seal"] != c.seal || k.Values["by"] != c.by || r.Anchored != (c.by != "nothing")) {
				t.Errorf("%s: %v, anchored %v", name, k.Values, r.Anchored)
			}
		}
	}
}

// The words are of the chain, so that a journal which somebody forged and hashed
// anew is found by them before anything else is asked.
func TestAForgedJournalHasOtherWords(t *testing.T) {
	src := sealed(t, 12)
	files := exported(t, src, means())
	list := all(t, src)
	for i, rec := range list {
		if rec.Kind == "ballot-entered" {
			list[i].Event = []byte(strings.Replace(string(rec.Event), `"12"`, `"11"`, 1))
		}
	}
	forged := remade(t, files, chained(list))
	if r := check(t, forged, nil); !r.OK() {
		t.Fatal(r.Err()) // it is as whole as the true one
	}
	h := src.Head()
	for _, typed := range []string{strings.Join(seal.Words(h.Seq, h.Hash), " "), seal.HexGroups(h.Hash)} {
		r, err := verify(context.Background(), "bag", typed, forged, nil, nil)
		if err != nil || r.OK() || r.Checks[len(r.Checks)-1].Step != StepWords {
			t.Errorf("%v, %v", err, r.Err())
		}
	}
}

// What follows a seal chains on behind it: papers that were signed stay those of
// the bag, and their words anchor it, whatever was recorded since.
func TestWordsStayGoodWhenRecordsFollow(t *testing.T) {
	const after = "problem s2 origin=self text=\"理论学习不够\" due=2024-06-30\nprogress p1 date=2024-01-20 text=\"=已补课\"\nsign-off p1 by=\"党总支\" date=2024-01-20\n"
	then, now := recorded(t, demanding(t), watched), recorded(t, demanding(t), watched+after)
	first, second := exported(t, then, means()), exported(t, now, means())
	h := then.Head()
	r, err := verify(context.Background(), "bag", strings.Join(seal.Words(h.Seq, h.Hash), " ")+seal.HexGroups(h.Hash), memShelf(second), nil, nil)
	if err != nil || !r.OK() || !r.Anchored || r.Head.Seq != h.Seq+3 {
		t.Errorf("%v, %v, %+v", err, r.Err(), r.Head)
	}
	for _, paper := range []string{"count", "opinion-s1", "opinion-s2"} {
		name := papersFolder + paper + ".docx"
		if string(first[name]) != string(second[name]) {
			t.Errorf("%s is another", name)
		}
	}
	if _, ok := second[papersFolder+"ledger.docx"]; !ok {
		t.Error("the ledger is not among the papers")
	}
}
