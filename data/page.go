package data

import _ "embed"

//go:embed page/check.html
var checkPage []byte

// CheckPage is the page that checks an export in a browser, from a file and without a
// network. It is written from the text of the format and shares nothing with the program.
func CheckPage() []byte { return checkPage }
