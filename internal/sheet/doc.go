// Package sheet lays out the blank evaluation sheet (述职评议表) and writes it as a
// DOCX. Everything on it has a place in millimetres that follows from the form alone,
// so that a program that looks at a scan later can know where each box stands.
//
// # Where to start
//
// A [Form] is what one kind of sheet asks. [LayOut] gives its [Layout], a value of
// which [Layout.Document] makes the file.
//
// # What stands on a page
//
// Four corner marks, 8 mm squares whose centres lie 14 mm from both edges; the class
// mark; the letter of the class; the title; the table with a row a person and a box
// an answer; and the notes. All is black, without tint. Up to [MostOnHalf] rows two
// equal sheets of A5 stand side by side on one A4, with a line to cut along. A form of
// more rows than one side has goes on at the back, each side with its own marks.
//
// # The class mark
//
// Two rows of 18 square cells of 2.8 mm. The first column is black, the last one black
// over white, which tells the direction. The 16 and 16 between, upper row first and
// the most significant bit first, black for 1:
//
//	version 3 | class 3 (0 = no classes) | page 3 | pages 3 | design 12 | CRC-8 8
//
// The CRC has the polynomial 0x07 and begins with 0xFF; it is over the 24 bits before
// it. The design is the first 12 bits of the SHA-256 of the version, the paper, the
// title, the answers and the names in their order, one a line: a sheet of last year, or
// of another order of names, has another. All sheets of one class and page are of the
// same ink: nothing tells one from another, or when and for whom it was printed.
//
// # Promise
//
// A change of any measure raises the [Version].
package sheet
