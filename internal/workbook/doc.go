// Package workbook writes a meeting as a spreadsheet that reckons by itself (XLSX),
// and finds where such a file says something else than the meeting.
//
// [Write] writes the book, [CompareWhole] holds one against its meeting byte for byte,
// [Compare] by its cells, as the first formats of an export want it, and [SheetsCSV]
// is its list of sheets as a table. The same meeting gives the same bytes on every
// computer.
//
// # The book
//
//	汇总表      counts and verdict of each subject, as formulas over the list
//	分布图      a bar for each subject
//	名次        the subjects in the order that the votes give, and their bars
//	分组汇总    the parts, where classes or items weigh
//	评议表明细  a row for each sheet of paper, without time and person
//	台账        the ledger, or what may become one
//	等次依据    the reasons of each grade, which are long
//	收发核对    where every sheet went
//
// The result of each formula is stored beside it, for programs that do not reckon.
// Shares are compared with the limit as whole numbers, never as decimals. What was
// counted by piles has no sheets on the list and stands as numbers without a formula.
// Text is never a formula. Sheets are written as they come, whatever their number.
//
// # Promise
//
// The cells of the book stay as they are, for the exports that have it (package
// archive). The first two formats have a book without 等次依据, whose reasons stand in
// the summary and whose sheets each name the record; [Compare] still knows it.
//
// # In print
//
// Each sheet is printed across A4 with its heads on every page, and no wider than
// lets its text be 9 points high: a wider one goes on on further pages, which repeat
// the columns that stay in sight.
package workbook
