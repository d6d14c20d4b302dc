package meeting

import (
	"slices"
	"strings"
)

// A Line is one kind of line of a script.
type Line struct {
	Name  string // its first word
	About Topic
	// Usage is what stands behind the name, one form or several with | between
	// them. A word in capitals stands for what is written in its place, what is in
	// brackets may be left out, and … means as many more as there are.
	Usage string

	read func(*arguments) Order
}

// A Topic is what lines are about that belong together.
type Topic string

const (
	AboutPreparation Topic = "preparation"
	AboutProceedings Topic = "proceedings"
	AboutGates       Topic = "gates"
	AboutBundles     Topic = "bundles"
	AboutChecks      Topic = "checks"
	AboutPiles       Topic = "piles"
	AboutGrading     Topic = "grading"
	AboutRectifying  Topic = "rectifying"
)

// Forms are the ways to write the line, each whole.
func (l Line) Forms() []string {
	forms := strings.Split(l.Usage, " | ")
	for i, form := range forms {
		forms[i] = strings.TrimSpace(l.Name + " " + form)
	}
	return forms
}

// LineCalled is the kind of line that begins with a word, and whether there is one.
func LineCalled(name string) (Line, bool) {
	i := slices.IndexFunc(Lines, func(l Line) bool { return l.Name == name })
	if i < 0 {
		return Line{}, false
	}
	return Lines[i], true
}

