// Package frame is the shell that every root of the program draws itself in: the
// row of tabs, the row that says where one is and what the hall sees, the work, one
// line for what happened and for the next step, and the line of keys. It knows no
// meeting.
//
// [Shell.Draw] lays a [Picture] of the work into the window and tells the [Zone]s
// that a mouse can hit. A [List] is where one is in rows that are more than a window
// holds, a [Page] the same in a text that is read, and a [Menu] finds an action by a
// few letters of its name. Each has one table of actions of its own, so that the
// same keys move in every list and every text.
//
// All of them are values.
package frame
