package docx

import (
	"fmt"
	"strconv"
	"strings"
	"text/template/parse"
)

// escapeAll has every action that prints end in the function xml, as if the
// template's writer had never forgotten it.
func escapeAll(n parse.Node) {
	visit(n, func(n parse.Node) {
		a, ok := n.(*parse.ActionNode)
		if !ok || len(a.Pipe.Decl) > 0 {
			return
		}
		name := parse.NewIdentifier("xml").SetPos(a.Pos)
		a.Pipe.Cmds = append(a.Pipe.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: a.Pos, Args: []parse.Node{name}})
	})
}

// visit shows every node that stands in the text, in its order.
func visit(n parse.Node, see func(parse.Node)) {
	var branch *parse.BranchNode
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, x := range n.Nodes {
				visit(x, see)
			}
		}
		return
	case *parse.IfNode:
		branch = &n.BranchNode
	case *parse.RangeNode:
		branch = &n.BranchNode
	case *parse.WithNode:
		branch = &n.BranchNode
	}
	see(n)
	if branch != nil {
		visit(branch.List, see)
		visit(branch.ElseList, see)
	}
}

// escape is a value as text that is nothing but text wherever it stands in XML. A
// value without such a text is refused.
func escape(v any) (string, error) {
	switch v := v.(type) {
	case string:
		return escapeText(v)
	case int:
		return strconv.Itoa(v), nil
	case uint64:
		return strconv.FormatUint(v, 10), nil
	case Mark, *Mark:
		return "", fmt.Errorf("a marked value is printed only by the block that places it")
	default:
		return "", fmt.Errorf("a %T is no text", v)
	}
}

func escapeText(s string) (string, error) {
	for _, r := range s {
		if !isXML(r) {
			return "", fmt.Errorf("the character %U cannot stand in a document", r)
		}
	}
	return escapes.Replace(s), nil
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;",
	"\t", "&#9;", "\n", "&#10;", "\r", "&#13;")

// isXML reports whether XML 1.0 allows the character. The sign of a byte that was
// no text is not taken either.
func isXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' ||
		r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r < 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}
