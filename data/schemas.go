package data

import "embed"

//go:embed schemas/*.json
var schemas embed.FS

// Schema is the JSON Schema called name, such as "result-1" for what calls
// itself shuping/result/1, and whether there is one.
func Schema(name string) ([]byte, bool) {
	text, err := schemas.ReadFile("schemas/" + name + ".json")
	return text, err == nil
}
