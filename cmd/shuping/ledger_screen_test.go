//go:build linux || darwin

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestALedgerGoesOutAndComesInByKeys: what was written is read back as no change, a
// row that was added is looked at first, and a table with a fault changes nothing.
func TestALedgerGoesOutAndComesInByKeys(t *testing.T) {
	path := session(t, 10, 10)
	dir := filepath.Dir(path)
	play := program("play", path, "-")
	play.Stdin = strings.NewReader("problem s1 origin=self text=\"学习记录不全\" due=2024-06-30\n")
	must(t, play)
	w := console(t, path)
	w.until(0, regexp.MustCompile("开第 1 组"))
	from := w.mark()
	w.press("\x1b[17~") // F6
	w.until(from, regexp.MustCompile("学习记录不全"))
	for _, name := range []string{"a-整改台账.xlsx", "a-整改台账-2.xlsx"} { // nothing is written over
		from = w.mark()
		w.choose("导出")
		w.until(from, regexp.MustCompile("台账已导出"))
		if !exists(filepath.Join(dir, name)) {
			t.Fatalf("there is no %s", name)
		}
	}
	look := func(file, answer string) {
		t.Helper()
		from := w.mark()
		w.choose("导入")
		w.until(from, regexp.MustCompile("导入哪个"))
		w.press(file + "\r")
		w.until(from, regexp.MustCompile(answer))
		w.takeUp()
	}
	look(filepath.Join(dir, "a-整改台账.xlsx"), "与台账一致，没有要写入的")
	w.press("\r")
	write := func(text string) string {
		file := filepath.Join(t.TempDir(), "b.csv")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	const heads = "述职人,问题来源,问题,整改时限\n"
	look(write(heads+"第一党支部书记,自己查摆,学习记录不全,尽快\n"), "第2行第D列：看不出“尽快”是什么时候")
	w.press("\r")
	good := write(heads + "第一党支部书记,自己查摆,学习记录不全,2024-07-31\n第二党支部书记,群众评议,窗口等候时间长,\n")
	look(good, "新增 1 个，修改 1 个")
	w.press("\r") // it is left where it is
	look(good, "时限：2024-06-30 → 2024-07-31")
	from = w.mark()
	w.press("2")
	w.until(from, regexp.MustCompile("已写入，新增 1 个，修改 1 个"))
	w.press("\x112") // Ctrl+Q, and yes
	w.end()

	var doc ledgerDoc
	if err := json.Unmarshal(must(t, program("ledger", path, "--json")), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Problems) != 2 || doc.Problems[0].Due.String() != "2024-07-31" || doc.Problems[1].Text != "窗口等候时间长" {
		t.Errorf("the ledger is %+v", doc.Problems)
	}
	if log := string(must(t, program("log", path))); strings.Count(log, "窗口等候时间长") != 1 {
		t.Errorf("the table was taken in otherwise than once:\n%s", log)
	}
}
