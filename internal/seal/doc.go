// Package seal makes a finished record recognisable and signs it: the head of
// its journal as words that are read aloud and signed by hand ([Words], [MatchWords])
// or as hex groups ([HexGroups]), a signature that OpenSSH checks ([Sign], [Verify]),
// and the key of the installation that signs ([EnsureKey]).
//
// # The words
//
// A head is a sequence number and a SHA-256. Its words come from the SHA-256 of
// this line of ASCII, which ends with one line feed and has the number in
// decimal and the hash in lower-case hex:
//
//	shuping-words-1 NUMBER HASH
//
// The first 77 bits, most significant first, are seven numbers of 11 bits, and
// each is a line of data/seal/words.txt, counted from 0 and without its
// comments. The eighth word checks the others: over the field of 2048 elements,
// polynomials modulo x^11 + x^2 + 1, the eight numbers n1 … n8 have
// n1·x^7 + n2·x^6 + … + n7·x + n8 = 0.
//
// What goes wrong in reading and typing is told apart so:
//
//   - A word that is not in the list is named by its place.
//   - A word left out or doubled is seen by the count.
//   - One wrong word out of the list, wherever it stands, is found always: it
//     adds d·x^k for some d that is not 0.
//   - Two words exchanged, neighbours or not, are found always: they add
//     d·(x^j + x^k), and no two of the first eight powers of x are equal.
//   - More than that passes the check once in 2048 times, and is then said to
//     name another record. It is never taken for this one: all eight words are
//     compared.
//
// # The odds
//
// That the words of another record are the same by chance: 1 in 2^77, or
// 1.5·10^23. Somebody who has heard the words and wants another record for them
// has to make about 2^77 of them: at 10^12 a second that is 1.5·10^11 seconds, or
// 4,800 years.
//
// Somebody who makes both records before the words are announced needs any two
// that agree, and those turn up after about 2^38.5 records, or 4·10^11: eleven
// hours at 10^7 a second. So the words alone do not bind the owner of the laptop
// at that time. The hex groups do, with 2^128: they belong on the signed paper
// beside the words, and whoever has the paper should compare both.
//
// # The list
//
// 2048 everyday words of two characters, all from level 1 of GB 2312, none with a
// numeral or with a character that everyday words read in two ways (but for its
// tone), no two with the same characters turned round. Without tones no two
// sound alike, and neither do they where zh, ch and sh are not told from z, c and
// s, nor ang, eng and ing from an, en and in, nor l from n and r, nor f from hu,
// and not where somebody speaks in all these ways at once.
//
// # The signature
//
// SSHSIG of OpenSSH (PROTOCOL.sshsig), version 1, ed25519, SHA-512, in the
// namespace shuping-bag. With the line of [PublicKey.AllowedSigner] in a file,
// it is checked without this program:
//
//	ssh-keygen -Y verify -f allowed_signers -I shuping -n shuping-bag -s FILE.sig < FILE
//
// It proves that the key signed the file and nothing of whose key that is: for
// this the fingerprint must be known from elsewhere, such as the signed paper.
//
// # The key
//
// One for each installation, made once, in the private key format of OpenSSH
// (openssh-key-v1) without a passphrase, readable by its owner alone. ssh-keygen
// reads it, and a key that ssh-keygen made can stand in its place. It is written
// whole or not at all, and a file that is there is never replaced.
//
// Words, signatures and keys of this version are understood by all later ones.
package seal
