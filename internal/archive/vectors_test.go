package archive

import (
	stdzip "archive/zip"
	"bytes"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/docx"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/tally"
)

// What .ci/page shows the page: every vector, every sample, meetings on every rule, and
// random ones with forgeries of them.
var (
	casesInto = flag.String("cases", "", "a folder to which exports are written, with the table cases.tsv of what they are")
	atRandom  = flag.Int("random", 0, "how many random meetings are written as well")
	seed      = flag.Uint64("seed", 1, "of the random meetings")
)

// A vector is a false export: one change, and the checks that must find it.
type vector struct{ name, how, of, old, now, step, page string }

func vectors(t testing.TB) []vector {
	t.Helper()
	text, err := os.ReadFile("testdata/vectors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []vector
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 7 {
			t.Fatalf("no vector: %q", line)
		}
		out = append(out, vector{f[0], f[1], f[2], f[3], f[4], f[5], f[6]})
	}
	return out
}

// made is the false export that the vector tells of.
func (v vector) made(t testing.TB, files map[string][]byte, list []journal.Record) memShelf {
	t.Helper()
	bad := maps.Clone(files)
	switch v.how {
	case "raw", "unsigned", "resummed":
		bad[v.of] = bytes.Replace(files[v.of], []byte(v.old), []byte(v.now), 1)
		if bytes.Equal(bad[v.of], files[v.of]) {
			t.Fatalf("%s: %s has no %q", v.name, v.of, v.old)
		}
		if v.how == "raw" {
			return memShelf(bad)
		}
		out := octetsAgain(resummed(bad))
		for _, name := range loose {
			if v.how == "unsigned" {
				out[name] = files[name]
			}
		}
		return out
	}
	kind, whose, _ := strings.Cut(v.of, " ")
	forged := slices.Clone(list)
	at := slices.IndexFunc(forged, func(r journal.Record) bool {
		return r.Kind == kind && bytes.Contains(r.Event, []byte(whose)) && (v.old == "KIND" || bytes.Contains(r.Event, []byte(v.old)))
	})
	if at < 0 {
		t.Fatalf("%s: no record %s has %q", v.name, v.of, v.old)
	}
	if v.old == "KIND" {
		forged[at].Kind = v.now
	} else {
		forged[at].Event = bytes.Replace(forged[at].Event, []byte(v.old), []byte(v.now), 1)
	}
	if v.how == "remade" {
		return remade(t, files, chained(forged))
	}
	bad[journalFile] = lines(chained(forged))
	return octetsAgain(resummed(bad))
}

// Each vector is found where its table says.
func TestVectors(t *testing.T) {
	src := sealed(t, 42)
	files, list := exported(t, src, means()), all(t, src)
	for _, v := range vectors(t) {
		r := check(t, v.made(t, files, list), nil)
		if last := r.Checks[len(r.Checks)-1]; r.OK() || string(last.Step) != v.step {
			t.Errorf("%s: found by %s, %v; want %s", v.name, last.Step, r.Err(), v.step)
		}
	}
	if *casesInto != "" {
		w := caseWriter{t, *casesInto, nil}
		w.write(files, list)
	}
}

// A caseWriter writes exports and what they are.
type caseWriter struct {
	t     testing.TB
	into  string
	table []string
}

func (w *caseWriter) write(files map[string][]byte, list []journal.Record) {
	for _, v := range vectors(w.t) {
		if v.page != "-" {
			w.put(v.name+".zip", zipped(w.t, v.made(w.t, files, list)), "refuted", v.page)
		}
	}
	samples, err := filepath.Glob("testdata/*.zip")
	if err != nil || len(samples) < 4 {
		w.t.Fatalf("%d samples, %v", len(samples), err)
	}
	for _, path := range samples {
		raw, err := os.ReadFile(path)
		if err != nil {
			w.t.Fatal(err)
		}
		w.put(filepath.Base(path), raw, "whole", "")
	}
	w.put("picture-honest.zip", zipped(w.t, files), "whole", "")
	liar := list[:len(list):len(list)]
	v := vector{"picture-false", "remade", "grade-decided s2", `"差"`, `"好"`, "", ""}
	w.put("picture-false.zip", zipped(w.t, v.made(w.t, files, liar)), "refuted", "seal")
	w.papers(files)
	w.written()
	w.meetings()
	for n := range *atRandom {
		w.random(*seed<<20 + uint64(n))
	}
	if err := os.WriteFile(filepath.Join(w.into, "cases.tsv"), []byte(strings.Join(w.table, "")), 0o644); err != nil {
		w.t.Fatal(err)
	}
	w.t.Logf("%d exports", len(w.table))
}

