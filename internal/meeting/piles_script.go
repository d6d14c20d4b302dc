package meeting

// piles takes the words of a count by piles that begins.
func (a *arguments) piles(again bool) Order {
	return OpenPiles{Class: a.maybe("class"), Subject: a.maybe("subject"), By: a.text("by"), Again: again}
}

// pile takes a row, 0 for the void sheets, and its numbers.
func (a *arguments) pile() Pile {
	p := Pile{Row: a.count("row"), Blank: a.perhaps("blank"), Spoiled: a.perhaps("spoiled")}
	p.Numbers = []int{a.count("number")}
	for len(a.plain) > 0 {
		p.Numbers = append(p.Numbers, a.count("number"))
	}
	return p
}
