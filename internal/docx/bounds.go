package docx

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/template/parse"

	"shuping/internal/fault"
	"shuping/internal/typed"
)

// Bounds of what a template may do while it is filled.
const (
	maxSteps = 20_000_000 // actions and pieces of text, about a second and a half
	maxText  = 1 << 20    // bytes that printf may make
	maxNest  = 100        // blocks that one block calls through others
)

// callable are the functions that a template may call. None of them makes much of
// little, calls what a value brings along, or reads anything.
var callable = []string{"xml", "place", "paragraphs", "divide", "printf", "len",
	"and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge"}

// strangers refuses a function that a template may not call.
func strangers(file, text string, tree *parse.Tree) error {
	var wrong error
	visit(tree.Root, func(n parse.Node) {
		for _, id := range functionsIn(n) {
			if wrong == nil && !slices.Contains(callable, id.Ident) {
				line := 1 + strings.Count(text[:id.Pos], "\n")
				wrong = found(Syntax, fault.Place{File: file, Line: line}, fmt.Sprintf("function %q not allowed", id.Ident))
			}
		}
	})
	return wrong
}

// functionsIn are the functions that an action calls itself.
func functionsIn(n parse.Node) (out []*parse.IdentifierNode) {
	pipe := pipeOf(n)
	if pipe == nil {
		return nil
	}
	var walk func(*parse.PipeNode)
	walk = func(p *parse.PipeNode) {
		for _, c := range p.Cmds {
			for _, arg := range c.Args {
				switch arg := arg.(type) {
				case *parse.IdentifierNode:
					out = append(out, arg)
				case *parse.PipeNode:
					walk(arg)
				case *parse.ChainNode:
					if p, ok := arg.Node.(*parse.PipeNode); ok {
						walk(p)
					}
				}
			}
		}
	}
	walk(pipe)
	return out
}

func pipeOf(n parse.Node) *parse.PipeNode {
	switch n := n.(type) {
	case *parse.ActionNode:
		return n.Pipe
	case *parse.IfNode:
		return n.Pipe
	case *parse.RangeNode:
		return n.Pipe
	case *parse.WithNode:
		return n.Pipe
	case *parse.TemplateNode:
		return n.Pipe
	}
	return nil
}

// acyclic refuses a block that calls itself, through whatever others, and blocks
// that call each other more than maxNest deep.
func (ts *Templates) acyclic() error {
	depth := map[string]int{} // -1 while the block is looked at
	var walk func(name string, level int) error
	walk = func(name string, level int) (wrong error) {
		t := ts.all.Lookup(name)
		switch {
		case t == nil || t.Tree == nil || depth[name] > 0 && level+depth[name] <= maxNest:
			return nil
		case depth[name] < 0:
			return ts.nested(name, "it calls itself")
		case level+depth[name] > maxNest:
			return ts.nested(name, "blocks call each other too deep")
		}
		depth[name] = -1
		deep := 1
		visit(t.Root, func(n parse.Node) {
			if call, ok := n.(*parse.TemplateNode); ok && wrong == nil {
				wrong = walk(call.Name, level+1)
				deep = max(deep, 1+depth[call.Name])
			}
		})
		depth[name] = deep
		return wrong
	}
	for _, name := range sorted(ts.places) {
		if err := walk(name, 0); err != nil {
			return err
		}
	}
	return nil
}

func (ts *Templates) nested(name, detail string) error {
	at := ts.places[name]
	return found(Syntax, fault.Place{File: at.file, Line: at.line}, fmt.Sprintf("%q: %s", name, detail))
}

// A source is where something stands in a file of templates.
type source struct {
	file string
	line int
}

// meter has a block, and each turn of a loop in it, count what it does before it
// does it.
func meter(root *parse.ListNode) {
	lists := []*parse.ListNode{root}
	visit(root, func(n parse.Node) {
		if r, ok := n.(*parse.RangeNode); ok && r.List != nil {
			lists = append(lists, r.List)
		}
	})
	for _, list := range lists {
		cost := 10 // of the counting itself
		visit(list, func(parse.Node) { cost++ })
		list.Nodes = append([]parse.Node{counting(list.Pos, cost)}, list.Nodes...)
	}
}

// counting is the action that counts so many steps and prints nothing.
func counting(at parse.Pos, cost int) parse.Node {
	args := []parse.Node{
		parse.NewIdentifier("step").SetPos(at),
		&parse.NumberNode{NodeType: parse.NodeNumber, Pos: at, IsInt: true, Int64: int64(cost), Text: fmt.Sprint(cost)},
	}
	call := &parse.CommandNode{NodeType: parse.NodeCommand, Pos: at, Args: args}
	pipe := &parse.PipeNode{NodeType: parse.NodePipe, Pos: at, Cmds: []*parse.CommandNode{call}}
	return &parse.ActionNode{NodeType: parse.NodeAction, Pos: at, Pipe: pipe}
}

var errEndless = errors.New("it does more than any paper needs")

// steps counts what the templates do for one file, up to maxSteps.
func steps() func(int) (string, error) {
	left := maxSteps
	return func(n int) (string, error) {
		if left -= n; left < 0 {
			return "", errEndless
		}
		return "", nil
	}
}

// format is printf with bounds: no width of more than three digits, none that is
// an argument, and no text beyond maxText.
func format(form string, args ...any) (string, error) {
	size := len(form) + 1000*strings.Count(form, "%")
	for _, a := range args {
		if s, ok := a.(string); ok {
			size += len(s)
		}
	}
	if size > maxText {
		return "", errTooLarge
	}
	if widths().MatchString(form) {
		return "", fmt.Errorf("printf takes no such width: %q", form)
	}
	return fmt.Sprintf(form, args...), nil
}

// widths finds a width or a precision of four digits, or one that is an argument.
var widths = typed.Pattern(`%[-+# 0-9.]*([0-9]{4}|[*[])`)
