// Package count is the screen where sheets pass their gates and are keyed.
//
// # Gates
//
// A count waits for one thing at a time: for the number of people, for the marks of
// a sheet, for the scrutineer's word. Such a thing is a gate, and a gate is one row of
// a table: what it says, which numbers are typed or how marks are keyed, what they
// become, what else can be done there, the next step, and when the count waits at
// it. The rows stand by family: people and their sheets (people.go), bundles
// (bundle.go), checks of bundles (check.go), piles (pile.go), the close of the count
// and corrections (close.go). Of two gates that could be waited at, it is the one
// that stands first in the table.
//
// A new gate is a row of one of these files and its words. Nothing else names gates.
//
// # What is held
//
// Where the count stands follows from the state alone; a [Count] holds the sheet that
// is half keyed, the number that is half typed, and what the recorder turned to by
// himself.
//
// # By exception
//
// From twenty rows on a sheet is keyed by exception: the mark of all its rows, then each
// row that has another by number and mark, and + stores it. The menu leads to row by row
// for the bundle in hand. A ruling, a correction and the like are keyed row by row.
//
// # What a sheet costs
//
// By the Keystroke-Level Model of Card, Moran and Newell (1980), with the mouse
// button of Kieras (1993): K 0.28 s, a key; P 1.10 s, the mouse to a target; BB
// 0.20 s, a click; M 1.35 s, once a sheet to read it. H 0.40 s, a hand that changes
// the device, does not occur: one hand turns the sheets. The row that differs stands
// just below the middle; names are typed once and left out.
//
//	a sheet             | here        | a spreadsheet | a form, with the mouse
//	2 rows, all alike   | 2 K, 1.91 s | 4 K, 2.47 s   | 3 PBB, 5.25 s
//	2 rows, one other   | 2 K, 1.91 s | 4 K, 2.47 s   | 3 PBB, 5.25 s
//	10 rows, all alike  | 2 K, 1.91 s | 20 K, 6.95 s  | 11 PBB, 15.65 s
//	10 rows, one other  | 8 K, 3.59 s | 20 K, 6.95 s  | 11 PBB, 15.65 s
//	30 rows, all alike  | 2 K, 1.91 s | 60 K, 18.15 s | 31 PBB, 41.65 s
//	30 rows, one other  | 5 K, 2.75 s | 60 K, 18.15 s | 31 PBB, 41.65 s
//	48 rows, two others | 8 K, 3.59 s | 96 K, 28.23 s | 49 PBB, 65.05 s
//	a bundle of ten     | 4 K, 1.12 s | besides its sheets
//	its second entry    | 6 K, 1.68 s | besides the same sheets
//
// A meeting of two reports with 42 sheets, from its title to the export, both results
// announced, takes 171 keys. A doubtful sheet and its ruling, a void one, a second entry
// of a bundle with a difference, a correction, another source and a fact: 257 with each
// of them.
package count
