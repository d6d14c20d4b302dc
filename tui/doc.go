// Package tui is one seat at the meeting: a terminal that shows every state and,
// if it holds a pen, writes.
//
// # From the key to the frame
//
// A press comes in; [Model.Update] asks key.Of what it means in the scopes of
// the place it was pressed in; the screen there answers. Orders go to the end
// of the outbox. While nothing is being written, all that the outbox holds is
// handed over at once, as one transaction, and the answer brings back the state
// that is now on disk. So keys keep their order however fast they come, at most
// one write is under way, and nothing is shown as counted before it is stored.
//
// A refusal in the middle drops what waits behind it and says so. Leaving waits
// for the outbox to empty.
//
// # Two states
//
// The model keeps the newest state on disk and, while orders wait, the state
// that they will lead to. Screens draw the first and understand keys by the
// second.
//
// # Frames
//
// Bubble Tea asks for the view after every message. A frame is built at most
// once an interval, from the newest state, and kept for the calls in between.
//
// # Commands
//
// There are five, and no other clock, file or goroutine: look waits for the
// next state, submit writes the outbox, errand asks for something outside the
// meeting (the log, the bundle, a file to attach), keep stores what the chair
// keeps for himself, drafts among it, and a tick builds the frame that was put off.
package tui
