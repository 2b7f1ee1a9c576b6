//go:build !windows

package main

// systemLanguage is unknown beyond the environment.
func systemLanguage() string { return "" }

// ownConsole reports whether the program was started in a window of its own.
func ownConsole() bool { return false }
