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
// and corrections (close.go). Of two gates that could be waited at, the one that
// stands first in the table is.
//
// A new gate is a row of one of these files and its words. Nothing else names gates.
//
// # What is held
//
// Where the count stands follows from the state alone; a [Count] holds the sheet that
// is half keyed, the number that is half typed, and what the recorder turned to by
// himself.
package count
