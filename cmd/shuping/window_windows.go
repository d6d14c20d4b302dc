package main

import (
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"
)

// ownWindow reports whether the console window was opened for this program alone, as by
// a double click, and closes with it.
func ownWindow() bool {
	list := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	if list.Find() != nil {
		return false
	}
	var two [2]uint32
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&two)), uintptr(len(two)))
	return n == 1
}

// systemLanguage is the language that the user has chosen for the system, as in en-GB.
func systemLanguage() string {
	list, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(list) == 0 {
		return ""
	}
	return strings.ToLower(list[0])
}
