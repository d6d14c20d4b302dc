// Package cells reads the sheets of cells that somebody made elsewhere, and writes
// one. Every cell knows its row and its column as a person counts them, so that
// whatever is wrong with it later can be pointed at: 第3行第B列.
//
// # What is read
//
// [Read] takes a file as it is and looks at its bytes, not at its name.
//
//   - Text: UTF-8 with or without a byte order mark, UTF-16 with one, or else
//     GB18030. The cells of a line are parted by commas, semicolons or tabs,
//     whichever is commonest in the first lines, and may stand in double quotes. A
//     line is a row; its end is LF, CR LF or, where there is no LF, CR.
//   - A workbook in the form XLSX: all sheets that a person sees. A formula counts as
//     the text that was calculated when the file was saved; nothing is calculated
//     here. A day is read as 2024-06-30, a share as 80.49%.
//
// What is something else is called so: each kind has a code of its own.
//
// # What is told
//
// Nothing is repaired, but for a letter that was typed apart from its mark: it is
// composed (NFC), which means the same. Whoever reads a sheet need not look at
// all of it, so what is wrong with a cell is told when it is asked for: [Sheet.Fault]. A cell is at fault
// if it has a control, format or private character or one that is not in the normal form,
// and if a person does not see it as it counts: in a row or a column that is hidden or
// has no size, under a merge, in the colour of its ground, in letters of a point,
// behind a number format that shows something else; a time, a truth value, an error
// and a formula that was never calculated.
//
// # Bounds
//
// They hold while a file is read, not afterwards: bytes, parts, what the parts unpack
// to, tags, the length and depth of a tag, rows, columns, cells, texts, styles, merges.
// What is read is read once, from the bytes that were looked at; a workbook with two
// parts of one name is refused.
//
// # What is written
//
// [CSV] begins with a byte order mark, by which spreadsheets know UTF-8, and puts
// an apostrophe before what they would take for a formula. [XLSX] holds text and
// whole numbers and no formula at all, and breaks long texts into lines. Both read
// again as what was written.
package cells
