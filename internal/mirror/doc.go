// Package mirror keeps a copy of a session on another disk, a stick for example, so
// that a meeting goes on when its computer dies.
//
// The mirror is behind the session and never in its way: it is written by a goroutine
// of its own, after a record has been acknowledged, and whatever its disk does, nobody
// waits for it. [Mirror.State] always says how far it is, and why no further. A disk
// that was pulled, is full or may not be written is tried again every second, and
// what is missing is made up for.
//
// # The files
//
//	NAME.shuping-mirror        the journal's lines, each with a newline: the beginning
//	                           of the session's twin, byte for byte
//	NAME.shuping-mirror.files  what is attached, each file by its SHA-256
//
// It holds nothing that is private to the chair. It is as readable as its disk lets
// it be.
//
// # Another computer
//
// [Restore] makes a session from a mirror, which is only read. A mirror that says
// something else than the session, or more, is never written: the meeting then went on
// elsewhere, and people decide which of the two stands. See [Compare].
package mirror
