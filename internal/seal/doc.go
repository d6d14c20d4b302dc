// Package seal makes a finished record recognisable and signs it: the head of
// its journal as words that are read aloud and signed by hand ([Words], [Match])
// or as hex groups ([Hex]), a signature that OpenSSH checks ([Sign], [Verify]),
// and the key of the installation that signs ([EnsureKey]).
package seal
