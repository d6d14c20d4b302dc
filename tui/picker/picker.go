// Package picker finds a file: folders that are walked through, and a line in which a
// few letters of a name, or a whole path, are typed or dropped. It reads no folder:
// whoever holds a [Picker] does what its [Outcome] asks for and gives it the [Listing]
// that comes back by [Picker.In]. A path that leads nowhere leaves it as it was, with
// what was typed.
//
// It is made for people who look for what they have just saved: folders stand first,
// the newest of each above, only the kinds of file that can be taken are in sight, and
// no letter moves anything. The filepicker of Bubbles is not used for this: it sorts by
// name alone, asks the disk about each file while it draws, and copies of it share
// where they are.
package picker

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/field"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// An Entry is a file or a folder.
type Entry struct {
	Name    string
	Folder  bool
	Size    int64
	Written time.Time
}

// A Listing is a folder and what it holds, or the file that a path leads to.
type Listing struct {
	File   string // the path of a file, "" for a folder
	Folder string // the path of the folder
	Up     string // the folder that it lies in, "" for none
	// Entries are in no order. Entries that could not be read are left out.
	Entries []Entry
}

// A Picker is a value.
type Picker struct {
	ask     string   // what is looked for
	kinds   []string // endings of the files that can be taken, none for all
	places  bool     // it is a folder that is looked for; files are shown and not taken
	listing Listing
	find    field.Field
	list    frame.List
}

// New is a picker that asks for a file of some kinds, given by their endings, ".csv".
func New(ask string, kinds ...string) Picker {
	return Picker{ask: ask, kinds: kinds, find: field.Line(longest)}
}

// NewFolder is a picker that asks for a folder.
func NewFolder(ask string) Picker {
	p := New(ask)
	p.places = true
	return p
}

// longest is how many characters a path has at most.
const longest = 1000

// In is the picker in a folder.
func (p Picker) In(l Listing) Picker {
	entries := slices.DeleteFunc(slices.Clone(l.Entries), func(e Entry) bool { return !e.Folder && !p.takes(e.Name) })
	slices.SortStableFunc(entries, func(a, b Entry) int {
		if a.Folder != b.Folder {
			if a.Folder {
				return -1
			}
			return 1
		}
		return cmp.Or(b.Written.Compare(a.Written), cmp.Compare(a.Name, b.Name))
	})
	l.Entries = entries
	p.listing, p.list, p.find = l, frame.List{}, p.find.WithValue("")
	return p
}

// takes reports whether a file is of a kind that can be taken.
func (p Picker) takes(name string) bool {
	return len(p.kinds) == 0 || slices.ContainsFunc(p.kinds, func(k string) bool { return strings.HasSuffix(strings.ToLower(name), k) })
}

// Refusal says why a file, given by its path, cannot be taken; "" where it can.
func (p Picker) Refusal(lang words.Language, path string) string {
	switch {
	case p.places:
		return words.Fill(words.FindNoFolder(lang), words.Values("path", path))
	case !p.takes(path):
		return words.Fill(words.PickWrongKind(lang), words.Values("path", path, "kinds", strings.Join(p.kinds, " ")))
	}
	return ""
}

// shown is the entries that what is typed lets through; a path lets all through.
func (p Picker) shown() []Entry {
	typed := strings.ToLower(strings.TrimSpace(p.find.Value()))
	if typed == "" || p.path() != "" {
		return p.listing.Entries
	}
	var out []Entry
	for _, e := range p.listing.Entries {
		if strings.Contains(strings.ToLower(e.Name), typed) || strings.Contains(look.Initials(e.Name), typed) {
			out = append(out, e)
		}
	}
	return out
}

