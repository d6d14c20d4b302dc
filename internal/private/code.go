package private

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

const (
	family = "shuping/drawer/"
	schema = family + "1"
	listed = family + "2" // with a list of names
)

// schemaOf is the oldest form that holds c, so that an older version reads what it can.
func schemaOf(c Contents) string {
	if len(c.Names) > 0 {
		return listed
	}
	return schema
}

// A document is the file.
type document struct {
	Schema   string          `json:"schema"`
	SHA256   string          `json:"sha256"`
	Contents json.RawMessage `json:"contents"`
}

// encodeContents is the file that holds c.
func encodeContents(c Contents) []byte {
	inner := write(filledContents(c))
	sum := sha256.Sum256(inner)
	return append(write(document{schemaOf(c), hex.EncodeToString(sum[:]), inner}), '\n')
}

// filledContents is c with nothing in it that JSON would call null.
func filledContents(c Contents) Contents {
	if c.Visits == nil {
		c.Visits = []Visit{}
	}
	if c.Comments == nil {
		c.Comments = map[string][]string{}
	}
	if c.Drafts == nil {
		c.Drafts = map[string]string{}
	}
	return c
}

// write is v as JSON on one line, with < and & as they are.
func write(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil { // it holds only text, numbers and truth
		panic(fmt.Errorf("the drawer as JSON: %w", err))
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// errNewer says that a file belongs to a newer version.
type errNewer struct{ schema string }

func (e errNewer) Error() string { return "it has the schema " + e.schema }

// decodeContents reads what encode wrote, and nothing else.
func decodeContents(src []byte) (c Contents, err error) {
	var d document
	if err := json.Unmarshal(src, &d); err != nil {
		return c, err
	}
	if d.Schema != schema && d.Schema != listed && strings.HasPrefix(d.Schema, family) {
		return c, errNewer{d.Schema}
	}
	dec := json.NewDecoder(bytes.NewReader(d.Contents))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&c); err != nil {
		return Contents{}, err
	}
	if !bytes.Equal(encodeContents(c), src) {
		return Contents{}, errors.New("it is not what was written")
	}
	if f := c.check(); f != nil {
		return Contents{}, f
	}
	return emptiedContents(c), nil
}

// emptiedContents is c with nothing in it that is there and empty.
func emptiedContents(c Contents) Contents {
	if len(c.Visits) == 0 {
		c.Visits = nil
	}
	if len(c.Comments) == 0 {
		c.Comments = nil
	}
	if len(c.Drafts) == 0 {
		c.Drafts = nil
	}
	if len(c.Names) == 0 {
		c.Names = nil
	}
	return c
}
