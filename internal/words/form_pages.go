package words

// What stands above the questions of a page.

func PackPage(l Language) Page {
	return Page{l.in("从哪个方案开始", "Which plan to begin with"), l.in("选最接近的一个。后面每一页都已按它填好；整页没有变化的，按 Ctrl+S 到下一页。没有问到的照它保留，最后一页列出。", "Take the nearest one. All pages are filled in from it: Ctrl+S passes one that has not changed. What is not asked is kept from it, and listed at the end.")}
}
func FramePage(l Language) Page {
	return Page{l.in("单位和年度", "Organisation and year"), l.in("换年度时，标题和日期会一起改到新的年度。", "Another year moves the title and the days along.")}
}
func DatesPage(l Language) Page {
	return Page{l.in("标题和日期", "Title and days"), l.in("日期写成 2024-01-31 或 2024年1月31日。条款填方案中的出处，如 一(一)。", "A day is written 2024-01-31. A clause is where the plan says so, such as 1.1.")}
}
func SubjectsPage(l Language) Page {
	return Page{l.in("述职对象", "Who reports"), l.in("每行一名，顺序就是述职和评议表的顺序。写完按 Tab 继续。", "One a line, in the order of the agenda and of the sheet. Tab goes on.")}
}
func VotersPage(l Language) Page {
	return Page{l.in("参加测评的人员", "Who votes"), l.in("每行一类。各类票的权重不同时，在名称后写逗号和权重。写完按 Tab 继续。", "One class a line. Where classes weigh differently: name, comma, weight. Tab goes on.")}
}
func ContentPage(l Language) Page {
	return Page{l.in("述职内容", "What a report covers"), l.in("每行一条：内容，条款。例如：党建责任制落实，二4。写完按 Tab 继续。", "One a line: subject, clause. Tab goes on.")}
}
func AgendaPage(l Language) Page {
	return Page{l.in("议程", "Agenda"), l.in("述职和点评对每名对象各进行一次，一述一评。", "Report and review are held once for each subject, one after the other.")}
}
func ScalePage(l Language) Page {
	return Page{l.in("等次", "Grades"), l.in("评议表上可以勾选的词。", "The words that can be ticked on a sheet.")}
}
func CountPage(l Language) Page {
	return Page{l.in("怎样算票", "How votes are counted"), l.in("比例以什么为总数，测评怎样给出参考等次。综合评价等次由主持人确定。", "What shares are taken of, and how the vote suggests a grade. The chair decides the grade.")}
}
func VetoPage(l Language) Page {
	return Page{l.in("票数否决", "Veto of the vote"), l.in("某些等次的票多到一定程度，等次就由票数直接确定。", "So many marks of certain grades force a grade by themselves.")}
}
func FactsPage(l Language) Page {
	return Page{l.in("事实否决", "Veto of facts"), l.in("出现这些情形，等次直接确定。每行一种，没有就空着。写完按 Tab 继续。", "Each of these forces a grade. One a line: what, clause. May be empty. Tab goes on.")}
}
func QuotaPage(l Language) Page {
	return Page{l.in("比例要求", "Quota"), l.in("对全部对象等次分布的要求。只提醒，不改动等次。", "How the grades of all subjects should be spread. It warns and changes no grade.")}
}
func SheetsPage(l Language) Page {
	return Page{l.in("评议表", "Sheets"), l.in("评议表怎样发放、清点和复核。", "How sheets are handed out, counted and checked.")}
}
func ShownPage(l Language) Page {
	return Page{l.in("投影", "Projector"), l.in("计票时会场看得到什么，票太少时隐去什么。", "What the hall sees while votes are counted, and what too few sheets hide.")}
}
func PapersPage(l Language) Page {
	return Page{l.in("报送材料", "Papers to file"), l.in("每行一种：材料，条款。写完按 Tab 继续。", "One a line: paper, clause. Tab goes on.")}
}
func PathPage(l Language) Page {
	return Page{l.in("写到哪里", "Where to write it"), l.in("方案写成一个文件，已有的文件绝不覆盖。", "A plan is one file. A file that exists is never overwritten.")}
}
func ReviewPage(l Language) Page {
	return Page{l.in("请核对", "Check the plan"), l.in("与纸质方案逐条对照，PgUp PgDn 翻页。写到：{path}", "Compare it with the paper; PgUp PgDn turn the page. It goes to: {path}")}
}

