//go:build !linux && !darwin && !windows

package machine

func readPower() (Power, int) { return Untold, Unknown }
func readFree(string) int64   { return Unknown }
