// Browser opens check.html in a headless Chromium, from a file, gives it one export after
// the other, and holds what it says against what is wanted:
//
//	browser [-pictures FOLDER] [-chromium PROGRAM] PAGE CASES
//
// CASES is a folder with exports and the table cases.tsv: the name of each, whole or
// refuted, and the check that must find it, "" for any. Then it spoils the page in some
// ways and wants each noticed.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	pictures := flag.String("pictures", "", "a folder for pictures of the page with each export whose name begins with picture-")
	program := flag.String("chromium", "chromium", "the browser")
	flag.Parse()
	if err := drive(*program, *pictures, flag.Arg(0), flag.Arg(1)); err != nil {
		fmt.Fprintln(os.Stderr, "browser:", err)
		os.Exit(1)
	}
}

// An export is a case: a zip or a folder, and what is to be said of it.
type export struct{ path, want, step string }

// A spoil is a change of the page, and how the names of the exports begin that show it.
type spoil struct{ what, old, now, shown string }

var spoiled = []spoil{
	{"every export is whole", "x.failed = { id, zh, en,", "x.passed.push({ id, zh, en }); continue; x.failed = { id, zh, en,", "sum-of-result"},
	{"a sum is not compared", "if (sum(x.files.get(name)) !== digits)", "if (false)", "sum-of-result"},
	{"a hash is not compared", "if (sum(encode(canonical(rest))) !== hash)", "if (false)", "mark-in-journal"},
	{"a limit is reached by what equals it", "({ over: sign > 0,", "({ over: sign >= 0,", "at-the-limit"},
	{"void sheets count as valid", "if (x.void) { s.void += by;", "if (false) { s.void += by;", "picture-honest"},
	{"grades against a veto stand", "if (d.grade < v.forced)", "if (false)", "grade-against-veto"},
	{"the result is not compared", "differs(without(found), without(x.result), '', 'result.json');", "", "figure-of-result"},
	{"a signature is not looked at", "if (!isSigned(key, signature, message))", "if (false)", "another-list"},
	{"a word of the list is gone", "安家 ", "", "picture-honest"},
	{"a table is not compared", "if (have !== want)", "if (false)", "figure-of-table"},
	{"figures of papers are not compared", "if (known.get(k) !== text)", "if (false)", "paper-another-figure"},
	{"what hides a text is let pass", "if (paper.strange.length && !office)", "if (false)", "paper-"},
	{"a compressed file is read wrongly", "out[to++] = s; continue;", "out[to++] = s ^ (to === 99 ? 1 : 0); continue;", "picture-honest"},
	{"dice draw other sheets", "shuping/draw/1 ", "shuping/draw/2 ", "bag-2"},
	{"votes that were replaced count", "!s.dropped.includes(i)", "true", "voted-again"},
	{"a class votes with none", "(x.into && x.class === c ? x.into : c)", "c", "small-merged"},
	{"a class is hidden knowingly", " || this.knows()", "", "small-known"},
	{"a grade that no sheet offers is counted", "const unmarked = (rule) => rule.unmarked || 0;", "const unmarked = () => 0;", "rule-unmarked"},
}

func drive(program, pictures, page, folder string) error {
	cases, err := readCases(folder)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	b, err := open(program)
	if err != nil {
		return err
	}
	defer b.close()
	if err := b.load(page); err != nil {
		return err
	}
	wrong := 0
	for _, c := range cases {
		said, err := b.check(c)
		if err != nil {
			return fmt.Errorf("%s: %w", c.path, err)
		}
		if problem := said.against(c); problem != "" {
			fmt.Printf("%s: %s\n", filepath.Base(c.path), problem)
			wrong++
		}
		if name := filepath.Base(c.path); pictures != "" && strings.HasPrefix(name, "picture-") {
			for _, look := range []string{"light", "dark"} {
				if err := b.picture(filepath.Join(pictures, name+"-"+look+".png"), look); err != nil {
					return err
				}
			}
		}
	}
	if wrong > 0 {
		return fmt.Errorf("of %d exports %d are told otherwise", len(cases), wrong)
	}
	fmt.Printf("%d exports, each told as it is\n", len(cases))
	for _, s := range spoiled {
		if err := b.notices(s, string(text), cases); err != nil {
			return err
		}
	}
	fmt.Printf("%d spoiled pages, each noticed\n", len(spoiled))
	return nil
}

