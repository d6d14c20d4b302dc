//go:build race

package archive

// stride is from one byte that is changed to the next. The race detector makes
// every one ten times as slow, and finds in one of a hundred what it finds in all.
const stride = 101
