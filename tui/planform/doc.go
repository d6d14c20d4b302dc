// Package planform asks for a plan in plain words, a page at a time, so that nobody
// who sets up a meeting has to know what a plan file looks like. Start at
// [New]; a [Form] is a root model like the start screen, and [Form.Written] is
// what came of it.
//
// # How it asks
//
// The first page chooses a plan to begin with. From then on every page is
// filled in with what that plan says, so that whoever changes nothing gets the
// same meeting a year later: choosing a year moves the days and the title along.
// A page is taken as a whole: its answers are written as a plan file, and the
// file is read back by [plan.Parse]. What the plan would refuse is said in the
// plan's own sentence, and the page stays, with the cursor at the answer that
// is to blame. So the last page shows a plan that is already known to be one,
// in the words of [words.PlanLines], read from the very bytes that are written.
//
// What the pages do not ask for (items on a row, sources, gates, a quorum, what
// voids a sheet) is kept as the first plan has it, and the last page names it
// first. If another number of grades
// is chosen, what was said of grades by their place no longer makes sense: see
// [Draft] for what then becomes of it.
//
// # Keys
//
// Enter goes to the next question and, from the last of a page, to the next
// page; Ctrl+S goes to the next page at once, but never past the last; Esc goes back
// a page and keeps what stands there if the plan takes it. A list is typed one
// entry a line, where Enter begins a line; Enter on an empty last line goes on,
// as Tab does everywhere. F10 lists all that can be done on the page. No letter is
// bound to anything. A click moves, and never writes or discards the plan.
//
// # The cursor
//
// Answers are typed into fields of package field, so the real cursor of the
// terminal stands behind the last character that was typed, in cells, and the
// window of an input method opens there.
//
// # What it leaves behind
//
// Nothing until the last page says so. Then the file is written by the function
// that was handed in, which never overwrites; a problem is said and the form
// stays. The package opens no file and reads no clock.
package planform
