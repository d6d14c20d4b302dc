// Package ledger takes the rectification ledger (整改台账) in from a table that
// somebody filled in elsewhere, and writes it as one.
//
// [Read] holds the rows of a table (package cells, read with its Lines and Days)
// against the ledger of a meeting and gives a [Review]: what each row would change,
// and the orders that change it. Nothing is recorded before somebody has looked at
// that. A table with a fault anywhere is taken in not at all.
//
// # Columns
//
// The heads stand in one of the first rows, in Chinese or in English, in any order:
// 编号, 述职人, 问题来源, 问题, 整改措施, 整改目标, 责任人, 责任支部, 整改时限, 进展,
// 完成情况, under these names or others that are usual. 序号 and 状态 follow from the
// rest and are not read; of other columns the review says that they were left out.
//
// # Rows
//
// A row is about the problem whose number stands under 编号 (p3), or else about the
// one with the same subject and the same words; otherwise it is a new one. An empty
// cell in a column that is there clears, but for 进展 and 完成情况: nothing that was
// done is taken back by a table. Each line of 进展 that begins with a day is one
// step; a line without one belongs to the step above, or, as the first, to the day
// that [Options] name. 完成情况 is 整改中 or the like, or 已销号 with the day and the
// name of who signed it off.
//
// # Writing
//
// [Rows] writes what Read reads back as no change at all.
package ledger
