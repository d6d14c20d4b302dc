// Package plan reads a plan file, the yearly work plan that a meeting is held
// by, and checks it: the people, the agenda, the rule and the papers. [Parse]
// gives a [Plan] in which everything has been checked, or [Faults] that name
// line and column of all that is wrong. [Plan.TOML] writes it as a file again, and
// [Plan.RuleSHA256] is the hash that seals the rule. Package words says the plan back,
// so that a chair can compare it with the paper.
//
// Nothing is repaired silently: no space is trimmed, no character replaced, no
// unknown key passed over. A plan that is read is the plan that was written.
//
// # The form of the file
//
// A plan is a TOML file in UTF-8 of at most 1 MiB. Keys are lower-case English
// words joined by hyphens. All keys are required but those marked optional; what
// an optional key means when it is left out stands beside it. The whole file for
// two branches is data/plans/genhe-2023.toml; in short:
//
//	title    = "2023年度述职评议"
//	year     = 2023                    # 2000 to 2999
//	unit     = "…党总支"               # who holds the meeting
//	superior = "…直属机关工委"         # where the papers are filed
//	chair    = "党总支书记"            # post of the person who chairs
//	unit-code = "11150785MB1234567X"   # optional: by what the superior knows the unit
//	people   = "述职人"                # optional: what the title says. What papers call
//	                                   # those who are graded
//	notice-votes = false               # optional: this. Whether the notice of grades
//	                                   # tells the votes too
//	scheme   = "…工作方案"             # optional: title and the paper called plan. The
//	                                   # full title of the work plan
//	templates = "本局模板"             # optional: none. A folder beside the session, by
//	                                   # its plain name, with the office's own templates
//	                                   # of the papers
//
//	[dates]                            # whole days, in this order or equal
//	from    = 2023-12-01               # work starts
//	until   = 2024-01-31               # work is done
//	file-by = 2024-02-09               # papers are filed
//	clause  = "一(一)"                 # where the plan says from and until
//	file-by-clause = "四(四)"
//
//	[meeting]                          # optional, with each of its keys: when and where
//	day   = 2024-01-20                 # it is held, from dates.from to dates.file-by
//	hour  = "14:30"
//	place = "三楼会议室"
//
//	[hall]                             # optional, with each of its keys: what the hall
//	counting  = "closed"               # sees while sheets are read, the tally of closed
//	                                   # bundles. Or off, progress, checked, every-sheet
//	after     = "votes-and-grades"     # what may be announced then. Or off, votes
//	reference = false                  # whether the grade that the votes suggest may be
//	                                   # shown before one is decided. Earlier versions
//	                                   # wrote the top key display instead: off,
//	                                   # progress, tally or tally-and-grade
//
//	[[subjects]]                       # 1 to 60, in the order of agenda and sheet
//	id   = "s1"
//	post = "第一党支部书记"
//	name = "…"                         # optional: none. Needed where a post recurs
//	short = "一支部"                   # optional: none. Short hall name (会场简称) of up to
//	                                   # 4 characters, where the rest has no room
//	written = false                    # optional: this. He reports in writing (书面述职)
//	                                   # and has no item on the agenda
//
//	[[voters]]                         # 1 to 30 classes, 2 to 6 with weights
//	id     = "member"
//	name   = "党员"
//	weight = "3/5"                     # optional: all weigh the same. Stated for all
//	                                   # classes, more than 0, adding up to 1, and
//	                                   # with a denominator of at most 1000
//
//	[[content]]                        # 1 to 30 things that a report covers
//	label  = "党建责任制落实"
//	clause = "二4"
//
//	[prepare]                          # optional, with each of its pairs of keys: what
//	vetting        = true              # is wanted before the meeting. That each report
//	vetting-clause = "一(一)"          # passes a vetting (审核把关),
//	filed          = true              # that the plan itself is filed. A clause stands
//	filed-clause   = "三(一)"          # only and always with its true
//
//	[agenda]
//	warn = 1                           # minutes before an item's end, 0 for never;
//	                                   # less than the minutes of every stage
//	[[agenda.stages]]                  # each kind at most once, in order
//	kind    = "report"                 # report, question, review, speech, elect
//	                                   # (scrutineers and tellers), evaluation
//	minutes = 10                       # 1 to 240, of each item of the stage
//	clause  = "三(四)1"
//	together = false                   # optional: this. Of question and review: once
//	                                   # for all, and not with each report
//
//	[form]                             # optional, with each of its keys
//	sheet       = "all"                # this: one sheet for all subjects. Or each:
//	                                   # a sheet for each of them
//	self-rating = false                # this: a subject does not grade himself
//	deciding    = "overall"            # this, the overall mark. Or the id of an item,
//	                                   # or mean, that of all items
//
//	[[items]]                          # optional: none. Up to 9, which a row has
//	id    = "unity"                    # beside its overall mark; not overall or mean
//	title = "班子团结"
//
//	[sheets]
//	bundle      = 10                   # sheets in a bundle, 1 to 100
//	bundle-over-100 = 20               # optional: as bundle. Sheets in a bundle where
//	                                   # more than 100 sheets were collected
//	check       = "offered"            # optional: this, none is required. How a bundle
//	                                   # is confirmed: second-entry, spot-check, either
//	witnessed   = false                # optional: this. Whether each gate must say who
//	                                   # confirmed it and what was seen
//	spoils      = ["一行打两个勾"]     # optional: not said. Up to 9, what spoils a row
//	filled      = false                # optional: this, a blank sheet is filed with the
//	                                   # summary. Or the sheets that were filled in are
//	over-issued = "void-round"         # optional: this, more sheets back than issued
//	                                   # void the round. Or refuse: count again
//	fewest      = 0                    # optional: this. Sheets read before any figure
//	                                   # is shown, up to 1000
//	shuffle-tables = false             # optional: this. Whether the tables of the export
//	                                   # list the marks of each subject by themselves
//	fewest-of-class = 0                # optional: this. Sheets of a class below which
//	                                   # its own figures are hidden, up to 1000
//	[[sheets.voids]]                   # 1 to 9, by the digit typed
//	id    = "damaged"
//	title = "票面污损无法辨认"
//	retired = false                    # optional: this. No sheet is void for it any
//	                                   # more, and its digit stays empty
//
//	[sheets.cap]                       # optional: none. A sheet that gives these grades
//	grades = ["好"]                    # to more than so many is void, for this reason;
//	most   = 3                         # such sheets are keyed one by one, not by piles
//	void   = "over-cap"
//
//	[[sources]]                        # optional: none. Up to 9, what the chair weighs
//	id     = "annual"
//	title  = "年度考核"
//	grades = ["优秀", "称职"]          # optional: those of the rule. 2 to 9
//	weight = "3/10"                    # optional: noted only. As those of voters
//	vote   = false                     # optional: this. At most one is the vote, and
//	                                   # has no grades of its own
//	clause = "三(五)"
//
//	[rule]
//	grades   = ["好", "较好", "一般", "差"] # 2 to 6, best first, no spaces
//	unmarked = ["优秀"]                # optional: none. The best grades, from the first
//	                                   # on, that stand on no sheet: a band or a step
//	                                   # gives them, and 2 at least are left
//	aside    = "不了解"                # optional: none. A choice that is no grade and in
//	                                   # neither valid-marks nor valid-sheets; 6
//	                                   # choices with the grades
//	base     = "valid-marks"           # optional: this. Or valid-sheets, collected,
//	                                   # issued, present, expected
//	decimals = 2                       # of printed percentages, 0 to 4
//	empty-class = "renormalise"        # only and always with weights: the others weigh
//	                                   # in proportion. Or refuse: the vote says nothing
//
//	[rule.quorum]                      # optional: none
//	class   = ["member"]               # optional: everybody. The classes of voters whose
//	                                   # heads alone count, with present over expected
//	of      = "present"                # valid-sheets, collected, issued or present,
//	over    = "expected"               # and one that follows it in that order
//	compare = "at-least"               # over, at-least
//	share   = "2/3"                    # up to 1
//	clause  = "三(四)"
//
//	[rule.veto]                        # optional: the vote forces nothing. Or
//	                                   # [[rule.veto]], up to 9
//	grades  = ["一般", "差"]
//	reading = "sum"                    # sum, each, any
//	compare = "over"                   # over, at-least
//	limit   = "1/10"                   # a share of the base, up to 1
//	forces  = "差"                     # not the best. Or bars = ["好"], not the last:
//	                                   # it may not be decided, and any other may
//	clause  = "三(五)"
//
//	[[rule.facts]]                     # optional: none. Up to 9, by the digit typed
//	id     = "accountable"
//	title  = "抓党建不力被问责追责"
//	forces = "差"                      # or bars, as of a veto
//	clause = "三(五)"
//
//	[rule.suggest]
//	method = "majority"                # majority, plurality, points, cascade, none
//	limit  = "1/2"                     # of majority alone, less than 1
//	clause = "…"                       # optional: the plan prescribes no method
//
//	[[rule.rates]]                     # optional: none. Up to 9, told with the reasons:
//	title  = "优良率"                  # what these grades come to together
//	grades = ["好", "较好"]
//	clause = "三(五)"
//
//	[rule.quota]                       # optional: none. Or [[rule.quota]], up to 9
//	lower-than = "好"                  # counts the grades below this one
//	target     = "2/5"                 # a share of the subjects, up to 1
//	compare    = "about"               # about, at-least, at-most, over, under
//	rounding   = "nearest"             # of about alone: nearest, floor, ceil
//	tolerance  = "5%"                  # of about alone, optional: none. A share that is
//	                                   # no more than this off is met too
//	clause     = "三(五)"
//
//	[[rule.gates]]                     # optional: none. Up to 9
//	grade  = "好"                      # not the last; barred unless the source, which
//	source = "annual"                  # is not the vote,
//	grades = ["优秀"]                  # has one of these, which are not all it may have
//	clause = "三(五)"
//
//	[[rule.composite]]                 # only and always where sources have weights
//	grade = "好"                       # best first, falling
//	from  = 90                         # of the weighted scores together, up to 100
//
//	[[papers]]                         # 1 to 30 things to file
//	id     = "ledger"
//	title  = "整改台账"
//	clause = "四(四)"
//
// The method points takes two more keys, and majority's limit is left out:
//
//	points = [100, 85, 60, 0]                  # one a grade on the sheet, falling; with a
//	                                           # common denominator of at most 1000
//	bands  = [ {grade = "好", from = 90},      # the least mean that earns it;
//	           {grade = "较好", from = "75"} ] # best first, falling
//	trim   = {high = 1, low = 1, above = 20}   # optional: none. So many of the highest
//	                                           # and lowest marks are left out, up to 20,
//	                                           # where there are more marks than above
//	                                           # (optional: 0)
//
// A vote that has a weight among the sources needs this method, with no more than
// 100 points for the best grade.
//
// The method cascade gives the grade of the first step that holds, and takes:
//
//	else = "不满意"                    # where no step holds
//
//	[[rule.suggest.steps]]             # 1 to 9
//	grade   = "满意"                   # follows where
//	grades  = ["满意"]                 # these together
//	compare = "over"                   # over, at-least
//	limit   = "1/2"                    # stand so to this share, up to 1,
//	base    = "expected"               # of this
//
// A step that counts all grades over the valid marks always holds, and one that
// holds only where a step before it does, over the same base, is never reached:
// both are refused. So are a veto that sums all grades over the valid marks, a
// limit that several grades cannot each come to, a band above the points of the
// best grade, and a quota that every outcome meets or none.
//
// # Values
//
// A fraction is "1/10", "10%", "12.5%" or a whole number; 0.1 is refused, since
// it reads as a rounded value. A date stands without quotation marks.
//
// An id is a small letter followed by up to 15 small letters, digits or hyphens;
// no two entries of a list share one, and no two classes of voters, items or
// sources are called the same. A clause has at most 20 characters, a grade
// 12, a name, post, class or void reason 40, any other text 60. Text is one line
// in Unicode normal form NFC, neither empty nor with spaces around it. Control,
// bidirectional, format and private-use characters are refused everywhere in the
// file, comments too, because they can make it read otherwise than it is.
//
// # The agenda
//
// Questions and a review that follow the report stage at once are held with it, once
// for each subject (一述一评); a review that stands further down, or is held together,
// is one for all. There need be no review. [Plan.Agenda] spells that out. There is
// exactly one evaluation, and it does not come before the reports; nor does a review.
//
// # Promise
//
// Keys, words and bounds only ever grow: a file that is a plan today is the same
// plan in every later version, with the same hash of its rule.
package plan