// path is what is typed where that is a path, "" where it is part of a name. Where no
// folder is open nothing else can be meant.
func (p Picker) path() string {
	typed := Path(p.find.Value())
	drive := len(typed) > 1 && typed[1] == ':'
	if p.listing.Folder == "" || drive || strings.ContainsAny(typed, `/\`) || strings.HasPrefix(typed, "~") {
		return typed
	}
	return ""
}

// Path is a path as it was typed or dropped into the window: terminals put one that is
// dropped into quotes, or a backslash before its spaces, or make an address of it.
func Path(text string) string {
	text = strings.TrimSpace(text)
	text = strings.TrimPrefix(text, "file://")
	if bare := strings.Trim(text, `"'`); bare != text {
		return bare
	}
	return strings.ReplaceAll(text, `\ `, " ")
}

// here is the path of the entry under the cursor, "" for none.
func (p Picker) here() string {
	shown := p.shown()
	if len(shown) == 0 {
		return ""
	}
	return filepath.Join(p.listing.Folder, shown[p.list.Within(len(shown)).At].Name)
}

// Press offers a key to what is typed. Keys that have no use there move.
func (p Picker) Press(k tea.KeyPressMsg) (Picker, bool) {
	name := key.Press(k)
	if name == "home" || name == "end" || p.find.Value() == "" && (name == "left" || name == "backspace") {
		return p, false
	}
	f, taken := p.find.Press(k)
	if taken && f.Value() != p.find.Value() {
		p.list = frame.List{}
	}
	p.find = f
	return p, taken
}

// Paste takes a path that was dropped into the window, or part of a name.
func (p Picker) Paste(text string) Picker {
	p.find, _ = p.find.Paste(text)
	p.list = frame.List{}
	return p
}

// Point moves the cursor to row n, as a mouse does; there tells that it stood there
// already.
func (p Picker) Point(n int) (next Picker, there bool) {
	there = p.list.At == n
	p.list.At = n
	return p, there
}

// Next is what is to be done in the picker.
func (p Picker) Next(l words.Language) string {
	switch {
	case p.places && p.listing.Folder != "" && p.path() == "":
		return words.NextPickHere(l)
	case p.path() == "" && p.here() == "":
		return words.NextPickNone(l)
	default:
		return words.NextPick(l)
	}
}

// An Outcome is what a key comes to.
type Outcome struct {
	Open   string // a path that is to be opened: a folder, or the file that is wanted
	Taken  string // the folder that is wanted
	Closed bool   // nothing is wanted
}

// An Act is an action as it stands now.
type Act = key.Bound[Picker, Outcome]

var actions = []key.Action[Picker, struct{}, Outcome]{
	{Keys: []string{"enter"}, Name: words.KeyOpen, When: func(p Picker, _ struct{}) key.Can { return key.If(p.path() != "" || p.here() != "") }, Do: func(p Picker, _ struct{}, _ int) (Picker, Outcome) {
		return p, Outcome{Open: cmp.Or(p.path(), p.here())}
	}},
	{Keys: []string{"tab"}, Name: words.FindHere, When: func(p Picker, _ struct{}) key.Can { return key.If(p.places && p.listing.Folder != "") }, Do: func(p Picker, _ struct{}, _ int) (Picker, Outcome) {
		return p, Outcome{Taken: p.listing.Folder}
	}},
	{Keys: []string{"left", "backspace"}, Name: words.PickUp, When: func(p Picker, _ struct{}) key.Can { return key.If(p.listing.Up != "") }, Do: func(p Picker, _ struct{}, _ int) (Picker, Outcome) {
		return p, Outcome{Open: p.listing.Up}
	}},
	{Keys: []string{"esc"}, Name: words.KeyBack, Do: func(p Picker, _ struct{}, _ int) (Picker, Outcome) { return p, Outcome{Closed: true} }},
}

// Acts are the actions of the picker in so many rows of a screen.
func (p Picker) Acts(lang words.Language, rows int) []Act {
	out := key.Bind(p, struct{}{}, lang, actions)
	size := frame.Rows{N: len(p.shown()), Page: max(1, rows-head)}
	for _, b := range key.Bind(p.list, size, lang, frame.Moves) {
		out = append(out, Act{Entry: b.Entry, Do: func(n int) (Picker, Outcome) {
			next := p
			next.list, _ = b.Do(n)
			return next, Outcome{}
		}})
	}
	return out
}
