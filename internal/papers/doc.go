// Package papers writes the documents that an office prints, signs and files. They
// say what the result says (package result), for people who were not there. The same
// state and head give the same bytes on every computer, on every day.
//
// # Where to start
//
// [Documents] writes the papers of a meeting, and [Listed] names them without writing
// them. [Written] says which of them are a paper of the plan. [Visits] writes the
// chair's notes of visits, which are private: nothing else has them.
//
// # The documents
//
// DOCX in the form of GB/T 9704, in Chinese: the minutes, the summary, the report of
// the scrutineers with blanks for signatures and the head in words and digits, an
// opinion on each subject, and the note of corrections where there was one. Above
// each page a paper says that it is a draft while what it rests on is open: the count,
// the meeting, the grades. A paper on the count says which version of which round it
// shows, where there are several.
//
// They say what was done, and nothing of what was not done. The minutes tell the
// meeting as it was held, with the sheets that the scrutineer ruled on and no word
// that was written on one. The annex of the count has gates with who confirmed them
// and what they saw, as the numbers stood then; every equation of custody with its
// numbers; bundles with who keyed and who confirmed them; piles; files with their
// SHA-256; every draw with its dice and what it found. The annex of each grade tells
// apart what the votes suggest, what the plan forces and what was decided. After a
// correction the old figures stand beside the new ones: those of the version that the
// count was closed with and of each that was sealed.
//
// # The papers of the year
//
// Papers of before and after the meeting stand behind these, each once there is
// something to say in it: the vetting of each report, the publication of reports,
// what the chair said, the plan to put things right, the ledger, the notice of
// grades, which tells no counts unless the plan wants them, the report to the superior,
// the letter that files the papers, and the list of what is filed. The ledger
// names the day on which its problems stand so, that of the last record.
//
// # Templates
//
// How a document looks and what it says between the figures is no Go. It stands in
// data/papers, as parts of a DOCX with actions of text/template (package docx).
// A template is filled with the struct page. An office puts a folder of its own
// beside the session and names it in the plan; a file in it stands in the place of
// the program's. A mistake in one is a fault of package docx, with its file and line.
// What a person typed is text in every document, and never markup or a field.
//
// # Figures
//
// Every figure stands in a bookmark that has its name, so that it can be read back
// from a document without its template. [FiguresOf] a document is a part of the
// [Figures] of the meeting, or the document says something else than the record.
// What is hidden is no figure.
//
// # Promise
//
// Whoever changes the bytes of a paper keeps the old form beside the new one, for the
// exports that have it (package archive). A figure keeps its name.
package papers