func readCases(folder string) ([]export, error) {
	table, err := os.ReadFile(filepath.Join(folder, "cases.tsv"))
	if err != nil {
		return nil, err
	}
	var out []export
	for line := range strings.Lines(string(table)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("a case is no case: %q", line)
		}
		out = append(out, export{filepath.Join(folder, f[0]), f[1], f[2]})
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("there are no cases")
	}
	return out, nil
}

// notices fails where no export shows that the page was spoiled.
func (b *browser) notices(s spoil, page string, cases []export) error {
	changed := strings.Replace(page, s.old, s.now, 1)
	if changed == page {
		return fmt.Errorf("%s: nothing was changed in the page", s.what)
	}
	path := filepath.Join(b.home, "spoiled.html")
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		return err
	}
	if err := b.load(path); err != nil {
		return err
	}
	for _, c := range cases {
		if !strings.HasPrefix(filepath.Base(c.path), s.shown) {
			continue
		}
		said, err := b.check(c)
		if err != nil {
			return fmt.Errorf("%s: %w", s.what, err)
		}
		if problem := said.against(c); problem != "" {
			return nil
		}
	}
	return fmt.Errorf("%s: no export shows it", s.what)
}

// A verdict is what the page says of an export.
type verdict struct{ State, Step, Why string }

// against is how the verdict differs from what is wanted, "" where it does not.
func (v verdict) against(c export) string {
	switch {
	case v.State != c.want && (v.State != "unable" || c.want == "whole"):
		return fmt.Sprintf("it is %s, and the page says %s (%s: %s)", c.want, v.State, v.Step, v.Why)
	case c.step != "" && v.Step != c.step:
		return fmt.Sprintf("%s should find it, and %s did: %s", c.step, v.Step, v.Why)
	case strings.HasPrefix(v.Why, "this page failed") || strings.Contains(v.Why, "cannot be followed"):
		return "the page itself failed: " + v.Why
	}
	return ""
}

// A browser is a Chromium that is spoken to through two pipes.
type browser struct {
	cmd  *exec.Cmd
	home string
	in   *os.File
	out  *bufio.Reader
	last int
	tab  string // its session
}

