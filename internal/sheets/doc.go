// Package sheets takes sheets that were counted elsewhere out of a table, and
// writes those of a meeting into one.
//
// # The form
//
// The first row of the table says what each column is, in Chinese or in English;
// every further row is one sheet. There is a column for each mark: under the
// subject's post, name or both, or under his ID; where rows have items, those
// stand under the subject and the item ("第一党支部书记 公共环境", "s1 place").
// On a sheet of one subject the marks stand under 总评 (overall; without items
// 等次, grade) and under the items alone. A mark is a grade by its name or its
// number, 弃权 (blank, 9), 无效 (spoiled, 8) or, where the rule has it, 不了解 (7,
// or as the rule calls it). An empty cell is no mark.
//
// 作废原因 (void) names why a sheet is void, by title, ID or number; such a sheet
// has no marks. 参评类别 (class) and 述职人 (subject) say of which stack a sheet
// is, where there are several. 束 (bundle) and 张 (sheet, 序号) are looked over:
// whatever is imported is numbered anew. Any other column is a fault, so that
// nobody's name comes in by accident.
//
// Case, spaces and full-width forms do not matter; a word that could mean two
// things means none of them.
//
// # All or nothing
//
// [Read] finds all faults at once, each with its row and column, and gives either
// every sheet or none. [List.Orders] are the orders that key them: bundles of the
// plan's size that name the file and its SHA-256, filled and closed. They are one
// entry, which must be confirmed as if a person had keyed it.
//
// # Secrecy
//
// [Export] gives the sheets of a closed count in the same form, which [Read] reads
// again. Neither a time nor a person is in it. Where the figures of a class are
// hidden no sheet says of which class it is: the column is left out, and so are the
// bundles, and the sheets are put in the order of what stands on them.
package sheets
