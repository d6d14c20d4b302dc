package result

import (
	"strings"

	"shuping/internal/meeting"
)

// Officers are where the meeting was held and the people whom it named. What was not
// said is missing.
type Officers struct {
	Place       string   `json:"place,omitempty"`
	Chair       string   `json:"chair,omitempty"`
	Recorder    string   `json:"recorder,omitempty"`
	Scrutineers []string `json:"scrutineers,omitempty"`
	Tellers     []string `json:"tellers,omitempty"`
	Elected     bool     `json:"elected,omitempty"` // by an item of the agenda
}

func officersOf(s meeting.State) *Officers {
	o := s.Officers
	if o.Place == "" && o.Chair == "" && o.Recorder == "" && len(o.Scrutineers)+len(o.Tellers) == 0 {
		return nil
	}
	return &Officers{o.Place, o.Chair, o.Recorder, o.Scrutineers, o.Tellers, o.Elected != ""}
}

// rows are the officers in a table.
func (o *Officers) rows(t *items) {
	if o == nil {
		return
	}
	for _, x := range []struct{ name, text string }{
		{"会议地点", o.Place}, {"主持人", o.Chair}, {"记录人", o.Recorder},
		{"推选监票人", strings.Join(o.Scrutineers, "、")}, {"推选计票人", strings.Join(o.Tellers, "、")},
	} {
		if x.text != "" {
			t.text(x.name, x.text)
		}
	}
}
