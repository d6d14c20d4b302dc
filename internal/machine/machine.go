// Package machine says what a computer has left for a meeting: how it is powered, how
// full its battery is and how much room a disk has. What the system does not tell is
// not known, and nothing is guessed in its place.
//
// Linux tells it in /sys/class/power_supply, Windows by GetSystemPowerStatus, macOS by
// pmset. Other systems tell nothing of their power.
package machine

// A State is what was found. Charge and Free are [Unknown] where the system does not
// tell them.
type State struct {
	Power  Power
	Charge int   // of the battery, in percent
	Free   int64 // bytes that may be written to the disk of the folder
}

// Unknown stands for a number that the system does not tell.
const Unknown = -1

// Power is where the computer has its power from.
type Power int

const (
	Untold  Power = iota // the system does not tell
	Mains                // it is plugged in
	Battery              // it lives on its battery
)

// Read looks at the computer and at the disk of a folder.
func Read(folder string) State {
	power, charge := readPower()
	return State{Power: power, Charge: charge, Free: readFree(folder)}
}
