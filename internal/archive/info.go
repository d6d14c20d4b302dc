package archive

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"shuping/internal/result"
	"shuping/internal/seal"
)

// Format names the form of the bags that are written: which files they have and
// what they look like.
const Format = "shuping/bag/3"

// The earlier formats: the first had no papers, no workbook and no signature; the
// second told of no seal but those of the grades.
const (
	format1 = "shuping/bag/1"
	format2 = "shuping/bag/2"
)

// formatLabel is the line of bag-info.txt that names the format. It is short
// enough never to be folded.
const formatLabel = "Shuping-Format"

// declaration is bagit.txt.
const declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

// info is bag-info.txt of a format for a payload of so many bytes in these files.
func (r *reading) info(format string, octets int64, payload []string) []byte {
	var b bytes.Buffer
	p := r.state.Plan
	lines := [][2]string{
		{"Source-Organization", p.Unit},
		{"External-Description", p.Title},
		{"External-Identifier", r.identifier()},
		{"Bagging-Date", r.day()},
		{"Payload-Oxum", fmt.Sprintf("%d.%d", octets, len(payload))},
		{formatLabel, format},
		{"Shuping-Year", fmt.Sprint(p.Year)},
		{"Shuping-Round", fmt.Sprint(r.state.Round.Number)},
	}
	if format != format1 {
		lines = append(lines, [2]string{"Shuping-Version", fmt.Sprint(r.state.Round.Version)})
	}
	lines = append(lines, [2]string{"Shuping-Head", fmt.Sprintf("%d %s", r.head.Seq, r.head.Hash)})
	if format != format1 {
		n, head := r.covering()
		if r.former() {
			n = len(r.seals) // which numbered the seals of the grades alone
		}
		lines = append(lines,
			[2]string{"Shuping-Seal", fmt.Sprintf("%d %d %s", n, head.Seq, head.Hash)},
			[2]string{"Shuping-Words", strings.Join(seal.Words(head.Seq, head.Hash), " ")},
			[2]string{"Shuping-Groups", seal.HexGroups(head.Hash)})
	}
	if format != format1 && format != format2 {
		lines = append(lines, [2]string{"Shuping-Covers", string(coversOf(r.state))})
		if p.UnitCode != "" {
			lines = append(lines, [2]string{"Shuping-Unit-Code", p.UnitCode})
		}
		lines = append(lines, [2]string{writerLabel, fmt.Sprint(max(1, r.writer))}, [2]string{"Shuping-Superior", p.Superior}, [2]string{"Shuping-First", r.first.String()})
		for i, sealing := range r.state.Seals {
			lines = append(lines, [2]string{"Shuping-Chain", fmt.Sprintf("%d %s %d %d %d %s", i+1, sealing.Of, sealing.Round, sealing.Version, sealing.Record, r.chain[i].Hash)})
		}
	}
	if slices.Contains(payload, notesFile) {
		lines = append(lines, [2]string{"Shuping-Private", notesFile})
	}
	for _, line := range lines {
		b.WriteString(foldedLine(line[0], line[1]))
	}
	return b.Bytes()
}

// identifier is also what the bag's folder is called in a zip. ASCII, and of two
// meetings not the same.
func (r *reading) identifier() string {
	return fmt.Sprintf("shuping-%d-%d-%s", r.state.Plan.Year, r.state.Round.Number, r.head.Hash.String()[:12])
}

// day is that of the last seal. It does not depend on where the laptop believes to be.
func (r *reading) day() string {
	at := r.state.Sealed
	if n, _ := r.covering(); at.IsZero() && n > 0 {
		at = r.state.Seals[n-1].At
	}
	return at.In(result.Beijing).Format(time.DateOnly)
}

// foldedLine is one line of bag-info.txt, broken at spaces so that none is longer
// than 79 characters where that is possible (RFC 8493, 2.2.2).
func foldedLine(label, value string) string {
	const most = 79
	var out, line strings.Builder
	line.WriteString(label + ":")
	words := 0
	for _, w := range strings.Split(value, " ") {
		if words > 0 && utf8.RuneCountInString(line.String())+1+utf8.RuneCountInString(w) > most {
			out.WriteString(line.String() + "\n")
			line.Reset()
			words = 0
		}
		line.WriteString(" " + w)
		words++
	}
	return out.String() + line.String() + "\n"
}

// formatOf is the format that bag-info.txt names, "" if it names none.
func formatOf(info []byte) string {
	for line := range strings.Lines(string(info)) {
		if label, value, ok := strings.Cut(line, ": "); ok && label == formatLabel {
			return strings.TrimSuffix(value, "\n")
		}
	}
	return ""
}
