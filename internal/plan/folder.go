package plan

import "shuping/internal/fault"

import "strings"

// folder is the name under key of a folder that lies beside the session. It leads
// nowhere else and means the same on every system.
func (r *reader) folder(t *node, key string) string {
	name := r.phrase(t, key, maxName)
	if name != "" && !isFolder(name) {
		r.fault(t.fields[key].at, NotAFolder, "key", fault.Quote(key), "value", fault.Quote(name))
		return ""
	}
	return name
}

func isFolder(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	return !strings.ContainsAny(name, `/\:*?"<>|`) && !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, ".") &&
		!isDevice(strings.TrimRight(stem, " "))
}

// isDevice reports whether a name is that of a device under Windows, where it is no
// folder whatever follows a dot.
func isDevice(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	for _, port := range []string{"com", "lpt"} {
		if digit, ok := strings.CutPrefix(name, port); ok && len([]rune(digit)) == 1 && strings.Contains("0123456789¹²³", digit) {
			return true
		}
	}
	return false
}
