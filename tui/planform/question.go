package planform

// A Page is some questions that are answered together.
type Page struct {
	Title     string
	Help      string
	Questions []Question
	Text      []string // to be read before the questions are answered
}

// A Question asks for one thing. Its Value, or for a choice its At, is the
// answer that already stands there.
type Question struct {
	Label   string
	Hint    string
	Kind    Kind
	Value   string
	Limit   int // runes of a Line or a List, the greatest of a Number
	Choices []string
	At      int
	// OnSecond says that this one is asked only where the choice that is the page's
	// first question stands at its second word.
	OnSecond bool
}

// Kind is how a question is answered.
type Kind int

const (
	Line   Kind = iota // a line of text
	Number             // a whole number
	List               // several lines
	Choice             // one of a few words, side by side
	Menu               // one of several lines
)

// An Answer is what was typed, or the place of what was chosen, from 0.
type Answer struct {
	Text string
	At   int
}

// answer is the one that stands in the question already.
func (q Question) answer() Answer { return Answer{q.Value, q.At} }

// asked reports whether question i of the page is asked beside the answers.
func (p Page) asked(i int, answers []Answer) bool {
	q := p.Questions[i]
	return !q.OnSecond || answers[0].At == 1
}

// A Problem is why a page cannot be taken: a sentence, and the question that it
// is about.
type Problem struct {
	At  int
	Say string
}
