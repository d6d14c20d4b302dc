// Package intake takes in what somebody filled in elsewhere as a table, and writes
// it as one: the sheets of a count, and the problems of the rectification ledger
// (整改台账).
//
// A table (package cells) is held against a meeting. What comes of it is orders that
// the meeting decides on, or [Faults], all that is wrong with their rows and columns,
// and then nothing is taken in at all. Nothing is recorded here.
//
// Case, spaces and full-width forms of a word do not matter; a word that could mean
// two things means none of them.
//
// # Sheets
//
// [ReadSheets] takes sheets that were counted elsewhere. The first row of the table
// says what each column is, in Chinese or in English; every further row is one sheet.
// There is a column for each mark: under the subject's post, name or both, or under
// his ID; where rows have items, those stand under the subject and the item
// ("第一党支部书记 公共环境", "s1 place"). On a sheet of one subject the marks stand
// under 总评 (overall; without items 等次, grade) and under the items alone. A mark is
// a grade by its name or its number, 弃权 (blank, 9), 无效 (spoiled, 8) or, where the
// rule has it, 不了解 (7, or as the rule calls it). An empty cell is no mark.
//
// 作废原因 (void) names why a sheet is void, by title, ID or number; such a sheet has
// no marks. 参评类别 (class) and 述职人 (subject) say of which stack a sheet is, where
// there are several. 束 (bundle) and 张 (sheet, 序号) are looked over: whatever is
// imported is numbered anew. Any other column is a fault, so that nobody's name comes
// in by accident.
//
// [Sheets.Orders] are the orders that key them: bundles of the plan's size that name
// the file and its SHA-256, filled and closed. They are one entry, which must be
// confirmed as if a person had keyed it.
//
// [CopySheets] gives the sheets of a closed count in the same form, which ReadSheets
// reads again. Neither a time nor a person is in it. Where the figures of a class are
// hidden no sheet says of which class it is: the column is left out, and so are the
// bundles, and the sheets are put in the order of what stands on them.
//
// # Problems
//
// [ReadProblems] holds the rows of a table (read with cells' Lines and Days) against
// the ledger of a meeting and gives a [Review]: what each row would change, and the
// orders that change it.
//
// The heads stand in one of the first rows, in any order: 编号, 述职人, 问题来源, 问题,
// 整改措施, 整改目标, 责任人, 责任支部, 整改时限, 进展, 完成情况, under these names or
// others that are usual. 序号 and 状态 follow from the rest and are not read; of other
// columns the review says that they were left out.
//
// A row is about the problem whose number stands under 编号 (p3), or else about the
// one with the same subject and the same words; otherwise it is a new one. An empty
// cell in a column that is there clears, but for 进展 and 完成情况: nothing that was
// done is taken back by a table. Each line of 进展 that begins with a day is one
// step; a line without one belongs to the step above, or, as the first, to the day
// that [Options] name. 完成情况 is 整改中 or the like, or 已销号 with the day and the
// name of who signed it off.
//
// [ProblemRows] writes what ReadProblems reads back as no change at all.
package intake
