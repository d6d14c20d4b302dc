// Package gather is the superior's desk: what the exports of many organisations come to
// together. Whoever reads their files makes a [Row] of each, from its bytes alone, and
// [Summarise] makes one [Summary] of all rows, in whatever order they come.
//
// # What is one meeting
//
// Exports of one meeting have the same first record. The one with the most seals is
// the current one; another is superseded if each of its seals is among those, and a
// fork if not: then somebody has two histories of one meeting, and neither is believed.
// Two meetings of one unit and year are double.
//
// # What is not claimed
//
// A whole export proves itself and nothing more: that it is the meeting that was held,
// only the words and groups on the signed paper show. A flag is a reason to look, never
// a verdict. When a file came is known only from when it was first seen here.
package gather
