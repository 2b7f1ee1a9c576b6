package delimited

import "strings"

// style is how a number is written, as far as it shows.
type style byte

const (
	notNumber style = iota
	either          // 12, or 1,234 which may be both
	pointed         // 1,234.5
	commaed         // 1.234,5
)

// numberStyle tells how a cell that is a number is written.
func numberStyle(cell string) style {
	s := strings.TrimSpace(cell)
	s = strings.TrimSpace(strings.TrimSuffix(s, "%"))
	s = strings.TrimLeft(s, "+-−")
	if s == "" || len(s) > 40 {
		return notNumber
	}
	commas, points := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ',':
			commas++
		case c == '.':
			points++
		case c < '0' || c > '9':
			return notNumber
		}
	}
	switch {
	case commas+points == len(s):
		return notNumber
	case commas+points == 0:
		return either
	case commas > 0 && points > 0:
		if commas == 1 && strings.IndexByte(s, ',') > strings.LastIndexByte(s, '.') && grouped(s[:strings.IndexByte(s, ',')], '.') {
			return commaed
		}
		if points == 1 && strings.IndexByte(s, '.') > strings.LastIndexByte(s, ',') && grouped(s[:strings.IndexByte(s, '.')], ',') {
			return pointed
		}
		return notNumber
	case commas > 1:
		return ifGrouped(s, ',', pointed)
	case points > 1:
		return ifGrouped(s, '.', commaed)
	case commas == 1:
		if grouped(s, ',') {
			return either
		}
		return commaed
	}
	if grouped(s, '.') {
		return either
	}
	return pointed
}

func ifGrouped(s string, mark byte, is style) style {
	if grouped(s, mark) {
		return is
	}
	return notNumber
}

// grouped reports whether a whole number has its digits in threes.
func grouped(s string, mark byte) bool {
	parts := strings.Split(s, string(mark))
	if len(parts[0]) < 1 || len(parts[0]) > 3 || parts[0][0] == '0' {
		return false
	}
	for _, p := range parts[1:] {
		if len(p) != 3 {
			return false
		}
	}
	return true
}

// decimalComma reports whether the numbers of a table are written 1.234,5,
// and whether that is open to question. In a table that is separated by commas
// they never are.
func decimalComma(rows [][]string, comma rune) (yes, question bool) {
	if comma == ',' {
		return false, false
	}
	with, without := 0, 0
	for _, row := range rows {
		for _, cell := range row {
			switch numberStyle(cell) {
			case commaed:
				with++
			case pointed:
				without++
			}
		}
	}
	return with > 4*without, with > 0
}
