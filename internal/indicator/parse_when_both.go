package indicator

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// periodWords are the words of other languages that stand beside a period in
// Chinese: 一月 Jan, 二月 Fev/Feb, 第1季 1st Quarter.
var periodWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("JAN FEB FEV MAR APR ABR MAY MAI MAIO JUN JUL AUG AGO SEP SEPT SET OCT OUT NOV DEC DEZ " +
		"JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER " +
		"JANEIRO FEVEREIRO MARÇO ABRIL JUNHO JULHO AGOSTO SETEMBRO OUTUBRO NOVEMBRO DEZEMBRO " +
		"1ST 2ND 3RD 4TH FIRST SECOND THIRD FOURTH QUARTER QUARTERS QTR TRIMESTRE SEMESTRE HALF YEAR ANNUAL MONTH MONTHS WHOLE FULL END OF THE Q1 Q2 Q3 Q4 H1 H2 I II III IV") {
		m[w] = true
	}
	return m
}()

var inWords = regexp.MustCompile(`[\s./,°º()-]+`)

// parseBoth reads a period that is written in Chinese and in another language;
// t is in the spelling of periods.
func parseBoth(t string) (When, bool) {
	first := strings.IndexFunc(t, beyondLatin)
	if first < 0 {
		return When{}, false
	}
	last := strings.LastIndexFunc(t, beyondLatin)
	_, size := utf8.DecodeRuneInString(t[last:])
	last += size
	if strings.HasPrefix(t[last:], ")") {
		last++
	}
	zh, rest := t[:last], t[last:]
	if rest == "" { // Jan 一月, Q1 第1季
		if first = strings.LastIndexByte(t[:first], ' '); first < 0 {
			return When{}, false
		}
		zh, rest = t[first+1:], t[:first]
	}
	words := 0
	for _, w := range inWords.Split(strings.TrimSpace(rest), -1) {
		year := len(w) == 4 && num(w) > 1900 && strings.Contains(zh, w)
		if w != "" && !periodWords[w] && !year {
			return When{}, false
		}
		words++
	}
	if words == 0 {
		return When{}, false
	}
	w, ok := parseWhen(strings.TrimSpace(zh))
	if other, also := parseWhen(strings.TrimSpace(rest)); ok && also && (other.From != w.From || other.To != w.To) {
		return When{}, false
	}
	return w, ok
}

// beyondLatin tells the characters of Chinese periods: 年, 第.
func beyondLatin(r rune) bool { return r >= 0x2E80 }