// What a question is called, and what helps to answer it.

func UnitLabel(l Language) Label {
	return Label{l.in("单位", "Organisation"), l.in("召开会议的组织，用全称。按 Ctrl+U 清空这一项。", "Who holds the meeting, in full. Ctrl+U clears the line.")}
}
func SuperiorLabel(l Language) Label {
	return Label{l.in("材料报送机关", "Papers go to"), l.in("材料报给谁。", "The committee that the papers are filed with.")}
}
func ChairLabel(l Language) Label {
	return Label{l.in("主持人职务", "Post of the chair"), l.in("只写职务，如：党总支书记。", "The post only, without a name.")}
}
func YearLabel(l Language) Label {
	return Label{l.in("年度", "Year"), l.in("述职所述的年度，不是开会的年份。", "The year that is reported on, not that of the meeting.")}
}
func TitleLabel(l Language) Label {
	return Label{l.in("标题", "Title"), l.in("显示在屏幕和各种材料的开头。", "It heads the screens and the papers.")}
}
func FromLabel(l Language) Label {
	return Label{l.in("工作开始", "Work starts"), l.in("方案规定的起始日期。", "The first day in the plan.")}
}
func UntilLabel(l Language) Label {
	return Label{l.in("工作完成", "Work is done"), l.in("方案规定的完成日期。", "The last day in the plan.")}
}
func DatesClauseLabel(l Language) Label {
	return Label{l.in("起止日期的条款", "Clause of these days"), l.in("如 一(一)；方案没有编号的，写所在标题。", "Such as 1.1, or the heading where clauses have no number.")}
}
func FileByLabel(l Language) Label {
	return Label{l.in("材料报送截止", "Papers are due"), l.in("最迟在哪一天报送。", "The last day for filing them.")}
}
func FileClauseLabel(l Language) Label {
	return Label{l.in("报送日期的条款", "Clause of that day"), l.in("如 四(四)。", "Such as 4.4.")}
}
func SubjectListLabel(l Language) Label {
	return Label{l.in("职务，姓名（姓名可不写）", "Post, name (the name is optional)"), l.in("例如：第一党支部书记，张三（简称一支部）。职务相同的，必须写姓名；会场简称最多 4 个字，大屏幕写不下时用，可不写。", "Such as: Secretary of branch one, Zhang San (short: One). A post that recurs needs a name; a short hall name of up to 4 characters, where the wall has no room for more, is optional.")}
}
func WeighsLabel(l Language) Label {
	return Label{l.in("各类票的权重", "Weights"), l.in("权重不同：如 A 类占 3/5、B 类占 2/5，两类分开计票。", "By weight: such as class A 3/5 and class B 2/5, counted apart.")}
}
func VoterListLabel(l Language) Label {
	return Label{l.in("人员类别", "Classes of voters"), l.in("例如：党员。权重不同时写：A类，3/5。各类权重相加必须等于 1。", "Such as: Members. By weight: Class A, 3/5. The weights must add up to 1.")}
}
func EmptyClassLabel(l Language) Label {
	return Label{l.in("某一类没有有效票时", "If a class has no vote"), l.in("没有票的一类绝不按零票计算。", "A class without a vote never counts as zero.")}
}
func ContentListLabel(l Language) Label {
	return Label{l.in("内容，条款", "Subject, clause"), l.in("述职报告必须讲到的内容，每条都要有出处。", "What every report must cover, and where the plan says so.")}
}
func MinutesLabel(l Language) Label {
	return Label{l.in("{stage}（分钟）", "Minutes: {stage}"), l.in("每次{stage}的时间，方案没有规定的按会议需要填写。", "How long each {stage} may take.")}
}
func StageClauseLabel(l Language) Label {
	return Label{l.in("{stage}的条款", "Clause: {stage}"), l.in("方案中规定{stage}的条款，如 三(四)1。", "Where the plan asks for the {stage}.")}
}
func WarnLabel(l Language) Label {
	return Label{l.in("提前几分钟提醒", "Warn before the end"), l.in("每个环节结束前提醒，0 为不提醒。", "Minutes before an item ends, 0 for never.")}
}
func GradesLabel(l Language) Label {
	return Label{l.in("等次", "Grades"), l.in("由好到差，用空格隔开，2 到 6 个。例如：好 较好 一般 差。", "Best first, with spaces between them, 2 to 6.")}
}
func AsideLabel(l Language) Label {
	return Label{l.in("不计入的选项", "Choice that counts for none"), l.in("如“不了解”：可以勾选，但不算任何等次，也不计入有效票。没有就空着。", "Such as “unknown”: may be ticked, is no grade and counts in no valid marks. May be empty.")}
}
func BaseLabel(l Language) Label {
	return Label{l.in("总数（基数）", "Shares are taken of"), l.in("方案写“有效票”的选第一项；写“应到会人数”的选最后一项。", "The base of every percentage.")}
}
func MethodLabel(l Language) Label {
	return Label{l.in("参考等次", "Suggested grade"), l.in("测评给出的建议，不是最后的等次。", "What the vote suggests; it is not the final grade.")}
}
func DecimalsLabel(l Language) Label {
	return Label{l.in("百分比小数位", "Decimals of percentages"), l.in("只影响显示；比较始终用精确的分数。", "For reading only: fractions are compared exactly.")}
}
func HasVetoLabel(l Language) Label {
	return Label{l.in("票数能否否决", "Veto of the vote"), l.in("例如：一般和差的票合计超过 10%，定为“差”。", "Such as: the two worst grades together over 10% force the worst.")}
}
func VetoGradesLabel(l Language) Label {
	return Label{l.in("计入哪些等次", "Grades that count"), l.in("用空格隔开。例如：一般 差。", "With spaces between them.")}
}
func VetoReadingLabel(l Language) Label {
	return Label{l.in("怎样计", "Several grades"), l.in("多个等次时：合在一起算，还是分开算。", "Added together, or each by itself.")}
}
func VetoCompareLabel(l Language) Label {
	return Label{l.in("界限", "Limit"), l.in("“超过”时恰好等于不算，“达到”时恰好等于就算。", "Exactly the limit is not over it, but it is at least it.")}
}
func VetoLimitLabel(l Language) Label {
	return Label{l.in("比例", "Share"), l.in("写成 10% 或 1/10。", "Written 10% or 1/10.")}
}
func VetoForcesLabel(l Language) Label {
	return Label{l.in("定为", "Forced grade"), l.in("否决成立时的等次。", "The grade where the veto holds.")}
}
func ClauseLabel(l Language) Label {
	return Label{l.in("条款", "Clause"), l.in("方案中的出处，如 三(五)。", "Where the plan says so, such as 3.5.")}
}
func FactListLabel(l Language) Label {
	return Label{l.in("情形，条款", "What, clause"), l.in("例如：不力被问责追责，三(五)。新写的情形一律定为“{grade}”。", "What is new in this list forces “{grade}”.")}
}
func HasQuotaLabel(l Language) Label {
	return Label{l.in("有没有比例要求", "Quota"), l.in("例如：“较好”或以下的约占 40%。", "Such as: about 40% of the subjects below the best grade.")}
}
func QuotaBelowLabel(l Language) Label {
	return Label{l.in("低于哪个等次", "Below which grade"), l.in("要求“较好”或以下占一定比例的，选“好”。", "The quota counts the subjects graded lower than this.")}
}
func QuotaCompareLabel(l Language) Label {
	return Label{l.in("要求", "How many"), l.in("“优秀不超过三分之一”就是低于“优秀”的至少占 2/3。", "“At most 1/3 of the best” is at least 2/3 below the best.")}
}
func QuotaTargetLabel(l Language) Label {
	return Label{l.in("比例", "Share"), l.in("占全部对象的比例，写成 40% 或 2/5。", "Of all subjects, written 40% or 2/5.")}
}
func QuotaRoundingLabel(l Language) Label {
	return Label{l.in("取整", "Rounding"), l.in("“约占”时人数怎样取整；“至少”“至多”时不用。", "Of about alone; at least and at most need none.")}
}
func QuotaToleranceLabel(l Language) Label {
	return Label{l.in("容差", "Tolerance"), l.in("“约占”时相差多少以内也算符合，一般 5%；0 为只认最接近的人数。", "Of about alone: how far off is met too, usually 5%; 0 for the nearest number alone.")}
}
func EachLabel(l Language) Label {
	return Label{l.in("评议表", "Sheets"), l.in("一张表评全部对象，还是每名对象各发一张。", "One sheet for all subjects, or one for each.")}
}
func BundleSizeLabel(l Language) Label {
	return Label{l.in("每组张数", "Sheets in a bundle"), l.in("清点时多少张为一组，一般为 10。", "Usually 10.")}
}
func BundleOverLabel(l Language) Label {
	return Label{l.in("超过 100 张时每组", "Over 100 collected"), l.in("收回超过 100 张时多少张为一组，如 20；0 为与上面相同。", "Sheets in a bundle where more than 100 came back, such as 20; 0 for as above.")}
}
func CheckLabel(l Language) Label {
	return Label{l.in("每组的复核", "Check of a bundle"), l.in("复核由另一人背对背再录一遍；抽查用骰子抽两成，至少 5 张。规定了的，没做完不能结束计票。", "Second entry: another person keys it blind. Spot check: dice draw a fifth, at least 5. What is required must be done before the count closes.")}
}
func WitnessedLabel(l Language) Label {
	return Label{l.in("各环节的见证", "Witness at gates"), l.in("到会、发出、收回、计票结束时谁在场确认、看到什么。不要求时也可以填写。", "Who confirmed each gate and what was seen; it may be said in any case.")}
}
func CountingLabel(l Language) Label {
	return Label{l.in("计票时的会场", "Hall, counting"), l.in("计票时会场大屏幕上显示到什么程度；逐张显示的，看得出每一张。", "What the hall sees while sheets are read; by sheet, each one can be told.")}
}
func AfterLabel(l Language) Label {
	return Label{l.in("计票后的会场", "Hall, after it"), l.in("计票结束后宣布什么；宣布以前都不显示。", "What is announced after the count; nothing is shown before that.")}
}
func ReferenceLabel(l Language) Label {
	return Label{l.in("票数参考等次", "What votes suggest"), l.in("等次确定之前，宣布票数后是否显示票数参考等次。", "Whether it is shown with the votes, before a grade is decided.")}
}
func FewestLabel(l Language) Label {
	return Label{l.in("录满几张才显示", "Sheets before it shows"), l.in("录入的票太少时不显示票数，以免看出是谁投的；0 为不限。", "With too few sheets a figure would tell who voted how; 0 for no bound.")}
}
func FewestOfLabel(l Language) Label {
	return Label{l.in("一类满几张才单列", "Sheets of a class"), l.in("某一类的票太少时不单列该类票数，以免看出是谁投的；0 为不限。", "With fewer, its figures would tell who voted how; 0 for no bound.")}
}
func PaperListLabel(l Language) Label {
	return Label{l.in("材料，条款", "Paper, clause"), l.in("会后报送的材料，每种都要有出处。", "What is filed after the meeting, and where the plan says so.")}
}
func FileLabel(l Language) Label {
	return Label{l.in("文件", "File"), l.in("名称以 .toml 结尾。以后用这个文件建立会议。", "It ends in .toml. Meetings are made from it later.")}
}

