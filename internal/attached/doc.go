// Package attached keeps the files that people attach to a session: a report, a
// paper, a proof that a problem was put right. It knows neither what they are nor
// what they are called; the session's journal says that, and carries the size and
// the SHA-256 of each.
//
// # The folder
//
// The files of NAME.shuping lie beside it in NAME.shuping.files. Each is called
// like its SHA-256 in 64 lower-case hexadecimal digits, without an ending, and
// holds the bytes that were taken, at most [MaxBytes]. The same bytes lie there
// once, however often they are attached.
//
// # How a file is taken
//
// [Take] copies it into the folder under a temporary name and sums it up on the
// way, flushes it, and reads it back. Then the caller knows what would be attached
// and may still be refused; [Draft.Keep] gives the file its name, [Draft.Drop]
// leaves nothing of it. A name is never taken from a file that deserves it. One
// with other bytes than its name says stays beside as NAME.damaged-N, and Keep
// tells. A file is kept before its record is written, so that no record names a
// file that was never there; what a kill leaves behind, [Sweep] removes.
//
// Whoever takes or sweeps holds the session, so that nobody else does.
//
// [Check] reads everything again and says what is missing or has other bytes;
// [Copy] writes one file out to be filed with the session, and says so too.
package attached
