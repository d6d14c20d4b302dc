package docx

import (
	"archive/zip"
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestPack(t *testing.T) {
	parts := []Part{{"word/document.xml", []byte(strings.Repeat("述职", 4000))}, {ContentTypes, []byte("<Types/>")}}
	file, err := Pack(parts)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Pack(parts)
	if !bytes.Equal(file, again) {
		t.Error("two packings differ")
	}
	back, err := Unpack(file)
	if want := []Part{parts[1], parts[0]}; err != nil || !reflect.DeepEqual(back, want) {
		t.Errorf("unpacked %d parts, %v", len(back), err)
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if got := f.Modified.UTC(); got != time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) {
			t.Errorf("%s has the time %s", f.Name, got)
		}
	}
}

func TestPackRefuses(t *testing.T) {
	types := Part{Name: ContentTypes}
	for want, parts := range map[string][]Part{
		"is there twice":      {types, {Name: "a.xml"}, {Name: "A.xml"}},
		"is missing":          {{Name: "a.xml"}},
		`"/a.xml" cannot be`:  {types, {Name: "/a.xml"}},
		`"a/../b" cannot be`:  {types, {Name: "a/../b"}},
		`"记录.xml" cannot be`:  {types, {Name: "记录.xml"}},
		`"a b.xml" cannot be`: {types, {Name: "a b.xml"}},
	} {
		if _, err := Pack(parts); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestUnpackRefuses(t *testing.T) {
	var many bytes.Buffer
	z := zip.NewWriter(&many)
	for range MaxParts + 1 {
		if _, err := z.Create("a"); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for want, file := range map[string][]byte{"not a zip": []byte("PK"), "parts, more than": many.Bytes()} {
		if _, err := Unpack(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}
