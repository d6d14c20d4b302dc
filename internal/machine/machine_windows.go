package machine

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

func readPower() (Power, int) {
	ask := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetSystemPowerStatus")
	var status struct {
		line, battery, percent, saver byte
		left, full                    uint32
	}
	if ask.Find() != nil {
		return Untold, Unknown
	}
	if ok, _, _ := ask.Call(uintptr(unsafe.Pointer(&status))); ok == 0 {
		return Untold, Unknown
	}
	return readLine(status.line, status.percent)
}

func readFree(folder string) int64 {
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return Unknown
	}
	var free uint64
	if windows.GetDiskFreeSpaceEx(name, &free, nil, nil) != nil {
		return Unknown
	}
	return int64(free)
}
