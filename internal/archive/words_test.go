package archive

import (
	"io"
	"slices"
	"strings"
	"testing"

	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/seal"
	said "shuping/internal/words"
)

// What was printed at a seal proves that seal: the newest of the grades the whole, the
// newest of a count its votes, an older one nothing that stands today.
func TestWhatWordsProve(t *testing.T) {
	const uncounted = "decide s1 好\ndecide s2 差\nseal\n"
	before, _, _ := strings.Cut(watched, uncounted)
	graded := recorded(t, demanding(t), watched)
	all := recorded(t, demanding(t), watched+corrected)
	counted := recorded(t, demanding(t), before)
	stranger := recorded(t, demanding(t), watched+strings.Replace(corrected, "赵六", "赵七", 2)).Head()
	words := func(h journal.Head) string { return strings.Join(seal.Words(h.Seq, h.Hash), " ") }
	groups := func(h journal.Head) string { return seal.HexGroups(h.Hash) }
	firstCount, firstGrades, second := counted.Head(), graded.Head(), all.Head()
	newCount := countOf(t, all)
	wrong := seal.Words(second.Seq, second.Hash)
	wrong[1], wrong[2] = wrong[2], wrong[1]
	bags := map[string]memShelf{
		"corrected": memShelf(exported(t, all, means())), "graded": memShelf(exported(t, graded, means())), "counted": memShelf(exported(t, counted, means())),
	}
	for name, c := range map[string]struct {
		bag, typed string
		by         string
		standing   Standing
		want       fault.Code
	}{
		"nothing":                       {"corrected", "", "nothing", Unanchored, ""},
		"spaces":                        {"corrected", " 　\n", "nothing", Unanchored, ""},
		"words of the last":             {"corrected", words(second), "words", Anchored, ""},
		"words of the first":            {"corrected", words(firstGrades), "words", Outdated, WordsOutdated},
		"without spaces":                {"corrected", strings.ReplaceAll(words(second), " ", ""), "words", Anchored, ""},
		"groups of the first":           {"corrected", groups(firstGrades), "groups", Outdated, WordsOutdated},
		"of the first count":            {"corrected", groups(firstCount), "groups-of-count", Outdated, WordsOutdated},
		"of the second count":           {"corrected", groups(newCount), "groups-of-count", VotesOnly, ""},
		"words of the count, graded":    {"graded", words(firstCount), "words-of-count", VotesOnly, ""},
		"words of the grades, graded":   {"graded", words(firstGrades), "words", Anchored, ""},
		"words of the count alone":      {"counted", words(firstCount) + groups(firstCount), "both-of-count", AnchoredVote, ""},
		"nothing of the count alone":    {"counted", "", "nothing", Unanchored, ""},
		"groups in capitals":            {"corrected", strings.ToUpper(groups(second)), "groups", Anchored, ""},
		"groups in full width":          {"corrected", strings.NewReplacer("1", "１", "a", "Ａ").Replace(groups(second)), "groups", Anchored, ""},
		"groups with hyphens":           {"corrected", strings.ReplaceAll(groups(second), " ", "-"), "groups", Anchored, ""},
		"both of the last":              {"corrected", words(second) + "\n" + groups(second), "both", Anchored, ""},
		"groups before words":           {"corrected", groups(second) + "，" + words(second), "both", Anchored, ""},
		"words of one, groups of other": {"corrected", words(firstGrades) + groups(second), "", Refuted, seal.WordsOther},
		"groups of one, words of other": {"corrected", words(second) + groups(firstGrades), "", Refuted, GroupsOther},
		"words of a stranger":           {"corrected", words(stranger), "", Refuted, seal.WordsOther},
		"groups of a stranger":          {"corrected", groups(stranger), "", Refuted, GroupsOther},
		"a word exchanged":              {"corrected", strings.Join(wrong, " "), "", Refuted, seal.WordsMistyped},
		"a word less":                   {"corrected", strings.Join(wrong[1:], " "), "", Refuted, seal.WordCount},
		"an unknown word":               {"corrected", strings.Join(wrong[1:], " ") + " 党建", "", Refuted, seal.WordUnknown},
		"a group less":                  {"corrected", groups(second)[5:], "", Refuted, GroupsCount},
		"a letter that is none":         {"corrected", strings.Replace(groups(second), groups(second)[5:9], "o0o0", 1), "", Refuted, GroupBad},
	} {
		r, err := verify(c.typed, bags[c.bag], nil)
		if err != nil {
			t.Fatal(err)
		}
		if code(r.Err()) != c.want || r.Standing != c.standing || r.OK() != (c.want == "") || r.Anchored != (c.standing.Proves() || c.standing == VotesOnly) {
			t.Errorf("%s: %s, %v, want %s, %s", name, r.Standing, r.Err(), c.standing, c.want)
			continue
		}
		for _, k := range r.Checks {
			for _, l := range []said.Language{said.Chinese, said.English} {
				if text := k.Text(l); text == "" || strings.ContainsAny(text, "{}") {
					t.Errorf("%s, %s in %s: %q", name, k.Step, l.Tag(), text)
				}
			}
			if c.standing != Refuted && k.Step == StepWords && k.Values["by"] != c.by {
				t.Errorf("%s: %v", name, k.Values)
			}
		}
	}
	// What came after an older seal is told.
	r, _ := verify(groups(firstGrades), bags["corrected"], nil)
	if s := r.Since; s == nil || len(s.Corrections) != 2 || s.Corrections[0].By != "赵六" || s.Newest != len(r.Seals) ||
		!slices.Contains(s.Figures, Figure{"第二党支部书记", "一般", "1", "0"}) {
		t.Errorf("%+v", r.Since)
	}
}

// countOf is the newest seal of a count.
func countOf(t testing.TB, src records) journal.Head {
	t.Helper()
	x := newExporter(t.Context(), "", src, means(), nil)
	if f := x.survey(io.Discard); f != nil {
		t.Fatal(f)
	}
	return x.read.chain[x.read.state.CountSeal()-1]
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
		r, err := verify(typed, forged, nil)
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
	r, err := verify(strings.Join(seal.Words(h.Seq, h.Hash), " ")+seal.HexGroups(h.Hash), memShelf(second), nil)
	if err != nil || !r.OK() || !r.Anchored || r.Head.Seq != h.Seq+3 {
		t.Errorf("%v, %v, %+v", err, r.Err(), r.Head)
	}
	for _, paper := range []string{"11-测评监票计票报告单", "16-综合评价意见（第一党支部书记）", "16-综合评价意见（第二党支部书记）"} {
		name := papersFolder + paper + ".docx"
		if string(first[name]) != string(second[name]) {
			t.Errorf("%s is another", name)
		}
	}
	if _, ok := second[papersFolder+"19-整改台账.docx"]; !ok {
		t.Error("the ledger is not among the papers")
	}
}
