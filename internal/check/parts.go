package check

import (
	"fmt"
	"math"
	"strings"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// parts holds every total against the sum of its parts, and every part that is
// only one of several (其中, of which) against its total.
func (c *checker) parts() {
	children := map[string][]*view{}
	for i := range c.views {
		if v := &c.views[i]; v.Parent != "" && v.Parent != v.ID && v.Measure == indicator.Level {
			children[v.Parent] = append(children[v.Parent], v)
		}
	}
	for i := range c.views {
		total := &c.views[i]
		kids := children[total.ID]
		if total.ID == "" || len(kids) == 0 || total.Measure != indicator.Level || !isAmount(total.Series) {
			continue
		}
		delete(children, total.ID) // ids are unique; where they are not, the first has the parts
		var full []*view
		for _, k := range kids {
			switch {
			case k.Partial:
				c.within(k, total)
			default:
				full = append(full, k)
			}
		}
		c.sumOf(full, total)
	}
}

// commensurable reports whether a part is an amount in the unit of its total,
// but for a power of ten.
func commensurable(part, total *view) bool {
	if part.Basis != total.Basis || !isAmount(part.Series) || part.Unit.Base != total.Unit.Base {
		return false
	}
	return part.Unit.Base != "" || part.Unit.Text == total.Unit.Text || part.Unit.Text.IsZero()
}

// breakdown is a total with the parts that exhaust it, in the periods for which
// all of them have a value.
type breakdown struct {
	total  *view
	parts  []*view
	at     []int   // observations of the total
	of     [][]int // observations of the parts, for each of at
	gap    []float64
	holds  []bool
	nearly int // failures by no more than a tenth: of a real breakdown, or one that lacks a little
}

func (c *checker) sumOf(parts []*view, total *view) {
	if len(parts) < 2 {
		return
	}
	b := breakdown{total: total, parts: parts}
	for _, p := range parts {
		if !commensurable(p, total) {
			return
		}
	}
	for i := range total.Observations {
		if total.sound(i) {
			b.compare(i)
		}
	}
	slips, pattern := judge(b.holds)
	if len(slips) == 0 && len(pattern) == len(b.holds) && len(b.holds) <= 2 && b.nearly > 0 && exhaustive(parts) {
		slips, pattern = pattern, nil
	}
	for _, i := range slips {
		c.partsDiffer(&b, i)
	}
	if len(pattern) > 0 && 2*b.nearly >= len(b.holds)-b.kept() {
		c.partsNeverAddUp(&b, pattern)
	}
}

// compare adds the i-th observation of the total, where all parts have a value
// as firm as its own.
func (b *breakdown) compare(i int) {
	o := &b.total.Observations[i]
	of := make([]int, len(b.parts))
	sum, halves := 0.0, b.total.prec.half(o.Value)
	for k, p := range b.parts {
		j := p.valueAt(o.Period)
		if j < 0 || (p.Observations[j].Status == indicator.Revised) != (o.Status == indicator.Revised) {
			return
		}
		of[k] = j
		factor := pow10(p.Unit.Scale - b.total.Unit.Scale)
		sum += p.num[j] * factor
		halves += p.prec.half(p.Observations[j].Value) * factor
	}
	gap := math.Abs(sum - b.total.num[i])
	ok := gap <= slackOf(halves, b.total.num[i])
	if !ok && 10*gap <= math.Abs(b.total.num[i]) {
		b.nearly++
	}
	b.at, b.of, b.gap, b.holds = append(b.at, i), append(b.of, of), append(b.gap, gap), append(b.holds, ok)
}

func (b *breakdown) kept() int {
	n := 0
	for _, ok := range b.holds {
		if ok {
			n++
		}
	}
	return n
}

// exhaustive reports whether the parts are the three industries, which are all
// there is to an economy.
func exhaustive(parts []*view) bool {
	found := 0
	for _, p := range parts {
		for _, w := range []string{"第一产业", "第二产业", "第三产业"} {
			if strings.Contains(p.Name.ZH, w) {
				found++
			}
		}
	}
	return found == 3 && len(parts) == 3
}

// sum is the exact sum of the parts in the unit of the total.
func (b *breakdown) sum(k int) indicator.Decimal {
	var sum indicator.Decimal
	for j, p := range b.parts {
		sum = sum.Add(shifted(p.Observations[b.of[k][j]].Value, p.Unit.Scale-b.total.Unit.Scale))
	}
	return sum
}

func (c *checker) partsDiffer(b *breakdown, k int) {
	o := b.total.Observations[b.at[k]]
	var zh, en []string
	for j, p := range b.parts {
		if j == 4 && len(b.parts) > 5 {
			zh, en = append(zh, fmt.Sprintf("等%d项", len(b.parts))), append(en, fmt.Sprintf("%d parts in all", len(b.parts)))
			break
		}
		n, v := name(p.Series), p.Observations[b.of[k][j]].Value
		u := ""
		if p.Unit.Scale != b.total.Unit.Scale {
			u = either(p.Unit.Text).ZH
		}
		zh, en = append(zh, fmt.Sprintf("%s%s%s", n.ZH, v, u)), append(en, fmt.Sprintf("%s %s%s", n.EN, v, u))
	}
	n, p, sum := name(b.total.Series), when(o.Period), b.sum(k)
	c.add(diagnostic.Warning, "parts-total", o.Cell,
		fmt.Sprintf("“%s”%s为%s，而各组成部分之和为%s（%s），相差%s，非四舍五入所能解释。请核对合计与各部分；如所列并非全部，请标明“其中”。", n.ZH, p.ZH, o.Value, sum, strings.Join(zh, "、"), sum.Sub(o.Value).Abs()),
		fmt.Sprintf("“%s” is %s in %s, but its parts add up to %s (%s): a difference of %s, more than rounding explains. Check the total and the parts; where the parts listed are not all, mark them “of which”.", n.EN, o.Value, p.EN, sum, strings.Join(en, ", "), sum.Sub(o.Value).Abs()))
}

// partsNeverAddUp is said once: the parts are no breakdown of the total, or are
// defined otherwise for a time.
func (c *checker) partsNeverAddUp(b *breakdown, pattern []int) {
	k := pattern[len(pattern)-1]
	o := b.total.Observations[b.at[k]]
	n, p, sum := name(b.total.Series), when(o.Period), b.sum(k)
	c.add(diagnostic.Info, "parts-total", o.Cell,
		fmt.Sprintf("“%s”可比的%d个时期中有%d个与其%d个组成部分之和不符，如%s为%s而合计%s。若各部分有交叉、并非全部或按链式不变价计算，则属正常；否则请核对。", n.ZH, len(b.holds), len(pattern), len(b.parts), p.ZH, o.Value, sum),
		fmt.Sprintf("in %d of %s “%s” differs from the sum of its %d parts, for example %s against %s in %s. That is as it should be where parts overlap, are not all, or are in chained prices; otherwise check them.", len(pattern), plural(len(b.holds), "period"), n.EN, len(b.parts), o.Value, sum, p.EN))
}

// within holds a part that is one of several against its total. Only amounts
// that are never below zero are bounded by their total.
func (c *checker) within(part, total *view) {
	if !commensurable(part, total) || part.anyNegative() || total.anyNegative() {
		return
	}
	factor := pow10(part.Unit.Scale - total.Unit.Scale)
	var holds []bool
	var at [][2]int
	for i := range part.Observations {
		o := &part.Observations[i]
		j := total.valueAt(o.Period)
		if !part.sound(i) || j < 0 || (o.Status == indicator.Revised) != (total.Observations[j].Status == indicator.Revised) {
			continue
		}
		slack := slackOf(part.prec.half(o.Value)*factor+total.prec.half(total.Observations[j].Value), total.num[j])
		holds, at = append(holds, part.num[i]*factor <= total.num[j]+slack), append(at, [2]int{i, j})
	}
	slips, pattern := judge(holds)
	if len(holds) <= 2 {
		slips, pattern = append(slips, pattern...), nil // there is no pattern yet, and of is said
	}
	n, of := name(part.Series), name(total.Series)
	for _, k := range slips {
		o, t := part.Observations[at[k][0]], total.Observations[at[k][1]]
		p := when(o.Period)
		c.add(diagnostic.Warning, "part-exceeds-total", o.Cell,
			fmt.Sprintf("“%s”%s为%s%s，大于其所属的“%s”%s%s。部分不应大于总体；请核对两者的数值和单位。", n.ZH, p.ZH, o.Value, either(part.Unit.Text).ZH, of.ZH, t.Value, either(total.Unit.Text).ZH),
			fmt.Sprintf("“%s” is %s in %s, more than “%s”, of which it is a part, at %s. A part is no larger than the whole; check both figures and their units.", n.EN, quantity(o.Value, part), p.EN, of.EN, quantity(t.Value, total)))
	}
	if len(pattern) > 0 {
		o := part.Observations[at[pattern[0]][0]]
		c.add(diagnostic.Info, "part-exceeds-total", o.Cell,
			fmt.Sprintf("“%s”在%d个可比时期中有%d个大于“%s”，可能并非其一部分。如确为其中一部分，请核对数值和单位。", n.ZH, len(holds), len(pattern), of.ZH),
			fmt.Sprintf("“%s” is larger than “%s” in %d of %s, so it may be no part of it. If it is, check the figures and their units.", n.EN, of.EN, len(pattern), plural(len(holds), "period")))
	}
}

// quantity is a value with its unit, in English.
func quantity(v indicator.Decimal, s *view) string {
	u := either(s.Unit.Text).EN
	return strings.TrimSpace(v.String() + " " + u)
}

func pow10(scale int) float64 { return decimal.New(1, int32(scale)).InexactFloat64() }