func (w *caseWriter) put(name string, raw []byte, want, step string) {
	if err := os.WriteFile(filepath.Join(w.into, name), raw, 0o644); err != nil {
		w.t.Fatal(err)
	}
	w.table = append(w.table, fmt.Sprintf("%s\t%s\t%s\n", name, want, step))
}

// judged puts an export down as what verify says that it is.
func (w *caseWriter) judged(name string, m memShelf) {
	r := check(w.t, m, nil)
	want := "whole"
	if !r.OK() {
		want = "refuted"
	}
	w.put(name, zipped(w.t, m), want, "")
}

// zipped is a zip of another program, which compresses.
func zipped(t testing.TB, files map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := stdzip.NewWriter(&b)
	for _, name := range sortedNames(files) {
		w, err := z.Create("归档/" + name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(files[name])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// papers are exports of which one paper hides something or tells another figure.
func (w *caseWriter) papers(files map[string][]byte) {
	const count = papersFolder + "11-测评监票计票报告单.docx"
	figures := map[string]alteration{
		"another figure": {docx.Document, ">41<", ">40<"},
	}
	maps.Copy(figures, ofPapers)
	for _, what := range slices.Sorted(maps.Keys(figures)) {
		a := figures[what]
		if beyondThePage[what] {
			continue
		}
		bad := maps.Clone(files)
		bad[count] = alter(w.t, files[count], stdzip.Store, a)
		w.put("paper-"+strings.ReplaceAll(what, " ", "-")+".zip", zipped(w.t, octetsAgain(resummed(bad))), "refuted", "papers")
	}
}

// beyondThePage are alterations of papers that the page says it does not look for: text
// beside the figures, layout, headers and what names the file.
var beyondThePage = map[string]bool{
	"text outside of any bookmark": true, "a paragraph before all others": true, "a figure beside the figure": true,
	"a renamed bookmark": true, "a bookmark twice": true, "a space more": true, "the page turned": true, "another font": true,
	"a font table of another font": true, "another header": true, "another footer": true, "settings that update fields": true,
	"the title of the file": true, "a link to elsewhere": true, "a type of another part": true, "a bookmark of another figure": true,
	"a bookmark around nothing": true, "letters too small to read": true, // of an empty line
}

// written are the meetings that other tests of this package tell.
func (w *caseWriter) written() {
	t := w.t
	put := func(name string, src Source, m Means) { w.judged(name+".zip", memShelf(exported(t, src, m))) }
	put("watched", recorded(t, demanding(t), watched+corrected+reopened+proven()), shelved(t, photo, report))
	text, err := os.ReadFile("../../data/plans/genhe-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	put("piles", recorded(t, string(text), piled), means())
	again := strings.Replace(script(42), "decide ", votedAgain+"decide ", 1)
	put("seats", recorded(t, demanding(t), seated), means())
	put("voted-again", recorded(t, string(text), again), means())
	put("voted-again-shuffled", recorded(t, strings.Replace(string(text), "[sheets]\n", "[sheets]\nshuffle-tables = true\n", 1), again), means())
	for _, name := range []string{"small-apart", "small-known", "small-merged", "few-known", "few-merged"} {
		said, err := os.ReadFile("../result/testdata/meetings/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		plan, err := os.ReadFile("../meeting/testdata/plans/small.toml")
		if err != nil {
			t.Fatal(err)
		}
		_, held, _ := strings.Cut(string(said), "\n") // its first line says on which plan
		put(name, recorded(t, string(plan), held), means())
		onB := "issue 7 class=b\ncollect 7 class=b\nbundle class=b\nb 1\nb 3\nb 0 reason=1\nclose-bundle 3\nbundle class=b\nb 2\nb 1\nb 2\nclose-bundle 3\nbundle class=b\nb 8\nclose-bundle 1\n"
		onC := strings.ReplaceAll(onB, "class=b", "class=c")
		onA := "issue 3 class=a\ncollect 3 class=a\nbundle class=a\nb 1\nb 9\nb 4\nclose-bundle 3\n"
		if strings.HasSuffix(name, "merged") {
			onA = ""
		}
		put(name+"-again", recorded(t, string(plan), held+"void-round subjects=s1 by=\"赵六\" reason=\"票印错了\"\n"+onA+onB+onC+
			"close-count by=\"监票人\"\n"), means())
	}
	put("at-the-limit", book(t, entries(t, false, atTheLimit)), means())
	closed, _, _ := strings.Cut(script(42), "decide ")
	put("votes-only", book(t, entries(t, false, closed)), means())
	put("shuffled", recorded(t, strings.Replace(string(text), "[sheets]\n", "[sheets]\nshuffle-tables = true\n", 1), script(42)), means())
	dir := filepath.Join(w.into, "folder")
	if _, err := Export(t.Context(), dir, sealed(t, 12), means(), nil); err != nil {
		t.Fatal(err)
	}
	w.table = append(w.table, "folder\twhole\t\n")
	zip := filepath.Join(w.into, "own.zip")
	if _, err := Export(t.Context(), zip, sealed(t, 12), means(), nil); err != nil {
		t.Fatal(err)
	}
	w.table = append(w.table, "own.zip\twhole\t\n")
}

// votedAgain is a new vote on the second subject, behind a count that was closed.
const votedAgain = "void-round subjects=s2 by=\"赵六\" reason=\"票印错了\"\nissue 12\ncollect 11\nbundle\nb 3\nb 3\nb 0 reason=1\n" +
	"b 2\nb 2\nb 2\nb 1\nb 1\nb 8\nb 9\nclose-bundle 10\nbundle\nb 2\nclose-bundle 1\nclose-count by=\"监票人\"\n"

// atTheLimit is a meeting in which one sheet of ten is 一般, which is not more than a tenth.
var atTheLimit = "attend expected=10 present=10\nissue 10\ncollect 10\nbundle\n" + strings.Repeat("b 1 1\n", 9) +
	"b 1 3\nclose-bundle 10\nclose-count by=\"监票人\"\ndecide s1 好\ndecide s2 好\nseal\n"

// plansOfEveryRule are those of TestBagsOfEveryRule.
func plansOfEveryRule(t testing.TB) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"../../data/plans/*.toml", "../meeting/testdata/plans/*.toml"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d plans, %v", pattern, len(found), err)
		}
		out = append(out, found...)
	}
	return out
}

func (w *caseWriter) meetings() {
	for _, path := range plansOfEveryRule(w.t) {
		name := "rule-" + strings.TrimSuffix(filepath.Base(path), ".toml")
		w.judged(name+".zip", memShelf(exported(w.t, book(w.t, hold(w.t, path).entries), means())))
	}
}

// random is a random meeting, and forgeries of it as verify judges them.
func (w *caseWriter) random(seed uint64) {
	dice := rand.New(rand.NewPCG(seed, 23))
	plans := plansOfEveryRule(w.t)
	h := &chanced{held: held{t: w.t, at: time.Date(2024, 1, 20, 4, 0, 0, 0, time.UTC)}, dice: dice}
	h.meet(plans[dice.IntN(len(plans))])
	src := chained(recordsOf(h.entries))
	name := fmt.Sprintf("random-%d", seed)
	if !h.state.Round.Closed {
		return // nothing was sealed
	}
	files := remade(w.t, nil, src)
	w.judged(name+".zip", files)
	for n := range 3 {
		forged := forgery(dice, src)
		if forged == nil {
			continue
		}
		bad := maps.Clone(files)
		if bad[journalFile] = lines(chained(forged)); dice.IntN(3) > 0 {
			bad = remade(w.t, files, chained(forged))
		} else {
			bad = resummed(bad)
		}
		w.judged(fmt.Sprintf("%s-forged-%d.zip", name, n), bad)
	}
}

// followed are the kinds that the page follows.
var followed = regexp.MustCompile(`^(ballot|bundle|second|sheet|sheets|heads|pile|piles|count|rule|round|session|grade|fact|subject|subjects|class|spot|draw|check|slip|recount)-`)

// forgery is a journal in which one record was changed, dropped, doubled or moved.
func forgery(dice *rand.Rand, src records) []journal.Record {
	at := 1 + dice.IntN(len(src)-1)
	out := slices.Clone([]journal.Record(src))
	if !followed.MatchString(out[at].Kind) {
		return nil
	}
	switch dice.IntN(6) {
	case 0:
		return slices.Delete(out, at, at+1)
	case 1:
		return slices.Insert(out, at, out[at])
	case 2:
		if at+1 < len(out) && followed.MatchString(out[at+1].Kind) {
			out[at], out[at+1] = out[at+1], out[at]
			return out
		}
		return nil
	}
	event := bytes.Clone(out[at].Event)
	var digits []int
	for i, c := range event {
		if c >= '0' && c <= '9' && i > 0 && (event[i-1] == ':' || event[i-1] == '"' || event[i-1] == '[' || event[i-1] == ',') {
			digits = append(digits, i)
		}
	}
	if len(digits) == 0 {
		return nil
	}
	event[digits[dice.IntN(len(digits))]] = byte('1' + dice.IntN(5))
	if bytes.Equal(event, out[at].Event) {
		return nil
	}
	out[at].Event = event
	return out
}

func recordsOf(entries []journal.Entry) []journal.Record {
	var out []journal.Record
	for _, e := range entries {
		out = append(out, journal.Record{Kind: e.Kind, Event: e.Event, At: e.At, Who: e.Who})
	}
	return out
}

// A chanced meeting is held as dice fall.
type chanced struct {
	held
	dice *rand.Rand
}

// may gives an order and reports whether it was taken.
func (h *chanced) may(o meeting.Order) bool {
	if _, err := meeting.Decide(h.state, meeting.Command{Who: meeting.Person{Role: "chair"}, At: h.at, Order: o}); err != nil {
		return false
	}
	h.do(o)
	return true
}

func (h *chanced) one(in int) bool { return h.dice.IntN(in) == 0 }

// meet holds a meeting on the plan, with what happens to sheets, and corrections.
func (h *chanced) meet(path string) {
	text, err := os.ReadFile(path)
	if err != nil {
		h.t.Fatal(err)
	}
	h.do(meeting.OpenSession{PlanName: filepath.Base(path), PlanText: string(text)})
	if h.one(2) {
		h.state.CheckPage = strings.Repeat("3f", 32)
	}
	seen := meeting.Witness{By: "监票人", Saw: "当众清点"}
	present := 3 + h.dice.IntN(12)
	for _, c := range h.state.Plan.Voters {
		there := present
		if h.state.Plan.Sheets.FewestOf > 0 {
			there = 1 + h.dice.IntN(9)
		}
		h.may(meeting.CountHeads{Class: c.ID, Expected: there + h.dice.IntN(3), Present: there, Witness: seen})
	}
	if h.one(20) {
		h.may(meeting.IssueSheets{Sheets: 1, Witness: seen})
		if h.may(meeting.CollectSheets{Sheets: 2, Witness: seen}) {
			h.may(meeting.CountHeads{Class: h.state.Plan.Voters[0].ID, Expected: present, Present: present, Witness: seen})
		}
	}
	h.settled()
	h.voted(seen)
	for h.one(4) {
		h.again(seen)
	}
	h.graded()
	for range h.dice.IntN(4) {
		h.corrected(seen)
		h.graded()
	}
}

// settled settles what is to be settled of small classes.
func (h *chanced) settled() {
	for n := range h.state.Round.Stacks {
		if x, small := h.state.SmallClass(n); small {
			h.may(meeting.SettleClass{Class: x.Class, Into: []string{"", h.state.NextClass(x.Class), h.state.NextClass(x.Class)}[h.dice.IntN(3)], By: "监票人"})
		}
	}
}

// voted has sheets handed out, collected and read wherever some are to be, and closes
// the count.
func (h *chanced) voted(seen meeting.Witness) {
	var list []int
	for n, st := range h.state.Round.Stacks {
		if there, _ := h.state.HeadsOf(n); st.Issued == 0 && !h.state.Idle(n) {
			class, subject := h.state.StackIDs(n)
			sheets := max(1, min(there.Present, 14)-h.dice.IntN(3))
			h.do(meeting.IssueSheets{Sheets: sheets, Class: class, Subject: subject, Witness: seen})
			h.do(meeting.CollectSheets{Sheets: sheets - h.dice.IntN(2), Class: class, Subject: subject, Witness: seen})
			list = append(list, n)
		}
	}
	h.settled()
	for _, n := range list {
		h.counted(n)
	}
	h.confirmed()
	h.may(meeting.CloseCount{By: "监票人", Saw: "各组完好"})
}

// again has some voted on again.
func (h *chanced) again(seen meeting.Witness) {
	var list []string
	for _, p := range h.state.Plan.Subjects {
		if h.one(2) {
			list = append(list, p.ID)
		}
	}
	if len(list) > 0 && h.may(meeting.VoidRound{By: "赵六", Reason: "票印错了", Subjects: list}) {
		h.voted(seen)
	}
}

// counted reads a stack by bundles, with slips, doubts and sheets taken back; now and
// then by piles.
func (h *chanced) counted(stack int) {
	class, subject := h.state.StackIDs(stack)
	if h.one(6) && h.piled(stack, class, subject) {
		return
	}
	for h.state.Round.ReadOf(stack) < h.state.Round.Stacks[stack].Collected {
		if !h.state.Round.Bundle.Open && !h.may(meeting.OpenBundle{Class: class, Subject: subject, By: "录入人"}) {
			return
		}
		if !h.sheet(stack) && h.state.Round.Bundle.FirstDoubtful() == 0 || h.one(25) {
			h.closeBundle(stack)
		}
		switch b := h.state.Round.Bundle; {
		case !b.Open:
		case h.one(15):
			h.may(meeting.TakeBack{})
		case h.one(20) && len(b.Ballots) > 1:
			h.may(meeting.MendSlip{Sheet: 1 + h.dice.IntN(len(b.Ballots)), Doubled: h.one(2)})
		}
	}
	h.closeBundle(stack)
}

func (h *chanced) closeBundle(stack int) {
	for h.state.Round.Bundle.Open && (h.state.Round.Bundle.Gap() > 0 || h.state.Round.Bundle.FirstDoubtful() > 0) {
		if at := h.state.Round.Bundle.FirstDoubtful(); at > 0 {
			h.do(meeting.Settle{Place: at, Void: 1, By: "监票人"})
		} else if !h.sheet(stack) {
			return
		}
	}
	if b := h.state.Round.Bundle; b.Open {
		h.may(meeting.CloseBundle{Sheets: b.Keyed()})
	}
}

// sheet keys one sheet of the stack, or one of a second reading.
func (h *chanced) sheet(stack int) bool {
	switch {
	case h.one(10):
		return h.may(meeting.VoidBallot{Reason: h.state.Plan.Sheets.Reasons()[0]})
	case h.one(12):
		return h.may(meeting.SetAside{})
	}
	return h.may(meeting.EnterBallot{Marks: h.anyMarks(stack)}) || h.may(meeting.VoidBallot{Reason: h.state.Plan.Sheets.Reasons()[0]})
}

func (h *chanced) anyMarks(stack int) []tally.Mark {
	rule := h.state.Plan.Rule
	out := make([]tally.Mark, len(h.state.Round.Stacks[stack].Tallies))
	for i := range out {
		out[i] = rule.InBox(1 + h.dice.IntN(1+h.dice.IntN(rule.Boxes())))
		switch {
		case h.one(20):
			out[i] = tally.Blank
		case h.one(30):
			out[i] = tally.Spoiled
		case h.one(20) && rule.Aside != "":
			out[i] = tally.Aside
		}
	}
	return out
}

// piled counts a stack by piles: all sheets alike in each row.
func (h *chanced) piled(stack int, class, subject string) bool {
	if !h.may(meeting.OpenPiles{Class: class, Subject: subject, By: "录入人"}) {
		return false
	}
	all := h.state.Round.Stacks[stack].Collected
	h.do(meeting.CountPile{Pile: meeting.Pile{Numbers: make([]int, len(h.state.Plan.Sheets.Voids))}})
	for row := range h.state.Round.Stacks[stack].Tallies {
		p := meeting.Pile{Row: row + 1, Numbers: make([]int, h.state.Plan.Rule.Boxes())}
		if h.state.Plan.Rule.Aside != "" {
			p.Numbers = append(p.Numbers, 0)
		}
		p.Numbers[h.dice.IntN(h.state.Plan.Rule.Boxes())] = all
		h.do(meeting.CountPile{Pile: p})
	}
	return h.may(meeting.ClosePiles{Sheets: all})
}

// confirmed has bundles read again, now and then otherwise than at first.
func (h *chanced) confirmed() {
	wanted := h.state.Plan.Sheets.Check
	for _, n := range h.state.UncheckedPiles() {
		if wanted != plan.CheckOffered {
			h.pilesAgain(n)
		}
	}
	for _, n := range h.state.Unchecked() {
		if wanted == plan.CheckOffered && !h.one(3) {
			continue
		}
		for try := 0; try < 4 && slices.Contains(h.state.Unchecked(), n); try++ {
			if wanted != plan.CheckSecond && h.one(2) {
				h.may(meeting.DrawSpot{Bundle: n, By: "复核人", Dice: fmt.Sprint(11111 + try)})
			} else {
				h.may(meeting.OpenSecond{Bundle: n, By: "复核人"})
			}
			h.readAgain()
		}
	}
}

func (h *chanced) pilesAgain(stack int) {
	class, subject := h.state.StackIDs(stack)
	if !h.may(meeting.OpenPiles{Class: class, Subject: subject, By: "复核人", Again: true}) {
		return
	}
	for _, p := range h.state.Round.Stacks[stack].Piles.Rows {
		h.do(meeting.CountPile{Pile: p})
	}
	h.may(meeting.ClosePiles{Sheets: h.state.Round.Stacks[stack].Piles.Sheets})
}

func (h *chanced) readAgain() {
	if !h.state.Round.Check.Under() {
		return
	}
	stack := h.state.Round.Bundles.At(h.state.Round.Check.Bundle).Stack
	for _, b := range h.state.Round.Check.First {
		switch {
		case h.one(12):
			h.do(meeting.EnterBallot{Marks: h.twos(stack)})
		case b.Void != 0:
			h.do(meeting.VoidBallot{Reason: b.Void})
		default:
			h.do(meeting.EnterBallot{Marks: b.Marks})
		}
	}
	h.may(meeting.CloseSecond{Sheets: len(h.state.Round.Check.Second)})
	for h.state.Round.Check.Under() {
		c := h.state.Round.Check
		if side, sheet := c.Wants(); side != "" {
			o := meeting.KeyAgain{Sheet: sheet, Of: side, Void: c.First[sheet-1].Void, Marks: c.First[sheet-1].Marks}
			if h.one(4) {
				o.Void, o.Marks = 0, h.twos(stack)
			}
			h.do(o)
		} else if !h.may(meeting.RuleSheet{Sheet: c.Disputed(), Marks: h.twos(stack), By: "监票人", Reason: "票面如此"}) {
			h.may(meeting.LeaveCheck{Reason: "不再复核"})
		}
	}
}

// twos are marks that any sheet of the stack may have: the best two in turn.
func (h *chanced) twos(stack int) []tally.Mark {
	out := make([]tally.Mark, len(h.state.Round.Stacks[stack].Tallies))
	for i := range out {
		out[i] = h.state.Plan.Rule.InBox(1 + (i+1)%2)
	}
	return out
}

// graded decides what can be decided and seals it where all is.
func (h *chanced) graded() {
	rule := h.state.Plan.Rule
	for i, p := range h.state.Plan.Subjects {
		if len(rule.Facts) > 0 && h.one(8) {
			h.may(meeting.RecordFact{Subject: p.ID, Kind: rule.Facts[h.dice.IntN(len(rule.Facts))].ID, Source: "通报"})
		}
		for _, source := range rule.Sources {
			grades := slices.Concat(source.Grades, rule.Scale)
			if !source.Vote && !h.one(3) {
				h.may(meeting.AssessSubject{Subject: p.ID, Source: source.ID, Grade: grades[h.dice.IntN(max(1, len(source.Grades)))], Score: fmt.Sprint(60 + h.dice.IntN(40))})
			}
		}
		v := h.state.Verdict(i)
		if !h.may(meeting.DecideGrade{Subject: p.ID, Grade: rule.Scale.Name(1 + h.dice.IntN(len(rule.Scale))), Reason: "综合评价"}) {
			h.may(meeting.DecideGrade{Subject: p.ID, Grade: rule.Scale.Name(max(1, v.Suggested)), Reason: "综合评价"})
		}
		if h.one(15) {
			h.may(meeting.ExemptSubject{Subject: p.ID, Reason: "到任不足半年"})
		}
	}
	h.may(meeting.Seal{})
}

// corrected puts something right behind the end of the count.
func (h *chanced) corrected(seen meeting.Witness) {
	bundles := h.state.Round.Bundles.Len()
	switch h.dice.IntN(6) {
	case 5:
		h.may(meeting.ReopenCount{By: "赵六", Reason: "有人提出异议"})
		h.again(seen)
	case 0:
		if bundles > 0 {
			n := 1 + h.dice.IntN(bundles)
			h.may(meeting.CorrectSheet{Bundle: n, Sheet: 1, Marks: h.anyMarks(h.state.Round.Bundles.At(n).Stack), By: "赵六", Reason: "复看票面"})
		}
	case 1:
		heads := h.state.Heads
		if len(heads.Classes) > 0 {
			c := heads.Classes[0]
			h.may(meeting.CorrectHeads{Class: c.Class, Expected: c.Expected + 1, Present: c.Present, By: "赵六", Reason: "漏数"})
		}
	case 2:
		if bundles > 0 && h.may(meeting.ReopenCount{By: "赵六", Reason: "又找到一张"}) {
			b := h.state.Round.Bundles.At(1)
			if h.may(meeting.WithdrawSheet{Bundle: 1, Sheet: 1, By: "赵六", Reason: "不是这次会的票"}) {
				class, subject := h.state.StackIDs(b.Stack)
				h.may(meeting.CollectSheets{Sheets: h.state.Round.Stacks[b.Stack].Collected - 1, Class: class, Subject: subject, Witness: seen})
			}
			h.may(meeting.CloseCount{By: "监票人", Saw: "各组完好"})
		}
	case 3:
		if h.may(meeting.RecountSheets{By: "赵六", Reason: "有人提出异议"}) {
			for n := range h.state.Round.Stacks {
				h.counted(n)
			}
			h.confirmed()
			stands := []meeting.Side{meeting.FirstEntry, meeting.SecondEntry}[h.dice.IntN(2)]
			h.may(meeting.CloseCount{By: "监票人", Saw: "各组完好", Stands: stands})
		}
	case 4:
		h.may(meeting.ReopenCount{By: "赵六", Reason: "再看一遍"})
		h.may(meeting.CloseCount{By: "监票人", Saw: "各组完好"})
	}
}