// Choices, in their order.

func WeighChoices(l Language) []string { return weighChoices.in(l) }

var weighChoices = list{
	{"相同，每人一票", "one vote each"},
	{"不同，分类计票", "by weight of class"},
}

func VetoChoices(l Language) []string { return vetoChoices.in(l) }

var vetoChoices = list{
	{"票数不直接定等次", "the vote forces nothing"},
	{"达到界限直接定等次", "it can force a grade"},
}

func QuotaChoices(l Language) []string { return quotaChoices.in(l) }

var quotaChoices = list{
	{"没有", "none"},
	{"有", "one"},
}

func EachChoices(l Language) []string { return eachChoices.in(l) }

var eachChoices = list{
	{"一张评全部", "one for all"},
	{"每名对象一张", "one for each"},
}

func ReferenceChoices(l Language) []string { return referenceChoices.in(l) }

var referenceChoices = list{
	{"不显示", "not shown"},
	{"显示", "shown"},
}

func WitnessChoices(l Language) []string { return witnessChoices.in(l) }

var witnessChoices = list{
	{"不作要求", "may be named"},
	{"每个环节都要写明", "must be named"},
}

func ReviewChoices(l Language) []string { return reviewChoices.in(l) }

var reviewChoices = list{
	{"写方案", "Write the plan"},
	{"从第二页起再改", "Change something, from page two on"},
	{"不写，离开", "Leave without a plan"},
}

