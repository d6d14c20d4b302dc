//go:build tablemaker

// Generate makes the table of simplified characters of package typed from
// Unihan_Variants.txt of the Unicode Character Database:
//
//	go run -tags tablemaker generate.go Unihan_Variants.txt > ../../internal/typed/simplified.txt
//
// It takes the characters of the main block that have a simplified variant and are
// none themselves, and of several variants the first.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"strings"
)

func main() {
	file, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	for in := bufio.NewScanner(file); in.Scan(); {
		words := strings.Fields(in.Text())
		if len(words) < 3 || words[1] != "kSimplifiedVariant" {
			continue
		}
		from, to, itself := point(words[0]), point(words[2]), false
		for _, w := range words[2:] {
			itself = itself || w == words[0]
		}
		if !itself && from >= 0x4E00 && from <= 0x9FFF {
			fmt.Print(string(from), string(to))
		}
	}
}

func point(word string) (c rune) {
	if _, err := fmt.Sscanf(word, "U+%X", &c); err != nil {
		log.Fatal(word, err)
	}
	return c
}
