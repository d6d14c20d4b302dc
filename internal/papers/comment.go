package papers

import (
	"shuping/internal/meeting"
	"shuping/internal/result"
)

// A pageComments is what was written on sheets of one subject, or of the whole.
type pageComments struct {
	Label string // "" for the whole
	Texts []string
}

// drawComments gathers comments, which are sorted by subject.
func drawComments(s meeting.State, list []result.Comment) []pageComments {
	var out []pageComments
	last := ""
	for i, c := range list {
		if i == 0 || c.Subject != last {
			of := pageComments{}
			if at := s.Plan.Subject(c.Subject); at >= 0 {
				of.Label = s.Plan.Subjects[at].Label()
			}
			out, last = append(out, of), c.Subject
		}
		of := &out[len(out)-1]
		of.Texts = append(of.Texts, c.Text)
	}
	return out
}

// A pageQuestion is what somebody asked in the meeting.
type pageQuestion struct {
	Label string // of who was asked, "" for nobody in particular
	Text  string
}

func drawQuestions(s meeting.State) []pageQuestion {
	var out []pageQuestion
	for _, q := range s.Questions {
		x := pageQuestion{Text: q.Text}
		if at := s.Plan.Subject(q.Subject); at >= 0 {
			x.Label = s.Plan.Subjects[at].Label()
		}
		out = append(out, x)
	}
	return out
}
