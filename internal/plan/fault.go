package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shuping/internal/tally"
)

// A Code names one way in which a plan file can be wrong. Codes are permanent.
type Code string

const (
	TooLarge      Code = "too-large"
	NotUTF8       Code = "not-utf-8"
	Syntax        Code = "syntax"
	FullWidth     Code = "full-width"
	Unquoted      Code = "unquoted"
	BadCharacter  Code = "bad-character"
	NotNormal     Code = "not-normal"
	UnknownKey    Code = "unknown-key"
	MissingKey    Code = "missing-key"
	KeyTwice      Code = "key-twice"
	WrongType     Code = "wrong-type"
	Empty         Code = "empty"
	Padded        Code = "padded"
	TooLong       Code = "too-long"
	BadID         Code = "bad-id"
	ListedTwice   Code = "listed-twice"
	PostTwice     Code = "post-twice"
	TooFew        Code = "too-few"
	TooMany       Code = "too-many"
	OutOfRange    Code = "out-of-range"
	BadWord       Code = "bad-word"
	NotAGrade     Code = "not-a-grade"
	SpaceInGrade  Code = "space-in-grade"
	NoneLower     Code = "none-lower"
	NotADay       Code = "not-a-day"
	DayOrder      Code = "day-order"
	NotAFraction  Code = "not-a-fraction"
	FractionRange Code = "fraction-range"
	AlwaysHolds   Code = "always-holds"
	NeverHolds    Code = "never-holds"
	NotOneAGrade  Code = "not-one-a-grade"
	NotFalling    Code = "not-falling"
	Misplaced     Code = "misplaced"
	StageTwice    Code = "stage-twice"
	NoReview      Code = "no-review"
	NoReport      Code = "no-report"
	NoEvaluation  Code = "no-evaluation"
	TooEarly      Code = "too-early"
	WarnTooLong   Code = "warn-too-long"

	TooManyChoices   Code = "too-many-choices"
	ReservedID       Code = "reserved-id"
	NoItems          Code = "no-items"
	UnknownItem      Code = "unknown-item"
	WeightForAll     Code = "weight-for-all"
	WeightOfOne      Code = "weight-of-one"
	ZeroWeight       Code = "zero-weight"
	WeightSum        Code = "weight-sum"
	NoWeights        Code = "no-weights"
	NotPart          Code = "not-part"
	CountsAll        Code = "counts-all"
	NeverReached     Code = "never-reached"
	VoteTwice        Code = "vote-twice"
	VoteGrades       Code = "vote-grades"
	VoteGate         Code = "vote-gate"
	NoSources        Code = "no-sources"
	UnknownSource    Code = "unknown-source"
	NotASourceGrade  Code = "not-a-source-grade"
	BarsNothing      Code = "bars-nothing"
	NoComposite      Code = "no-composite"
	NoWeightedSource Code = "no-weighted-source"
	NeedsPoints      Code = "needs-points"
	OverHundred      Code = "over-hundred"
	TooFine          Code = "too-fine"
	AllGrades        Code = "all-grades"
	ForcesBest       Code = "forces-best"
	EachTooMuch      Code = "each-too-much"
	OverBest         Code = "over-best"
	NoQuota          Code = "no-quota"
	NeverMet         Code = "never-met"
	ForcesAndBars    Code = "forces-and-bars"
	BarsLast         Code = "bars-last"
	NotAFolder       Code = "not-a-folder"
	HallTwice        Code = "hall-twice"
)

