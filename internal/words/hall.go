package words

// What the hall sees, as the console tells the chair.

func HallSees(l Language) string     { return l.in("会场：{what}", "hall: {what}") }
func HallBlank(l Language) string    { return l.in("空白", "nothing") }
func HallProgress(l Language) string { return l.in("计票进度", "the progress of the count") }
func HallTally(l Language) string    { return l.in("票数", "the tally") }
func HallTitle(l Language) string    { return l.in("会议名称", "the title") }
func HallNext(l Language) string     { return l.in("下一项", "the next item") }
func KeyBlank(l Language) string     { return l.in("空白", "blank") }
