package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Kinds of resources, by their numbers.
const (
	iconKind    = 3
	groupKind   = 14
	versionKind = 16
	manifest    = 24
)

const simplified = 0x0804 // the language of all of them

// A resource is one of those of a program for Windows.
type resource struct {
	kind, id int
	text     []byte
}

// appearance says that the program knows today's Windows, speaks UTF-8 and takes long
// paths.
const appearance = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>
    <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
  </requestedPrivileges></security></trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1"><application>
    <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
  </application></compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3"><windowsSettings>
    <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
    <activeCodePage xmlns="http://schemas.microsoft.com/SMI/2019/WindowsSettings">UTF-8</activeCodePage>
  </windowsSettings></application>
</assembly>
`

// resources puts icon, version and manifest where the linker finds them.
func (r *release) resources() error {
	list := []resource{}
	var group bytes.Buffer
	sizes := []int{16, 24, 32, 48, 256}
	binary.Write(&group, binary.LittleEndian, []uint16{0, 1, uint16(len(sizes))})
	for i, size := range sizes {
		text := bitmap(size)
		if size == 256 {
			text = picture(size)
		}
		list = append(list, resource{iconKind, i + 1, text})
		group.Write([]byte{byte(size), byte(size), 0, 0})
		binary.Write(&group, binary.LittleEndian, []uint16{1, 32})
		binary.Write(&group, binary.LittleEndian, uint32(len(text)))
		binary.Write(&group, binary.LittleEndian, uint16(i+1))
	}
	list = append(list, resource{groupKind, 1, group.Bytes()}, resource{versionKind, 1, r.versionInfo()}, resource{manifest, 1, []byte(appearance)})
	for _, p := range []struct {
		processor string
		machine   uint16
		relative  uint16 // a place that is counted from the beginning of the image
	}{{"amd64", 0x8664, 3}, {"386", 0x14c, 7}} {
		to := filepath.Join(r.tree, "cmd", "shuping", "resources_windows_"+p.processor+".syso")
		if err := os.WriteFile(to, object(list, p.machine, p.relative), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// object is a file for the linker with one section, the tree of resources: kinds, under
// each its numbers, under each its language, and then the texts.
func object(list []resource, machine, relative uint16) []byte {
	const dir, leaf = 16, 8 // of a directory and of an entry in it
	var kinds []int
	for _, r := range list {
		if len(kinds) == 0 || kinds[len(kinds)-1] != r.kind {
			kinds = append(kinds, r.kind)
		}
	}
	heads := dir + leaf*len(kinds)
	ids := heads + dir*len(kinds) + leaf*len(list)
	langs := ids + (dir+leaf)*len(list)
	texts := langs + 16*len(list)
	var tree, leaves, entries, body bytes.Buffer
	put := func(b *bytes.Buffer, values ...any) {
		for _, v := range values {
			binary.Write(b, binary.LittleEndian, v)
		}
	}
	folder := func(b *bytes.Buffer, entries int) {
		put(b, uint32(0), uint32(0), uint16(0), uint16(0), uint16(0), uint16(entries))
	}
	folder(&tree, len(kinds))
	at, n := heads, 0
	var under bytes.Buffer
	var relocated []uint32
	for _, kind := range kinds {
		put(&tree, uint32(kind), uint32(at)|1<<31)
		count := 0
		for _, r := range list {
			if r.kind == kind {
				count++
			}
		}
		folder(&under, count)
		at += dir + leaf*count
		for _, r := range list {
			if r.kind != kind {
				continue
			}
			put(&under, uint32(r.id), uint32(ids+(dir+leaf)*n)|1<<31)
			folder(&leaves, 1)
			put(&leaves, uint32(simplified), uint32(langs+16*n))
			relocated = append(relocated, uint32(langs+16*n))
			put(&entries, uint32(texts+body.Len()), uint32(len(r.text)), uint32(0), uint32(0))
			body.Write(r.text)
			body.Write(make([]byte, (8-len(r.text)%8)%8))
			n++
		}
	}
	section := bytes.Join([][]byte{tree.Bytes(), under.Bytes(), leaves.Bytes(), entries.Bytes(), body.Bytes()}, nil)
	const head = 20 + 40
	var out bytes.Buffer
	fixes := head + len(section)
	symbols := fixes + 10*len(relocated)
	put(&out, machine, uint16(1), uint32(0), uint32(symbols), uint32(1), uint16(0), uint16(0x104))
	out.WriteString(".rsrc\x00\x00\x00")
	put(&out, uint32(0), uint32(0), uint32(len(section)), uint32(head), uint32(fixes), uint32(0), uint16(len(relocated)), uint16(0), uint32(0x40000040))
	out.Write(section)
	for _, at := range relocated {
		put(&out, at, uint32(0), relative)
	}
	out.WriteString(".rsrc\x00\x00\x00")
	put(&out, uint32(0), uint16(1), uint16(0), byte(3), byte(0), uint32(4))
	return out.Bytes()
}

// versionInfo is what Windows shows of the program among its properties.
func (r *release) versionInfo() []byte {
	var numbers [4]uint16
	for i, part := range strings.SplitN(r.version, ".", 4) {
		n, _ := strconv.Atoi(part)
		numbers[i] = uint16(n)
	}
	var fixed bytes.Buffer
	binary.Write(&fixed, binary.LittleEndian, []uint32{
		0xfeef04bd, 0x10000,
		uint32(numbers[0])<<16 | uint32(numbers[1]), uint32(numbers[2])<<16 | uint32(numbers[3]),
		uint32(numbers[0])<<16 | uint32(numbers[1]), uint32(numbers[2])<<16 | uint32(numbers[3]),
		0x3f, 0, 0x40004, 1, 0, 0, 0,
	})
	full := fmt.Sprintf("%s (%s)", r.version, r.commit[:12])
	var said [][]byte
	for _, pair := range [][2]string{
		{"CompanyName", "The Shuping authors"},
		{"FileDescription", "述评：述职评议会"},
		{"FileVersion", full},
		{"InternalName", "shuping"},
		{"LegalCopyright", "© " + r.year() + " The Shuping authors, MIT"},
		{"OriginalFilename", "shuping.exe"},
		{"ProductName", "述评 Shuping"},
		{"ProductVersion", full},
	} {
		value := utf16.Encode([]rune(pair[1] + "\x00"))
		said = append(said, block(pair[0], 1, len(value), little(value)))
	}
	text := block("StringFileInfo", 1, 0, nil, block("080404b0", 1, 0, nil, said...))
	langs := block("VarFileInfo", 1, 0, nil, block("Translation", 0, 4, little([]uint16{simplified, 0x4b0})))
	return block("VS_VERSION_INFO", 0, fixed.Len(), fixed.Bytes(), text, langs)
}

func little(words []uint16) []byte {
	var out bytes.Buffer
	binary.Write(&out, binary.LittleEndian, words)
	return out.Bytes()
}

// block is a node of the tree of a version: lengths, a name, a value, and the nodes
// below, each at a multiple of four.
func block(name string, text, length int, value []byte, below ...[]byte) []byte {
	var out bytes.Buffer
	out.Write(make([]byte, 2))
	binary.Write(&out, binary.LittleEndian, []uint16{uint16(length), uint16(text)})
	out.Write(little(utf16.Encode([]rune(name + "\x00"))))
	for _, part := range append([][]byte{value}, below...) {
		if len(part) > 0 {
			out.Write(make([]byte, (4-out.Len()%4)%4))
			out.Write(part)
		}
	}
	binary.LittleEndian.PutUint16(out.Bytes(), uint16(out.Len()))
	return out.Bytes()
}
