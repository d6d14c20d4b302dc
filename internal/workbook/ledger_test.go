package workbook_test

import (
	"slices"
	"testing"

	"shuping/internal/intake"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

// The ledger of the workbook has the columns of a ledger that is read, and says what
// such a table says.
func TestTheWorkbookHasTheLedger(t *testing.T) {
	s := held(t, "year")
	first := *s.Ledger[0]
	first.Limit = "2023年底前"
	s.Ledger = append([]*meeting.Problem{&first}, s.Ledger[1:]...)
	got := cellsOf(t, bookOf(t, s), "台账")[2:]
	want := intake.ProblemRows(s, s.Ledger, plan.Day{Year: 2024, Month: 1, Day: 20}, words.Chinese)
	remarks := []string{"备注", "结转：2022年度 p7", "结转：2022年度 p8", "结转：2022年度 p9\n退回：台账与会议记录不一致", "结转：2022年度 p10", "结转：2022年度 p11", "再次出现：p2"}
	if len(got) != len(want) {
		t.Fatalf("%d rows, not %d", len(got), len(want))
	}
	for i, row := range want {
		if i < len(remarks) {
			row = append(row, remarks[i])
		}
		// A cell in which nothing stands ends no row.
		if !slices.Equal(got[i], row) {
			t.Errorf("row %d:\n%q\nnot\n%q", i, got[i], row)
		}
	}
}
