// Package meeting knows what may happen in a review meeting and what follows
// from it. It is pure: no file, no clock, no chance. Given the same records it
// always arrives at the same state.
//
// # Where to start
//
// Somebody gives a [Command]: who, when, and an [Order] such as [StartItem] or
// [EnterBallot]. [Decide] holds it against the [State] and answers with the
// [Event] values that follow, or with a [Refusal]. [Apply] takes one event into
// the state. Orders are imperatives, what an event records is a [Deed], named
// in the past participle.
//
//	events, err := meeting.Decide(state, command)
//	for _, e := range events {
//		state = meeting.Apply(state, e)
//	}
//
// [Try] does so with several orders. Nothing is recorded by it, so it also answers
// what would become of an order.
//
// # State is a value
//
// Apply never changes its argument, and two states may share what neither
// changes. One ballot costs the same whether it is the third or the hundred
// thousandth: it copies the counts and the open bundle. Closed bundles lie in rows,
// and one that is added or checked copies its row.
//
// # Families
//
// One family of orders and deeds a file: opening and sealing (session.go), the
// agenda and its clock (agenda.go), what is said and kept (notes.go), people
// (heads.go) and their names (person.go), those who preside, record, count and watch
// (officers.go), and sheets (issue.go, collect.go, close.go) at the gates with who
// confirmed them (witness.go) and their sums (custody.go), bundles (bundle.go), what
// the sheets say (ballot.go) and what waits for the scrutineer (doubt.go), and the
// grades (grade.go) with the sources that they rest on (source.go) and what is
// written beside them (opinion.go); what is corrected after the count
// (correction.go, and version.go for what stood before) and what was written on
// sheets (comment.go). Before and behind the meeting: the work plan, duties, vetting
// and attached files (prepare*.go), questions (question.go), the ledger
// (ledger*.go), and what is filed and what is missing (filing*.go). What must not be
// shown is asked of secrecy.go. A deed's name on disk is permanent, and so are the
// names in its body: a session written by any earlier version opens.
//
// # Stacks
//
// Sheets that are counted together are a [Stack]. As a rule a round has one, and
// nobody need know. Where classes of voters weigh there is one for each class, and
// where each subject has a sheet of his own one for each of them, or one for each
// class of each. Such a stack is issued, collected and read by itself, an order
// names it (class=ID, subject=ID), a bundle is of one of them, and each must close
// by itself. A stack that nobody is there to fill in is not waited for.
//
// A sheet's marks stand in the order of its rows: for each subject on it the
// overall mark and then the items, where the plan has any. [State.Poll] makes of
// the stacks what the rule judges; Round.Counts are the deciding marks alone.
//
// # Second readings
//
// A closed bundle is confirmed by a [Check] (check.go): another person keys it again
// (second.go), or dice draw sheets that are read again (spot.go). It is blind: only
// when it has ended are the places named that differ, and never by what. A sheet
// passed over or read twice moves the rest of an entry, and is mended by moving it
// back ([MendSlip], entry.go); what differs then is keyed anew by both from the paper
// and, where they still differ, ruled on (difference.go). A check that settles the
// last difference ends itself (conclusion.go), and what it came to is what counts;
// all that was keyed stays in the record. A draw that finds something confirms
// nothing, and a check that found something cannot be left without another.
//
// # Piles
//
// A stack is counted by bundles, sheet by sheet, or by piles: sorted by what the
// sheets say in one row, each pile counted, then the next row (piles.go). The void
// sheets are row 0, and every other row must add up to collected − void before
// anything counts. A second person counts again, blind; only rows that differ are
// named, and these both count anew. There is no sheet to be found again later, so a
// spot check has nothing to draw: where the plan wants a check of any kind, it is
// the second count.
//
// # Sources
//
// What the chair writes down of a source (a grade, a score, a note) and the
// opinion are part of the record of the meeting. They are recorded whole, notes
// too, and go into the archive with it: nothing may be written there that is not
// to be filed. No paper repeats the notes (package papers). A decision that a new
// assessment makes impossible is open again; every earlier decision is kept.
//
// # Corrections
//
// A closed count is never edited. A correction is a deed that names the old, the
// new, why, and who saw it, and makes a new version of the result; [State.At] is the
// state of any earlier one, so that its verdicts can be worked out again. A decision
// whose verdict changed is open again. A correction breaks the seal. Behind a seal the
// record goes on only with deeds that have the method chains and allow it: corrections,
// grades and another seal after one, the ledger, attached files, duties and filings.
//
// # The ledger
//
// A problem (问题) has an ID, p1, p2 …, that is its place in [State.Ledger]. None is
// ever taken out, so that no ID is given twice. What is amended, returned or signed
// off keeps in [Problem.History] what stood before; how it stands is asked of it for
// a day, because a state knows no clock. [State.Carry] takes last year's ledger over.
//
// What is private has no order: visit notes and prepared comments never come into the
// record, which is filed whole. Nor do the bytes of a file: the record holds its name,
// its size and its SHA-256.
//
// # Comments
//
// What people wrote on sheets is entered apart from them, before the first sheet is
// read or after the last. A batch is recorded sorted, with neither instant nor
// person, and the state has all comments in one order, whatever came first.
//
// # Words
//
// A sheet (评议表) is a piece of paper. A ballot (票) is what one sheet says:
// its marks in the order of its rows, or that it is void, or that it is doubtful
// and waits for the scrutineer. A ballot's event carries neither an
// instant nor a person, so that nobody can tell whose it was.
//
// # Scripts
//
// Every order but [OpenSession], which carries a plan file, can be given by a line
// of text. [Parse] reads it. "b 1 7" is a sheet with 不了解 in its second row; "doubt"
// sets a whole sheet aside.
package meeting
