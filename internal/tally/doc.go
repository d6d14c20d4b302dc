// Package tally counts marks, applies a rule to the counts and explains the
// verdict. It is arithmetic and nothing else: no file, no clock, no chance,
// and no fraction is ever rounded before it is compared.
//
// # Where to start
//
// A [Rule] says what a vote means: the [Scale] of grades, the [Base] that
// fractions are taken of, the [Veto] that a bad vote sets off, the facts that
// set one off by themselves, the [Suggestion] that the vote alone would make,
// the [Quorum] without which it says nothing, the sources that are weighed
// beside it, and the [Quota] over all subjects. A [Count] is what the sheets say
// of one subject; a [Poll] is everything that a verdict on one subject rests on.
// [Rule.JudgePoll] puts rule and poll together and returns a [Verdict];
// [Rule.Judge] is the same for one count in which all ballots weigh alike.
//
// # Words
//
// A sheet (票) carries one row for each subject, and a row carries one [Mark]:
// a grade, blank (弃权, nothing ticked), spoiled (two ticks, unreadable), or 不了解
// where the rule offers it. Whole sheets that are void never reach this package
// as marks; they are a number in the [Turnout].
//
// 不了解 is in no base of marks: [ValidMarks] and [ValidSheets] leave its rows
// out. The other bases are numbers of sheets and of people; a sheet was handed in
// whatever it says, so they keep it, and so does a quorum.
//
// # Parts
//
// Classes of voters, and items whose mean decides, are the [Part]s of a poll. The
// share of a set of grades is then the sum over the parts of weight × count/base,
// each over its own base. A part whose base is 0 never counts as nothing said:
// the others weigh as if it were not there ([Renormalise], also where the rule
// does not say), or the vote says nothing at all ([Refuse]). Either way a reason
// names it. A part that has a base but no mark, such as people present who all
// left the row blank, does count, as it would in a plain poll.
//
// # Before the result
//
// [Rule.TriggersOf] says how many bad marks set the veto off, [Rule.AheadOf]
// whether the sheets that are left can still change anything, and
// [Rule.AlternativesOf] under which other readings of an open point the subject
// would come out otherwise. They are for the chair alone.
//
// # Reasons
//
// A verdict carries its reasons as data: the clause, the numbers and the
// comparison that was made with them. Package words turns one into a sentence.
//
// # Promises
//
// The JSON form of a rule is what is hashed when it is sealed: it does not change for
// a rule that can be written today. New members are left out where they say nothing.
package tally
