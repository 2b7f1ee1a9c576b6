package indicator

import (
	"regexp"
	"slices"
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

// hanYears writes years in digits, rune by rune: 二零二三年. (〇 is a zero by now.)
func hanYears(s string) string {
	i := strings.Index(s, "年")
	if i < 0 || !strings.ContainsAny(s, "一二") {
		return s
	}
	n := []rune(s)
	for k, r := range n {
		if r != '年' || k < 4 || n[k-4] != '一' && n[k-4] != '二' {
			continue
		}
		var year [4]rune
		for j := range year {
			if at := slices.Index(hanDigits, n[k-4+j]); at >= 0 {
				year[j] = rune('0' + at)
			} else if n[k-4+j] == '0' || n[k-4+j] == '○' {
				year[j] = '0'
			}
		}
		if !slices.Contains(year[:], 0) {
			copy(n[k-4:k], year[:])
		}
	}
	return string(n)
}

var hanDigits = []rune("零一二三四五六七八九")
