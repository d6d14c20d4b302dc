// Package desk is what every screen of the console is made of: the [Context] that
// it may know, the [Answer] that it gives, the [Question] that it asks, and the
// actions of its one table. The screens themselves lie in packages beside it.
//
// # One table
//
// A screen has a table of [Action] values: for each thing that can be done its
// keys, its name, when it can be done, and what it does. [Acts] binds the table to
// the screen as it stands now. The root looks a key up there, a click, a word typed
// into the menu; the line of keys and the help show the same entries. So nothing
// promises a key that does nothing, and a condition stands once.
//
// # Questions
//
// An answer may open a [Question]. The root keeps it and hands it the keys, until
// it is answered or given up; the screen below never knows. What opens by itself
// ([Question.Unasked]) hears no digit before Enter or Tab was pressed.
//
// # Two states
//
// A context has the state on disk, which is shown, and the state that everything
// keyed so far will lead to, by which keys are understood.
package desk
