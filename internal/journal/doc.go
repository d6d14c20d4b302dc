// Package journal keeps what happened in a meeting: an append-only book of
// records, each chained to the one before it by its hash. It knows nothing of
// meetings. A record has a kind, an event as JSON, and if it matters an instant
// and a person; what they mean is for others to say.
//
// Start with [Create] and [Open]. [Book.Append] adds records and returns when
// they are safe; [Book.Records] tells them again; [Book.Inspect] is asked every
// few seconds whether the files are still there. [Check] and [ReadLines] verify
// without changing anything.
//
// # Two files
//
// A session is two files side by side, NAME.shuping and NAME.shuping.log: a
// bbolt database and its twin, a text file in JSON Lines. Both hold the same
// records in the same bytes.
//
// One would do until it is damaged. bbolt keeps what it has acknowledged through
// every kill and power cut, but a single bad bit in one of its meta pages makes
// it fall back, without a word, to the transaction before; and a damaged file
// can make it panic, fault or loop in ways that recover does not catch. With the
// twin, and a comparison at opening, nothing was lost and nothing crashed in
// 8,000 damaged files and 31,000 images of a power cut.
//
// An Append encodes its records once and writes their lines to the twin. While that
// is flushed it commits them to bbolt together with the head record. Only when both
// have done is anything acknowledged. After an error nobody knows what the disk has, so that
// the book stops and only opening it again, which compares, can go on. The one
// exception is a full disk that is noticed before bbolt was touched: the twin is
// cut back, and the same Append may be tried again.
//
// Open trusts neither file. It takes bbolt's lock, reads the database with a
// reader of its own that checks every bound, verifies both chains, and compares
// them.
//
// After a kill or a power cut one of the two may be the beginning of the other, or
// the twin may end in a write that never arrived whole. That is no damage: Open
// appends what the shorter one lacks, and puts the bytes of an unfinished write
// beside as NAME.shuping.log.unfinished-N before it cuts them off. [Read] and
// [Check] go by the longer one and change nothing. At most one Append that was
// never acknowledged can turn up, and is named in a [Note].
//
// Whatever else is wrong with one file is damage. Whatever is whole in either file
// counts then; the bad one is written anew from it and stays beside as
// FILE.damaged-N, and a Note says so. Nothing is repaired silently and nothing is
// ever deleted. Where no chain can be trusted, a [fault.Fault] says why and the disk is
// left as it was.
//
// # A record
//
// A record is one line: a JSON object in canonical form (RFC 8785: no spaces,
// members in order, one spelling for every value) with these members, in this
// order:
//
//	at     when, as "2024-01-18T06:30:11.000Z": UTC, always with milliseconds;
//	       left out if the record carries no instant
//	event  what happened, an object
//	hash   64 hexadecimal digits: the SHA-256 of this line without this member
//	kind   the name of what happened, such as "ballot-entered": lower-case
//	       letters, digits and single hyphens, at most 64
//	prev   the hash of the record before; 64 zeros in the first
//	seq    the number of the record, from 1 without a gap
//	who    {"name":…,"role":…}; left out if the record names nobody
//
// No other member is allowed, and no line is longer than 4 MiB. A sheet of paper
// has neither at nor who. For example, in one line:
//
//	{"event":{"marks":[3,2],"sheet":2},"hash":"…","kind":"ballot-entered","prev":"…","seq":2}
//
// # The twin
//
// NAME.shuping.log is the lines in order, each with one newline (0x0A) behind
// it, UTF-8 without a byte order mark, and nothing else. Anybody can verify it.
// The hash of record 17, and then all the links:
//
//	sed -n 17p NAME.shuping.log | jq -cj 'del(.hash)' | sha256sum
//	jq -s '[.[].hash][:-1] == [.[].prev][1:]' NAME.shuping.log
//
// A chain proves neither its last record nor that no more followed. For that
// there are the head record and the other file.
//
// # The book
//
// NAME.shuping is a bbolt database (file version 2, with its freelist on disk)
// with two buckets and nothing else:
//
//	book     format  the 17 bytes "shuping/journal/1"
//	         head    40 bytes: the number of the last record as 8 bytes, most
//	                 significant first, and the 32 bytes of its hash
//	records  for each record a key of 8 bytes, its number, most significant
//	         first, and as value its line without the newline
//
// The head is written in the same transaction as the records that lead to it.
// What a bbolt file looks like below its buckets is written in pages.go.
//
// # Old sessions open
//
// Both formats are fixed. A session that any released version has written will
// be opened, and verified to the same hashes, by every later one. Should a
// second format ever be needed, it will carry another name under "format", and
// the first will still be read.
package journal
