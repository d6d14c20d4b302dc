package main

import (
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/seal"
)

// recallSealed is the state of a session, its head, and what the record of each seal
// says, by its number.
func (m *Main) recallSealed(path string) (s meeting.State, head journal.Head, stamp func(int) (string, []string, string), err error) {
	r, err := m.read(path)
	if err != nil {
		return s, head, nil, err
	}
	defer r.Close()
	heads := map[int]journal.Head{}
	for rec, err := range r.Records(1) {
		if err != nil {
			return s, head, nil, err
		}
		seals := len(s.Seals)
		if s, err = m.follow(path, s, rec); err != nil {
			return s, head, nil, err
		}
		if len(s.Seals) > seals {
			heads[s.Records] = journal.Head{Seq: rec.Seq, Hash: rec.Hash}
		}
	}
	return s, r.Head(), func(record int) (string, []string, string) {
		h := heads[record]
		return h.Hash.String(), seal.Words(h.Seq, h.Hash), seal.HexGroups(h.Hash)
	}, nil
}
