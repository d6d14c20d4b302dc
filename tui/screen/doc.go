// Package screen is the screens of the console but for the count: the agenda with
// the weeks before it, the result, the desk where grades are decided, the ledger, the
// archive and the log; and what stands around them: the agenda at the side, the
// question whether to leave, the list that the program starts with.
//
// Each is a value: it holds what only it needs (a cursor, what is open) and nothing of
// the meeting, and no other screen. What it can do stands in its one table of actions;
// see [shuping/tui/desk].
package screen
