// Package room runs one meeting: one pen at a time, many eyes.
//
// [Create] or [Open] gives a [Room]. Whoever may write holds a [Pen]; whoever
// may only look holds a [Watcher] and no pen, and that is the whole of the
// permission: there is nothing to check later.
//
// # The pen
//
// [Pen.Submit] takes orders in the order in which they were given. Each is
// decided on the state that the one before it left, all that follows is
// appended to the journal in one transaction, and only when it is on disk does
// the new state appear to anybody, the one who wrote included. A refusal stops
// at the refused order: what came before it is recorded, what came after it is
// dropped, and the caller is told which.
//
// # The eyes
//
// A watcher has a box with room for one [Sight]. A new one replaces the one
// that lies there, so a slow watcher skips states and never holds the pen; a
// sight is whole, so nothing is lost by skipping.
//
// # The wall's window
//
// A [Window] looks at a session from another process. It takes no lock, writes no
// file, and shows no record beyond the one that the console's note acknowledges, which
// a [Helm] keeps beside the session ([wall.Note]).
//
// # When the disk fails
//
// A storage fault stops the room: it shows in every sight, and no order is
// taken until the session is opened again and both copies have been compared. A
// disk that is full or nearly so is a warning: what it could not take was not
// taken at all, and may be tried again.
package room
