package archive

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"shuping/internal/fault"
	"shuping/internal/typed"
)

// bookName is what people call the workbook.
const bookName = "12-汇总工作簿.xlsx"

// The files of a bag by their names inside it.
const (
	journalFile     = "data/journal.jsonl"
	planFile        = "data/plan.toml"
	resultFile      = "data/result.json"
	tableFile       = "data/result.csv"
	custodyFile     = "data/custody.csv"
	declarationFile = "bagit.txt"
	infoFile        = "bag-info.txt"
	manifestFile    = "manifest-sha256.txt"
	tagManifestFile = "tagmanifest-sha256.txt"

	// From the second format on.
	sheetsFile    = "data/sheets.csv"
	contentsFile  = "data/contents.csv"
	workbookFile  = "data/workbook.xlsx" // of the second format
	bookFile      = papersFolder + bookName
	papersFolder  = "data/papers/"
	schemasFolder = "data/schemas/"
	attachments   = "data/attachments/"
	howToFile     = "how-to-check.txt"
	formatFile    = "format.txt"
	signatureFile = "tagmanifest-sha256.txt.sig"
	signerFile    = "signer.pub"
	allowedFile   = "allowed_signers"
)

// A layout is which files a format has. The journal comes last where a list has
// no order of its own, so that what is wrong with a short file is found before
// the long one is read.
type layout struct {
	payload []string              // what is always there, in the order of the manifest
	more    func() *regexp.Regexp // papers, schemas and attachments that may follow, nil for none
	tags    []string              // in the order of the tag manifest, which lists all but itself
	loose   []string              // in no manifest: what signs the tag manifest
	told    bool                  // the format itself may be told in a tag file, which earlier versions did not write
}

var layouts = map[string]layout{
	format1: {
		payload: []string{custodyFile, planFile, tableFile, resultFile, journalFile},
		tags:    []string{infoFile, declarationFile, manifestFile},
	},
	format2: fullLayout(workbookFile, `papers/[a-z0-9-]+\.docx|attachments/[0-9a-f]{64}`),
	Format:  fullLayout(bookFile, `papers/[^/]+\.docx|attachments/[^/]+`).telling(),
}

// fullLayout is that of every format but the first, with the file of its workbook and
// what its papers and attachments are called.
func fullLayout(book, more string) layout {
	return layout{
		payload: []string{contentsFile, custodyFile, planFile, tableFile, resultFile, sheetsFile, book, journalFile},
		more:    typed.Pattern(`^data/(private/visits\.docx|schemas/[a-z]+-[0-9]+\.json|` + more + `)$`),
		tags:    []string{infoFile, declarationFile, howToFile, manifestFile},
		loose:   []string{allowedFile, signerFile, signatureFile},
	}
}

// telling is the layout with room for the text that tells the format.
func (l layout) telling() layout {
	l.told = true
	return l
}

// tagged are the tag files in the order of their manifest: with the text that tells the
// format, or without it.
func (l layout) tagged(told bool) []string {
	if !told || !l.told {
		return l.tags
	}
	return slices.Insert(slices.Clone(l.tags), slices.Index(l.tags, howToFile), formatFile)
}

// order is the payload among names in the order of its manifest.
func (l layout) order(names []string) []string {
	var out []string
	for _, name := range names {
		if strings.HasPrefix(name, "data/") && !slices.Contains(l.payload, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return append(out, l.payload...)
}

// holds reports whether the format has room for a file of this name.
func (l layout) holds(name string) bool {
	for _, list := range [][]string{l.payload, l.tagged(true), l.loose, {tagManifestFile}} {
		if slices.Contains(list, name) {
			return true
		}
	}
	return l.more != nil && l.more().MatchString(name)
}

func isBook(name string) bool { return name == workbookFile || name == bookFile }
func isPaper(name string) bool {
	return strings.HasPrefix(name, papersFolder) && !isBook(name) || name == notesFile
}
func isSchema(name string) bool     { return strings.HasPrefix(name, schemasFolder) }
func isAttachment(name string) bool { return strings.HasPrefix(name, attachments) }

// isStream is a file that is read as it comes and never held whole.
func isStream(name string) bool {
	return name == journalFile || name == sheetsFile || isBook(name) || isAttachment(name)
}

// schemaName is the name under which the program knows the schema in a file.
func schemaName(name string) string { return strings.TrimSuffix(path.Base(name), ".json") }

// maxName bounds the name of a file in a bag, in bytes.
const maxName = 255

// checkName refuses a name that could lead out of the bag, that some operating
// system reads otherwise, or that can be written in two ways.
func checkName(name string) *fault.Fault {
	segments := strings.Split(name, "/")
	if strings.ContainsAny(name, "\\:") || slices.Contains(segments, "") ||
		slices.Contains(segments, ".") || slices.Contains(segments, "..") {
		return blame(NameEscapes, "name", shown(name))
	}
	if len(name) > maxName || !utf8.ValidString(name) || strings.ContainsFunc(name, isStrangeRune) || !norm.NFC.IsNormalString(name) {
		return blame(NameBad, "name", shown(name))
	}
	for _, s := range segments {
		stem, _, _ := strings.Cut(strings.ToUpper(s), ".")
		if reserved[stem] || strings.HasSuffix(s, ".") || strings.TrimSpace(s) != s {
			return blame(NameReserved, "name", shown(name))
		}
	}
	return nil
}

func isStrangeRune(c rune) bool {
	return typed.Hidden(c) || c == unicode.ReplacementChar || strings.ContainsRune(`*?"<>|`, c)
}

// reserved are the names of devices under Windows, whatever follows a dot.
var reserved = map[string]bool{
	"CON": true, "PRN": true, "AUX": true, "NUL": true,
	"COM0": true, "COM1": true, "COM2": true, "COM3": true, "COM4": true,
	"COM5": true, "COM6": true, "COM7": true, "COM8": true, "COM9": true,
	"LPT0": true, "LPT1": true, "LPT2": true, "LPT3": true, "LPT4": true,
	"LPT5": true, "LPT6": true, "LPT7": true, "LPT8": true, "LPT9": true,
}

// A register is the names met so far. Two that differ only in case are one file
// on some disks, so they collide.
type register map[string]string

func (r register) add(name string) *fault.Fault {
	if f := checkName(name); f != nil {
		return f
	}
	key := strings.ToLower(name)
	if other, ok := r[key]; ok {
		return blame(NameCollides, "name", shown(name), "other", shown(other))
	}
	r[key] = name
	if len(r) > maxNames {
		return blame(TooMany, "limit", maxFiles)
	}
	return nil
}
