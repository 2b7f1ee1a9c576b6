package report

// describe is a short description of a code in both languages, for lists of
// rules; the code itself where there is none.
func describe(code string) string { return code }
