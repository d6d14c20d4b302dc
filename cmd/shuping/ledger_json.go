package main

import (
	"bufio"
	"time"

	"shuping/internal/intake"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/result"
)

// ledgerSchema names the form that data/schemas/ledger-1.json describes.
const ledgerSchema = "shuping/ledger/1"

type ledgerDoc struct {
	Schema   string       `json:"schema"`
	Title    string       `json:"title"`
	Year     int          `json:"year"`
	Today    plan.Day     `json:"today"`
	Head     headJSON     `json:"head"`
	Sums     sumsDoc      `json:"sums"`
	Problems []problemDoc `json:"problems"`
}

type sumsDoc struct {
	All      int `json:"all"`
	Open     int `json:"open"`
	DueSoon  int `json:"due_soon"`
	Overdue  int `json:"overdue"`
	Returned int `json:"returned"`
	Done     int `json:"done"`
}

type problemDoc struct {
	ID        string                `json:"id"`
	Subject   *string               `json:"subject"`
	Whose     string                `json:"whose"`
	Origin    meeting.Origin        `json:"origin"`
	Text      string                `json:"text"`
	Measure   string                `json:"measure"`
	Target    string                `json:"target"`
	Who       string                `json:"who"`
	Branch    string                `json:"branch"`
	Due       *plan.Day             `json:"due"`
	Limit     string                `json:"limit,omitempty"`
	Status    meeting.ProblemStatus `json:"status"`
	DaysLeft  *int                  `json:"days_left"`
	Progress  []progressDoc         `json:"progress"`
	Returned  []returnDoc           `json:"returned"`
	SignedOff *signDoc              `json:"signed_off"`
	Files     []fileDoc             `json:"files"`
	Again     *string               `json:"again"`
	From      *fromDoc              `json:"from"`
	History   []pastDoc             `json:"history"`
}

type progressDoc struct {
	Date plan.Day `json:"date"`
	Text string   `json:"text"`
}

type returnDoc struct {
	At     *time.Time `json:"at"`
	Reason string     `json:"reason"`
}

type signDoc struct {
	By   string   `json:"by"`
	Date plan.Day `json:"date"`
}

type fileDoc struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

type fromDoc struct {
	Bag     string    `json:"bag"`
	ID      string    `json:"id"`
	Year    int       `json:"year"`
	Whose   string    `json:"whose"`
	History []pastDoc `json:"history"`
}

type pastDoc struct {
	At    *time.Time  `json:"at"`
	Act   meeting.Act `json:"act"`
	Field string      `json:"field"`
	Text  string      `json:"text"`
	By    string      `json:"by"`
	Date  *plan.Day   `json:"date"`
}

func (m *Main) ledgerJSON(w *bufio.Writer, s meeting.State, head journal.Head, list []*meeting.Problem) error {
	sum := meeting.SumLedger(list, m.today())
	doc := ledgerDoc{
		Schema: ledgerSchema, Title: s.Plan.Title, Year: s.Plan.Year, Today: m.today(), Head: headOf(head),
		Sums:     sumsDoc{sum.All, sum.Open, sum.DueSoon, sum.Overdue, sum.Returned, sum.Done},
		Problems: []problemDoc{},
	}
	for _, p := range list {
		doc.Problems = append(doc.Problems, problemJSON(s, *p, m.today()))
	}
	return writeJSON(w, doc)
}

func problemJSON(s meeting.State, p meeting.Problem, today plan.Day) problemDoc {
	d := problemDoc{
		ID: p.ID, Subject: given(p.Subject), Whose: intake.Whose(s, p), Origin: p.Origin, Text: p.Text,
		Measure: p.Measure, Target: p.Target, Who: p.Who, Branch: p.Branch, Due: given(p.Due), Limit: p.Limit, Status: p.Status(today),
		Progress: []progressDoc{}, Returned: []returnDoc{}, Files: []fileDoc{}, Again: given(p.Again), History: pastJSON(p.History),
	}
	if d.Due != nil {
		d.DaysLeft = new(today.DaysUntil(p.Due))
	}
	for _, step := range p.Progress {
		d.Progress = append(d.Progress, progressDoc{step.Date, step.Text})
	}
	for _, r := range p.Returned {
		d.Returned = append(d.Returned, returnDoc{given(r.At), r.Reason})
	}
	if p.SignedOff != nil {
		d.SignedOff = &signDoc{p.SignedOff.By, p.SignedOff.Date}
	}
	for _, f := range p.Files {
		d.Files = append(d.Files, fileDoc{f.Name, f.Size, f.SHA256})
	}
	if p.From != nil {
		d.From = &fromDoc{p.From.Bag, p.From.ID, p.From.Year, p.From.Subject, pastJSON(p.From.History)}
	}
	return d
}

func pastJSON(list []meeting.Past) []pastDoc {
	out := make([]pastDoc, len(list))
	for i, p := range list {
		out[i] = pastDoc{given(p.At), p.Act, p.Field, p.Text, p.By, given(p.Date)}
	}
	return out
}

// given is v, or null where it says nothing.
func given[T comparable](v T) *T {
	var nothing T
	if v == nothing {
		return nil
	}
	return &v
}

// writeJSON writes a document. An error is found again by whoever flushes w.
func writeJSON(w *bufio.Writer, doc any) error {
	_, _ = w.Write(result.EncodeJSON(doc))
	return nil
}