// Choices, by the word of the plan file.

func ChoiceEmptyClass(l Language, code string) string { return choiceEmptyClasses[code].in(l) }

var choiceEmptyClasses = table{
	"renormalise": {"其余各类按比例分担", "the others share its weight"},
	"refuse":      {"票数不作任何结论", "the vote says nothing"},
}

func ChoiceBase(l Language, code string) string { return choiceBases[code].in(l) }

var choiceBases = table{
	"valid-marks":  {"有效票（弃权不算）", "grades given"},
	"valid-sheets": {"有效票（弃权也算）", "valid sheets"},
	"collected":    {"收回的票", "sheets collected"},
	"issued":       {"发出的票", "sheets issued"},
	"present":      {"到会人数", "people present"},
	"expected":     {"应到会人数", "people expected"},
}

func ChoiceMethod(l Language, code string) string { return choiceMethods[code].in(l) }

var choiceMethods = table{
	"majority":  {"逐级累加过半数", "majority, from the best down"},
	"plurality": {"票最多的等次", "most marks"},
	"none":      {"不给建议", "none"},
	"points":    {"按分值（照原方案）", "points, as the first plan has it"},
	"cascade":   {"分步判断（照原方案）", "steps, as the first plan has it"},
}

func ChoiceReading(l Language, code string) string { return choiceReadings[code].in(l) }