// sentences says each code in Chinese and in English. The numbered places are
// filled with what the fault is about.
var sentences = map[Code][2]string{
	TooLarge:      {"文件超过 1 MiB，不是工作方案", "the file is over 1 MiB, which no plan is"},
	NotUTF8:       {"文件不是 UTF-8 编码，可能是 %[1]s；请在编辑器中另存为 UTF-8", "the file is not UTF-8, it is perhaps %[1]s: save it as UTF-8 in an editor"},
	Syntax:        {"此处不合 TOML 格式：%[1]s", "this is not TOML: %[1]s"},
	FullWidth:     {"此处的 %[1]s 是全角字符，请改用半角的 %[2]s", "the full-width %[1]s stands here, where %[2]s is needed"},
	Unquoted:      {"此处不能直接写 %[1]s，文字要放在半角双引号中，说明写在 # 之后", "%[1]s cannot stand here: text goes between quotation marks, a comment after #"},
	BadCharacter:  {"不可用的字符 %[1]s（控制、双向或看不见的字符）", "the character %[1]s is not allowed (a control, bidirectional or invisible one)"},
	NotNormal:     {"从 %[1]s 起不是 Unicode 标准形式（NFC），请重新输入这个字", "from %[1]s on the text is not in Unicode normal form (NFC): type the character anew"},
	UnknownKey:    {"%[2]s没有 %[1]s 这一项，只有：%[3]s", "%[1]s is not a key of %[2]s, whose keys are %[3]s"},
	MissingKey:    {"%[2]s缺少 %[1]s", "%[1]s is missing from %[2]s"},
	KeyTwice:      {"%[1]s 写了两次，前一次在第 %[2]d 行", "%[1]s is stated twice, first on line %[2]d"},
	WrongType:     {"%[1]s 应当是%[2]s，这里是%[3]s", "%[1]s must be %[2]s, and this is %[3]s"},
	Empty:         {"%[1]s 是空的", "%[1]s is empty"},
	Padded:        {"%[1]s 前后有空格", "%[1]s begins or ends with a space"},
	TooLong:       {"%[1]s 有 %[2]d 个字，最多 %[3]d 个", "%[1]s is too long: %[2]d characters, and %[3]d are allowed"},
	BadID:         {"代号 %[1]s 不合要求：以小写字母开头，只用小写字母、数字和连字符，最多 16 个", "%[1]s is not an id: a small letter, then up to 15 small letters, digits or hyphens"},
	ListedTwice:   {"%[1]s 重复，前一次在第 %[2]d 行", "%[1]s is listed twice, first on line %[2]d"},
	PostTwice:     {"职务 %[1]s 在第 %[2]d 行已有，两处都要写明不同的姓名", "the post %[1]s is also on line %[2]d: both need a name, and not the same"},
	TooFew:        {"%[1]s 有 %[2]d 项，至少要 %[3]d 项", "%[1]s has too few entries: %[2]d, and at least %[3]d are needed"},
	TooMany:       {"%[1]s 有 %[2]d 项，最多 %[3]d 项", "%[1]s has too many entries: %[2]d, and %[3]d are allowed"},
	OutOfRange:    {"%[1]s 为 %[2]s，应在 %[3]d 到 %[4]d 之间", "%[1]s is %[2]s, and must be from %[3]d to %[4]d"},
	BadWord:       {"%[1]s 不能是 %[2]s，只能是：%[3]s", "%[1]s cannot be %[2]s, only one of %[3]s"},
	NotAGrade:     {"%[1]s 不在等次之列：%[2]s", "%[1]s is not one of the grades %[2]s"},
	SpaceInGrade:  {"等次 %[1]s 中有空格", "the grade %[1]s has a space in it"},
	NoneLower:     {"%[1]s 是最低等次，没有更低的等次", "%[1]s is the last grade: none is lower"},
	NotADay:       {"%[1]s 不是日历上的一天，写法如 2024-01-31", "%[1]s is not a day on the calendar, written as 2024-01-31"},
	DayOrder:      {"%[1]s（%[2]s）早于 %[3]s（%[4]s）", "%[1]s (%[2]s) comes before %[3]s (%[4]s)"},
	NotAFraction:  {"%[1]s 应写成 \"1/10\" 或 \"10%%\" 这样的非负分数，不能是 %[2]s", "%[1]s must be a fraction such as \"1/10\" or \"10%%\", not negative, and is %[2]s"},
	FractionRange: {"%[1]s 为 %[2]s，不能大于 1", "%[1]s is %[2]s, and cannot be more than 1"},
	AlwaysHolds:   {"%[1]s 为 %[2]s，任何票数都会达到", "%[1]s is %[2]s, which every count reaches"},
	NeverHolds:    {"%[1]s 为 %[2]s，任何票数都不能超过", "%[1]s is %[2]s, which no count can pass"},
	NotOneAGrade:  {"%[1]s 有 %[2]d 个，等次有 %[3]d 个，应当一一对应", "%[1]s has %[2]d entries for %[3]d grades, and needs one for each"},
	NotFalling:    {"%[1]s 应当由好到差逐个递减", "%[1]s must fall from each grade to the next worse one"},
	Misplaced:     {"%[1]s 只用于 %[2]s = %[3]s", "%[1]s belongs to %[2]s = %[3]s alone"},
	StageTwice:    {"环节 %[1]s 写了两次", "the stage %[1]s is stated twice"},
	NoReview:      {"述职（report）之后必须紧接点评（review），一述一评", "a report stage must be followed at once by a review stage: one report, one review"},
	NoReport:      {"点评（review）之前必须是述职（report），一述一评", "a review stage must follow a report stage at once: one report, one review"},
	NoEvaluation:  {"议程中没有会议测评（evaluation）", "the agenda has no evaluation stage"},
	TooEarly:      {"会议测评（evaluation）不能排在述职（report）之前", "the evaluation cannot come before the reports"},
	WarnTooLong:   {"提醒时间 warn 为 %[1]d 分钟，应当短于每个环节，而 %[2]s 只有 %[3]d 分钟", "warn is %[1]d minutes, and must be less than every stage: %[2]s has %[3]d"},

	TooManyChoices:   {"加上这一项，一行有 %[1]d 个选项，最多 %[2]d 个", "with this a row has %[1]d choices, and %[2]d are allowed"},
	ReservedID:       {"代号 %[1]s 另有所指（overall 是总评，mean 是各分项平均），请换一个", "the id %[1]s has a meaning of its own (overall is the overall mark, mean the mean of the items): take another"},
	NoItems:          {"没有 [[items]]，不能以 %[1]s 为准", "%[1]s cannot decide where there are no [[items]]"},
	UnknownItem:      {"deciding 不能是 %[1]s，只能是：%[2]s", "deciding cannot be %[1]s, only one of %[2]s"},
	WeightForAll:     {"%[1]s 没有写 weight，而第 %[2]d 行写了：要么每一类都写，要么都不写", "%[1]s has no weight, and line %[2]d has one: state it for every class or for none"},
	WeightOfOne:      {"只有一类人员，不必写权重", "a weight means nothing where there is one class alone"},
	ZeroWeight:       {"%[1]s 为 0，权重必须大于 0", "%[1]s is 0, and a weight must be more than 0"},
	WeightSum:        {"%[1]s 合计为 %[2]s，应当正好是 1", "%[1]s adds up to %[2]s, and must add up to 1"},
	NoWeights:        {"%[1]s 只用于有权重（weight）的人员类别", "%[1]s belongs to classes of voters with a weight alone"},
	NotPart:          {"%[1]s 不是 %[2]s 的一部分，不能据以计算法定人数", "%[1]s is not a part of %[2]s, and no quorum can be counted so"},
	CountsAll:        {"这一步把全部等次合计，占有效票总是 1，任何票数都会达到", "this step adds up all grades, which are always 1 of the valid marks: every count reaches it"},
	NeverReached:     {"这一步永远轮不到：凡能满足它的票数，先已满足第 %[1]d 步（第 %[2]d 行）", "this step is never reached: every count that meets it meets step %[1]d before (line %[2]d)"},
	VoteTwice:        {"只能有一个来源是票决（vote），前一个在第 %[1]d 行", "only one source can be the vote, and line %[1]d is one"},
	VoteGrades:       {"票决（vote）本身按计票得分，不另写等次 grades", "a source that is the vote is scored by the count, and has no grades of its own"},
	VoteGate:         {"%[1]s 是票决，不能作为限制条件", "%[1]s is the vote, and cannot be a gate"},
	NoSources:        {"没有 [[sources]]，不能要求来源 %[1]s", "%[1]s cannot be asked for where there are no [[sources]]"},
	UnknownSource:    {"没有代号为 %[1]s 的来源，只有：%[2]s", "%[1]s is not the id of a source, only %[2]s are"},
	NotASourceGrade:  {"%[1]s 不在来源 %[2]s 的等次之列：%[3]s", "%[1]s is not one of the grades of the source %[2]s: %[3]s"},
	BarsNothing:      {"%[1]s 列出了来源 %[2]s 的全部等次，不起限制作用", "%[1]s lists every grade of the source %[2]s, and so bars nothing"},
	NoComposite:      {"来源有权重，就要在 [[rule.composite]] 写明各等次的起点分", "sources have weights, so [[rule.composite]] must say from what score each grade follows"},
	NoWeightedSource: {"[[rule.composite]] 要有带权重（weight）的来源", "[[rule.composite]] needs [[sources]] with weights"},
	NeedsPoints:      {"票决来源 %[1]s 有权重，测评建议就要用计分法（method = \"points\"）", "the vote %[1]s has a weight, so the suggestion needs method = \"points\""},
	TooFine:          {"%[1]s 的分母为 %[2]s，不能大于 %[3]d", "%[1]s has the denominator %[2]s, and it cannot be more than %[3]d"},
	AllGrades:        {"%[1]s 把全部等次合计，占有效票总是 1，任何票数都会达到", "%[1]s adds up all grades, which are always 1 of the valid marks: every count reaches it"},
	ForcesBest:       {"%[1]s 是最好的等次，而否决不抬高等次，不起作用", "%[1]s is the best grade, and a veto lifts no grade: it would do nothing"},
	EachTooMuch:      {"%[1]s 为 %[2]s，%[3]d 个等次不可能各自都如此", "%[1]s is %[2]s, which %[3]d grades cannot each come to"},
	OverBest:         {"%[1]s 为 %[2]s，而最好的等次只有 %[3]s 分，永远达不到", "%[1]s is %[2]s, and the best grade has %[3]s points: it is never reached"},
	NotAFolder:       {"%[1]s 为 %[2]s，应当是会话文件旁一个文件夹的名字，不带路径：不用 / \\ : * ? \" < > |，不以点开头或结尾，也不用系统设备名", "%[1]s is %[2]s, and must be the plain name of a folder beside the session: without / \\ : * ? \" < > |, a dot at either end, or the name of a device"},
	NoQuota:          {"%[1]s 为 %[2]s，任何结果都符合", "%[1]s is %[2]s, which every outcome meets"},
	HallTwice:        {"会场显示写了两处：display 是以前的写法，有 [hall] 就不写它", "what the hall sees is stated twice: display is the earlier key, and has no place beside [hall]"},
	NeverMet:         {"%[1]s 为 %[2]s，任何结果都不符合", "%[1]s is %[2]s, which no outcome meets"},
	ForcesAndBars:    {"forces（确定为）和 bars（不得确定为）只能写一个", "forces and bars exclude each other: state one of them"},
	BarsLast:         {"%[1]s 是最低等次，不得排除：总要有一个等次可定", "%[1]s is the last grade, and cannot be barred: one must be left"},
	OverHundred:      {"%[1]s 为 %[2]s，各来源满分 100，不能大于 100", "%[1]s is %[2]s: sources are scored up to 100, and it cannot be more"},
}

