package data

import _ "embed"

//go:embed bag/how-to-check.txt
var howToCheck []byte

// HowToCheck tells somebody who has a bag and not this program how to check it.
// It stands in every bag, so that another text is another format of bags.
func HowToCheck() []byte { return howToCheck }
