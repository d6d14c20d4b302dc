// Package private keeps what is private to the person who chairs a meeting: notes
// of visits (调研), comments that are prepared for a review, texts that are just
// being written, and the list of those who are expected (名册) with what was ticked of it
// at the door. The journal of a session goes whole into the archive, so
// nothing of this may ever enter it. It lies in a drawer beside the session and
// goes nowhere else, unless somebody asks for an export that has it.
//
// [Open] gives the [Drawer] of a session and what lies in it. [Contents] is a
// value: its methods give another one and leave it as it was. [Drawer.Save] puts
// one in the place of what was there, and returns when it is on disk. Whoever has
// the session open for writing has its drawer, and nobody else opens it so; [Read]
// changes nothing.
//
// # The file
//
// NAME.shuping.drawer is one JSON object, readable by its owner only, with these
// members in this order:
//
//	schema    "shuping/drawer/1", or "shuping/drawer/2" where there is a list of names
//	sha256    64 hexadecimal digits: the SHA-256 of the value of contents, as it
//	          stands in the file
//	contents  {"visits":[…],"comments":{…},"drafts":{…}}, and behind them "names":[…]
//	          where there is a list
//
// Where nothing is private, there is no file.
//
// # What is discarded
//
// A text that was taken out, or replaced, is not to be read in any file
// afterwards. So a drawer is never edited:
//
//  1. the new one is written whole as NAME.shuping.drawer.new, flushed, and read
//     back;
//  2. the old one is overwritten with zeros, to its last byte, and flushed;
//  3. the new one takes its name.
//
// After a kill between any two of these steps [Open] finds a new one that is
// whole, and goes on from there; or one that is not, which counts for nothing and
// is overwritten and removed. Either way what was saved last is there, or what was
// just being saved.
//
// What this cannot promise: a disk with flash memory, and a file system that
// copies on writing, put the zeros elsewhere and may keep the old bytes for a
// while where no program reads them, but a laboratory might. So do backups and
// snapshots that somebody else makes of the folder. Against those only an
// encrypted disk helps.
//
// # Damage
//
// A drawer that does not prove itself is never replaced in silence: it is kept as
// NAME.shuping.drawer.damaged-N, which holds all that it held, and Open says so
// with a [Note] beside an empty drawer. One that a newer version has written is a
// [Fault] and stays where it is.
package private
