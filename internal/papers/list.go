package papers

import (
	"strings"

	"shuping/internal/meeting"
)

// Listed is the papers of s as [Documents] draws them up, without their bytes.
func Listed(s meeting.State) []Document {
	if !s.Opened {
		return nil
	}
	ids := []string{minutes, summary, countSheet}
	for _, p := range s.Plan.Subjects {
		ids = append(ids, opinions+"-"+p.ID)
	}
	if len(s.Versions) > 0 {
		ids = append(ids, corrected)
	}
	for _, body := range ofTheYear {
		ids = append(ids, written[body](s)...)
	}
	var out []Document
	for _, id := range ids {
		body, subject, one := strings.Cut(id, "-")
		d := Document{ID: id, Name: id + ".docx", Title: titleOf(s.Plan, body)}
		if one {
			d.Title += "（" + s.Plan.Subjects[s.Plan.Subject(subject)].Label() + "）"
		}
		out = append(out, d)
	}
	return out
}
