// Package cells reads a sheet of cells that somebody made elsewhere, and writes
// one. Every cell knows its row and its column as a person counts them, so that
// whatever is wrong with it later can be pointed at: 第3行第B列.
//
// # What is read
//
// [Read] takes a file as it is and looks at its bytes, not at its name.
//
//   - Text: UTF-8 with or without a byte order mark, or else GB18030. The cells
//     of a line are parted by commas, semicolons or tabs, whichever is commonest
//     in the first line, and may stand in double quotes. A line is a row.
//   - A workbook in the form XLSX: its first sheet. A formula counts as the text
//     that was calculated when the file was saved; nothing is calculated here.
//
// # What is refused
//
// Nothing is repaired; a letter that was typed apart from its mark is composed (NFC),
// which means the same. A cell that has a control, format or private-use character or
// a line break in it is a fault. So
// is whatever a person would not see as it counts: a date or a time, which is
// stored as a number; a truth value; an error and a formula that was never
// calculated; a row, a column or a sheet that is hidden. A workbook of the old
// form XLS, or one with a password, is told to be saved anew.
//
// A table of long texts may be read with [Lines] and [Days]: then a cell may have
// line breaks, each one LF, and a cell that is formatted as a date and holds a whole
// day reads as 2024-06-30. A time is a fault still.
//
// Files, rows, columns, cells and what a workbook unpacks to are bounded, so that
// no file costs more than its size promises. [Faults] are found together, up to
// [MaxFaults] of them.
//
// # What is written
//
// [CSV] begins with a byte order mark, by which spreadsheets know UTF-8, and puts
// an apostrophe before what they would take for a formula. [XLSX] holds text and
// whole numbers and no formula at all, and breaks long texts into lines. Both read
// again as what was written.
package cells
