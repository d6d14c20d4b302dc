package desk

import "time"

// A Door is where other terminals come in. The zero Door is that of a console that has
// none.
type Door struct {
	Has  bool
	Open bool

	Offers []Offer // where it could be opened, while it is shut
	Halted bool    // too many wrong PINs have shut it

	Host  string
	Port  int
	PINs  []PIN
	Print string // of the key by which a client knows it
	Since time.Time
	Came  bool // somebody has come as far as the door
	Wrong int  // PINs
	Seats []Seated
}

// An Offer is an address of this computer, and what it belongs to.
type Offer struct{ Address, Via string }

// A PIN lets into the seat of a role, which words know by its name.
type PIN struct{ Role, Digits string }

// A Seated is who sits on another terminal.
type Seated struct {
	Number int
	Role   string
	From   string // the address
	Since  time.Time
}
