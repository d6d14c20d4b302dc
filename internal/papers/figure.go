package papers

import (
	"fmt"
	"strconv"
	"strings"

	"shuping/internal/docx"
)

// A figure's name begins with this sign.
const figureSign = "f_"

func isFigure(name string) bool { return strings.HasPrefix(name, figureSign) }

// figures are all figures of a page, by name.
type figures map[string]string

// of is text as a figure that a template can show, nil for "".
func (f figures) of(text, name string, numbers ...any) *docx.Mark {
	if text == "" {
		return nil
	}
	name = figureSign + fmt.Sprintf(name, numbers...)
	f[name] = text
	return &docx.Mark{Name: name, Text: text}
}

// count is a number as a figure.
func (f figures) count(n int, name string, numbers ...any) *docx.Mark {
	return f.of(strconv.Itoa(n), name, numbers...)
}

// some is a number as a figure, and nothing where it is 0.
func (f figures) some(n int, name string, numbers ...any) *docx.Mark {
	if n == 0 {
		return nil
	}
	return f.count(n, name, numbers...)
}

// known is a number that may be hidden, and then is no figure.
func (f figures) known(n *int, name string, numbers ...any) *docx.Mark {
	if n == nil {
		return nil
	}
	return f.count(*n, name, numbers...)
}
