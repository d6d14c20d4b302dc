package archive

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"shuping/internal/result"
	"shuping/internal/tally"
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

// Steps lists every step in the order of the checks.
var Steps = []Step{
	StepFiles, StepBag, StepTagManifest, StepManifest, StepSignature, StepSchema, StepChain, StepWords, StepReplay,
	StepPlan, StepResult, StepTables, StepPapers, StepWorkbook, StepInfo, StepSeal,
}

// steps are those that are made for a bag of the format.
func steps(format string) []Step {
	if format != format1 {
		return Steps
	}
	return slices.DeleteFunc(slices.Clone(Steps), func(s Step) bool {
		return s == StepSignature || s == StepSchema || s == StepPapers || s == StepWorkbook
	})
}

// StepValues lists the names of the values of a check that passed.
var StepValues = map[Step][]string{
	StepFiles: {"files", "bytes"}, StepBag: {"format"}, StepTagManifest: {"files"},
	StepManifest: {"files"}, StepSignature: {"fingerprint"}, StepSchema: {"files", "records"},
	StepChain: {"records", "hash"}, StepWords: {"seal", "record", "by"}, StepReplay: {"valid", "void"},
	StepPlan: {"title"}, StepResult: {"subjects"}, StepTables: {"files"},
	StepPapers: {"papers", "figures"}, StepWorkbook: {"sheets"},
	StepInfo: {"identifier"}, StepSeal: {"day", "round"},
}

// passed says what a check that passed has shown, in Chinese and in English.
var passed = map[Step][2]string{
	StepFiles:       {"{files} 个文件，共 {bytes} 字节，名称和大小都在允许范围内。", "{files} files, {bytes} bytes, with names and sizes that are allowed."},
	StepBag:         {"BagIt 1.0，格式 {format}，应有的文件都有，没有别的文件。", "BagIt 1.0 in the format {format}, with every file it should have and no other."},
	StepTagManifest: {"{files} 个说明文件与 tagmanifest-sha256.txt 相符。", "{files} tag files have the SHA-256 of tagmanifest-sha256.txt."},
	StepManifest:    {"{files} 个内容文件与 manifest-sha256.txt 相符。", "{files} payload files have the SHA-256 of manifest-sha256.txt."},
	StepSignature:   {"签名有效，密钥指纹 {fingerprint}；是谁的密钥，请与纸面上记下的指纹对照。", "The signature is good, by the key {fingerprint}; whose key that is, only the fingerprint on paper tells."},
	StepSchema:      {"{files} 个格式说明是本程序所知的，结果数据和 {records} 条记录都符合格式。", "{files} schemas are known, and the result and {records} records fit them."},
	StepChain:       {"{records} 条记录首尾相连，末条校验值 {hash}。", "{records} records follow one another, the last with the hash {hash}."},
	StepReplay:      {"逐条重演并重新计票：有效评议表 {valid} 张，废票 {void} 张。", "Every record replayed and every sheet recounted: {valid} valid, {void} void."},
	StepPlan:        {"plan.toml 与第 1 条记录中的方案一致：{title}。", "plan.toml is the plan of record 1: {title}."},
	StepResult:      {"{subjects} 名述职人的票数和等次重新计算，与 result.json 一致。", "The counts and verdicts of {subjects} subjects, worked out anew, are those of result.json."},
	StepTables:      {"{files} 个表与重新计算的结果逐格一致。", "{files} tables say the same, cell by cell."},
	StepPapers:      {"{papers} 份材料上的 {figures} 个数据与结果一致。", "{figures} figures in {papers} papers are those of the result."},
	StepWorkbook:    {"工作簿中的公式、数据和 {sheets} 张评议表明细与记录一致。", "The formulas and figures of the workbook and its {sheets} sheets are those of the journal."},
	StepInfo:        {"bag-info.txt 与记录一致，编号 {identifier}。", "bag-info.txt says what the journal says, identifier {identifier}."},
	StepSeal:        {"第 {round} 轮，{day} 封存，票数闭合，等次全部确定，没有违反否决。", "Round {round}, sealed on {day}: the sums close, and every grade is decided and heeds the vetoes."},
}

// A Check is one step and what came of it.
type Check struct {
	Number int // from 1
	Step   Step
	Values map[string]any // of a check that passed
	Fault  *Fault         // nil where it passed
}

// OK reports whether the check passed.
func (c Check) OK() bool { return c.Fault == nil }

// Text is what the check has shown, or what is wrong, in the language l.
func (c Check) Text(l tally.Language) string {
	switch {
	case c.Fault != nil:
		return c.Fault.Text(l)
	case c.Step == StepWords:
		return words.Told(anchors[c.Values["by"].(string)], string(l), c.Values)
	}
	return words.Told(passed[c.Step], string(l), c.Values)
}

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
	Anchored bool   // words or groups were typed, and they are those of a seal
}

// A Form is how a bag lies on the disk.
type Form string

const (
	Folder Form = "folder"
	Zip    Form = "zip"
)

// OK reports whether all checks were made and passed.
func (r Report) OK() bool { return r.Err() == nil && len(r.Checks) == len(steps(r.Format)) }

// Err is the *Fault of the check that failed, nil if none did.
func (r Report) Err() error {
	for _, c := range r.Checks {
		if c.Fault != nil {
			return c.Fault
		}
	}
	return nil
}

// JSON is the report in the form that data/schemas/verify-1.json describes, with
// its sentences in the language l.
func (r Report) JSON(l tally.Language) []byte {
	doc := reportDoc{
		Schema: ReportSchema, Path: r.Path, Form: r.Form, OK: r.OK(),
		Title: result.Optional(r.Title), Unit: result.Optional(r.Unit), Checks: []checkDoc{},
		Format: result.Optional(r.Format), Signer: result.Optional(r.Signer), Anchored: r.Anchored, Private: r.Private,
	}
	if r.Head.Seq > 0 {
		doc.Year, doc.Round, doc.Head = &r.Year, &r.Round, &r.Head
	}
	for _, c := range r.Checks {
		doc.Checks = append(doc.Checks, c.doc(l))
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil { // it holds only text, numbers and booleans
		panic(fmt.Errorf("the report as JSON: %w", err))
	}
	return b.Bytes()
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
}

type checkDoc struct {
	Number  int             `json:"number"`
	Code    Step            `json:"code"`
	OK      bool            `json:"ok"`
	Problem result.Optional `json:"problem"`
	Values  map[string]any  `json:"values"`
	Detail  string          `json:"detail"`
}

func (c Check) doc(l tally.Language) checkDoc {
	d := checkDoc{Number: c.Number, Code: c.Step, OK: c.OK(), Values: c.Values, Detail: c.Text(l)}
	if c.Fault != nil {
		d.Problem, d.Values = result.Optional(c.Fault.Code), c.Fault.Values
	}
	if d.Values == nil {
		d.Values = map[string]any{}
	}
	return d
}
