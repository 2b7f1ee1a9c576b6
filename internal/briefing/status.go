package briefing

import "jianbao/internal/indicator"

// A status is how an indicator stands against its target, in a word. A year or a
// plan under way is judged by its progress, one that is over by what it brought.
// A limit is kept or broken, not outrun: being ahead of the calendar with it is
// no merit.
type status int

// In the order in which they are listed.
const (
	exceeded status = iota
	aheadOfTarget
	met
	onTarget
	withinLimit
	withinPace
	nearPace
	missed
	behindTarget
	overPace
	overLimit
	offTarget
	worded
	noFigure
	singleOnly
	notBySchedule
	notComparable
)

// statusWords are the word at a mark and in a table and, where that is another,
// what heads a list.
var statusWords = [...]struct{ Text, listed Text }{
	exceeded:      {Text: Text{ZH: "超额完成", EN: "exceeded"}},
	aheadOfTarget: {Text: Text{ZH: "超前", EN: "ahead"}},
	met:           {Text: Text{ZH: "完成", EN: "met"}},
	onTarget:      {Text: Text{ZH: "相符", EN: "on track"}, listed: Text{ZH: "与目标相符", EN: "on track"}},
	withinLimit:   {Text: Text{ZH: "达标", EN: "within limit"}},
	withinPace:    {Text: Text{ZH: "控制在进度内", EN: "within pace"}, listed: Text{ZH: "控制在进度内", EN: "within the pace of the ceiling"}},
	nearPace:      {Text: Text{ZH: "略快于进度", EN: "close to pace"}, listed: Text{ZH: "略快于控制进度", EN: "close to the pace of the ceiling"}},
	missed:        {Text: Text{ZH: "未完成", EN: "missed"}},
	behindTarget:  {Text: Text{ZH: "落后", EN: "behind"}},
	overPace:      {Text: Text{ZH: "快于进度", EN: "ahead of pace"}},
	overLimit:     {Text: Text{ZH: "超标", EN: "above limit"}},
	offTarget:     {Text: Text{ZH: "偏离", EN: "off target"}, listed: Text{ZH: "偏离目标", EN: "off target"}},
	worded:        {Text: Text{ZH: "未设数值", EN: "no figure set"}},
	noFigure:      {Text: Text{ZH: "暂无数据", EN: "no data yet"}},
	singleOnly:    {Text: Text{ZH: "仅有当月值", EN: "single month only"}},
	notBySchedule: {Text: Text{ZH: "不能按进度比较", EN: "not comparable by schedule"}},
	notComparable: {Text: Text{ZH: "不可比", EN: "not comparable"}},
}

func statusOf(a indicator.Attainment) status {
	switch {
	case !a.Target.Bound.HasValue() && a.Target.Bound != indicator.Relative:
		return worded
	case a.Verdict == indicator.OffTarget:
		return offTarget
	case a.Verdict == indicator.NoData:
		return noFigure
	case a.SingleOnly():
		return singleOnly
	case a.Verdict == indicator.NotComparable || a.Verdict == "":
		if a.Target.Kind == indicator.LevelTarget && len(a.Actual.Inputs) > 0 && a.Basis == indicator.YearToDate {
			return notBySchedule
		}
		return notComparable
	case a.Limit:
		return limitStatus(a)
	case a.Final():
		return verdictStatus(a.Verdict, exceeded, met, missed)
	}
	return verdictStatus(a.Verdict, aheadOfTarget, onTarget, behindTarget)
}

func limitStatus(a indicator.Attainment) status {
	switch {
	case a.Broken():
		return overLimit
	case a.Share.Computed() && !a.Final():
		on := withinPace
		if round(a.Gap.Value, 1).Sign() > 0 { // within the tolerance, but not within the pace
			on = nearPace
		}
		return verdictStatus(a.Verdict, withinPace, on, overPace)
	}
	return verdictStatus(a.Verdict, withinLimit, withinLimit, behindTarget)
}

func verdictStatus(v indicator.Verdict, ahead, on, behind status) status {
	switch v {
	case indicator.Ahead:
		return ahead
	case indicator.OnTrack:
		return on
	}
	return behind
}

// statusWord is a status as it stands at a mark.
func statusWord(a indicator.Attainment) Text {
	if a.SingleOnly() && a.Period.Months() == 3 {
		return Text{ZH: "仅有当季值", EN: "single quarter only"}
	}
	return statusWords[statusOf(a)].Text
}

// listed is a status as it heads a list: 落后, 与目标相符.
func (s status) listed() Text {
	if w := statusWords[s]; w.listed.IsZero() {
		return w.Text
	}
	return statusWords[s].listed
}

// counted is how many have a status that falls short, as the end of a title.
func (s status) counted(n int) Text {
	k := count(n)
	if s == overPace {
		return Text{ZH: k.ZH + "项快于控制进度", EN: k.EN + " ahead of pace to " + pluralOnly(n, "its ceiling", "their ceilings")}
	}
	return Text{ZH: k.ZH + "项" + s.listed().ZH, EN: k.EN + " " + s.listed().EN}
}

// byStatus parts items by their status, in the order of the list.
func byStatus(rows []*item) (all []status, of map[status][]*item) {
	of = map[status][]*item{}
	for _, it := range rows {
		s := statusOf(*it.target)
		of[s] = append(of[s], it)
	}
	for s := exceeded; s <= notComparable; s++ {
		if len(of[s]) > 0 {
			all = append(all, s)
		}
	}
	return all, of
}

// allDone reports that the time of all targets is over.
func allDone(rows []*item) bool {
	for _, it := range rows {
		if !it.target.Final() {
			return false
		}
	}
	return true
}

// limits counts the limits among targets.
func limits(rows []*item) int {
	n := 0
	for _, it := range rows {
		if it.target.Limit {
			n++
		}
	}
	return n
}
