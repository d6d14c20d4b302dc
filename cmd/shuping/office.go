package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"shuping/internal/archive"
	"shuping/internal/words"
)

// How long LibreOffice may take: to start, and for each paper.
const (
	officeStarts = time.Minute
	officePaper  = 10 * time.Second
)

// findOffice is LibreOffice where it is at hand, "" where it is not.
func findOffice() string {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	for _, path := range []string{
		filepath.Join(os.Getenv("ProgramFiles"), "LibreOffice", "program", "soffice.exe"),
		"/Applications/LibreOffice.app/Contents/MacOS/soffice",
	} {
		if exists(path) {
			return path
		}
	}
	return ""
}

// printPDF has LibreOffice make PDF/A of the papers in a folder, beside each of them, and
// lists these too. It has a profile of its own, so that one that is open is not in the
// way, and nothing of it is left. What was not made whole is not there.
func (m *Main) printPDF(ctx context.Context, office, folder string, shared fs.FileMode, list []archive.Paper) (all []archive.Paper, err error) {
	work, err := os.MkdirTemp("", "shuping-office-")
	if err != nil {
		return list, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	args := []string{
		"-env:UserInstallation=file://" + filepath.ToSlash(withSlash(filepath.Join(work, "profile"))), "--headless", "--norestore",
		"--convert-to", `pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}`, "--outdir", filepath.Join(work, "pdf"),
	}
	var papers []archive.Paper
	for _, p := range list {
		if filepath.Ext(p.Name) == ".docx" {
			papers, args = append(papers, p), append(args, filepath.Join(folder, p.Name))
		}
	}
	fonts := filepath.Join(work, "fonts.conf")
	if err := os.WriteFile(fonts, []byte(standIns), 0o600); err != nil {
		return list, err
	}
	if err := os.Mkdir(filepath.Join(work, "pdf"), 0o700); err != nil {
		return list, err
	}
	limit, stop := context.WithTimeout(ctx, officeStarts+time.Duration(len(papers))*officePaper)
	defer stop()
	c := wholeGroup(exec.CommandContext(limit, office, args...))
	c.WaitDelay = 5 * time.Second
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8") // names of files are Chinese
	if runtime.GOOS == "linux" {
		c.Env = append(c.Env, "FONTCONFIG_FILE="+fonts)
	}
	said, err := c.CombinedOutput()
	switch {
	case ctx.Err() != nil:
		return list, ctx.Err()
	case limit.Err() != nil:
		return list, fail(words.OfficeLate(m.lang), map[string]any{"folder": folder})
	case err != nil:
		return list, fail(words.OfficeFailed(m.lang), map[string]any{"folder": folder, "said": visible(cmp.Or(strings.TrimSpace(string(said)), err.Error()))})
	}
	var missing []string
	for _, p := range papers {
		name := strings.TrimSuffix(p.Name, ".docx") + ".pdf"
		b, err := os.ReadFile(filepath.Join(work, "pdf", name))
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), b, 0o600|shared)
		}
		if errors.Is(err, os.ErrNotExist) {
			missing = append(missing, name)
			continue
		}
		if err != nil {
			return list, err
		}
		list = append(list, archive.Paper{Name: name, Title: p.Title})
	}
	if missing != nil {
		return list, fail(words.OfficeFailed(m.lang), map[string]any{"folder": folder, "said": strings.Join(missing, words.ListComma(m.lang))})
	}
	return list, nil
}

// withSlash is an absolute path as it stands behind file://, C:\ as /C:\.
func withSlash(path string) string {
	if filepath.VolumeName(path) != "" {
		return "/" + path
	}
	return path
}

// standIns are the fonts that stand for those of an office where it has none of them, so
// that headings still differ from the text. Fonts that are there come first.
const standIns = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<alias binding="same"><family>方正小标宋简体</family><accept><family>方正小标宋_GBK</family><family>华文中宋</family><family>Noto Serif CJK SC</family><family>Source Han Serif SC</family></accept></alias>
<alias binding="same"><family>仿宋_GB2312</family><accept><family>仿宋</family><family>FangSong</family><family>Noto Serif CJK SC</family><family>Source Han Serif SC</family></accept></alias>
<alias binding="same"><family>楷体_GB2312</family><accept><family>楷体</family><family>KaiTi</family><family>AR PL UKai CN</family><family>Noto Serif CJK SC</family><family>Source Han Serif SC</family></accept></alias>
<alias binding="same"><family>宋体</family><accept><family>SimSun</family><family>Noto Serif CJK SC</family><family>Source Han Serif SC</family></accept></alias>
<alias binding="same"><family>黑体</family><accept><family>SimHei</family><family>Noto Sans CJK SC</family><family>Source Han Sans SC</family></accept></alias>
</fontconfig>
`
