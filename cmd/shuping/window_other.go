//go:build !windows

package main

import "os"

// ownWindow reports whether the window closes with the program. Only who opened it can
// tell; the entry of a desktop's menu does.
func ownWindow() bool { return os.Getenv("SHUPING_WINDOW") == "own" }

// systemLanguage is unknown where the locale does not say it.
func systemLanguage() string { return "" }
