package papers_test

import (
	"testing"

	"shuping/internal/meeting"
	"shuping/internal/papers"
)

// The list of the papers is that of the papers.
func TestTheListOfPapersIsThatOfThePapers(t *testing.T) {
	for name, s := range every(t) {
		same(t, name, s)
	}
	if list := papers.Listed(meeting.State{}); list != nil {
		t.Error(list)
	}
}

func same(t *testing.T, name string, s meeting.State) {
	t.Helper()
	docs, err := papers.Documents(s, info, nil)
	if err != nil {
		t.Fatal(err)
	}
	list := papers.Listed(s)
	if len(list) != len(docs) {
		t.Fatalf("%s: %d papers, and %d are listed", name, len(docs), len(list))
	}
	for i, d := range docs {
		if list[i].ID != d.ID || list[i].Name != d.Name || list[i].Title != d.Title {
			t.Errorf("%s: %s %s is listed as %s %s", name, d.Name, d.Title, list[i].Name, list[i].Title)
		}
	}
}
