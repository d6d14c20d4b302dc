package archive

import (
	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/words"
)

// ReportSchema names the form of [Report.JSON].
const ReportSchema = "shuping/verify/1"

// A Step is one of the numbered checks. Steps are permanent; the names behind
// each are the values of a check that passed.
type Step string

const (
	StepFiles       Step = "files"        // files, bytes
	StepBag         Step = "bag"          // format
	StepTagManifest Step = "tag-manifest" // files
	StepManifest    Step = "manifest"     // files
	StepSignature   Step = "signature"    // fingerprint
	StepSchema      Step = "schema"       // files, records
	StepChain       Step = "chain"        // records, hash
	StepWords       Step = "words"        // seal, record, by
	StepReplay      Step = "replay"       // valid, void
	StepPlan        Step = "plan"         // title
	StepResult      Step = "result"       // subjects
	StepTables      Step = "tables"       // files
	StepPapers      Step = "papers"       // papers, figures
	StepWorkbook    Step = "workbook"     // sheets
	StepInfo        Step = "info"         // identifier
	StepSeal        Step = "seal"         // day, round
)

// A trial is how one check is made.
type trial struct {
	step  Step
	later bool // a bag of the first format has nothing to be checked so
	make  func(*examiner) (values, *fault.Fault)
}

// trials are the checks in their order.
var trials = []trial{
	{StepFiles, false, (*examiner).files},
	{StepBag, false, (*examiner).bag},
	{StepTagManifest, false, (*examiner).tagManifest},
	{StepManifest, false, (*examiner).contentManifest},
	{StepSignature, true, (*examiner).signature},
	{StepSchema, true, (*examiner).schema},
	{StepChain, false, (*examiner).links},
	{StepWords, false, (*examiner).words},
	{StepReplay, false, (*examiner).replayed},
	{StepPlan, false, (*examiner).plan},
	{StepResult, false, (*examiner).result},
	{StepTables, false, (*examiner).tables},
	{StepPapers, true, (*examiner).papers},
	{StepWorkbook, true, (*examiner).workbook},
	{StepInfo, false, (*examiner).info},
	{StepSeal, false, (*examiner).seal},
}

// Steps are the checks that are made of a bag of the format, in their order.
func Steps(format string) []Step {
	var out []Step
	for _, t := range trials {
		if !t.later || format != format1 {
			out = append(out, t.step)
		}
	}
	return out
}

// A Check is one step and what came of it.
type Check struct {
	Number int // from 1
	Step   Step
	Values map[string]any // of a check that passed
	Fault  *fault.Fault   // nil where it passed
}

// OK reports whether the check passed.
func (c Check) OK() bool { return c.Fault == nil }

// Text is what the check has shown, or what is wrong, in the language l.
func (c Check) Text(l words.Language) string {
	if c.Fault != nil {
		return words.Fault(l, c.Fault)
	}
	if c.Step == StepWords {
		return words.Fill(words.ExportAnchor(l, c.Values["by"].(string)), c.Values)
	}
	return words.Fill(words.ExportCheck(l, c.said()), c.Values)
}

// said is under what the sentence of a check stands: papers may be compared by their
// figures, whole, or not at all, and a seal may cover the votes alone.
func (c Check) said() string {
	if c.Values["covers"] == string(meeting.SealedCount) {
		return string(c.Step) + sealedCount
	}
	writer, is := c.Values["writer"]
	switch {
	case !is:
		return string(c.Step)
	case writer == c.Values["own"]:
		return string(c.Step) + comparedWhole
	}
	return string(c.Step) + otherWriter
}

const (
	sealedCount   = "-count"
	comparedWhole = "-whole"
	otherWriter   = "-other"
)

// A Report is the checks that were made, in order; the last one is the first
// that failed, if any did. What it says of the meeting comes from the journal
// and is empty until the journal is proven.
type Report struct {
	Path   string
	Form   Form
	Title  string
	Unit   string
	Year   int
	Round  int
	Head   result.Head
	Checks []Check

	Format   string // of the bag, "" until it is known
	Signer   string // the fingerprint of the key that signed, "" where nothing was signed
	Private  bool   // it has the chair's private notes
	Repacked bool   // another program packed the zip
	Compared bool   // papers and workbook were held against what they should be, not left alone as those of another writer

	Standing Standing // what all of it comes to
	Seal     int      // what was typed is of, by its number in the list; 0 for nothing typed
	TypedBy  string   // words, groups, both or nothing
	Since    *Since   // what came after that seal, where it is outdated

	// What the journal came to, once it is proven.
	State      meeting.State
	First      journal.Hash // of the first record: exports of one meeting have the same
	Seals      []Seal       // every seal, of counts and of grades
	Observed   []result.Observation
	Checkers   []string // who confirmed what others had entered, or what was seen
	Identifier string   // as in bag-info.txt, once that is checked
	Anchored   bool     // words or groups were typed, and they are those of the newest seal of its kind
}

// A Seal is one seal of the journal with the hash of its record.
type Seal struct {
	meeting.Sealing
	Hash journal.Hash
}

// A Form is how a bag lies on the disk.
type Form string

const (
	Folder Form = "folder"
	Zip    Form = "zip"
)

// OK reports whether all checks were made and passed, and no words were typed that a
// later seal superseded.
func (r Report) OK() bool { return r.Err() == nil && r.checked() }

