// Package look is how the program looks: palette, styles, glyphs and widths.
//
// One accent, much space, no boxes. Amber means "look", red only "over the
// limit" or "differs". A grade keeps one colour and one pattern everywhere and
// never stands without its word, so nothing is lost where there are no colours.
//
// Bars are spaces with a background, never block characters: many terminals
// draw those two cells wide among Chinese text and tear the line. Lines and
// dots have the same weakness in some places, so a [Look] may be plain, and
// then draws with ASCII only.
package look
