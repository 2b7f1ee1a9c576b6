package briefing

import (
	"strings"

	"jianbao/internal/indicator"
)

// tally counts verdicts.
func tally(rows []*item) (ahead, on, behind []*item) {
	for _, it := range rows {
		switch it.target.Verdict {
		case indicator.Ahead:
			ahead = append(ahead, it)
		case indicator.OnTrack:
			on = append(on, it)
		case indicator.Behind, indicator.OffTarget:
			behind = append(behind, it)
		}
	}
	return
}

// allOf is every one of n, at the head of an English sentence.
func allOf(n int) string {
	if n == 2 {
		return "Both"
	}
	return "All " + count(n).EN
}

// kindOf names the targets that stand on one scale.
var kindOf = map[scale]Text{onGrowth: {ZH: "增长目标", EN: "growth targets"}, onShare: {ZH: "总量目标", EN: "targets for levels"}, onRate: {ZH: "比率目标", EN: "targets for rates"}, onOwn: {ZH: "水平目标", EN: "targets for levels and rates"}}

// targetTitle says how many are at or above their targets.
func (c *composer) targetTitle(s scale, rows []*item) Text {
	if len(rows) == 1 {
		return c.oneTitle(s, rows[0])
	}
	return titleOf(kindOf[s], rows)
}

// oneTitle is about a single indicator.
func (c *composer) oneTitle(s scale, it *item) Text {
	l, w := it.r.label(), statusWord(*it.target)
	t := it.target.Target
	switch {
	case s == onShare && it.target.Limit:
		return limitTitle(it)
	case s == onShare:
		share := it.share().plain() + "%"
		return Text{ZH: l.ZH + "完成全年目标的" + share, EN: sentenceCase(l.EN) + ": " + share + " of the target for the year"}
	case s == onGrowth && t.Bound != indicator.Between && gapOf(it).Sign() != 0 && t.Bound != indicator.Relative:
		return c.againstTitle(it)
	}
	f := it.r.fact(it.target.Actual, it.target.Period, it.r.places, asLevel)
	v := same(f.plain() + "%")
	if s == onOwn {
		v = it.r.amount(f).text()
	}
	return Text{ZH: l.ZH + v.ZH + "，" + w.ZH, EN: sentenceCase(l.EN) + ": " + v.EN + ", " + w.EN}
}

// limitTitle: a limit is used up, not completed.
func limitTitle(it *item) Text {
	l, w, share := it.r.label(), statusWord(*it.target), it.share().plain()+"%"
	of := limitNoun(it)
	if it.target.Broken() {
		w = Text{ZH: "超过上限", EN: "exceeded"}
	}
	return Text{ZH: l.ZH + "已达全年" + of.ZH + "的" + share + "，" + w.ZH, EN: sentenceCase(l.EN) + ": " + share + " of the year's " + of.EN + ", " + w.EN}
}

// limitNoun is what the number of a limit is called.
func limitNoun(it *item) Text {
	if it.target.Target.Bound == indicator.AtMost {
		return Text{ZH: "控制数", EN: "ceiling"}
	}
	return Text{ZH: "目标", EN: "target"}
}

// titleOf counts the targets of a kind by how they stand.
func titleOf(kind Text, rows []*item) Text {
	ahead, on, behind := tally(rows)
	n, ok := len(rows), len(ahead)+len(on)
	if allDone(rows) {
		return doneTitle(kind, rows, behind)
	}
	reached, track := "达到进度", " on track or ahead, "
	if limits(rows) > 0 { // a limit is kept: no merit in being ahead of it, and no track to be on
		reached, track = "符合要求", " in line, "
	}
	switch standings, _ := byStatus(rows); {
	case len(behind) == 0 && limits(rows) > 0:
		return Text{ZH: count(n).ZH + "项指标均符合目标要求", EN: allOf(n) + " indicators are in line with their targets"}
	case len(behind) == 0 && len(on) == 0:
		return Text{ZH: count(n).ZH + "项指标均快于目标", EN: allOf(n) + " indicators are ahead of target"}
	case len(behind) == 0:
		return Text{ZH: count(n).ZH + "项指标均达到目标进度", EN: allOf(n) + " indicators are on or ahead of target"}
	case ok == 0 && len(standings) == 1 && standings[0] == behindTarget:
		return Text{ZH: count(n).ZH + "项指标均落后于目标", EN: allOf(n) + " indicators are behind target"}
	case ok == 0 && len(standings) == 1:
		w := standings[0].listed()
		return Text{ZH: count(n).ZH + "项指标均" + w.ZH, EN: allOf(n) + " indicators are " + w.EN}
	case ok == 0:
		who := missing(behind)
		return Text{ZH: count(n).ZH + "项" + kind.ZH + "均未" + reached + "，" + who.ZH, EN: noneOf(n) + " " + kind.EN + " is" + strings.Replace(track, " or ahead", "", 1) + who.EN}
	}
	who := missing(behind)
	return Text{
		ZH: count(n).ZH + "项" + kind.ZH + "中" + count(ok).ZH + "项" + reached + "，" + who.ZH,
		EN: sentenceCase(count(ok).EN) + " of " + count(n).EN + " " + kind.EN + track + who.EN,
	}
}

// noneOf is not one of n, at the head of an English sentence.
func noneOf(n int) string {
	if n == 2 {
		return "Neither of the two"
	}
	return "None of the " + count(n).EN
}

// missing names what falls short of its target: one by its name, more by their
// number.
func missing(rows []*item) Text {
	if len(rows) == 1 {
		l, w := rows[0].r.label(), statusWord(*rows[0].target)
		if statusOf(*rows[0].target) == missed {
			return Text{ZH: l.ZH + w.ZH, EN: "that for " + inside(l.EN) + " " + w.EN}
		}
		return Text{ZH: l.ZH + w.ZH, EN: inside(l.EN) + " " + w.EN}
	}
	var zh, en []string
	standings, of := byStatus(rows)
	for _, s := range standings {
		t := s.counted(len(of[s]))
		zh, en = append(zh, t.ZH), append(en, t.EN)
	}
	return Text{ZH: joined(zh, "、"), EN: joined(en, ", ")}
}

// doneTitle says how many targets of a year that is over were met.
func doneTitle(k Text, rows, behind []*item) Text {
	n := len(rows)
	switch len(behind) {
	case 0:
		return Text{ZH: count(n).ZH + "项" + k.ZH + "均已完成", EN: allOf(n) + " " + k.EN + " were met"}
	case n:
		return Text{ZH: count(n).ZH + "项" + k.ZH + "均未完成", EN: allOf(n) + " " + k.EN + " were missed"}
	}
	who, ok := missing(behind), n-len(behind)
	return Text{
		ZH: count(n).ZH + "项" + k.ZH + "中" + count(ok).ZH + "项完成，" + who.ZH,
		EN: sentenceCase(count(ok).EN) + " of " + count(n).EN + " " + k.EN + " met, " + who.EN,
	}
}
