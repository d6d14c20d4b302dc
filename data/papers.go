package data

import (
	"embed"
	"io/fs"
)

// all: takes _rels along, which begins with a sign that is left out otherwise.
//
//go:embed all:papers
var papers embed.FS

// Papers is the templates of the papers. papers/README.md in the source says how
// an office writes its own.
func Papers() fs.FS {
	sub, err := fs.Sub(papers, "papers")
	if err != nil {
		panic(err) // the name is a constant, and a good one
	}
	return sub
}
