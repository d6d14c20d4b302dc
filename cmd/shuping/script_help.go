package main

import (
	"bufio"
	"fmt"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

// scriptLines prints every line of a script: how it is written, and what it does.
func (m *Main) scriptLines(w *bufio.Writer) error {
	fmt.Fprintf(w, "\n%s\n%s\n", words.ScriptAbout(m.lang), words.ScriptNotation(m.lang))
	var topic meeting.Topic
	for _, line := range meeting.Lines {
		if line.About != topic {
			topic = line.About
			fmt.Fprintf(w, "\n%s\n", words.ScriptTopic(m.lang, string(topic)))
		}
		for _, form := range line.Forms() {
			fmt.Fprintf(w, "  %s\n", form)
		}
		fmt.Fprintf(w, "      %s\n", words.ScriptLine(m.lang, line.Name))
	}
	return nil
}
