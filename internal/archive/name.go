package archive

import (
	"slices"
	"strings"
)

// The files of a bag in the format shuping/bag/1, by their names inside it.
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
)

// payload is in the order of its manifest, tags in that of the tag manifest,
// which lists all tag files but itself. The journal comes last, so that what is
// wrong with a short file is found before the long one is read.
var (
	payload = []string{custodyFile, planFile, tableFile, resultFile, journalFile}
	tags    = []string{infoFile, declarationFile, manifestFile}
)

// maxName bounds the name of a file in a bag, in bytes.
const maxName = 120

// checkName refuses a name that could lead out of the bag, that some operating
// system reads otherwise, or that needs more than ASCII.
func checkName(name string) *Fault {
	segments := strings.Split(name, "/")
	if strings.ContainsAny(name, "\\:") || slices.Contains(segments, "") ||
		slices.Contains(segments, ".") || slices.Contains(segments, "..") {
		return fault(NameEscapes, "name", shown(name))
	}
	if len(name) > maxName || strings.ContainsFunc(name, strange) {
		return fault(NameBad, "name", shown(name))
	}
	for _, s := range segments {
		stem, _, _ := strings.Cut(strings.ToUpper(s), ".")
		if reserved[stem] || strings.HasSuffix(s, ".") {
			return fault(NameReserved, "name", shown(name))
		}
	}
	return nil
}

func strange(c rune) bool {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return false
	default:
		return !strings.ContainsRune("._-/", c)
	}
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

func (r register) add(name string) *Fault {
	if f := checkName(name); f != nil {
		return f
	}
	key := strings.ToLower(name)
	if other, ok := r[key]; ok {
		return fault(NameCollides, "name", shown(name), "other", shown(other))
	}
	r[key] = name
	if len(r) > maxFiles {
		return fault(TooMany, "limit", maxFiles)
	}
	return nil
}
