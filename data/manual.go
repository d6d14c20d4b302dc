package data

import (
	"embed"
	"strings"
)

//go:embed manual/*/*.txt manual/pages.txt
var manual embed.FS

// ManualPages are the names of the manual's pages, in their order.
func ManualPages() []string {
	list, _ := manual.ReadFile("manual/pages.txt")
	return strings.Fields(string(list))
}

// Manual is a page of the manual in the language "zh" or "en", "" where there is
// none of that name. A line that begins with # is a title, one with ## a heading.
func Manual(lang, page string) string {
	text, _ := manual.ReadFile("manual/" + lang + "/" + page + ".txt")
	return string(text)
}
