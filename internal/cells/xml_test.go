package cells

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// scanned is what the scanner makes of a part, its texts joined.
func scanned(in io.Reader) (out []string, err error) {
	s := newScanner(in)
	for {
		t, err := s.next()
		switch {
		case err == io.EOF:
			return out, nil
		case err != nil:
			return nil, err
		case t.kind == startTag:
			out = append(out, fmt.Sprintf("<%s a=%q>", t.name, t.attr("a")))
		case t.kind == endTag:
			out = append(out, "</"+t.name+">")
		default:
			out = joinedText(out, string(t.text))
		}
	}
}

func joinedText(out []string, text string) []string {
	if n := len(out); n > 0 && strings.HasPrefix(out[n-1], "'") {
		out[n-1] += text
		return out
	}
	if text == "" {
		return out
	}
	return append(out, "'"+text)
}

// witnessed is what the standard library makes of it.
func witnessed(src []byte) (out []string, err error) {
	d := xml.NewDecoder(bytes.NewReader(src))
	depth := 0
	for {
		token, err := d.Token()
		switch {
		case err == io.EOF:
			return out, nil
		case err != nil:
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			a := ""
			for _, attr := range slices.Backward(t.Attr) {
				if attr.Name.Space == "" && attr.Name.Local == "a" {
					a = attr.Value
				}
			}
			out = append(out, fmt.Sprintf("<%s a=%q>", t.Name.Local, a))
		case xml.EndElement:
			depth--
			out = append(out, "</"+t.Name.Local+">")
		case xml.CharData:
			if depth > 0 {
				out = joinedText(out, string(t))
			}
		}
	}
}

// element draws a part of an XML document.
func element(t *rapid.T, depth int) string {
	said := rapid.SampledFrom([]string{"", "x", " ", "好", "&amp;", "&#65;&#x597D;", "\r\n", "<!-- a > b -->", "<?p q?>", "<![CDATA[<&]]>", "]", "'\""})
	var b strings.Builder
	name := rapid.SampledFrom([]string{"c", "row", "x:v", "行"}).Draw(t, "name")
	attr := rapid.SampledFrom([]string{"", ` a="1"`, ` a='"'`, ` b="<" a = "&lt;好"`, "\n a=\"2\" ", ` a="/"`, ` b="a=1" a="3"`, ` a=">"`}).Draw(t, "attributes")
	attr = strings.ReplaceAll(attr, `b="<"`, `b="&lt;"`)
	if rapid.Bool().Draw(t, "closed") || depth == 0 {
		return "<" + name + attr + "/>"
	}
	b.WriteString("<" + name + attr + ">")
	for range rapid.IntRange(0, 4).Draw(t, "parts") {
		b.WriteString(said.Draw(t, "text"))
		if rapid.Bool().Draw(t, "inner") {
			b.WriteString(element(t, depth-1))
		}
	}
	return b.String() + "</" + name + " >"
}

// The scanner reads what the standard library reads, however the bytes come.
func TestTheScannerReadsWhatIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := []byte(rapid.SampledFrom([]string{"", mark, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"}).Draw(t, "head") + element(t, 3) + "\n")
		want, err := witnessed(bytes.TrimPrefix(src, []byte(mark)))
		if err != nil {
			t.Fatalf("%s: %v", src, err)
		}
		for _, in := range []io.Reader{bytes.NewReader(src), iotest.OneByteReader(bytes.NewReader(src)), iotest.DataErrReader(bytes.NewReader(src))} {
			if got, err := scanned(in); err != nil || !slices.Equal(got, want) {
				t.Fatalf("%s: %v\n%q\n%q", src, err, got, want)
			}
		}
	})
}

// A part that is not well formed is an error.
func TestTheScannerIsStrict(t *testing.T) {
	for _, src := range []string{
		"", " ", "a", "<a>", "</a>", "<a></b>", "<a><b></a></b>", "<a/><a/>", "<a/>x", "<a>&b;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>& </a>",
		"<!DOCTYPE a><a/>", "<a", "<a b='", "<a><!-- ", "<a><![CDATA[ ", "<a>\xFF</a>", "<>", "< a/>", "<a <b/>",
		strings.Repeat("<a>", maxDepth+1) + strings.Repeat("</a>", maxDepth+1), "<a>" + strings.Repeat("x", 2*maxToken) + "</a>",
	} {
		if got, err := scanned(strings.NewReader(src)); err == nil {
			t.Errorf("%.40q passes as %q", src, got)
		}
	}
}

// What the standard library takes for a well formed part the scanner reads alike, or
// refuses for its bounds.
func FuzzScanner(f *testing.F) {
	for _, src := range []string{"<a b='1'>x&amp;<![CDATA[y]]></a>", "<?xml?><a/><!-- -->", "<x:a/>", "<a>\r\n</a>"} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		got, err := scanned(bytes.NewReader(src))
		if err != nil {
			return
		}
		want, err := witnessed(bytes.TrimPrefix(src, []byte(mark)))
		if err == nil && !slices.Equal(got, want) {
			t.Errorf("%q\n%q\n%q", src, got, want)
		}
	})
}
