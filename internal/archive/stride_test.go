//go:build !race

package archive

// stride is from one byte that is changed to the next: every byte is tried.
const stride = 1
