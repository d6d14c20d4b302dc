// Package papers writes down what a meeting came to, for people who were not
// there and for programs. It reads a state and changes nothing; the same state
// and head give the same bytes on every computer, on every day.
//
// # Where to start
//
// [Result] draws up a [ResultDoc]: the turnout, the counts of every subject, the
// verdict with its reasons, the quota, and the head of the journal that all of
// it was counted from. Its methods are its forms: [ResultDoc.JSON] for programs,
// [ResultDoc.CSV] and [ResultDoc.CustodyCSV] for spreadsheets. [Documents] are the
// papers that an office prints, signs and files, and [Workbook] is the same meeting
// as a spreadsheet that reckons by itself. All of them say what the result says.
//
// # The result as JSON
//
// The schema is data/schemas/result-1.json, and every result names it,
// "shuping/result/1". UTF-8, two spaces a level, members in the order of the
// struct, a newline at the end. What is not there is null and never "": a grade
// that is not suggested, forced or decided, a percentage of nothing at all. A
// decided grade is an object of grade and reason, because the two belong
// together and more may join them. Lists are never null, but for the counts of a
// part that is hidden.
//
// What only some plans have is missing where the plan has it not, so that a plain
// plan's result is as plain as it always was: the parts of a poll that has several
// (a class that weighs, an item of a row), 不了解, the quorum, stacks of sheets that
// are counted apart, barred grades, the sources with their grades and scores, the
// composite, the written opinion. A note that the chair wrote to a source is in no
// paper: it stands in the journal, which goes with the papers into the archive.
//
// What only some meetings have is missing where it was not done: who confirmed a
// number and what they saw, spare sheets, who keyed a bundle and how it was
// confirmed, a count by piles, comments, and corrections. A result that was
// corrected has a version, names each correction with the old and the new, and
// keeps the figures of every earlier version beside its own; the table of counts
// has those of the version that the count was closed with and of each that was
// sealed.
//
// # The documents
//
// DOCX in the form of GB/T 9704, in Chinese: the minutes, the summary, the report of
// the scrutineers with blanks for signatures and the head in words and digits, an
// opinion on each subject, and the note of corrections where there was one. A paper
// says in its title which version of which round it shows, and above each page that
// it is a draft until the meeting is sealed; a correction makes it one again.
//
// They say what was done, and of what was not done nothing: gates with who
// confirmed them and what they saw, as the numbers stood then; every equation of
// custody with its numbers; bundles with who keyed and who confirmed them; piles;
// files with their SHA-256; every draw with its dice and what it found; questions
// that were asked; comments, sorted and tied to no sheet. After a correction the old
// figures stand beside the new ones: those of the version that the count was closed
// with and of each that was sealed.
//
// # The papers of the year
//
// Behind these stand those of before and behind the meeting, each once there is
// something to say in it: the vetting of each report, the publication of reports,
// what the chair said, the plan to put things right, the ledger, and the notice of
// grades, which tells counts only where the plan shows them to the hall. [Written]
// says which documents are a paper of the plan. What is overdue is so on the day of
// the last record that is not a sheet, and the ledger names that day: a paper that
// is printed later says the same. Notes of visits are private; [Visits] writes them
// for who has them, and nothing else does.
//
// # Templates
//
// How a document looks and what it says between the figures is no Go: it stands in
// data/papers, as parts of a DOCX with actions of text/template (package docx).
// What they are filled with is the struct page. An office puts a folder of its own
// beside the session and names it in the plan; a file in it stands in the place of
// the program's. A mistake in one is a [*Fault], a sentence with its file and line.
// What a person typed is text in every document, and never markup or a field.
//
// # Figures
//
// Every figure stands in a bookmark that has its name, so that it can be read back
// from a document without its template: [FiguresOf] a document is a part of the
// [Figures] of the meeting, or the document says something else than the record.
// What is hidden is no figure.
//
// # The workbook
//
// XLSX: the summary with formulas over the list of sheets, the shares compared as
// integers, a chart a subject, the parts, the list, the ledger and custody. The
// result of each formula is stored beside it, for programs that do not reckon. The
// list has neither times nor persons, and what was counted by piles stands as
// numbers without a formula. Text is never a formula. Sheets are written as they
// come, whatever their number.
//
// # What is not shown
//
// No paper has the instant of a single sheet. While the count is open and fewer
// sheets were read than the plan wants, a result has no subject and says so. The
// figures of a class with too few sheets are null, and a table leaves their cells
// empty; so are those of the next larger one where the sum would tell them (package
// meeting, State.Hides). The reasons then say only what all classes come to.
//
// # The tables as CSV
//
// UTF-8 with a byte order mark and CRLF, which is what Excel and WPS open
// without asking. One table a file, so that a column means one thing from top to
// bottom; columns that only some plans have stand behind the others, and only
// where something is in them. Three things are done so that a spreadsheet shows
// what stands there:
//
//   - A fraction is two columns. Written as 2/41 it would be shown as a day in
//     February 1941, and 5/41 as text, in the same column.
//   - Text that begins with = + - @, a tab or a line break, full-width ones and
//     ones behind spaces too, is a formula to some spreadsheet. It gets an
//     apostrophe in front.
//   - So does text that is made of digits and the signs around them, 3-4 or
//     1/2, which would be shown as a day or a number.
//
// # Promise
//
// Members, columns and rows are added, never taken away, renamed or given
// another meaning under the same schema. What a bag of an earlier version holds
// can be written again byte by byte: whoever changes the bytes of a paper keeps
// the old form beside the new one (package archive says which bag has which).
package papers
