// Command shuping runs a yearly review meeting (述职评议考核) from the chair's
// laptop, offline. Without an argument it opens its start screen; the other
// commands make a session, open its console, put a script, sheets, a ledger or
// attached files into it, tell what it holds and what is due, and write or check
// the export that goes into the archive.
//
// # How the command line behaves
//
//   - A result goes to standard output, and nothing else does. It is the same
//     whether a person or a program reads it; --json is for programs, and what
//     it prints has a schema that only grows.
//   - A command that is refused or fails prints exactly one line that starts
//     with "shuping: " on standard error. The line names the file, and the line
//     or record in it, says what is wrong in the chosen language, and what to
//     do. What opening a session found is told there too, as a note.
//   - The exit status is 0 if the command was done, 1 if it was refused or
//     failed, 2 if the command line was not understood. Status 2 means that no
//     file was opened. Of verify, 0 is whole and anchored, 3 whole and not, or not
//     with all that it holds, 1 refuted or superseded.
//   - A line of a script is answered by "ok LINE SEQ" once it is on disk, never
//     before. Whatever stops a script, the answered lines are in the session.
//   - A refused command leaves the session as it was. What only looks (result,
//     log, check, due, ledger) opens no file for writing.
//   - Nothing that exists is overwritten, nothing is repaired in silence, and
//     a command is as good in a script as on a terminal. Only the screens and plan
//     new, which are there to ask, need one; sheets import asks where there is one.
//   - The language is that of --lang, else that of the locale, else that of the
//     system, else Chinese.
//   - A file alone, as a double click gives one, is opened (FILE.shuping) or verified
//     (EXPORT.zip). A window that closes with the program waits for Enter where
//     something is there to be read.
//   - Text from a file is shown with its control and format characters
//     replaced, so that no session can drive the reader's terminal.
//
// # Where to start
//
// [Main.Run] is the whole program; the environment, the clock and the streams
// are its fields. root.go puts the commands together; each has a file of its
// own name. failure.go turns an error into the line that is printed. console.go
// joins a room with the screens.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"shuping/internal/archive"
	"shuping/internal/room"
	"shuping/internal/words"
)

func main() {
	cobra.MousetrapHelpText = ""       // a double click on Windows opens the start screen
	cobra.EnableCommandSorting = false // the help lists commands in the order of a meeting
	signal.Ignore(syscall.SIGPIPE)     // SIGPIPE: a closed output is told like any other fault
	m := Main{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Clock: time.Now,
		Language: systemLanguage(), OwnWindow: ownWindow(),
	}
	os.Exit(m.Run(os.Args[1:]))
}

// Main is the program. Its fields are all that it knows of the world but the
// files that its arguments name.
type Main struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string
	Clock  room.Clock

	Language  string // of the system, "" if unknown; the locale goes before it
	OwnWindow bool   // the window closes with the program

	lang   words.Language
	raised *stage           // nil until a screen is shown
	shows  bool             // something is there to be read although the program is done
	far    archive.Progress // who is told how far a command is, nil for the terminal
}

// Exit statuses.
const (
	done   = 0
	failed = 1
	misuse = 2

	unanchored = 3
)

// Run carries out one command line, without the program's name, and returns
// the exit status.
func (m *Main) Run(args []string) int {
	lang, err := language(args, m.Getenv, m.Language)
	m.lang = words.LanguageOf(lang)
	if err == nil {
		root := m.root()
		root.SetArgs(append([]string{}, args...))
		err = root.Execute()
		if m.raised != nil {
			m.raised.strike()
		}
	}
	status := m.end(err)
	if m.OwnWindow && (status != done || m.shows) {
		fmt.Fprintln(m.Stderr, words.PressEnter(m.lang))
		_, _ = bufio.NewReader(m.Stdin).ReadString('\n') // whatever is pressed, it was read
	}
	return status
}
