package papers

import "shuping/internal/meeting"

// Listed is the papers of s as [Documents] draws them up, without their bytes.
func Listed(s meeting.State) []Document {
	if !s.Opened {
		return nil
	}
	var out []Document
	for _, body := range []string{minutes, summary, countSheet} {
		out = append(out, listed(body, body, ""))
	}
	for _, p := range s.Plan.Subjects {
		out = append(out, listed(opinions, opinions+"-"+p.ID, p.Label()))
	}
	if len(s.Versions) > 0 {
		out = append(out, listed(corrected, corrected, ""))
	}
	return out
}

func listed(body, id, of string) Document {
	d := Document{ID: id, Name: id + ".docx", Title: titles[body]}
	if of != "" {
		d.Title += "（" + of + "）"
	}
	return d
}