func open(program string) (*browser, error) {
	home, err := os.MkdirTemp("", "page")
	if err != nil {
		return nil, err
	}
	b := &browser{home: home}
	theirs, in, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	out, told, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	b.in, b.out = in, bufio.NewReaderSize(out, 1<<20)
	b.cmd = exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
		"--remote-debugging-pipe", "--user-data-dir="+filepath.Join(home, "profile"), "about:blank")
	b.cmd.ExtraFiles = []*os.File{theirs, told}
	b.cmd.Env = append(os.Environ(), "HOME="+home, "TMPDIR="+home)
	if err := b.cmd.Start(); err != nil {
		return nil, err
	}
	theirs.Close()
	told.Close()
	var made struct {
		TargetID string `json:"targetId"`
	}
	if err := b.ask("Target.createTarget", map[string]any{"url": "about:blank"}, &made); err != nil {
		return nil, err
	}
	var tab struct {
		SessionID string `json:"sessionId"`
	}
	if err := b.ask("Target.attachToTarget", map[string]any{"targetId": made.TargetID, "flatten": true}, &tab); err != nil {
		return nil, err
	}
	b.tab = tab.SessionID
	// A page that asks for anything beside its own file would be seen, and gets nothing.
	return b, b.ask("Network.emulateNetworkConditions", map[string]any{"offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}, nil)
}

func (b *browser) close() {
	_ = b.ask("Browser.close", nil, nil)
	_ = b.in.Close()
	_ = b.cmd.Wait()
	os.RemoveAll(b.home)
}

// ask gives a command and waits for its answer; what else the browser tells is passed over.
func (b *browser) ask(method string, params any, answer any) error {
	b.last++
	if params == nil {
		params = map[string]any{}
	}
	call := map[string]any{"id": b.last, "method": method, "params": params}
	if b.tab != "" && !strings.HasPrefix(method, "Browser.") {
		call["sessionId"] = b.tab
	}
	text, err := json.Marshal(call)
	if err != nil {
		return err
	}
	if _, err := b.in.Write(append(text, 0)); err != nil {
		return err
	}
	for {
		line, err := b.out.ReadBytes(0)
		if err != nil {
			return fmt.Errorf("%s: the browser has gone: %w", method, err)
		}
		var told struct {
			ID     int             `json:"id"`
			Result json.RawMessage `json:"result"`
			Error  *struct{ Message string }
		}
		if err := json.Unmarshal(line[:len(line)-1], &told); err != nil {
			return err
		}
		switch {
		case told.ID != b.last:
			continue
		case told.Error != nil:
			return fmt.Errorf("%s: %s", method, told.Error.Message)
		case answer == nil:
			return nil
		}
		return json.Unmarshal(told.Result, answer)
	}
}

// evaluate is what an expression, or its promise, comes to.
func (b *browser) evaluate(expression string, into any) error {
	var out struct {
		Result struct {
			Value json.RawMessage `json:"value"`
		} `json:"result"`
		ExceptionDetails *struct{ Text string } `json:"exceptionDetails"`
	}
	if err := b.ask("Runtime.evaluate", map[string]any{"expression": expression, "awaitPromise": true, "returnByValue": true}, &out); err != nil {
		return err
	}
	if out.ExceptionDetails != nil {
		return fmt.Errorf("the page threw: %s", out.ExceptionDetails.Text)
	}
	return json.Unmarshal(out.Result.Value, into)
}

// load opens the page from the disk and waits until it is there.
func (b *browser) load(page string) error {
	at, err := filepath.Abs(page)
	if err != nil {
		return err
	}
	if err := b.ask("Page.navigate", map[string]any{"url": "file://" + at}, nil); err != nil {
		return err
	}
	var there bool
	return b.evaluate(`new Promise((ok) => { document.readyState === 'complete' ? ok(true) : addEventListener('load', () => ok(true)); })`, &there)
}

// check chooses the export in the page as a hand would, and waits for the verdict.
func (b *browser) check(c export) (verdict, error) {
	input := "zip"
	if info, err := os.Stat(c.path); err != nil {
		return verdict{}, err
	} else if info.IsDir() {
		input = "folder"
	}
	at, err := filepath.Abs(c.path)
	if err != nil {
		return verdict{}, err
	}
	var node struct {
		Result struct {
			ObjectID string `json:"objectId"`
		} `json:"result"`
	}
	if err := b.ask("Runtime.evaluate", map[string]any{"expression": `delete document.body.dataset.state; document.getElementById('` + input + `').value = ''; document.getElementById('` + input + `')`}, &node); err != nil {
		return verdict{}, err
	}
	if err := b.ask("DOM.setFileInputFiles", map[string]any{"files": []string{at}, "objectId": node.Result.ObjectID}, nil); err != nil {
		return verdict{}, err
	}
	var v verdict
	return v, b.evaluate(`new Promise((ok) => {
		const told = () => { const d = document.body.dataset; if (d.state === 'whole' || d.state === 'refuted' || d.state === 'unable') { ok({ State: d.state, Step: d.step, Why: d.why }); return true; } };
		if (!told()) { const o = new MutationObserver(() => { if (told()) o.disconnect(); }); o.observe(document.body, { attributes: true }); }
	})`, &v)
}

// picture is the whole page as it looks, light or dark.
func (b *browser) picture(path, look string) error {
	if err := b.ask("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": look}}}, nil); err != nil {
		return err
	}
	if err := b.ask("Emulation.setDeviceMetricsOverride", map[string]any{"width": 1100, "height": 1400, "deviceScaleFactor": 1, "mobile": false}, nil); err != nil {
		return err
	}
	var out struct {
		Data string `json:"data"`
	}
	if err := b.ask("Page.captureScreenshot", map[string]any{"format": "png", "captureBeyondViewport": true}, &out); err != nil {
		return err
	}
	raw, err := base64.StdEncoding.DecodeString(out.Data)
	if err != nil {
		return err
	}
	return os.WriteFile(path, raw, 0o644)
}
