// Package result is what a meeting came to, as values: the turnout, the counts of
// every subject, the verdict with its reasons, the quota, and where every sheet went.
// It reads a state and changes nothing. The same state and head give the same bytes
// on every computer, on every day.
//
// # Where to start
//
// [Of] draws up a [Result]. Its methods are its forms: [Result.JSON] for programs,
// [Result.CSV] and [Result.CustodyCSV] for spreadsheets. The documents (package
// papers) and the workbook (package workbook) say what the result says. [Sheets] are
// the sheets behind it, one by one.
//
// # The result as JSON
//
// The schema is data/schemas/result-1.json, and every result names it,
// "shuping/result/1". UTF-8, two spaces a level, members in the order of the
// struct, a newline at the end. What is not there is null and never "": a grade
// that is not suggested, forced or decided, a percentage of nothing at all. A
// decided grade is an object of grade and reason, because the two belong
// together and more may join them. Lists are never null, but for the counts of a
// part that is hidden.
//
// A member that only some plans need is missing under the others: the parts of a poll
// that has several (a class that weighs, an item of a row), 不了解, the quorum, stacks
// of sheets that are counted apart, barred grades, the sources with their grades and
// scores, the composite, the written opinion. The note that the chair wrote to a
// source is in no result and no paper; it stands in the journal.
//
// A member is missing too where nothing was done that it tells of: who confirmed a
// number and what they saw, spare sheets, who keyed a bundle and how it was confirmed,
// a count by piles, comments, and corrections. A result that was corrected has a
// version, names each correction with the old and the new, and keeps the figures of
// every earlier version beside its own. The table of counts has those of the version
// that the count was closed with and of each that was sealed.
//
// # What is not shown
//
// No result has the instant of a single sheet. While the count is open and fewer
// sheets were read than the plan wants, a result has no subject and says so. The
// figures of a class with too few sheets are null, and a table leaves their cells
// empty; so are those of the next larger one where the sum would tell them (package
// meeting, State.Hides). The reasons then say only what all classes come to.
//
// What is overdue is so on the day of the last record that is not a sheet
// ([LastDay]). A paper that is printed later says the same.
//
// # The tables as CSV
//
// UTF-8 with a byte order mark and CRLF, which is what Excel and WPS open
// without asking. One table a file, so that a column means one thing from top to
// bottom. Columns that only some plans have stand behind the others, and only
// where something is in them. Three things are done so that a spreadsheet shows
// what stands there:
//
//   - A fraction is two columns. Written as 2/41 it would be shown as a day in
//     February 1941, and 5/41 as text, in the same column.
//   - Text that begins with = + - @, a tab or a line break, full-width ones and
//     ones behind spaces too, is a formula to some spreadsheet. It gets an
//     apostrophe in front ([TextCell]).
//   - So does text that is made of digits and the signs around them, 3-4 or
//     1/2, which would be shown as a day or a number.
//
// # Promise
//
// Members, columns and rows are added, never taken away, renamed or given
// another meaning under the same schema. Whoever changes the bytes of a table keeps
// the old form beside the new one, for the exports that have it (package archive).
package result