// A Fault is one thing that is wrong in a plan file, and where.
type Fault struct {
	File      string
	Line, Col int // from 1; Col counts characters
	Code      Code
	about     []any // for the numbered places of the sentence
}

// Error is "FILE:LINE:COL: sentence" in English.
func (f *Fault) Error() string { return f.Text(tally.English) }

// Text is "FILE:LINE:COL: sentence" in the language l.
func (f *Fault) Text(l tally.Language) string {
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Col, f.Sentence(l))
}

// Sentence is what is wrong, without the place.
func (f *Fault) Sentence(l tally.Language) string {
	words := make([]any, len(f.about))
	for i, a := range f.about {
		if t, ok := a.(teller); ok {
			a = t.in(l)
		}
		words[i] = a
	}
	return strings.TrimSpace(fmt.Sprintf(pick(l, sentences[f.Code]), words...))
}

// Faults are all that is wrong in one file, by line. It is never empty.
type Faults []*Fault

// Error has one line for each fault.
func (fs Faults) Error() string { return fs.Text(tally.English) }

// Text has one line for each fault, in the language l.
func (fs Faults) Text(l tally.Language) string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Text(l)
	}
	return strings.Join(lines, "\n")
}

// Unwrap lets errors.As find the first [Fault].
func (fs Faults) Unwrap() []error {
	out := make([]error, len(fs))
	for i, f := range fs {
		out[i] = f
	}
	return out
}

// maxFaults bounds what is told about one file.
const maxFaults = 100

// sorted orders by place and cuts at maxFaults.
func (fs Faults) sorted() Faults {
	slices.SortStableFunc(fs, func(a, b *Fault) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	if len(fs) > maxFaults {
		fs = fs[:maxFaults]
	}
	return fs
}

// A teller is a part of a sentence that differs by language.
type teller interface{ in(tally.Language) string }

// A term is said in Chinese or in English.
type term [2]string

func (t term) in(l tally.Language) string { return pick(l, t) }

// A quote is text from the file, shown so that nothing in it can hide.
type quote string

func (q quote) in(l tally.Language) string {
	const most = 40
	s := string(q)
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	s = strconv.Quote(s)
	if l == tally.English {
		return s
	}
	return "“" + s[1:len(s)-1] + "”"
}

// A list is said with the separator of the language.
type list []string

func (ws list) in(l tally.Language) string {
	return strings.Join(ws, pick(l, [2]string{"、", ", "}))
}

func pick(l tally.Language, words [2]string) string {
	if l == tally.English {
		return words[1]
	}
	return words[0]
}
