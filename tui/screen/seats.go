package screen

import (
	"fmt"
	"strconv"
	"time"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// Seats is the door by which other terminals come in: where it could be, and once it is
// open what is typed there, and who sits.
type Seats struct{ list frame.List }

var seatsActions = []desk.Action[Seats]{
	{Keys: []string{"enter"}, Name: words.DoorOpen, When: func(_ Seats, c desk.Context) key.Can { return key.If(!c.Door.Open && len(c.Door.Offers) > 0) }, Do: Seats.open},
	{Keys: []string{"enter"}, Name: words.SeatOut, When: func(s Seats, c desk.Context) key.Can { return key.If(c.Door.Open && s.cursor(c) < len(c.Door.Seats)) }, Do: Seats.putOut},
	{Keys: []string{"enter"}, Name: words.DoorShut, When: func(s Seats, c desk.Context) key.Can { return key.If(c.Door.Open && s.cursor(c) == len(c.Door.Seats)) }, Do: Seats.shut},
	{Keys: []string{"esc"}, Name: words.KeyBack, Do: func(s Seats, _ desk.Context, _ int) (Seats, desk.Answer) { return s, desk.Answer{Go: desk.AgendaPlace} }},
}

func (s Seats) Acts(c desk.Context) []desk.Act { return desk.Acts(s, c, seatsActions) }

// rows is how many there are: the addresses that are offered, or who sits and the door
// itself.
func (s Seats) rows(c desk.Context) int {
	if c.Door.Open {
		return len(c.Door.Seats) + 1
	}
	return len(c.Door.Offers)
}

func (s Seats) cursor(c desk.Context) int { return s.list.Within(s.rows(c)).At }

func (s Seats) View(c desk.Context) desk.View {
	return desk.View{List: s.list, Rows: frame.Rows{N: s.rows(c), Page: s.room(c)}}
}

func (s Seats) Seen(v desk.View, _ desk.Context) desk.Screen {
	s.list = v.List
	return s
}

// open asks whether the door is opened at the address under the cursor.
func (s Seats) open(c desk.Context, _ int) (Seats, desk.Answer) {
	at := c.Door.Offers[s.cursor(c)].Address
	return s, desk.Asks(unless(c, words.DoorStays, words.DoorOpen, desk.Answer{Errand: desk.OpenDoor, To: at},
		c.Say(words.DoorOpens, "address", at), words.DoorOpensWhat(c.Lang)))
}

func (s Seats) putOut(c desk.Context, _ int) (Seats, desk.Answer) {
	t := c.Door.Seats[s.cursor(c)]
	return s, desk.Asks(unless(c, words.SeatStays, words.SeatOut, desk.Answer{Errand: desk.PutOut, To: strconv.Itoa(t.Number)},
		c.Say(words.SeatGoes, "role", words.SeatRole(c.Lang, t.Role), "from", t.From)))
}

func (s Seats) shut(c desk.Context, _ int) (Seats, desk.Answer) {
	return s, desk.Asks(unless(c, words.DoorStaysOpen, words.DoorShut, desk.Answer{Errand: desk.ShutDoor}, c.Say(words.DoorShuts, "n", len(c.Door.Seats))))
}

// unless asks whether something is done; the first answer leaves all as it is.
func unless(c desk.Context, not, do words.Sentence, done desk.Answer, lines ...string) desk.Question {
	return desk.AskChoice([]string{not(c.Lang), do(c.Lang)}, func(n int, _ desk.Context) desk.Answer {
		if n == 1 {
			return done
		}
		return desk.Answer{}
	}, lines...)
}

// Next is what is to be done at the other terminal, or here.
func (s Seats) Next(c desk.Context) string {
	d := c.Door
	switch {
	case d.Open && len(d.Seats) > 0:
		return onward(c)
	case d.Open && !d.Came && c.Now.Sub(d.Since) >= time.Minute:
		return words.DoorNobody(c.Lang)
	case d.Open:
		return words.DoorType(c.Lang)
	case len(d.Offers) == 0:
		return words.DoorNowhere(c.Lang)
	}
	return words.DoorChoose(c.Lang)
}

func (s Seats) room(c desk.Context) int { return max(1, c.Rows-len(s.head(c))-2) }

// head is what stands above the rows.
func (s Seats) head(c desk.Context) []string {
	d := c.Door
	head := []string{"", "  " + c.Look.Strong.Render(words.DoorHead(c.Lang)), ""}
	if !d.Open {
		say := words.DoorIsShut
		if d.Halted {
			say = words.DoorHalted
		}
		return append(append(head, c.Indent(2, say(c.Lang), c.Look.Text)...), "")
	}
	const wide = 14
	line := func(name, what string) string { return "  " + c.Look.Left(name, wide) + what }
	head = append(head, line(words.DoorCommand(c.Lang), c.Look.Strong.Render(fmt.Sprintf("ssh %s -p %d", d.Host, d.Port))))
	for _, p := range d.PINs {
		head = append(head, line(c.Say(words.DoorPIN, "role", words.SeatRole(c.Lang, p.Role)), c.Look.Strong.Render(p.Digits)))
	}
	head = append(head, line(words.DoorPrint(c.Lang), c.Look.Middle(d.Print, max(20, c.Width-wide-4))), "")
	head = append(head, c.Indent(2, words.DoorYes(c.Lang), c.Look.Dim)...)
	if d.Wrong > 0 {
		head = append(head, c.Indent(2, c.Say(words.DoorWrong, "n", d.Wrong), c.Look.Amber)...)
	}
	return append(head, "")
}

func (s Seats) Draw(c desk.Context) desk.Picture {
	d := c.Door
	role := 10
	p := s.list.Draw(s.rows(c), s.room(c), func(i int, here bool) string {
		var text string
		switch {
		case !d.Open:
			text = c.Look.Left(d.Offers[i].Address, 18) + d.Offers[i].Via
		case i == len(d.Seats):
			text = words.DoorShut(c.Lang)
		default:
			t := d.Seats[i]
			text = c.Look.Left(words.SeatRole(c.Lang, t.Role), role) + c.Look.Left(t.From, 18) + c.Say(words.SeatSince, "hour", hour(t.Since))
		}
		return c.Pointer(here) + c.Look.Left(text, c.Width-2)
	})
	return p.Under(s.head(c)...)
}

// seated is who sits on other terminals, and none where nobody can.
func seated(c desk.Context) checklist {
	if !c.Door.Has {
		return nil
	}
	r := chore{kind: words.DoorRow, subject: -1, state: words.DoorRowShut(c.Lang), stands: optional, ask: going(desk.SeatsPlace)}
	if c.Door.Open {
		r.state, r.stands = c.Say(words.DoorRowOpen, "n", len(c.Door.Seats)), settled
	}
	return checklist{r}
}
