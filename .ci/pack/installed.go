package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// entry is the program in a desktop's menu. It runs in a terminal whose window closes
// with it, which the program is told.
const entry = `[Desktop Entry]
Type=Application
Version=1.0
Name=Shuping
Name[zh_CN]=述评
GenericName=Review meeting
GenericName[zh_CN]=述职评议会
Comment=Run a yearly review meeting, offline
Comment[zh_CN]=在一台电脑上主持述职评议会，不联网
Exec=env SHUPING_WINDOW=own shuping %f
Icon=shuping
Terminal=true
Categories=Office;
MimeType=application/x-shuping;
`

// kind is what a session is to a desktop: known by its name, since it begins as any
// other database of its kind does.
const kind = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-shuping">
    <comment>Review meeting</comment>
    <comment xml:lang="zh_CN">述评会议文件</comment>
    <icon name="shuping"/>
    <glob pattern="*.shuping"/>
  </mime-type>
</mime-info>
`

// installed are the files that a package for Debian puts into place.
func (r *release) installed(program []byte) ([]file, error) {
	out := []file{
		{"usr/bin/shuping", 0o755, program},
		{"usr/share/applications/shuping.desktop", 0o644, []byte(entry)},
		{"usr/share/mime/packages/shuping.xml", 0o644, []byte(kind)},
	}
	for _, size := range []int{48, 64, 128, 256} {
		out = append(out, file{fmt.Sprintf("usr/share/icons/hicolor/%dx%d/apps/shuping.png", size, size), 0o644, picture(size)})
	}
	for _, shell := range [][2]string{
		{"bash", "usr/share/bash-completion/completions/shuping"},
		{"zsh", "usr/share/zsh/vendor-completions/_shuping"},
		{"fish", "usr/share/fish/vendor_completions.d/shuping.fish"},
	} {
		text, err := output("", nil, r.host, "completion", shell[0])
		if err != nil {
			return nil, err
		}
		out = append(out, file{shell[1], 0o644, text})
	}
	for lang, name := range map[string]string{"en": "usr/share/man/man1/shuping.1.gz", "zh": "usr/share/man/zh_CN/man1/shuping.1.gz"} {
		page, err := r.manual(lang)
		if err != nil {
			return nil, err
		}
		out = append(out, file{name, 0o644, packed(page)})
	}
	own, err := os.ReadFile(filepath.Join(r.tree, "LICENSE"))
	if err != nil {
		return nil, err
	}
	others, err := output("", nil, r.host, "version", "--licences")
	if err != nil {
		return nil, err
	}
	whose := append([]byte("Shuping, and what is in it\n\n"), own...)
	whose = append(append(whose, "\n"...), others...)
	return append(out, file{"usr/share/doc/shuping/copyright", 0o644, whose}), nil
}

// manual is the page for man: what the program says of itself and of each command.
func (r *release) manual(lang string) ([]byte, error) {
	says := func(args ...string) (string, error) {
		text, err := output("", nil, r.host, append(args, "--lang", lang)...)
		return string(text), err
	}
	whole, err := says("help")
	if err != nil {
		return nil, err
	}
	names, err := r.commands()
	if err != nil {
		return nil, err
	}
	titles := map[string][3]string{"en": {"NAME", "DESCRIPTION", "run a yearly review meeting, offline"}, "zh": {"名称", "说明", "主持述职评议会，不联网"}}[lang]
	var b strings.Builder
	fmt.Fprintf(&b, ".TH SHUPING 1 %q %q\n.SH %s\nshuping \\- %s\n.SH %s\n", r.time.Format("2006-01-02"), "shuping "+r.version, titles[0], titles[2], titles[1])
	verbatim(&b, whole)
	for _, name := range names {
		text, err := says(append([]string{"help"}, strings.Fields(name)...)...)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, ".SH shuping %s\n", name)
		verbatim(&b, text)
	}
	return []byte(b.String()), nil
}

// verbatim writes text as it stands.
func verbatim(b *strings.Builder, text string) {
	b.WriteString(".nf\n")
	for line := range strings.Lines(text) {
		line = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(line)
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			line = `\&` + line
		}
		b.WriteString(line)
	}
	b.WriteString(".fi\n")
}

// commands are the names of all commands, as a shell is told them, each with those
// below it.
func (r *release) commands() ([]string, error) {
	var out []string
	for _, first := range r.completed() {
		out = append(out, first)
		for _, second := range r.completed(first) {
			out = append(out, first+" "+second)
		}
	}
	if len(out) < 20 {
		return nil, fmt.Errorf("only %d commands were found", len(out))
	}
	return out, nil
}

// completed are the commands that may stand behind others.
func (r *release) completed(behind ...string) (out []string) {
	text, err := output("", nil, r.host, append(append([]string{"__completeNoDesc"}, behind...), "")...)
	if err != nil {
		return nil
	}
	for line := range strings.Lines(string(text)) {
		if name := strings.TrimSpace(line); name != "" && !strings.ContainsAny(name[:1], ":-") && name != "help" {
			out = append(out, name)
		}
	}
	return out
}
