package cells

import (
	"strconv"
	"strings"
	"time"
)

// dayOf is the day that a cell of a workbook holds, as 2024-06-30, and whether it
// holds one: a whole number of days since 1899, or since 1904 where the workbook
// says so, or the day spelled out. The first two months of 1900 are none: there
// spreadsheets disagree.
func dayOf(value string, spelled, from1904 bool) (string, bool) {
	if spelled {
		text := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(value, "Z"), ".000"), "T00:00:00")
		at, err := time.Parse(time.DateOnly, text)
		return text, err == nil && at.Year() >= 1900
	}
	n, err := strconv.Atoi(strings.TrimSuffix(value, ".0"))
	first, least := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC), 61
	if from1904 {
		first, least = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC), 0
	}
	const last = 2_950_000 // in the year 9976
	if err != nil || n < least || n > last {
		return "", false
	}
	return first.AddDate(0, 0, n).Format(time.DateOnly), true
}
