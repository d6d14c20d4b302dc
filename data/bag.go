package data

import (
	_ "embed"
	"strings"
)

//go:embed bag/how-to-check-3.txt
var howToCheck []byte

//go:embed bag/how-to-check.txt
var howToCheckFormer []byte

// HowToCheck tells somebody who has a bag and not this program how to check it.
// It stands in every bag, so that another text is another format of bags.
func HowToCheck() []byte { return howToCheck }

// Format is the text that tells the format of bags, in Chinese and in English, as it
// stands in them.
func Format() []byte {
	return []byte(Manual("zh", "format") + "\n" + strings.Repeat("-", 100) + "\n\n" + Manual("en", "format"))
}

// HowToCheckFormer is what stands in the bags of the second format.
func HowToCheckFormer() []byte { return howToCheckFormer }
