package archive

import (
	"strconv"
	"strings"
	"unicode"

	"shuping/internal/durable"
	"shuping/internal/fault"
)

// What is wrong with a bag, or why there is none. Every fault of this package is a
// [fault.Fault] with one of these codes, or with one of package seal where words,
// a key or a signature are to blame. The names behind each are its values.
const (
	// Why no bag was written.
	IsRehearsal fault.Code = "rehearsal"    //
	NotSealed   fault.Code = "not-sealed"   //
	BadSource   fault.Code = "bad-source"   // reason
	Exists      fault.Code = "exists"       // path
	NoFolder    fault.Code = "no-folder"    // path
	ReadOnly    fault.Code = "read-only"    // path, reason
	DiskFull    fault.Code = "disk-full"    // path
	Storage     fault.Code = "storage"      // path, reason
	ReadBack    fault.Code = "read-back"    // problem
	Stopped     fault.Code = "stopped"      //
	NotComposed fault.Code = "not-composed" // name, reason
	KeptDamaged fault.Code = "kept-damaged" // path
	TemplateBad fault.Code = "template-bad" // file, line; in the words of package docx
	AttachedBad fault.Code = "attached-bad" // name, sha256; in the words of package attached

	// Why nothing could be checked.
	Missing    fault.Code = "missing"    // path
	Unreadable fault.Code = "unreadable" // path, reason
	NotABag    fault.Code = "not-a-bag"  // path

	// What lies there instead of an export.
	EmptyFile    fault.Code = "empty-file"    // path
	OfficeFile   fault.Code = "office-file"   // path; a document, a workbook or a PDF
	SessionFile  fault.Code = "session-file"  // path
	OtherArchive fault.Code = "other-archive" // path; packed, but no zip
	NoBag        fault.Code = "no-bag"        // path; a zip of something else

	// What is wrong with the files of a bag.
	NameEscapes  fault.Code = "name-escapes"  // name
	NameReserved fault.Code = "name-reserved" // name
	NameBad      fault.Code = "name-bad"      // name
	NameCollides fault.Code = "name-collides" // name, other
	NotAFile     fault.Code = "not-a-file"    // name
	TooMany      fault.Code = "too-many"      // limit
	TooLarge     fault.Code = "too-large"     // name, bytes, limit
	TooMuch      fault.Code = "too-much"      // bytes, limit
	Compressed   fault.Code = "compressed"    // name
	Repacked     fault.Code = "repacked"      // byte
	CutShort     fault.Code = "cut-short"     // byte
	Trailing     fault.Code = "trailing"      // byte
	Unfolds      fault.Code = "unfolds"       // name

	// What is wrong with the bag.
	NotBagIt      fault.Code = "not-bagit"      //
	FormatUnknown fault.Code = "format-unknown" // format
	ForeignBag    fault.Code = "foreign-bag"    // a BagIt bag of something else
	FileMissing   fault.Code = "file-missing"   // name
	FileExtra     fault.Code = "file-extra"     // name
	ManifestBad   fault.Code = "manifest-bad"   // name, line
	SumDiffers    fault.Code = "sum-differs"    // name, manifest
	CRCDiffers    fault.Code = "crc-differs"    // name
	SignerDiffers fault.Code = "signer-differs" // name
	SchemaUnknown fault.Code = "schema-unknown" // name
	SchemaBroken  fault.Code = "schema-broken"  // name, reason
	KeyTwice      fault.Code = "key-twice"      // name, member
	NameOfSum     fault.Code = "name-of-sum"    // name
	SizeDiffers   fault.Code = "size-differs"   // name, found, expected

	// What is wrong with what was typed from paper. The codes of package seal say
	// what is wrong with words.
	NoSeal      fault.Code = "no-seal"      //
	GroupBad    fault.Code = "group-bad"    // group, sign
	GroupsCount fault.Code = "groups-count" // digits
	GroupsOther fault.Code = "groups-other" // group, record

	// WordsOutdated is of an export that is whole, and of words that prove another one.
	WordsOutdated fault.Code = "words-outdated" // seal, newest, corrections, by, figures

	// What is wrong with what it says.
	ChainBroken   fault.Code = "chain-broken"   // record, reason
	NotReplayed   fault.Code = "not-replayed"   // record, kind, reason
	PlanDiffers   fault.Code = "plan-differs"   // line
	MemberDiffers fault.Code = "member-differs" // name, member, found, expected
	CellDiffers   fault.Code = "cell-differs"   // name, line, column, found, expected
	LayoutDiffers fault.Code = "layout-differs" // name, byte
	PaperBad      fault.Code = "paper-bad"      // name, reason
	PaperSilent   fault.Code = "paper-silent"   // name
	PaperDiffers  fault.Code = "paper-differs"  // name, part, paragraph, found, expected
	FigureDiffers fault.Code = "figure-differs" // name, figure, found, expected
	BookBad       fault.Code = "book-bad"       // reason
	BookDiffers   fault.Code = "book-differs"   // place, found, expected
	InfoDiffers   fault.Code = "info-differs"   // line, found, expected
	FolderDiffers fault.Code = "folder-differs" // found, expected

	// What is wrong with how the meeting ended.
	RuleNotSealed fault.Code = "rule-not-sealed" //
	CustodyOpen   fault.Code = "custody-open"    // collected, valid, void
	NotChecked    fault.Code = "not-checked"     // check
	NotDecided    fault.Code = "not-decided"     // subject
	VetoIgnored   fault.Code = "veto-ignored"    // subject, grade, forced
	GateIgnored   fault.Code = "gate-ignored"    // subject, grade
)

// of is this package as its faults name it.
const of = "archive"

// blame takes the values as name, value, name, value.
func blame(code fault.Code, pairs ...any) *fault.Fault { return fault.New(of, code, pairs...) }

// sealFault is what package seal found wrong, under its own code and in its words.
func sealFault(err error) *fault.Fault {
	f := fault.Find(err, "seal")
	if f == nil {
		panic(err) // package seal promises it
	}
	return &fault.Fault{Of: of, Code: f.Code, Values: f.Values, Cause: f}
}

// reason is what the system says of a file, without the file's path.
func reason(err error) string { return shown(durable.Reason(err)) }

// shown is text from a bag that nobody has vouched for: short, on one line, and
// without anything that could steer a terminal.
func shown(s string) string {
	const most = 80
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	plain := !strings.ContainsFunc(s, func(c rune) bool {
		return !unicode.IsPrint(c) || c == '"' || c == '\\' || c == unicode.ReplacementChar
	})
	if plain && s != "" {
		return s
	}
	return strconv.Quote(s)
}
