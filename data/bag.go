package data

import _ "embed"

//go:embed bag/how-to-check-3.txt
var howToCheck []byte

//go:embed bag/how-to-check.txt
var howToCheckFormer []byte

// HowToCheck tells somebody who has a bag and not this program how to check it.
// It stands in every bag, so that another text is another format of bags.
func HowToCheck() []byte { return howToCheck }

// HowToCheckFormer is what stands in the bags of the second format.
func HowToCheckFormer() []byte { return howToCheckFormer }
