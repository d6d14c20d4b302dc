package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuping/data"
)

// sealedMeeting is a meeting on a plan up to the seal, and a function that runs the program
// beside it.
func sealedMeeting(t *testing.T, planText string) (dir string, run func(args ...string) (out, said string, status int)) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "own.toml"), []byte(planText), 0o666); err != nil {
		t.Fatal(err)
	}
	var script []byte
	for _, part := range []string{"agenda", "sheets", "grades"} {
		text, err := os.ReadFile(filepath.Join("testdata", "meeting", part+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		script = append(append(script, text...), '\n')
	}
	run = func(args ...string) (string, string, int) {
		m, out, said := newMain(string(script))
		status := m.Run(args)
		return out.String(), said.String(), status
	}
	session := filepath.Join(dir, "a.shuping")
	if _, said, status := run("new", session, "--plan", filepath.Join(dir, "own.toml")); status != done {
		t.Fatal(said)
	}
	if _, said, status := run("play", session, "-"); status != done {
		t.Fatal(said)
	}
	return dir, run
}

func TestWordsOfTheSignedPaperAnchorABag(t *testing.T) {
	text, _ := data.Plan(data.DefaultPlan)
	dir, run := sealedMeeting(t, string(text))
	bag := filepath.Join(dir, "b.zip")
	out, said, status := run("export", filepath.Join(dir, "a.shuping"), "-o", bag)
	if status != done {
		t.Fatal(said)
	}
	lines := strings.Split(out, "\n")
	_, words, _ := strings.Cut(lines[2], " ")
	_, groups, _ := strings.Cut(lines[3], " ")
	for typed, want := range map[string]string{
		words:                                   "只核对了词",
		strings.ReplaceAll(words, " ", ""):      "只核对了词",
		groups:                                  "校验码与第 2 次封存（等次",
		strings.ToUpper(groups):                 "校验码与第 2 次封存（等次",
		words + groups:                          "词和校验码都是第 2 次封存（等次",
		"封：" + strings.TrimSpace(words):         "",
		groups[:len(groups)-1] + "g":            "",
		strings.Repeat("0", 4) + groups[4:]:     "",
		words + strings.Repeat("0000 ", 16):     "",
		strings.TrimSpace(words)[:len("两个字")*2]: "",
	} {
		out, said, status := run("verify", bag, "--words", typed)
		if want == "" {
			if status != failed || strings.Count(said, "\n") != 1 {
				t.Errorf("%q: %d, %s", typed, status, said)
			}
			continue
		}
		if status != done || !strings.Contains(out, want) {
			t.Errorf("%q: %d, %s%s", typed, status, out, said)
		}
	}
}

// The papers of an office are filled from its own templates, in a bag too, and
// a template that is wrong is named.
func TestTemplatesOfAnOffice(t *testing.T) {
	text, _ := data.Plan(data.DefaultPlan)
	dir, run := sealedMeeting(t, "templates = \"模板\"\n"+string(text))
	session, folder := filepath.Join(dir, "a.shuping"), filepath.Join(dir, "模板")
	if _, said, status := run("papers", session, "-o", filepath.Join(dir, "none")); status != failed || !strings.Contains(said, "方案指明的材料模板文件夹 "+folder) {
		t.Errorf("%d, %s", status, said)
	}
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	template := filepath.Join(folder, "summary.xml")
	own, err := os.ReadFile(filepath.Join("..", "..", "data", "papers", "summary.xml"))
	if err != nil {
		t.Fatal(err)
	}
	const mine = `<w:p><w:r><w:t>本局自己的汇总表</w:t></w:r></w:p>`
	own = bytes.Replace(own, []byte("<w:body>"), []byte("<w:body>"+mine), 1)
	if err := os.WriteFile(template, own, 0o666); err != nil {
		t.Fatal(err)
	}
	bag := filepath.Join(dir, "bag")
	if _, said, status := run("export", session, "-o", bag); status != done {
		t.Fatal(said)
	}
	if out, said, status := run("verify", bag); status != unanchored {
		t.Error(out, said)
	}
	made, err := os.ReadFile(filepath.Join(bag, "data", "papers", "12-测评结果汇总表.docx"))
	if err != nil || !bytes.Contains(made, []byte("本局自己的汇总表")) {
		t.Errorf("the template was not taken: %v", err)
	}
	// It travels with the bag and is named by the journal: once, until it changes.
	recorded := func() int {
		out, _, _ := run("log", session, "--lang", "zh")
		return strings.Count(out, "附上文件 材料模板（summary.xml）")
	}
	if run("export", session, "-o", filepath.Join(dir, "again")); recorded() != 1 {
		t.Errorf("the template was recorded %d times", recorded())
	}
	if err := os.WriteFile(template, append(own, '\n'), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, said, status := run("export", session, "-o", filepath.Join(dir, "third")); status != done || recorded() != 2 {
		t.Errorf("%s, recorded %d times", said, recorded())
	}
	if out, said, status := run("verify", filepath.Join(dir, "third")); status != unanchored {
		t.Error(out, said)
	}
	if err := os.WriteFile(template, []byte("<w:document>\n{{.Title"), 0o666); err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string]string{"zh": "模板文件 summary.xml 第 2 行", "en": "Line 2 of the template summary.xml"} {
		for _, command := range []string{"export", "papers"} {
			_, said, status := run(command, session, "-o", filepath.Join(dir, "other"), "--lang", lang)
			if status != failed || !strings.HasPrefix(said, "shuping: "+want) || strings.Count(said, "\n") != 1 {
				t.Errorf("%s: %d, %s", command, status, said)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "other")); err == nil {
		t.Error("something was written")
	}
}
