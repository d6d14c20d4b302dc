package field

import tea "charm.land/bubbletea/v2"

// Press hands a key to the field. It reports whether the field took the key;
// if not, the field is as it was and the key is the screen's.
func (f Field) Press(k tea.KeyPressMsg) (Field, bool) {
	stroke := ""
	if k.Code != tea.KeyExtended { // several characters at once, by name what they spell
		stroke = k.Keystroke()
	}
	if do, ok := strokes[stroke]; ok {
		return done(do(f))
	}
	if f.kind == text {
		if do, ok := rises[stroke]; ok {
			return do(f).settle(), true
		}
		if do, ok := textStrokes[stroke]; ok {
			return done(do(f))
		}
	}
	typed := typing(k)
	if typed == "" {
		return f, false
	}
	if f.kind != number {
		return done(f.enter(typed))
	}
	digits, ok := foldDigits(typed)
	if !ok {
		return f, false
	}
	return done(f.enterDigits(digits))
}

// done finishes a key that made next.
func done(next Field) (Field, bool) {
	next.goal = 0
	return next.settle(), true
}

// typing is the text that a key brings, "" for a key that brings none.
func typing(k tea.KeyPressMsg) string {
	const chords = tea.ModCtrl | tea.ModAlt | tea.ModMeta | tea.ModHyper | tea.ModSuper
	if k.Mod&chords != 0 {
		return ""
	}
	switch k.Code {
	case tea.KeyEnter, tea.KeyKpEnter, tea.KeyTab, tea.KeyEscape:
		return ""
	}
	if k.Text != "" {
		return k.Text
	}
	return keypad[k.Code]
}

// strokes are the keys of every field.
var strokes = map[string]func(Field) Field{
	"left": Field.left, "kpleft": Field.left, "ctrl+b": Field.left, "shift+left": selecting(Field.left),
	"right": Field.right, "kpright": Field.right, "ctrl+f": Field.right, "shift+right": selecting(Field.right),
	"ctrl+left": Field.wordLeft, "ctrl+shift+left": selecting(Field.wordLeft),
	"ctrl+right": Field.wordRight, "ctrl+shift+right": selecting(Field.wordRight),
	"home": Field.home, "kphome": Field.home, "find": Field.home, "shift+home": selecting(Field.home),
	"end": Field.end, "kpend": Field.end, "select": Field.end, "ctrl+e": Field.end, "shift+end": selecting(Field.end),
	"ctrl+a":    Field.all,
	"backspace": Field.backspace, "shift+backspace": Field.backspace, "ctrl+h": Field.backspace,
	"delete": Field.delete, "kpdelete": Field.delete, "ctrl+d": Field.delete,
	"ctrl+w": Field.deleteWord, "ctrl+backspace": Field.deleteWord,
	"ctrl+u": Field.deleteBefore,
	"ctrl+k": Field.deleteBehind,
	"ctrl+z": Field.stepBack,
}

// textStrokes are the further keys of a Text.
var textStrokes = map[string]func(Field) Field{
	"enter": Field.breakLine, "kpenter": Field.breakLine, "shift+enter": Field.breakLine,
	"ctrl+home": Field.first, "ctrl+shift+home": selecting(Field.first),
	"ctrl+end": Field.last, "ctrl+shift+end": selecting(Field.last),
}

// rises are the keys of a Text that keep to a column.
var rises = map[string]func(Field) Field{
	"up": Field.up, "kpup": Field.up, "shift+up": selecting(Field.up),
	"down": Field.down, "kpdown": Field.down, "shift+down": selecting(Field.down),
	"pgup": Field.pageUp, "kppgup": Field.pageUp,
	"pgdown": Field.pageDown, "kppgdown": Field.pageDown,
}

// keypad is what the keys of the keypad type where a terminal names them and
// does not say.
var keypad = map[rune]string{
	tea.KeyKp0: "0", tea.KeyKp1: "1", tea.KeyKp2: "2", tea.KeyKp3: "3", tea.KeyKp4: "4",
	tea.KeyKp5: "5", tea.KeyKp6: "6", tea.KeyKp7: "7", tea.KeyKp8: "8", tea.KeyKp9: "9",
	tea.KeyKpPlus: "+", tea.KeyKpMinus: "-", tea.KeyKpMultiply: "*", tea.KeyKpDivide: "/",
	tea.KeyKpDecimal: ".", tea.KeyKpComma: ",", tea.KeyKpSep: ",", tea.KeyKpEqual: "=",
}