// checked reports whether all checks were made and passed.
func (r Report) checked() bool {
	n := len(r.Checks)
	return n > 0 && n == len(Steps(r.Format)) && r.Checks[n-1].OK()
}

// Err is the *fault.Fault of the check that failed, or of words that a later seal
// superseded; nil if there is none.
func (r Report) Err() error {
	for _, c := range r.Checks {
		if c.Fault != nil {
			return c.Fault
		}
	}
	if f := r.outdated(); f != nil {
		return f
	}
	return nil
}

// JSON is the report in the form that data/schemas/verify-1.json describes, with
// its sentences in the language l.
func (r Report) JSON(l words.Language) []byte {
	doc := reportDoc{
		Schema: ReportSchema, Path: r.Path, Form: r.Form, OK: r.OK(),
		Title: result.Optional(r.Title), Unit: result.Optional(r.Unit), Checks: []checkDoc{},
		Format: result.Optional(r.Format), Signer: result.Optional(r.Signer), Anchored: r.Anchored, Private: r.Private,
		Standing: r.Standing, Since: r.Since.doc(), Compared: r.Compared, Repacked: r.Repacked, Superior: result.Optional(r.State.Plan.Superior), UnitCode: result.Optional(r.State.Plan.UnitCode),
		Seals: []sealDoc{}, Checkers: append([]string{}, r.Checkers...),
	}
	doc.Observed = []observedDoc{}
	for _, o := range r.Observed {
		doc.Observed = append(doc.Observed, observedDoc{o.Code, o.Values, o.Text(l)})
	}
	for i, s := range r.Seals {
		doc.Seals = append(doc.Seals, sealDoc{i + 1, s.Of, s.Round, s.Version, s.Record, s.Hash.String()})
	}
	if r.Head.Seq > 0 {
		doc.Year, doc.Round, doc.Head, doc.First = &r.Year, &r.Round, &r.Head, result.Optional(r.First.String())
		doc.Covers = result.Optional(coversOf(r.State))
	}
	for _, c := range r.Checks {
		doc.Checks = append(doc.Checks, c.doc(l))
	}
	return result.EncodeJSON(doc)
}

type reportDoc struct {
	Schema string          `json:"schema"`
	Path   string          `json:"path"`
	Form   Form            `json:"form"`
	OK     bool            `json:"ok"`
	Title  result.Optional `json:"title"`
	Unit   result.Optional `json:"unit"`
	Year   *int            `json:"year"`
	Round  *int            `json:"round"`
	Head   *result.Head    `json:"head"`
	Checks []checkDoc      `json:"checks"`

	Format   result.Optional `json:"format"`
	Signer   result.Optional `json:"signer"`
	Anchored bool            `json:"anchored"`
	Private  bool            `json:"private"`

	Standing Standing        `json:"standing"`
	Covers   result.Optional `json:"covers"`
	Since    *sinceDoc       `json:"since"`
	Compared bool            `json:"compared"`
	Repacked bool            `json:"repacked"`
	First    result.Optional `json:"first"`
	UnitCode result.Optional `json:"unit_code"`
	Superior result.Optional `json:"superior"`
	Seals    []sealDoc       `json:"seals"`
	Checkers []string        `json:"checkers"`
	Observed []observedDoc   `json:"observed"`
}

// sinceDoc is what came after the seal whose words were typed.
type sinceDoc struct {
	Seal        int                 `json:"seal"`
	Newest      int                 `json:"newest"`
	Kind        meeting.Sealed      `json:"kind"`
	Round       int                 `json:"round"`
	Version     int                 `json:"version"`
	Corrections []result.Correction `json:"corrections"`
	Figures     []figureDoc         `json:"figures"`
}

type figureDoc struct {
	Subject string          `json:"subject"`
	Grade   result.Optional `json:"grade"`
	Was     string          `json:"was"`
	Is      string          `json:"is"`
}

func (s *Since) doc() *sinceDoc {
	if s == nil {
		return nil
	}
	out := &sinceDoc{s.Seal, s.Newest, s.Of, s.Round, s.Version, append([]result.Correction{}, s.Corrections...), []figureDoc{}}
	for _, f := range s.Figures {
		out.Figures = append(out.Figures, figureDoc{f.Subject, result.Optional(f.Of), f.Was, f.Is})
	}
	return out
}

// observedDoc is what the figures do not show.
type observedDoc struct {
	Code   string         `json:"code"`
	Values map[string]any `json:"values"`
	Detail string         `json:"detail"`
}

type sealDoc struct {
	Number  int            `json:"number"`
	Kind    meeting.Sealed `json:"kind"`
	Round   int            `json:"round"`
	Version int            `json:"version"`
	Record  int            `json:"record"`
	Hash    string         `json:"hash"`
}

type checkDoc struct {
	Number  int             `json:"number"`
	Code    Step            `json:"code"`
	OK      bool            `json:"ok"`
	Problem result.Optional `json:"problem"`
	Values  map[string]any  `json:"values"`
	Detail  string          `json:"detail"`
}

func (c Check) doc(l words.Language) checkDoc {
	d := checkDoc{Number: c.Number, Code: c.Step, OK: c.OK(), Values: c.Values, Detail: c.Text(l)}
	if c.Fault != nil {
		d.Problem, d.Values = result.Optional(c.Fault.Code), c.Fault.Values
	}
	if d.Values == nil {
		d.Values = map[string]any{}
	}
	return d
}
