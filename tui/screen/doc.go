// Package screen draws a state of the meeting and answers the meanings of
// keys. One screen a file.
//
// A [Screen] is a value: it holds what only it needs (a cursor, a sheet that is
// half keyed, an open question) and nothing of the meeting. It is given a
// [Context] and gives back rows of text, or itself changed together with an
// [Answer]: orders to submit, an errand to run, a word to say. It changes nothing
// else, waits for nothing, and knows no other screen.
//
// A context holds two states. State is what is on disk: it is what a screen
// shows. Ahead is the same with everything that still waits to be written
// decided on top: it is what a key means, so that keys that come faster than
// the disk writes are each understood in their place.
package screen
