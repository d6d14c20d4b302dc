package gather

import (
	"strings"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/plan"
	"shuping/internal/typed"
)

// A Listed unit is one that should hand in an export.
type Listed struct {
	Name, Code string
	Due        plan.Day // zero where there is none
}

// key is what two mentions of one unit share.
func (l Listed) key() string {
	if l.Code != "" {
		return "code " + strings.TrimSpace(l.Code)
	}
	return "name " + typed.Fold(l.Name)
}

// What is wrong with a roster, and the names of the values. The place is the file and
// the row.
const (
	NoUnits    fault.Code = "no-units"    // file; it has no column of units
	NoName     fault.Code = "no-name"     // file, row
	NamedTwice fault.Code = "named-twice" // file, row, unit
	NoDay      fault.Code = "no-day"      // file, row, text
)

// heads are the words over the columns of a roster.
var heads = map[string]int{
	"单位": 1, "单位名称": 1, "党组织": 1, "党组织名称": 1, "unit": 1, "name": 1,
	"代码": 2, "编码": 2, "单位代码": 2, "code": 2,
	"期限": 3, "报送期限": 3, "截止日期": 3, "due": 3,
}

// ReadRoster reads the table of the units that should hand in: a column of units, and
// if there are any their codes and the day on which each is due.
func ReadRoster(path string, src []byte) ([]Listed, error) {
	blame := func(code fault.Code, row int, pairs ...any) error {
		return fault.New("gather", code, append(pairs, "file", path, "row", row)...).In(fault.Place{File: path, Line: row})
	}
	book, err := cells.Read(src)
	if err != nil {
		return nil, err
	}
	for _, sheet := range book.Sheets {
		if len(sheet.Faults) > 0 {
			return nil, sheet.Faults
		}
		columns, from := [4]int{}, 0
		for i, row := range sheet.Rows {
			for c := 1; c <= row.Len(); c++ {
				if n := heads[strings.ToLower(strings.TrimSpace(row.At(c)))]; n > 0 && columns[n] == 0 {
					columns[n] = c
				}
			}
			if from = i + 1; columns[1] > 0 {
				break
			}
		}
		if columns[1] == 0 {
			continue
		}
		var out []Listed
		seen := map[string]bool{}
		for _, row := range sheet.Rows[from:] {
			for c := 1; c <= row.Len(); c++ {
				if f := sheet.Fault(row, c); f != nil {
					return nil, f
				}
			}
			l := Listed{Name: strings.TrimSpace(row.At(columns[1])), Code: strings.TrimSpace(row.At(columns[2]))}
			due := strings.TrimSpace(row.At(columns[3]))
			switch {
			case l.Name == "":
				return nil, blame(NoName, row.Number)
			case seen[l.key()]:
				return nil, blame(NamedTwice, row.Number, "unit", l.Name)
			}
			var isDay bool
			if l.Due, isDay = plan.ReadDay(due); due != "" && !isDay {
				return nil, blame(NoDay, row.Number, "text", due)
			}
			seen[l.key()] = true
			out = append(out, l)
		}
		return out, nil
	}
	return nil, blame(NoUnits, 0)
}