var choiceReadings = table{
	"sum":  {"合在一起", "together"},
	"each": {"每个都要达到", "each of them"},
	"any":  {"有一个达到就算", "any of them"},
}

func ChoicePass(l Language, code string) string { return choicePasses[code].in(l) }

var choicePasses = table{
	"over":     {"超过", "over"},
	"at-least": {"达到", "at least"},
}

func ChoiceNear(l Language, code string) string { return choiceNears[code].in(l) }

var choiceNears = table{
	"about":    {"约占", "about"},
	"at-least": {"至少占", "at least"},
	"at-most":  {"至多占", "at most"},
	"over":     {"多于", "over"},
	"under":    {"少于", "under"},
}

func ChoiceRounding(l Language, code string) string { return choiceRoundings[code].in(l) }

var choiceRoundings = table{
	"nearest": {"最接近的人数", "nearest"},
	"floor":   {"去尾", "down"},
	"ceil":    {"进一", "up"},
}

func ChoiceCheck(l Language, code string) string { return choiceChecks[code].in(l) }

var choiceChecks = table{
	"offered":      {"不作要求", "not required"},
	"second-entry": {"第二人复核", "second entry"},
	"spot-check":   {"掷骰抽查", "spot check"},
	"either":       {"任选其一", "either"},
}
