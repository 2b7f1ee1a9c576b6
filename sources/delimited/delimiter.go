package delimited

import "strings"

// commas are the delimiters that are tried, the rarer in prose the earlier.
var commas = [...]rune{'\t', '|', ';', ','}

// cutSep takes away the line by which Excel is told the delimiter (sep=;),
// which it does not show as a row.
func cutSep(text string) (rest string, comma rune) {
	end := plain(text, '\n')
	line := strings.Trim(text[:end], `"`)
	if len(line) != 5 || !strings.EqualFold(line[:4], "sep=") {
		return text, 0
	}
	for _, c := range commas {
		if rune(line[4]) == c {
			if end < len(text) {
				end += lineEnd(text[end:])
			}
			return text[end:], c
		}
	}
	return text, 0
}

// chooseComma finds the delimiter by which the lines of a text agree best in
// their number of cells while the cells look like cells. The measure is that of
// van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row
// and type patterns" (2019). clear is false where the choice is open to doubt.
func chooseComma(text string) (comma rune, clear bool) {
	if len(text) > sampleBytes {
		text = text[:sampleBytes]
		if i := strings.LastIndexAny(text, "\r\n"); i >= 0 {
			text = text[:i+1]
		}
	}
	comma = ','
	var best, second float64
	for _, c := range commas {
		if strings.IndexByte(text, byte(c)) < 0 {
			continue
		}
		switch score := consistency(text, c); {
		case score > best:
			comma, best, second = c, score, best
		case score > second:
			second = score
		}
	}
	if best == 0 { // one column
		return ',', true
	}
	return comma, second < best*0.6
}

// consistency scores a delimiter: for each number of cells that rows have, how
// many rows have it, weighted by the share of delimiters, over the number of
// such numbers; times the share of cells that look like cells.
func consistency(text string, comma rune) float64 {
	s := splitter{text: text, comma: byte(comma), limit: MaxCells}
	_ = s.split() // an unclosed quote may be an effect of the cut or of the wrong delimiter
	rows := map[int]int{}
	good, all := 0, 0
	for _, row := range s.rows {
		if len(row) == 0 {
			continue
		}
		rows[len(row)]++
		for _, cell := range row {
			all++
			if clean(cell) {
				good++
			}
		}
	}
	if all == 0 {
		return 0
	}
	score := 0.0
	for n, count := range rows {
		score += float64(count) * float64(n-1) / float64(n)
	}
	return score / float64(len(rows)) * float64(good) / float64(all)
}

// clean reports whether a cell looks like one: no other delimiter in it, but
// for commas in prose and in numbers. Tabs around it do not count: some systems
// put them there to keep spreadsheet programs from taking codes for numbers.
func clean(cell string) bool {
	cell = strings.TrimSpace(cell)
	if strings.ContainsAny(cell, "\t;|") {
		return false
	}
	if i := strings.IndexByte(cell, ','); i >= 0 {
		if numberStyle(cell) != notNumber {
			return true
		}
		return i+1 < len(cell) && cell[i+1] == ' '
	}
	return true
}
