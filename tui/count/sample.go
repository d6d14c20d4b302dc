package count

import (
	"strings"

	"shuping/data"
)

// sampleAt is the made-up sheet of a rehearsal at the index, row by row.
func sampleAt(n int) []string {
	sheets := data.Sheets()
	return strings.Fields(sheets[n%len(sheets)])
}
