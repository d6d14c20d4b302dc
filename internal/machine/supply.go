package machine

import (
	"io/fs"
	"strconv"
	"strings"

	"shuping/internal/typed"
)

// The forms in which systems tell of their power are read here on every system, so that
// all are tried wherever the tests run.

// readSupplies reads what Linux tells: a folder for each supply, with files of one word.
func readSupplies(dir fs.FS) (Power, int) {
	power, charge := Untold, Unknown
	list, err := fs.ReadDir(dir, ".")
	if err != nil {
		return power, charge
	}
	for _, e := range list {
		said := func(file string) string {
			text, err := fs.ReadFile(dir, e.Name()+"/"+file)
			if err != nil {
				return ""
			}
			return strings.TrimSpace(string(text))
		}
		switch kind := said("type"); {
		case said("scope") == "Device": // the battery of a mouse
		case kind == "Battery":
			if n, err := strconv.Atoi(said("capacity")); err == nil && n >= 0 && n <= 100 {
				charge = max(charge, n)
			}
			if power == Untold && said("status") == "Discharging" {
				power = Battery
			}
		case said("online") == "1":
			power = Mains
		}
	}
	return power, charge
}

var (
	pmsetPower  = typed.Pattern(`Now drawing from '(AC|Battery) Power'`)
	pmsetCharge = typed.Pattern(`\t(\d{1,3})%`)
)

// readPmset reads what macOS tells: pmset -g batt.
func readPmset(text string) (Power, int) {
	power, charge := Untold, Unknown
	if m := pmsetPower().FindStringSubmatch(text); m != nil {
		power = map[string]Power{"AC": Mains, "Battery": Battery}[m[1]]
	}
	if m := pmsetCharge().FindStringSubmatch(text); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil && n <= 100 {
			charge = n
		}
	}
	return power, charge
}

// readLine reads what Windows tells: ACLineStatus and BatteryLifePercent, 255 for
// what it does not know.
func readLine(line, percent byte) (Power, int) {
	power, charge := Untold, Unknown
	switch line {
	case 0:
		power = Battery
	case 1:
		power = Mains
	}
	if percent <= 100 {
		charge = int(percent)
	}
	return power, charge
}
