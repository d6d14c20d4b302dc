package tui

import "shuping/internal/meeting"

// Seen is the state on disk as a model shows it.
func Seen(m Model) meeting.State { return m.sight.State }
