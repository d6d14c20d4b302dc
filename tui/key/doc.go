// Package key turns key presses into meanings.
//
// A screen says which meanings it has a use for now, as a [Scope]: a list of
// bindings, each with its keys and the words for the line of keys. [Of] looks
// a press up in the scopes, the innermost first. The line of keys and the help
// are made from the same bindings, so they cannot promise a key that does
// nothing.
//
// # Twins
//
// The people who press the keys have an input method switched on and may use
// the keypad. [Name] folds the twins together: the full-width １ and the
// keypad's 1 are "1", the Chinese full stop 。 is ".", an ideographic space is
// "space". No letter is bound to anything, because an input method would
// swallow it; ctrl with alt is bound to nothing, because a character cut in two
// by a slow line looks like one.
//
// # Hands
//
// A sheet has few rows, so a key that is held down would fill sheets. A
// [Cadence] tells a held key from a hand by the rhythm: see there.
package key