// Lines are every kind of line, those about one topic behind each other, in the
// order of a year.
var Lines = []Line{
	{"file-plan", AboutPreparation, "date=DAY [to=NAME]", func(a *arguments) Order {
		return FilePlan{a.date(), a.maybe("to")}
	}},
	{"duty", AboutPreparation, "what=TEXT who=NAME", func(a *arguments) Order {
		return AssignDuty{a.text("what"), a.text("who")}
	}},
	{"vet", AboutPreparation, "SUBJECT passed|returned by=NAME [own=yes|no] [causes=yes|no] [problems=yes|no] [missing=N,N…] [note=TEXT]", (*arguments).vet},
	{"attach", AboutPreparation, "report:SUBJECT|paper:PAPER|problem:PROBLEM|template:FILE name=FILE size=BYTES sha256=HEX", func(a *arguments) Order {
		return AttachFile{a.word("to"), a.text("name"), int64(a.number("size")), a.text("sha256")}
	}},

	{"attend", AboutProceedings, "expected=N present=N [leave=N] [class=CLASS] [by=NAME] [saw=TEXT]", func(a *arguments) Order {
		return CountHeads{a.maybe("class"), a.number("expected"), a.number("present"), a.perhaps("leave"), a.witness()}
	}},
	{"officers", AboutProceedings, "[place=TEXT] [chair=NAME] [recorder=NAME] [scrutineers=NAME,NAME…] [tellers=NAME,NAME…] [reason=TEXT]", func(a *arguments) Order {
		return NameOfficers{a.maybe("place"), a.maybe("chair"), a.maybe("recorder"), a.people("scrutineers"), a.people("tellers"), a.maybe("reason")}
	}},
	{"vouch", AboutProceedings, "name=NAME reason=TEXT", func(a *arguments) Order { return Vouch{a.text("name"), a.text("reason")} }},
	{"start", AboutProceedings, "ITEM [reason=TEXT]", func(a *arguments) Order { return StartItem{a.word("item"), a.maybe("reason")} }},
	{"finish", AboutProceedings, "", func(*arguments) Order { return FinishItem{} }},
	{"skip", AboutProceedings, "ITEM reason=TEXT", func(a *arguments) Order { return SkipItem{a.word("item"), a.maybe("reason")} }},
	{"take-back-end", AboutProceedings, "", func(*arguments) Order { return TakeBackEnd{} }},
	{"reopen-item", AboutProceedings, "ITEM reason=TEXT", func(a *arguments) Order { return ReopenItem{a.word("item"), a.maybe("reason")} }},
	{"order", AboutProceedings, "SUBJECT… [lot=yes]", (*arguments).order},
	{"pause", AboutProceedings, "", func(*arguments) Order { return PauseClock{} }},
	{"resume", AboutProceedings, "", func(*arguments) Order { return ResumeClock{} }},
	{"add-time", AboutProceedings, "MINUTES", func(a *arguments) Order { return AddTime{a.count("minutes")} }},
	{"review", AboutProceedings, "[SUBJECT] [by=NAME] text=TEXT", func(a *arguments) Order { return NoteReview{a.next(), a.maybe("by"), a.text("text")} }},
	{"question", AboutProceedings, "[SUBJECT] text=TEXT", func(a *arguments) Order { return NoteQuestion{a.next(), a.text("text")} }},
	{"speech", AboutProceedings, "text=TEXT", func(a *arguments) Order { return NoteSpeech{a.text("text")} }},

	{"small-class", AboutGates, "CLASS [into=CLASS] by=NAME", func(a *arguments) Order { return SettleClass{a.word("class"), a.maybe("into"), a.text("by")} }},
	{"issue", AboutGates, "SHEETS [reason=TEXT] [class=CLASS] [subject=SUBJECT] [printed=SHEETS] [kept=SHEETS] [destroyed=SHEETS] [by=NAME] [saw=TEXT]", func(a *arguments) Order {
		return IssueSheets{
			a.count("sheets"), a.maybe("reason"), a.maybe("class"), a.maybe("subject"),
			a.perhaps("printed"), a.perhaps("kept"), a.perhaps("destroyed"), a.witness(),
		}
	}},
	{"collect", AboutGates, "SHEETS [class=CLASS] [subject=SUBJECT] [by=NAME] [saw=TEXT]", func(a *arguments) Order {
		return CollectSheets{a.count("sheets"), a.maybe("class"), a.maybe("subject"), a.witness()}
	}},
	{"comment", AboutGates, "[SUBJECT] text=TEXT", func(a *arguments) Order {
		return NoteComments{[]Comment{{a.next(), a.text("text")}}}
	}},
	{"comments", AboutGates, "[SUBJECT TEXT]…", (*arguments).comments},
	{"close-count", AboutGates, "by=NAME [saw=TEXT] [stands=first|second] [reason=TEXT]", func(a *arguments) Order {
		return CloseCount{a.text("by"), a.maybe("saw"), Side(a.maybe("stands")), a.maybe("reason")}
	}},
	{"reopen-count", AboutGates, "by=NAME reason=TEXT", func(a *arguments) Order { return ReopenCount{a.text("by"), a.text("reason")} }},
	{"withdraw-sheet", AboutGates, "bundle=BUNDLE sheet=SHEET by=NAME reason=TEXT", func(a *arguments) Order {
		return WithdrawSheet{a.number("bundle"), a.number("sheet"), a.text("by"), a.text("reason")}
	}},
	{"recount", AboutGates, "[class=CLASS] [subject=SUBJECT] by=NAME reason=TEXT", func(a *arguments) Order {
		return RecountSheets{a.maybe("class"), a.maybe("subject"), a.text("by"), a.text("reason")}
	}},
	{"void-round", AboutGates, "[subjects=SUBJECT,SUBJECT…] by=NAME reason=TEXT", func(a *arguments) Order {
		return VoidRound{a.text("by"), a.text("reason"), a.people("subjects")}
	}},
	{"correct-heads", AboutGates, "[class=CLASS] expected=N present=N [leave=N] by=NAME reason=TEXT", func(a *arguments) Order {
		return CorrectHeads{a.maybe("class"), a.number("expected"), a.number("present"), a.stated("leave"), a.text("by"), a.text("reason")}
	}},

	{"bundle", AboutBundles, "[class=CLASS] [subject=SUBJECT] [by=NAME] [file=FILE sha256=HEX] [from=BUNDLE/SHEET] [seat=SEAT]", func(a *arguments) Order {
		return OpenBundle{a.maybe("class"), a.maybe("subject"), a.maybe("by"), a.maybe("file"), a.maybe("sha256"), a.maybe("from"), a.seat()}
	}},
	{"hand", AboutBundles, "BUNDLE by=NAME [seat=SEAT]", func(a *arguments) Order {
		return HandBundle{a.count("bundle"), a.text("by"), a.seat()}
	}},
	{"b", AboutBundles, "MARK… [bundle=BUNDLE] | 0 reason=N [bundle=BUNDLE]", (*arguments).ballot},
	{"doubt", AboutBundles, "[bundle=BUNDLE]", func(*arguments) Order { return SetAside{} }},
	{"settle", AboutBundles, "SHEET MARK… [by=NAME] [bundle=BUNDLE] | SHEET 0 reason=N [by=NAME] [bundle=BUNDLE]", (*arguments).settle},
	{"takeback", AboutBundles, "[bundle=BUNDLE]", func(*arguments) Order { return TakeBack{} }},
	{"missing", AboutBundles, "SHEET [of=first|second] [bundle=BUNDLE]", func(a *arguments) Order { return MendSlip{a.count("sheet"), false, Side(a.maybe("of"))} }},
	{"doubled", AboutBundles, "SHEET [of=first|second] [bundle=BUNDLE]", func(a *arguments) Order { return MendSlip{a.count("sheet"), true, Side(a.maybe("of"))} }},
	{"close-bundle", AboutBundles, "SHEETS [bundle=BUNDLE]", func(a *arguments) Order { return CloseBundle{a.count("sheets")} }},
	{"correct", AboutBundles, "bundle=BUNDLE sheet=SHEET MARK… by=NAME reason=TEXT | bundle=BUNDLE sheet=SHEET void=N by=NAME reason=TEXT", (*arguments).correct},

	{"second", AboutChecks, "BUNDLE by=NAME [first=NAME] [seat=SEAT]", func(a *arguments) Order {
		return OpenSecond{a.count("bundle"), a.text("by"), a.maybe("first"), a.seat()}
	}},
	{"spot", AboutChecks, "BUNDLE by=NAME dice=DICE [seat=SEAT]", func(a *arguments) Order {
		return DrawSpot{a.count("bundle"), a.text("by"), a.text("dice"), a.seat()}
	}},
	{"close-second", AboutChecks, "SHEETS [bundle=BUNDLE]", func(a *arguments) Order { return CloseSecond{a.count("sheets")} }},
	{"rekey", AboutChecks, "SHEET MARK… of=first|second [bundle=BUNDLE] | SHEET void=N of=first|second [bundle=BUNDLE] | SHEET doubt of=first|second [bundle=BUNDLE]", (*arguments).rekey},
	{"rule", AboutChecks, "SHEET MARK… by=NAME reason=TEXT [bundle=BUNDLE] | SHEET void=N by=NAME reason=TEXT [bundle=BUNDLE]", (*arguments).rule},
	{"leave-check", AboutChecks, "reason=TEXT [bundle=BUNDLE]", func(a *arguments) Order { return LeaveCheck{a.maybe("reason")} }},

	{"piles", AboutPiles, "[class=CLASS] [subject=SUBJECT] by=NAME", func(a *arguments) Order { return a.piles(false) }},
	{"pile", AboutPiles, "ROW N… [blank=N] [spoiled=N]", func(a *arguments) Order { return CountPile{a.pile()} }},
	{"close-piles", AboutPiles, "SHEETS", func(a *arguments) Order { return ClosePiles{a.count("sheets")} }},
	{"piles-again", AboutPiles, "[class=CLASS] [subject=SUBJECT] by=NAME", func(a *arguments) Order { return a.piles(true) }},
	{"repile", AboutPiles, "ROW N… [blank=N] [spoiled=N] of=first|second", func(a *arguments) Order {
		return CountPileAgain{Of: Side(a.text("of")), Pile: a.pile()}
	}},
	{"rule-pile", AboutPiles, "ROW N… [blank=N] [spoiled=N] by=NAME reason=TEXT", func(a *arguments) Order {
		return RulePile{By: a.text("by"), Reason: a.text("reason"), Pile: a.pile()}
	}},
	{"leave-piles", AboutPiles, "reason=TEXT", func(a *arguments) Order { return LeavePiles{a.maybe("reason")} }},
	{"withdraw-piles", AboutPiles, "[class=CLASS] [subject=SUBJECT] reason=TEXT", func(a *arguments) Order {
		return WithdrawPiles{a.maybe("class"), a.maybe("subject"), a.maybe("reason")}
	}},
	{"correct-piles", AboutPiles, "[class=CLASS] [subject=SUBJECT] [ROW=N,N…]… by=NAME reason=TEXT", (*arguments).correctPiles},

	{"assess", AboutGrading, "SUBJECT source=SOURCE [grade=GRADE] [score=SCORE] [note=TEXT]", func(a *arguments) Order {
		return AssessSubject{a.word("subject"), a.text("source"), a.maybe("grade"), a.maybe("score"), a.maybe("note")}
	}},
	{"fact", AboutGrading, "SUBJECT kind=FACT source=TEXT", func(a *arguments) Order {
		return RecordFact{a.word("subject"), a.text("kind"), a.text("source")}
	}},
	{"withdraw-fact", AboutGrading, "SUBJECT kind=FACT reason=TEXT", func(a *arguments) Order {
		return WithdrawFact{a.word("subject"), a.text("kind"), a.maybe("reason")}
	}},
	{"opinion", AboutGrading, "SUBJECT merits=TEXT problems=TEXT", func(a *arguments) Order {
		return WriteOpinion{a.word("subject"), a.text("merits"), a.text("problems")}
	}},
	{"decide", AboutGrading, "SUBJECT GRADE [reason=TEXT]", func(a *arguments) Order {
		return DecideGrade{a.word("subject"), a.word("grade"), a.maybe("reason")}
	}},
	{"exempt", AboutGrading, "SUBJECT reason=TEXT", func(a *arguments) Order { return ExemptSubject{a.word("subject"), a.maybe("reason")} }},
	{"restore", AboutGrading, "SUBJECT reason=TEXT", func(a *arguments) Order { return RestoreSubject{a.word("subject"), a.maybe("reason")} }},
	{"announce", AboutGrading, "votes|grades", func(a *arguments) Order { return AnnounceResult{Matter(a.word("what"))} }},
	{"seal", AboutGrading, "", func(*arguments) Order { return Seal{} }},

	{"problem", AboutRectifying, "SUBJECT origin=ORIGIN text=TEXT [measure=TEXT] [target=TEXT] [who=NAME] [branch=NAME] [due=LIMIT]", func(a *arguments) Order {
		return RecordProblem{a.word("subject"), Origin(a.text("origin")), a.text("text"), a.remedy()}
	}},
	{"amend", AboutRectifying, "PROBLEM [subject=SUBJECT] [origin=ORIGIN] [text=TEXT] [measure=TEXT] [target=TEXT] [who=NAME] [branch=NAME] [due=LIMIT]", func(a *arguments) Order {
		return AmendProblem{a.word("problem"), a.changes()}
	}},
	{"progress", AboutRectifying, "PROBLEM date=DAY text=TEXT", func(a *arguments) Order {
		return NoteProgress{a.word("problem"), a.date(), a.text("text")}
	}},
	{"sign-off", AboutRectifying, "PROBLEM by=NAME date=DAY", func(a *arguments) Order {
		return SignOffProblem{a.word("problem"), a.text("by"), a.date()}
	}},
	{"return", AboutRectifying, "PROBLEM reason=TEXT", func(a *arguments) Order { return ReturnProblem{a.word("problem"), a.maybe("reason")} }},
	{"link", AboutRectifying, "PROBLEM to=PROBLEM", func(a *arguments) Order { return LinkProblem{a.word("problem"), a.text("to")} }},
	{"carry", AboutRectifying, "PROBLEM [AT ACT FIELD TEXT NAME DAY]… bag=TEXT year=YEAR was=TEXT [subject=SUBJECT] origin=ORIGIN text=TEXT [measure=TEXT] [target=TEXT] [who=NAME] [branch=NAME] [due=LIMIT] [signed-by=NAME] [signed-on=DAY]", (*arguments).carry},
	{"file", AboutRectifying, "paper=PAPER date=DAY [to=NAME] | all date=DAY [to=NAME]", (*arguments).file},
}
