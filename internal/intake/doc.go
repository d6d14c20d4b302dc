// Package intake takes in what somebody filled in elsewhere as a table, and writes
// it as one: the sheets of a count, the problems of the rectification ledger
// (整改台账), and the list of those who take part.
//
// The sheets of a file (package cells) are held against a meeting. What comes of it is
// orders that the meeting decides on, with [Findings] that somebody should see before
// they count; or [Faults], all that is wrong with their rows and columns, and then
// nothing is taken in at all. Nothing is recorded here.
//
// # What is found in a file
//
// The sheet that has heads is looked for, and in it the row, or the two rows together,
// that say most of its columns: a title, a unit and a date may stand above. Merges mean
// what a person sees in them; one that can mean nothing is a fault that names it.
//
// A column that is accepted is held to something, and a row is either an entry or told
// to be something else: sums, averages and shares, signatures and remarks, the heads
// again. A row that is neither is a fault. What was left out, and what was read in a
// way that somebody should confirm, is in [Findings]; nobody takes such a table in
// without having looked.
//
// Case, spaces, full-width forms and punctuation of a word do not matter; a word that
// could mean two things means none of them.
//
// # Sheets
//
// [ReadSheets] takes sheets that were counted elsewhere, in one of three shapes.
//
//   - Marks: a row a sheet, a column for each mark, under the subject's post, name or
//     both, or under his ID; where rows have items, those stand under the subject and
//     the item ("第一党支部书记 公共环境", "s1 place"). On a sheet of one subject the marks
//     stand under 总评 (overall; without items 等次, grade) and under the items alone. A
//     mark is a grade by its name or its number, 弃权 (blank, 9), 无效 (spoiled, 8) or,
//     where the rule has it, 不了解 (7, or as the rule calls it). An empty cell is no mark.
//   - Ticks: a row a sheet, a column for each grade of each mark. Two ticks spoil a
//     mark, none is an abstention; a sheet without any is in doubt.
//   - Counts: a row a subject, a column for each grade with the number of sheets that
//     say it. 有效票 and 合计 must agree with them, all rows must come to as many sheets,
//     and what is missing to the sheets collected must be void for a reason that is said.
//
// 作废原因 (void) names why a sheet is void, by title, ID or number; such a sheet has no
// marks. 参评类别 (class) and 述职人 (subject) say of which stack a sheet is, where there
// are several. 序号, 束 and 张 must count on by one: whatever is imported is numbered
// anew, but a gap is a sheet that was lost. A column that names people is a fault, and
// so is an export of a questionnaire service: it tells who filled in a sheet.
//
// [Sheets.Orders] are the orders that enter them: bundles of the plan's size that name
// the file and its SHA-256, filled and closed, or a count by piles. They are one entry,
// which must be confirmed as if a person had keyed it.
//
// [CopySheets] gives the sheets of a closed count in the first shape, which ReadSheets
// reads again. Neither a time nor a person is in it. Where the figures of a class are
// hidden no sheet says of which class it is: the column is left out, and so are the
// bundles, and the sheets are put in the order of what stands on them.
//
// # Problems
//
// [ReadProblems] holds the rows of a table against the ledger of a meeting and gives a
// [Review]: what each row would change, and the orders that change it.
//
// The columns are 编号, 述职人, 问题来源, 问题, 整改措施, 整改目标, 责任人, 责任支部, 整改时限,
// 进展, 完成情况, in any order, under these names or others that are usual. 序号 and 状态
// follow from the rest and are not read. Other columns are left out, but for one whose
// head nobody knows and that looks like one that is missing: it is asked about, a time
// limit above all.
//
// A row is about the problem whose number stands under 编号 (p3), or else about the
// one with the same subject and the same words; otherwise it is a new one. Rows whose
// problem is merged are one. An empty cell in a column that is there clears, but for
// 进展 and 完成情况: nothing that was done is taken back by a table. A line of 进展 that
// begins with a day or a month is a step; a line without one belongs to the step above,
// or, as the first, to the day that [Options] name. 完成情况 is 整改中 or the like, or
// 已销号 with the day and the name of who signed it off.
//
// A time limit is a day, or what [plan.ReadLimit] reads. The ledger has room for a day:
// of a month or a quarter that is the last one. The words then stand behind the
// measure, so that none is lost, and are told.
//
// [ProblemRows] writes what ReadProblems reads back as no change at all.
//
// # Names
//
// [ReadNames] takes the list of those who take part: name, class and unit. It is never
// tied to a sheet.
//
// # Empty tables
//
// [SheetForm], [ProblemForm] and [NameForm] are tables to be filled in, with choices to
// pick from, made from a plan. What is filled in as they ask is read without a question.
package intake
