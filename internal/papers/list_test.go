package papers_test

import (
	"regexp"
	"strings"
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

// TestFilesForPeopleHaveNamesOfTheirOwn: no two of a meeting have one, no sign in any
// is one that some system does not take, and the number stands first.
func TestFilesForPeopleHaveNamesOfTheirOwn(t *testing.T) {
	every := every(t)
	long := every["year"]
	for i := range long.Plan.Subjects {
		long.Plan.Subjects[i].Post = strings.Repeat("机关/联合", 9) + strings.Repeat("一", i)
	}
	every["long"] = long
	for name, s := range every {
		seen := map[string]bool{}
		for _, d := range papers.Listed(s) {
			if seen[d.File] || !numbered.MatchString(d.File) || len(d.File) > 200 {
				t.Errorf("%s: %s is in the file %q", name, d.ID, d.File)
			}
			seen[d.File] = true
		}
	}
}

var numbered = regexp.MustCompile(`^[0-9]{2}-[^/\\:*?"<>|]+\.docx$`)
