package result

import "shuping/internal/meeting"

// A Comment is what was written on a sheet. On which one is not said.
type Comment struct {
	Subject string `json:"subject"` // its ID, "" for the whole
	Text    string `json:"text"`
}

func commentsOf(s meeting.State) []Comment {
	var out []Comment
	for _, c := range s.Comments {
		out = append(out, Comment(c))
	}
	return out
}
