package desk

import (
	"time"

	"shuping/internal/machine"
)

// A Survey is what the root found around the meeting when a screen asked for it last.
// The zero Survey is that nobody looked.
type Survey struct {
	At      time.Time // when it was looked
	Machine machine.State
	Printed string // the folder of the papers to print, "" where none was found
}

// A Copy is the mirror of the session on another disk. The zero Copy is none.
type Copy struct {
	Says  string // how far it is, in one sentence
	Fault string // why it goes no further, "" where it does
}
