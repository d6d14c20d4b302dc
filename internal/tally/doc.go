// Package tally counts marks, applies a rule to the counts and explains the
// verdict. It is arithmetic and nothing else: no file, no clock, no chance,
// and no fraction is ever rounded before it is compared.
//
// # Where to start
//
// A [Rule] says what a vote means: the [Scale] of grades, the [Base] that
// fractions are taken of, the [Veto] that a bad vote sets off, the facts that
// set one off by themselves, the [Suggestion] that the vote alone would make,
// and the [Quota] over all subjects. A [Count] is what the sheets say of one
// subject. [Rule.Judge] puts the two together and returns a [Verdict].
//
// # Words
//
// A sheet (票) carries one row for each subject, and a row carries one [Mark]:
// a grade, blank (弃权, nothing ticked) or spoiled (two ticks, unreadable).
// Whole sheets that are void never reach this package as marks; they are a
// number in the [Turnout].
//
// # Reasons
//
// A verdict carries its reasons as data: the clause, the numbers and the
// comparison that was made with them. [Reason.Text] turns one into a sentence;
// a screen, a paper and a file that print the same reason print the same
// sentence, because there is only one place that writes it.
package tally
