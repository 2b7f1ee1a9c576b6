package main

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// systemLanguage is the first language of the user's Windows.
func systemLanguage() string {
	langs, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(langs) == 0 {
		return ""
	}
	return langs[0]
}

// ownConsole reports whether the program was started in a window of its own,
// as by dropping a file on it: then no other process shares the console.
func ownConsole() bool {
	var ids [2]uint32
	n, _, _ := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList").Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return n == 1
}
