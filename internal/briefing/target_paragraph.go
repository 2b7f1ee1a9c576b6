package briefing

import "jianbao/internal/indicator"

// targetParagraph sums the attainment up: who is ahead, who is behind and by
// how much, and what cannot be judged.
func (c *composer) targetParagraph() *Paragraph {
	var all, open, worded []*item
	for _, it := range c.targeted() {
		switch {
		case it.measured():
			all = append(all, it)
		case !it.target.Target.Bound.HasValue() && it.target.Target.Bound != indicator.Relative:
			worded = append(worded, it)
		default:
			open = append(open, it)
		}
	}
	n := len(all) + len(open) + len(worded)
	if n == 0 {
		return nil
	}
	if n == 1 && len(all) == 1 {
		return c.tell(all[0])
	}
	var s sentence
	y := num(c.at.To.Year())
	for _, it := range all {
		s.refs = append(s.refs, it.target.Gap.Inputs...)
	}
	var zh, en []string
	verb := isAre
	if len(all) > 0 && allDone(all) {
		verb = func(n int) string { return pluralOnly(n, "was", "were") }
	}
	standings, of := byStatus(all)
	for _, standing := range standings {
		rows, w := of[standing], standing.listed()
		k := len(rows)
		var names, namesEN []string
		for _, it := range rows {
			l, gap := it.r.label(), gapInProse(it)
			names = append(names, l.ZH+bracket(gap.ZH, "（", "）"))
			namesEN = append(namesEN, inside(l.EN)+bracket(gap.EN, " (", ")"))
		}
		if k == n {
			s.add(y+"年"+count(n).ZH+"项指标均"+w.ZH+"："+joined(names, "、")+"。",
				allOf(n)+" targets for "+y+" "+verb(n)+" "+w.EN+": "+enumerate(namesEN, ", ", " and ")+".")
			continue
		}
		zh = append(zh, count(k).ZH+"项"+w.ZH+"："+joined(names, "、"))
		en = append(en, count(k).EN+" "+verb(k)+" "+w.EN+": "+enumerate(namesEN, ", ", " and "))
	}
	if len(zh) > 0 {
		head := Text{ZH: y + "年" + count(n).ZH + "项目标中，", EN: "Of the " + count(n).EN + " targets for " + y + ", "}
		s.add(head.ZH+joined(zh, "；")+"。", head.EN+joined(en, "; ")+".")
	}
	s.join(openSentence(open), nil)
	for _, it := range worded {
		l, w := it.r.label(), c.targetWords(it.r, it.target.Target)
		s.join(Text{
			ZH: l.ZH + "未设数值，目标表述为“" + w.ZH + "”。",
			EN: "For " + inside(l.EN) + " no figure is set: the target is worded “" + w.EN + "”.",
		}, []Cell{it.target.Target.Cell})
	}
	return s.paragraph()
}

// openSentence names the targets against which nothing can be set yet, those for
// the mean of a year of which one month is known, and those that no share of the
// year can be taken of.
func openSentence(open []*item) Text {
	var none, uneven []Text
	var spans []Text // what single figures cover, in order
	single := map[Text][]Text{}
	for _, it := range open {
		switch l := inner(it.r.label()); statusOf(*it.target) {
		case notBySchedule:
			uneven = append(uneven, l)
		case singleOnly:
			of := singleOf(it)
			of.ZH = it.r.when(it.target.Period).ZH + of.ZH
			if single[of] == nil {
				spans = append(spans, of)
			}
			single[of] = append(single[of], l)
		default:
			none = append(none, l)
		}
	}
	var parts []Text
	for _, of := range spans {
		n, l := len(single[of]), list(single[of])
		whose := pluralOnly(n, "its target is", "their targets are")
		parts = append(parts, Text{ZH: l.ZH + "为" + of.ZH + "，全年目标按全年考核。", EN: "The " + plural(n, "figure") + " for " + l.EN + " " + isAre(n) + " for " + of.EN + "; " + whose + " for the year."})
	}
	if l := list(none); len(none) > 0 {
		parts = append(parts, Text{ZH: l.ZH + "尚无可与目标比较的数据。", EN: "No figure can yet be set against the " + plural(len(none), "target") + " for " + l.EN + "."})
	}
	if l := list(uneven); len(uneven) > 0 {
		parts = append(parts, Text{ZH: l.ZH + "涉及负数，年内不能按时间进度与目标比较。", EN: "As negative amounts have no schedule, the " + plural(len(uneven), "target") + " for " + l.EN + " can be judged only at the end of the year."})
	}
	return joinTexts("", " ", parts)
}
