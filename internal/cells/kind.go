package cells

import (
	"archive/zip"
	"bytes"
	"strings"

	"shuping/internal/fault"
)

// elsewhere is what files that are no table are known by: how they begin.
var elsewhere = []struct {
	head string
	code fault.Code
}{
	{"%PDF", IsPDF},
	{"{\\rtf", IsDocument},
	{"Rar!", IsPacked},
	{"7z\xBC\xAF\x27\x1C", IsPacked},
	{"\x1F\x8B", IsPacked},
	{"\x89PNG", IsPicture},
	{"\xFF\xD8\xFF", IsPicture},
	{"GIF8", IsPicture},
	{"BM6", IsPicture},
}

// kindOf tells a file that is neither a text nor an archive by its first bytes.
func kindOf(src []byte) (fault.Code, bool) {
	for _, e := range elsewhere {
		if bytes.HasPrefix(src, []byte(e.head)) {
			return e.code, true
		}
	}
	start := strings.ToLower(string(bytes.TrimSpace(bytes.TrimPrefix(src[:min(len(src), 1024)], []byte(mark)))))
	switch {
	case strings.HasPrefix(start, "<?xml") && strings.Contains(start, "urn:schemas-microsoft-com:office:spreadsheet"):
		return IsOldXML, true
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"), strings.HasPrefix(start, "<table"),
		strings.HasPrefix(start, "<?xml") && strings.Contains(start, "<html"):
		return IsWebPage, true
	}
	return "", false
}

// compound is how a file of the older offices begins. A workbook with a password
// is wrapped in one.
const compound = "\xD0\xCF\x11\xE0"

// kindOfCompound tells what a file of the older offices is by the names of the
// streams in it, which are UTF-16.
func kindOfCompound(src []byte) fault.Code {
	switch {
	case bytes.Contains(src, wide16("EncryptedPackage")):
		return IsLocked
	case bytes.Contains(src, wide16("WordDocument")), bytes.Contains(src, wide16("PowerPoint Document")):
		return IsDocument
	}
	return OldWorkbook
}

func wide16(text string) []byte {
	out := make([]byte, 0, 2*len(text))
	for _, c := range []byte(text) {
		out = append(out, c, 0)
	}
	return out
}

// kindOfArchive tells what an archive is that holds no workbook.
func kindOfArchive(parts *zip.Reader) fault.Code {
	for _, f := range parts.File {
		switch name := strings.ToLower(f.Name); {
		case name == "content.xml":
			return IsOpenDocument
		case strings.HasPrefix(name, "xl/") && strings.HasSuffix(name, ".bin"):
			return IsBinary
		case name == "word/document.xml", name == "ppt/presentation.xml":
			return IsDocument
		case strings.HasPrefix(name, "index/") && strings.HasSuffix(name, ".iwa"):
			return IsOtherOffice
		}
	}
	return IsPacked
}
