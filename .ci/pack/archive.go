package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/md5"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"
)

// A file is one of an archive.
type file struct {
	name string
	mode int64
	text []byte
}

// zip packs for Windows.
func (r *release) zip(list []file) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range list {
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: r.time})
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(f.text); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// tarball packs for the others: every folder, then what is in it.
func (r *release) tarball(list []file) ([]byte, error) {
	var out bytes.Buffer
	packed, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	w := tar.NewWriter(packed)
	made := map[string]bool{".": true}
	var folder func(string) error
	folder = func(name string) error {
		if made[name] {
			return nil
		}
		if err := folder(path.Dir(name)); err != nil {
			return err
		}
		made[name] = true
		return w.WriteHeader(&tar.Header{Typeflag: tar.TypeDir, Name: name + "/", Mode: 0o755, ModTime: r.time, Format: tar.FormatGNU})
	}
	for _, f := range list {
		if err := folder(path.Dir(f.name)); err != nil {
			return nil, err
		}
		head := &tar.Header{Typeflag: tar.TypeReg, Name: f.name, Mode: f.mode, Size: int64(len(f.text)), ModTime: r.time, Format: tar.FormatGNU}
		if err := w.WriteHeader(head); err != nil {
			return nil, err
		}
		if _, err := w.Write(f.text); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	err = packed.Close()
	return out.Bytes(), err
}

// packed is a text under gzip, without a time.
func packed(text []byte) []byte {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	w.Write(text)
	w.Close()
	return out.Bytes()
}

// deb is a package for Debian and its like: an ar archive of a line, what is said of
// the package and what it has.
func (r *release) deb(t target, program []byte) ([]byte, error) {
	list, err := r.installed(program)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b file) int { return strings.Compare(a.name, b.name) })
	var sums bytes.Buffer
	size := 0
	for _, f := range list {
		fmt.Fprintf(&sums, "%x  %s\n", md5.Sum(f.text), f.name)
		size += len(f.text)
	}
	control := fmt.Sprintf(`Package: shuping
Version: %s
Architecture: %s
Maintainer: The Shuping authors <shuping@localhost>
Installed-Size: %d
Section: text
Priority: optional
Description: yearly review meetings of a Party organisation, offline
 Shuping (述评) runs the yearly review meeting of a Party organisation from the
 chair's laptop, offline, in a terminal: agenda, paper sheets keyed by a recorder,
 a live tally, a grade that explains itself, and one sealed export for the archive.
`, r.version, t.debian, (size+1023)/1024)
	about, err := r.tarball([]file{{"control", 0o644, []byte(control)}, {"md5sums", 0o644, sums.Bytes()}})
	if err != nil {
		return nil, err
	}
	holds, err := r.tarball(list)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString("!<arch>\n")
	for _, f := range []file{{"debian-binary", 0o644, []byte("2.0\n")}, {"control.tar.gz", 0o644, about}, {"data.tar.gz", 0o644, holds}} {
		fmt.Fprintf(&out, "%-16s%-12d%-6d%-6d%-8s%-10d`\n", f.name, r.time.Unix(), 0, 0, "100644", len(f.text))
		out.Write(f.text)
		if len(f.text)%2 == 1 {
			out.WriteByte('\n')
		}
	}
	return out.Bytes(), nil
}

// year is that of the commit.
func (r *release) year() string { return r.time.Format(time.DateOnly)[:4] }
