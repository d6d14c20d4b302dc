package meeting

import (
	"slices"
	"strings"
	"time"

	"shuping/internal/plan"
)

// MaxOfficers bounds the people who are named for one duty.
const MaxOfficers = 20

// Officers are where the meeting is held and the people whom its minutes and papers
// name.
type Officers struct {
	Place       string
	Chair       string // the name of the person who presides
	Recorder    string
	Scrutineers []string // 监票人
	Tellers     []string // 计票人
	Elected     string   // the item of the agenda at which scrutineers or tellers were elected, "" where at none
}

// ReadPeople are the names in a list of names as people write it.
func ReadPeople(list string) []string {
	var out []string
	for _, name := range strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune("、，,；;", r) }) {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// NameOfficers says where the meeting is held and who does what. What it leaves out
// stays as it was.
type NameOfficers struct {
	Place, Chair, Recorder string
	Scrutineers, Tellers   []string
	Reason                 string // why somebody both counts and watches
}

// OfficersNamed replaces what was said before, member by member.
type OfficersNamed struct {
	Place       string   `json:"place,omitempty"`
	Chair       string   `json:"chair,omitempty"`
	Recorder    string   `json:"recorder,omitempty"`
	Scrutineers []string `json:"scrutineers,omitempty"`
	Tellers     []string `json:"tellers,omitempty"`
	Reason      string   `json:"reason,omitempty"`
}

func (o NameOfficers) decide(s State) ([]Deed, error) {
	elected := slices.Concat(o.Scrutineers, o.Tellers)
	switch {
	case isBlank(o.Place) && isBlank(o.Chair) && isBlank(o.Recorder) && len(elected) == 0:
		return nil, refuse(MissingArgument, "command", "officers", "argument", "scrutineers")
	case s.Round.Closed && len(elected) > 0:
		return nil, refuse(CountIsClosed) // the report that they signed names them
	}
	if err := checkLine(o.Place, MaxWho); err != nil {
		return nil, err
	}
	for _, list := range [][]string{{o.Chair}, {o.Recorder}, o.Scrutineers, o.Tellers} {
		if err := checkNumber(len(list), 0, MaxOfficers); err != nil {
			return nil, err
		}
		for i, name := range list {
			if err := s.checkPerson(name); err != nil {
				return nil, err
			}
			if slices.ContainsFunc(list[:i], func(before string) bool { return IsOneName(before, name) }) {
				return nil, refuse(NamedTwice, "name", name)
			}
		}
	}
	d := OfficersNamed(o)
	d.Scrutineers, d.Tellers = slices.Clone(o.Scrutineers), slices.Clone(o.Tellers)
	if err := checkText(o.Reason, MaxReason); err != nil {
		return nil, err
	}
	if isBlank(o.Reason) {
		d.Reason = ""
		return []Deed{d}, d.apply(s, time.Time{}).Officers.apart()
	}
	return []Deed{d}, nil
}

// apart refuses somebody who watches what he counts himself.
func (o Officers) apart() error {
	for _, name := range o.Scrutineers {
		if slices.ContainsFunc(o.Tellers, func(teller string) bool { return IsOneName(teller, name) }) {
			return refuse(ScrutineerCounts, "by", name)
		}
	}
	return nil
}

func (OfficersNamed) Kind() string { return "officers-named" }

func (d OfficersNamed) apply(s State, _ time.Time) State {
	o := &s.Officers
	for _, part := range []struct {
		to *string
		is string
	}{{&o.Place, d.Place}, {&o.Chair, d.Chair}, {&o.Recorder, d.Recorder}} {
		if part.is != "" {
			*part.to = part.is
		}
	}
	if len(d.Scrutineers) > 0 {
		o.Scrutineers = d.Scrutineers
	}
	if len(d.Tellers) > 0 {
		o.Tellers = d.Tellers
	}
	if len(d.Scrutineers)+len(d.Tellers) > 0 {
		o.Elected = s.election()
	}
	return s
}

// election is the item of the agenda that elects scrutineers and tellers, once it has
// begun.
func (s State) election() string {
	for i, it := range s.Agenda {
		if st := s.Steps[i].Status; it.Kind == plan.Elect && (st == Running || st == Done) {
			return it.ID
		}
	}
	return ""
}
