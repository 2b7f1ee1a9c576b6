package briefing

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// opinion is a second opinion on the agreement of the two languages that knows
// nothing of facts: it reads the numbers of every generated text, converts them
// (1亿 = 100 million) and compares. The source's own words are not judged.
func opinion(b *Briefing, d *indicator.Dataset) []*Disparity {
	own, units := ownNames(d), unitsOf(d)
	names := masks(own)
	var out []*Disparity
	for _, t := range b.generated() {
		t.ZH, t.EN = names.Replace(t.ZH), names.Replace(t.EN) // before units, which names may contain
		if d := compare(withoutUnits(t, units), names); d != nil {
			out = append(out, d)
		}
	}
	return out
}

var (
	chineseMonths = regexp.MustCompile(`\d{4}(?:[—/]\d{2,4})?(?:年|财年)|(\d+—)?\d+月(末|\d+日)?`)
	chineseNumber = regexp.MustCompile(`(−?)(\d[\d,]*(?:\.\d+)?)(万亿|亿|万|\s+(?i:thousand|million|billion|trillion)\b)?`)
	englishDates  = regexp.MustCompile(`(?:^|[ (–-])(?:19|20)\d{2}(?:[–/]\d{2,4})?\b|\b[QH][1-4]\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b`)
	englishNumber = regexp.MustCompile(`(−?)(?:RMB |US\$|HK\$|EUR |JPY |GBP )?(\d[\d,]*(?:\.\d+)?)(?: (trillion|billion|million|thousand)\b| (万亿|亿|万))?`)

	powers = map[string]int32{"万": 4, "亿": 8, "万亿": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
)

// compare is the disparity of one text, nil where the numbers agree.
func compare(t Text, names *strings.Replacer) *Disparity {
	if t.ZH == strings.ReplaceAll(t.EN, ",", "") || !strings.ContainsAny(t.ZH, "0123456789") && !strings.ContainsAny(t.EN, "0123456789") {
		return nil // one number set once, or none
	}
	zh := numbers(chineseNumber, chineseMonths.ReplaceAllString(names.Replace(t.ZH), ""))
	en := numbers(englishNumber, englishDates.ReplaceAllString(names.Replace(t.EN), ""))
	left, right := without(zh, en), without(en, zh)
	if len(left)+len(right) == 0 {
		return nil
	}
	return &Disparity{Text: t, ZH: left, EN: right}
}

// numbers are the numbers of a text in full digits, sorted.
func numbers(re *regexp.Regexp, s string) []string {
	var out []string
	at := re.FindAllStringSubmatchIndex(s, -1)
	for i, m := range re.FindAllStringSubmatch(s, -1) {
		v, err := decimal.NewFromString(strings.ReplaceAll(m[2], ",", ""))
		if err != nil {
			continue
		}
		scale := m[3]
		if scale == "" && len(m) > 4 {
			scale = m[4] // a unit that is not known stands as it is in both languages
		}
		if scale == "" && i+1 < len(at) {
			// Of 30000—35000万 and 300–350 million, the scale stands once.
			dash, next := s[at[i][1]:at[i+1][0]], at[i+1]
			if (dash == "—" || dash == "–") && next[6] >= 0 {
				scale = s[next[6]:next[7]]
			}
		}
		v = v.Shift(powers[strings.ToLower(strings.TrimSpace(scale))])
		if m[1] != "" {
			v = v.Neg()
		}
		out = append(out, v.String())
	}
	sort.Strings(out)
	return out
}

// without is what a has more of than b; both are sorted.
func without(a, b []string) []string {
	var out []string
	for len(a) > 0 {
		switch {
		case len(b) == 0 || a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] == b[0]:
			a, b = a[1:], b[1:]
		default:
			b = b[1:]
		}
	}
	return out
}

// masks hides the source's own words that carry figures, longer ones before
// shorter ones that they contain.
func masks(names []Text) *strings.Replacer {
	var words []string
	for _, n := range names {
		for _, s := range [...]string{n.ZH, n.EN} {
			if strings.ContainsAny(s, "0123456789") {
				words = append(words, s, inside(s), sentenceCase(s))
			}
		}
	}
	sort.SliceStable(words, func(i, j int) bool { return len(words[i]) > len(words[j]) })
	var pairs []string
	for _, w := range words {
		pairs = append(pairs, w, " ")
	}
	return strings.NewReplacer(pairs...)
}

// generated lists the texts that a briefing makes by itself, in order.
func (b *Briefing) generated() []Text {
	out := []Text{b.Headline, b.Period}
	for _, t := range b.Tiles {
		out = append(out, t.Growth, t.Target, Text{ZH: t.Amount.ZH.String(), EN: t.Amount.EN.String()})
	}
	out = append(out, textsOf(b.Lead)...)
	for _, s := range b.Sections {
		out = append(out, s.Title)
		out = append(out, textsOf(s.Blocks)...)
	}
	return out
}

func textsOf(blocks []Block) []Text {
	var out []Text
	figure := func(f *Figure) { out = append(out, f.Title, f.Description, f.Alt, f.Note) }
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			out = append(out, b.Text)
		case *Notes:
			for _, i := range b.Items {
				out = append(out, i.Text)
			}
		case *Figure:
			figure(b)
		case *FigureGrid:
			out = append(out, b.Title, b.Description)
			for i := range b.Figures {
				figure(&b.Figures[i])
			}
		case *Table:
			out = append(out, b.Title, b.Description)
			out = append(out, b.Notes...)
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					out = append(out, c.Text)
				}
			}
		}
	}
	return out
}

// unitsOf lists the units as tables and axes show them.
func unitsOf(d *indicator.Dataset) []Text {
	var out []Text
	for i := range d.Series {
		if u := complete(d.Series[i].Unit.Text); !slices.Contains(out, u) && !u.IsZero() {
			out = append(out, u)
		}
	}
	return out
}

// withoutUnits drops a unit that stands alone or in brackets in both languages:
// 亿元 and RMB 100 million are two labels of one number.
func withoutUnits(t Text, units []Text) Text {
	for _, u := range units {
		zh, en := "（"+u.ZH+"）", "("+u.EN+")"
		switch {
		case t == u:
			return Text{}
		case strings.Contains(t.ZH, zh) && strings.Contains(t.EN, en):
			t = Text{ZH: strings.Replace(t.ZH, zh, "", 1), EN: strings.Replace(t.EN, en, "", 1)}
		}
	}
	return t
}

// ownNames lists the words of the source that generated texts quote: names,
// wordings of targets without a number, notes.
func ownNames(d *indicator.Dataset) []Text {
	i := d.Info
	out := []Text{i.Source, i.Contact, i.Headline, i.Area}
	for k := range d.Series {
		s := &d.Series[k]
		r := reading{s: s}
		out = append(out, s.Name, s.Short, s.Note, s.Group, r.name(), r.label())
		if _, after := englishUnit(s.Unit); strings.ContainsAny(after, "0123456789") { // per RMB 10 thousand
			out = append(out, Text{EN: after})
		}
	}
	for _, t := range d.Targets {
		if !t.Bound.HasValue() {
			out = append(out, t.Text)
		}
	}
	return out
}
