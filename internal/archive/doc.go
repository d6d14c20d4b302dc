// Package archive writes a sealed meeting out as a bag that proves itself, and
// checks one that comes back. Whoever holds the bag needs neither the session
// nor this program to read it, and only sha256sum and ssh-keygen to see that it is
// whole and who signed it: how-to-check.txt in every bag says how.
//
// [Export] writes a bag, [Verify] checks one and gives a [Report], which says what the
// journal came to beside what the checks have shown; [VerifyBytes] reads a zip from
// anywhere. [MarkOf] is what people write down of a sealed session, [Papers] are its
// documents alone.
//
// # The bag
//
// A bag is BagIt 1.0 (RFC 8493) and lies in a folder or in a zip. In the format
// shuping/bag/3 it has these files and no other. Names are UTF-8 in normal form C; what
// programs read has a name of plain ASCII, what people read is called as they call it:
//
//	allowed_signers              the signer's key as ssh-keygen -Y verify wants it
//	bag-info.txt                 unit, title, identifier, day, sums, and the lines
//	                             Shuping-Format, -Year, -Round, -Version, -Head,
//	                             -Seal, -Words and -Groups; -Covers, grades, or count
//	                             while no grade is sealed; -Writer, the version of what
//	                             draws up the papers; -Unit-Code where the plan
//	                             has one, -Superior; -First, the hash of the first
//	                             record, which all exports of one meeting share;
//	                             -Chain, a line for each
//	                             seal: number, count or grades, round, version of the
//	                             count, record and hash; and -Private, which
//	                             names the private notes, where there are some
//	bagit.txt                    the declaration
//	data/attachments/SUM-NAME    each file that was attached, called as people called it,
//	                             behind the first twelve digits of its SHA-256
//	data/contents.csv            each file of the payload, its Chinese title, what it is;
//	                             of an attachment the name that people gave it and what
//	                             it belongs to, a row for each thing
//	data/custody.csv             where every sheet went
//	data/journal.jsonl           every record of the session, one a line
//	data/papers/NN-*.docx        the documents, as package papers lists them, in the order
//	                             of the archive: 11-测评监票计票报告单.docx
//	data/papers/12-*.xlsx        the workbook: sums, sheets and custody, with formulas
//	data/plan.toml               the plan, as it stands in record 1
//	data/private/visits.docx     the chair's private notes, only where somebody asked
//	data/result.csv              counts and grades, a row a subject
//	data/result.json             the same with all reasons, for programs
//	data/schemas/*.json          journal-1 and result-1, what the JSON looks like
//	data/sheets.csv              what each sheet says, without instant and person
//	format.txt                   the format as a text, with every kind of record
//	how-to-check.txt             how somebody checks all this by hand
//	manifest-sha256.txt          the SHA-256 of each file under data/
//	signer.pub                   the key that signed
//	tagmanifest-sha256.txt       the SHA-256 of the other files but three
//	tagmanifest-sha256.txt.sig   the signature of this file, as package seal makes it
//
// The manifests list the papers, schemas and attachments in the order of their
// names, then contents, custody, plan, result.csv, result.json, sheets, workbook
// and journal. The Bagging-Date is the day of the last seal, in Beijing time.
// Shuping-Head is the number and the hash of the last record, Shuping-Seal the
// number of the newest seal that it covers and that of its record with the hash, of which
// Shuping-Words and Shuping-Groups are the words and groups (package seal); a line
// longer than 79 characters is folded at a space. All sentences are Chinese. The
// session's own database file is not in the bag. What the chair wrote to the
// sources of a grade is in the journal, the notes too, and so is filed with it.
//
// # Equal bytes
//
// Everything follows from the journal, which has the SHA-256 of each attached file.
// An office's own templates are attached files of the journal (template:NAME), so that
// the documents follow from it too. With the same program two exports of one session
// are equal byte for byte on every computer, but for two things.
//
// Private notes are in a bag for which somebody asked for them (Shuping-Private). They
// lay beside the session, and whoever checks the bag can only say that they are as
// they were signed.
//
// Three files say who signed. No manifest names them, and they depend on the key, of
// which each installation has its own. So the signature that the first export made is
// kept beside the session, in the file NAME.shuping.sig: the line of the key, then the
// armor, for one signature after the other. It is used again wherever the session's
// files go, as long as it is a signature of this very tag manifest. Where none is,
// because records followed or the file was left behind, the key of the installation
// makes a new one, which is put behind the older ones. A file of signatures that is
// damaged is an error.
//
// # The zip
//
// The zip holds one folder, called like the External-Identifier, for example
// shuping-2023-1-3fa9c2d10b77, and in it the files in the order of their names:
// stored and not compressed, dated 1 January 1980, without attributes, comments,
// extra fields or entries for folders. So each byte around the contents follows
// from the names, the sizes and the CRC-32. There is no redundant byte in which a
// change could hide, no second list of files that another program might believe, and
// nothing that could unfold. A zip that was packed anew by another program is read as
// the folder that it is, within the same bounds, and the report says so
// ([Report.Repacked]): its files may be stored or deflated, at the top or in a folder
// of any name, each once and under one name. What else lies where an export should is
// called what it is: an empty file, a document, a session, a bag of something else.
//
// # The checks
//
// Verify makes the checks of [Steps], in this order, and stops at the first that
// fails. In a bag of the first format, those with a star are left out:
//
//	 1 files         no name leads out of the bag, is reserved or met twice (case
//	                 does not count); plain files only; sizes within the bounds
//	 2 bag           BagIt 1.0, a known format, its files and none that has no place
//	 3 tag-manifest  the sums of the tag files, and in a zip their CRC-32
//	 4 manifest      the sums of the payload, and in a zip their CRC-32
//	 5 signature *   a key signed the tag manifest, and is the one that is named
//	 6 schema *      the schemas are known ones; the result and each record fit, and
//	                 no member stands twice
//	 7 chain         each record carries its own hash and that of the one before
//	 8 words         what was typed from the signed paper is of one of the seals
//	 9 replay        each record can follow those before it, behind the seal only
//	                 corrections, and grades and another seal after one; sheets
//	                 recounted
//	10 plan          plan.toml is the plan of record 1
//	11 result        result.json is what the recount and the sealed rule give
//	12 tables        so are the tables, cell by cell; papers, schemas and attachments
//	                 are those that the journal calls for, these with their sizes
//	                 (papers beside those on the count may be missing, as earlier
//	                 versions made fewer)
//	13 papers *      each document, made anew from the journal, is the same byte for
//	                 byte
//	14 workbook *    so is the workbook, part by part and uncompressed
//	15 info          bag-info.txt and the zip's folder say what the journal says
//	16 seal          sealed, also after the last correction; the sums of every stack
//	                 of sheets closed, all read twice where the plan wants it; every
//	                 grade decided, none against a veto or a gate
//
// A check that fails carries a [Fault]: a [Code] with values, and a sentence in
// Chinese or English. The first difference is named as closely as it can be:
// "result.json: subjects[1].counts[2].count is 3, the journal says 4." [Codes]
// lists the names of all values.
//
// # What it comes to
//
// A report of which every check passed stands as one of [Standings]: with nothing typed
// it is unanchored; words of the newest seal of the grades anchor it; those of the newest
// count anchor its votes, and all of it while no grade is sealed; those of an older seal
// prove what was said then, and the report is outdated and tells what came after
// ([Since]). Beside it stands what nobody can see in the figures ([Report.Observed]).
//
// # What it shows
//
// The signature shows that somebody's key signed the list of the files. Whose key that
// is, only its fingerprint on paper tells. Somebody may make another journal, as
// consistent as this one, and sign it with another key. That bag passes every check but
// one: its seal has other words and groups than those that people signed on paper.
// Records that follow a seal do not change its words. A second seal, after a
// correction, supersedes the first and has words of its own: they alone anchor the bag,
// and with those of the first it is outdated.
//
// What the checks cannot show: that sheets were keyed as they were filled in, and
// that the owner of the laptop had not made another journal before the words were
// announced. The words alone are short enough that he could then have looked for
// two journals with the same words (package seal has the arithmetic), which is why
// both stand on the paper and both can be typed.
//
// The text that tells the format (format.txt) is new in the third one: bags that were
// written before lack it and verify as they did. It is another with each new kind of
// record, so that verifying holds it against its sum alone, and Writer stays as it is.
//
// Papers and workbook can be made anew by the version of the writer that wrote them
// alone ([Writer], Shuping-Writer in the bag). Those of another version are not
// compared, nor is the list of contents that names them; the report says so
// ([Report.Compared]), and the rest of the bag is checked as any. Of the first two
// formats the figures of the documents and the cells of the workbook are compared.
//
// # Bounds
//
// A bag has at most 1000 files and 2 GiB together. An attachment has at most 32 MiB, and
// every other file 16 MiB but for the journal, the sheets and the workbook. These three
// are read and written as streams, a record, a line or a row at a time, and so are
// attachments, a block at a time. While a zip is written these three wait in a folder
// beside it, so that the disk has them twice for a moment. A bag is not written where an
// attached file is missing or not as the journal says, and not believed where one is too
// many or has no record. Names have no character that some system takes for more than a part of a
// name, and none that hides, at most 255 bytes. A document of which any part is
// compressed is not opened. The workbook may have 1000 parts; its sheets are read for as
// long as they say what they should, and all other parts have at most 32 MiB together. A
// schema is used only where it is known. Of a zip of another program at most 64 MiB of a
// compressed workbook are held. Verify writes nothing anywhere and follows no link. It
// reads each file once, and the papers and the workbook a second time to compare them.
//
// # Promise
//
// A bag of a format verifies in every later version. A version that writes other files,
// or other bytes into them, names another format, and keeps the means to make the files
// of this one. So a figure of a paper keeps its name and the workbook its cells, for
// the first two formats; of the third the last two versions of the writer are kept. A
// schema that grows leaves its sum behind (earlier). Papers may be added.
// The second format, shuping/bag/2, called papers, workbook and attachments in ASCII, the
// last by their sum alone, had no -Chain, -Covers, -Writer, -Superior and -First, and its result no chain of seals,
// announcements, recounts, subjects without a grade and grades of the votes alone; the
// report of the count had the words of the seal of the grades.
// The first format, shuping/bag/1, had no contents, papers, schemas, sheets,
// workbook, how-to-check and signature, and in bag-info.txt no version, seal,
// words and groups.
package archive
