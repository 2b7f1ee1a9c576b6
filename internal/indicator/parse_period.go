package indicator

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/width"
)

// PeriodError says that a text is not a period.
type PeriodError struct{ Text string }

func (e *PeriodError) Error() string { return fmt.Sprintf("%q is not a period", e.Text) }

var (
	dashes     = regexp.MustCompile(`\s*(?:\.\.+|…|[-–—−~～〜至到―]+)\s*`)
	spaces     = regexp.MustCompile(`\s+`)
	yearOnly   = regexp.MustCompile(`^(\d{4})年?(?:全年|度|年度)?$`)
	yearMonth  = regexp.MustCompile(`^(\d{4})(?:年|-|\.|/)(\d{1,2})(?:月|月份|月末)?$`)
	compact    = regexp.MustCompile(`^(\d{4})(0[1-9]|1[0-2])$`)
	monthSpan  = regexp.MustCompile(`^(\d{4})(?:年|-|\.|/)?(\d{1,2})月?-(\d{1,2})(?:月|月份)$`)
	fullSpan   = regexp.MustCompile(`^(\d{4})(?:年|-|\.|/)(\d{1,2})月?-(\d{4})(?:年|-|\.|/)(\d{1,2})月?$`)
	quarter    = regexp.MustCompile(`^(\d{4})年?-?(?:Q([1-4])|第?([一二三四1234])季度?)$`)
	quarterEN  = regexp.MustCompile(`^Q([1-4])-?(\d{4})$`)
	half       = regexp.MustCompile(`^(\d{4})年?-?(?:H([12])|(上|下)半年)$`)
	halfEN     = regexp.MustCompile(`^H([12])-?(\d{4})$`)
	quarters   = regexp.MustCompile(`^(\d{4})年?(?:前|[一1]-)([二三四234两])个?季度$`)
	yearEnd    = regexp.MustCompile(`^(\d{4})年(?:年)?[末底]$`)
	firstN     = regexp.MustCompile(`^(\d{4})年?前(\d{1,2})个?月$`)
	monthName  = `(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|SEPT|OCT|NOV|DEC|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\.?`
	nameYear   = regexp.MustCompile(`^` + monthName + `[ ,-]*(\d{4})$`)
	yearName   = regexp.MustCompile(`^(\d{4})[ ,-]*` + monthName + `$`)
	namesYear  = regexp.MustCompile(`^` + monthName + `-` + monthName + `[ ,]*(\d{4})$`)
	yearNames  = regexp.MustCompile(`^(\d{4})[ ,]*` + monthName + `-` + monthName + `$`)
	monthOrder = []string{"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"}
)

// ParsePeriod reads a period as people write it: 2022, 2022年, 2023-11, 2023年11月,
// 2023.11, 202311, 2023年1—11月, 2023-01..2023-11, 2023Q3, 2023年三季度, 2023年上半年,
// 2023H1, 2023年前三季度, 2023年前11个月, 2023年末, Nov 2023, Jan–Nov 2023. Full-width digits and any dash will
// do. It guesses nothing: a period without a year is an error.
func ParsePeriod(s string) (Period, error) {
	fail := &PeriodError{Text: s}
	t := strings.ToUpper(strings.TrimSpace(width.Narrow.String(s)))
	t = strings.ReplaceAll(t, "年 ", "年")
	t = strings.TrimSuffix(t, "累计")
	t = strings.ReplaceAll(t, " TO ", "-")
	t = dashes.ReplaceAllString(t, "-")
	t = spaces.ReplaceAllString(t, " ")
	if m := namesYear.FindStringSubmatch(t); m != nil {
		return span(m[3], monthNumber(m[1]), m[3], monthNumber(m[2]), fail)
	}
	if m := yearNames.FindStringSubmatch(t); m != nil {
		return span(m[1], monthNumber(m[2]), m[1], monthNumber(m[3]), fail)
	}
	if m := nameYear.FindStringSubmatch(t); m != nil {
		return span(m[2], monthNumber(m[1]), m[2], monthNumber(m[1]), fail)
	}
	if m := yearName.FindStringSubmatch(t); m != nil {
		return span(m[1], monthNumber(m[2]), m[1], monthNumber(m[2]), fail)
	}
	t = strings.ReplaceAll(t, " ", "")
	if m := yearOnly.FindStringSubmatch(t); m != nil {
		return span(m[1], "1", m[1], "12", fail)
	}
	if m := yearMonth.FindStringSubmatch(t); m != nil {
		return span(m[1], m[2], m[1], m[2], fail)
	}
	if m := compact.FindStringSubmatch(t); m != nil {
		return span(m[1], m[2], m[1], m[2], fail)
	}
	if m := fullSpan.FindStringSubmatch(t); m != nil {
		return span(m[1], m[2], m[3], m[4], fail)
	}
	if m := monthSpan.FindStringSubmatch(t); m != nil {
		return span(m[1], m[2], m[1], m[3], fail)
	}
	if m := quarter.FindStringSubmatch(t); m != nil {
		q := ordinal(m[2] + m[3])
		return span(m[1], strconv.Itoa(3*q-2), m[1], strconv.Itoa(3*q), fail)
	}
	if m := quarterEN.FindStringSubmatch(t); m != nil {
		q := ordinal(m[1])
		return span(m[2], strconv.Itoa(3*q-2), m[2], strconv.Itoa(3*q), fail)
	}
	if m := half.FindStringSubmatch(t); m != nil {
		if m[2] == "1" || m[3] == "上" {
			return span(m[1], "1", m[1], "6", fail)
		}
		return span(m[1], "7", m[1], "12", fail)
	}
	if m := halfEN.FindStringSubmatch(t); m != nil {
		first := 6*ordinal(m[1]) - 5
		return span(m[2], strconv.Itoa(first), m[2], strconv.Itoa(first+5), fail)
	}
	if m := yearEnd.FindStringSubmatch(t); m != nil { // a stock at the end of the year
		return span(m[1], "12", m[1], "12", fail)
	}
	if m := firstN.FindStringSubmatch(t); m != nil {
		return span(m[1], "1", m[1], m[2], fail)
	}
	if m := quarters.FindStringSubmatch(t); m != nil {
		return span(m[1], "1", m[1], strconv.Itoa(3*ordinal(m[2])), fail)
	}
	return Period{}, fail
}

func ordinal(s string) int {
	switch s {
	case "一", "1":
		return 1
	case "二", "2", "两":
		return 2
	case "三", "3":
		return 3
	}
	return 4
}

func monthNumber(name string) string {
	for i, m := range monthOrder {
		if strings.HasPrefix(name, m) {
			return strconv.Itoa(i + 1)
		}
	}
	return "0"
}

// span makes the period from month m1 of year y1 to month m2 of year y2.
func span(y1, m1, y2, m2 string, fail error) (Period, error) {
	var n [4]int
	for i, s := range []string{y1, m1, y2, m2} {
		v, err := strconv.Atoi(s)
		if err != nil {
			return Period{}, fail
		}
		n[i] = v
	}
	for _, y := range []int{n[0], n[2]} {
		if y < 1800 || y > 2200 {
			return Period{}, fail
		}
	}
	if n[1] < 1 || n[1] > 12 || n[3] < 1 || n[3] > 12 {
		return Period{}, fail
	}
	p := Period{NewMonth(n[0], n[1]), NewMonth(n[2], n[3])}
	if p.To < p.From {
		return Period{}, fail
	}
	return p, nil
}
