package journal

import (
	"bytes"
	"strings"
	"testing"

	"github.com/gowebpki/jcs"
	"pgregory.net/rapid"
)

// canonical objects, and others that say the same in a second way or nothing.
var objects = []string{
	`{}`, `{"a":1}`, `{"a":[],"b":{}}`, `{"a":-1,"b":0.5,"c":1e+21,"d":1e-7,"e":123456789012345680000}`,
	`{"a":"\"\\\b\f\n\r\t\u0000\u001f/` + "\x7f" + `中𬭎"}`, `{"":0}`, `{"\n":1,"\r":2}`,
	"{\"\U00010000\":1,\"\uE000\":2}", `{"a":true,"b":false,"c":null}`,
	"{\"\uE000\":1,\"\U00010000\":2}", `{"b":1,"a":1}`, `{"a":1,"a":2}`, `{"a":01}`, `{"a":-0}`,
	`{"a":1.0}`, `{"a":1e2}`, `{"a":1E+21}`, `{"a":9007199254740993}`, `{"a":1e400}`, `{"a":.5}`,
	`{"a":"\/"}`, `{"a":"\u000a"}`, `{"a":"\u001F"}`, `{"a":"\u0041"}`, `{"a":"\ud800"}`, "{\"a\":\"\n\"}",
	"{\"a\":\"\xed\xa0\x80\"}", `{"a":1,}`, `{,}`, `{"a"}`, `{"a":}`, `{"a":1`, `{"a":"`, `{"a":[1,]}`, `{"a":[1`,
	` {}`, `{} `, `{ }`, `{"a" :1}`, `{"a":tru}`, `{"a":nulll}`, `[]`, `"a"`, `1`, ``, `{"a":--1}`, `{"a":+1}`, `{"a":1-2}`,
}

func TestCanonicalIsWhatTransformLeavesAlone(t *testing.T) {
	good := 0
	for _, o := range objects {
		if sameAsTransform(t, []byte(o)) {
			good++
		}
	}
	if good != 9 {
		t.Errorf("%d objects are canonical", good)
	}
}

// sameAsTransform checks the scan of a whole object against the transformation.
func sameAsTransform(t testing.TB, b []byte) bool {
	t.Helper()
	end, err := scanObject(b, 0, 1)
	got := err == nil && end == len(b)
	transformed, jerr := jcs.Transform(b)
	want := jerr == nil && bytes.Equal(b, transformed) && bytes.HasPrefix(b, []byte("{"))
	if got != want && !(want && strings.Contains(err.Error(), "too deep")) {
		t.Errorf("%q: canonical %t (%v), want %t (%v)", b, got, err, want, jerr)
	}
	return got
}

func FuzzCanonical(f *testing.F) {
	for _, o := range objects {
		f.Add([]byte(o))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		sameAsTransform(t, b)
		if transformed, err := jcs.Transform(b); err == nil {
			sameAsTransform(t, transformed)
		}
	})
}

func TestEveryTextIsWrittenAsTransformWould(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		written := appendString(nil, text)
		want, err := jcs.Transform(written)
		if err != nil || !bytes.Equal(written, want) {
			t.Fatalf("%s, want %s, %v", written, want, err)
		}
		if got := unquote(written[1 : len(written)-1]); got != text {
			t.Fatalf("%q came back as %q", text, got)
		}
	})
}
