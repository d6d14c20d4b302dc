package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"shuping/data"
	"shuping/internal/room"
)

func TestScripts(t *testing.T) { scripts(t, "script") }

// scriptCommands are what a script may say beside the commands of testscript.
var scriptCommands = map[string]func(*testscript.TestScript, bool, []string){
	"oneline": oneLine, "schema": schema, "damage": damage, "cut": cut, "fill": fill, "held": held, "usage": usage, "filled": filled,
	"mode": mode, "list": list,
}

// scripts runs the scripts of a folder of testdata.
func scripts(t *testing.T, folder string) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", folder),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               furnish,
		Cmds:                scriptCommands,
	})
}

// furnish lays the parts of a whole meeting beside each script, sheets as other
// programs write them, a plan that wants every bundle keyed again, and plans of
// another year.
func furnish(env *testscript.Env) error {
	env.Setenv("LC_ALL", "zh_CN.UTF-8")
	env.Setenv("TZ", "UTC")
	env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "config"))
	parts, err := filepath.Glob(filepath.Join("testdata", "meeting", "*.txt"))
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join("testdata", "sheets", "*"))
	if err != nil {
		return err
	}
	parts = append(parts, files...)
	strict, _ := data.Plan(data.DefaultPlan)
	plans := map[string][]byte{
		"second.toml":  bytes.Replace(strict, []byte(`check  = "offered"`), []byte(`check  = "second-entry"`), 1),
		"next.toml":    redated(strict, "2099"),
		"earlier.toml": redated(strict, "2022"),
	}
	for name, text := range plans {
		if err := os.WriteFile(filepath.Join(env.WorkDir, name), text, 0o666); err != nil {
			return err
		}
	}
	for _, part := range parts {
		text, err := os.ReadFile(part)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(env.WorkDir, filepath.Base(part)), text, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// redated is the plan of 2023 for another year.
func redated(plan []byte, year string) []byte {
	for _, was := range []string{"2023-", "2024-", "= 2023"} {
		now := strings.NewReplacer("2023", year, "2024", year).Replace(was)
		if was == "2023-" { // the work begins the year before
			now = "2021-"
		}
		plan = bytes.ReplaceAll(plan, []byte(was), []byte(now))
	}
	return plan
}

// oneLine: standard error holds exactly one line, and it starts with the
// program's name.
func oneLine(ts *testscript.TestScript, neg bool, args []string) {
	said := ts.ReadFile("stderr")
	if bytes.Count([]byte(said), []byte("\n")) != 1 || !bytes.HasPrefix([]byte(said), []byte("shuping: ")) {
		ts.Fatalf("standard error is not one line of the program's: %q", said)
	}
}

// schema NAME: standard output is one JSON document of that schema.
func schema(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: schema NAME")
	}
	source, ok := data.Schema(args[0])
	if !ok {
		ts.Fatalf("there is no schema %s", args[0])
	}
	form, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	ts.Check(err)
	compiler := jsonschema.NewCompiler()
	ts.Check(compiler.AddResource(args[0], form))
	compiled, err := compiler.Compile(args[0])
	ts.Check(err)
	dec := json.NewDecoder(bytes.NewReader([]byte(ts.ReadFile("stdout"))))
	dec.UseNumber()
	var document any
	ts.Check(dec.Decode(&document))
	if dec.More() {
		ts.Fatalf("something follows the document")
	}
	ts.Check(compiled.Validate(document))
}

// damage FILE OFFSET: one bit of one byte is turned; an offset below zero
// counts from the end.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	alter(ts, args, func(text []byte, at int) []byte {
		text[at] ^= 1
		return text
	})
}

// cut FILE OFFSET: the file ends there.
func cut(ts *testscript.TestScript, neg bool, args []string) {
	alter(ts, args, func(text []byte, at int) []byte { return text[:at] })
}

func alter(ts *testscript.TestScript, args []string, change func([]byte, int) []byte) {
	if len(args) != 2 {
		ts.Fatalf("usage: FILE OFFSET")
	}
	path := ts.MkAbs(args[0])
	text, err := os.ReadFile(path)
	ts.Check(err)
	at, err := strconv.Atoi(args[1])
	ts.Check(err)
	if at < 0 {
		at += len(text)
	}
	ts.Check(os.WriteFile(path, change(text, at), 0o600))
}

// fill FILE TEXT COUNT: a file of the text, again and again; \xNN is a byte.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: fill FILE TEXT COUNT")
	}
	unit, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte(unit), n), 0o666))
}

// held FILE: this test has the session open until the script ends.
func held(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: held FILE")
	}
	r, _, err := room.Open(ts.MkAbs(args[0]), time.Now)
	ts.Check(err)
	ts.Defer(func() { r.Close() })
}

// mode FILE PERMISSIONS: those of a file or folder, in octal.
func mode(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: mode FILE PERMISSIONS")
	}
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if got := strconv.FormatUint(uint64(info.Mode().Perm()), 8); got != args[1] {
		ts.Fatalf("%s has the mode %s, not %s", args[0], got, args[1])
	}
}

// list FOLDER: standard output has the names of what lies in it, one a line.
func list(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: list FOLDER")
	}
	found, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, f := range found {
		fmt.Fprintln(ts.Stdout(), f.Name())
	}
}

// usage LINE: the program does not understand the line, ends with 2 and says so
// in one line.
func usage(ts *testscript.TestScript, neg bool, args []string) {
	err := ts.Exec("shuping", strings.Fields(args[0])...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != misuse {
		ts.Fatalf("the program ended with %v and not with %d", err, misuse)
	}
	oneLine(ts, false, nil)
}
