// Package archive writes a sealed meeting out as a bag that proves itself, and
// checks one that comes back. Whoever holds the bag needs neither the session
// nor this program to read it, and only sha256sum to see that it is whole.
//
// [Export] writes a bag, [Verify] checks one and gives a [Report].
//
// # The bag
//
// A bag is BagIt 1.0 (RFC 8493) and lies in a folder or in a zip. In the format
// shuping/bag/1 it has these files and no other:
//
//	bagit.txt                 the declaration
//	bag-info.txt              unit, title, identifier, day, sums, and the lines
//	                          Shuping-Format, -Year, -Round and -Head
//	data/custody.csv          where every sheet went
//	data/journal.jsonl        every record of the session, one a line
//	data/plan.toml            the plan, as it stands in record 1
//	data/result.csv           counts and grades, a row a subject
//	data/result.json          the same with all reasons, for programs
//	manifest-sha256.txt       the SHA-256 of each file under data/
//	tagmanifest-sha256.txt    the SHA-256 of the other files
//
// Everything but the journal follows from the journal. So two exports of one
// session are equal byte for byte on every computer, and Verify makes each file
// anew and compares it, instead of only believing a hash that stands beside it.
// The Bagging-Date is therefore the day of the last seal, in Beijing time, and
// Shuping-Head is the number and the hash of the last record; a line longer than
// 79 characters is folded at a space. All sentences are Chinese. The records of
// single sheets carry no instant and no person, and the session's own database
// file is not in the bag. What the chair wrote to the sources of a grade is in the
// journal, the notes too, and so is filed with it.
//
// # The zip
//
// The zip holds one folder, called like the External-Identifier, for example
// shuping-2023-1-3fa9c2d10b77, and in it the files in the order of their names:
// stored and not compressed, dated 1 January 1980, without attributes, comments,
// extra fields or entries for folders. So each byte around the contents follows
// from the names, the sizes and the CRC-32, and Verify accepts no other byte.
// There is no redundant byte in which a change could hide, no second list of
// files that another program might believe, and nothing that could unfold. A zip
// that was packed anew by another program is refused with the advice to unpack it
// and to check the folder, which is the same bag.
//
// # The checks
//
// Verify makes the checks of [Steps], in this order, and stops at the first that
// fails:
//
//	 1 files         no name leads out of the bag, is reserved or met twice (case
//	                 does not count); plain files only; sizes within the bounds
//	 2 bag           BagIt 1.0, a known format, every file and no other
//	 3 tag-manifest  the sums of the tag files, and in a zip their CRC-32
//	 4 manifest      the sums of the payload, and in a zip their CRC-32
//	 5 chain         each record carries its own hash and that of the one before
//	 6 replay        each record can follow those before it, behind the seal only
//	                 corrections, and grades and another seal after one; sheets
//	                 recounted
//	 7 plan          plan.toml is the plan of record 1
//	 8 result        result.json is what the recount and the sealed rule give
//	 9 tables        so are result.csv and custody.csv
//	10 info          bag-info.txt and the zip's folder say what the journal says
//	11 seal          sealed, also after the last correction; the sums of every stack
//	                 of sheets closed, all read twice where the plan wants it; every
//	                 grade decided, none against a veto or a gate
//
// A check that fails carries a [Fault]: a [Code] with values, and a sentence in
// Chinese or English. The first difference is named as closely as it can be:
// "result.json: subjects[1].counts[2].count is 3, the journal says 4." [Codes]
// and [StepValues] list the names of all values.
//
// What the checks cannot show: that nobody replaced the whole journal by another
// one that is as consistent. Only the head, written down by somebody else at the
// meeting, shows that.
//
// # Bounds
//
// A bag has at most 1000 files, 2 GiB together, and 16 MiB each but for the
// journal, which is read as a stream, one record at a time. Names are ASCII
// letters, digits, dots, hyphens and underscores, at most 120 bytes. Verify
// writes nothing anywhere, follows no link and reads each file once.
//
// # Promise
//
// A bag of this format verifies in every later version. A version that writes
// other files, or other bytes into them, names another format, and keeps the
// means to make the files of this one.
package archive
