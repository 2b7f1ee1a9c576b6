package indicator

import "strings"

// RevisionKind is how a figure differs from what was published before.
type RevisionKind string

const (
	Changed   RevisionKind = "changed"
	Withdrawn RevisionKind = "withdrawn" // had a value, and has none now
	Late      RevisionKind = "late"      // has a value now that it lacked
)

// A Revision is one figure that differs between two vintages of a dataset.
type Revision struct {
	Kind   RevisionKind
	Series string // id in the new dataset
	Period Period
	Was    Quantity // in the unit of the new dataset
	Now    Quantity
}

// Vintages is what comparing a dataset with an earlier one of it has shown.
type Vintages struct {
	Revisions    []Revision
	Compared     int       // figures that are in both
	Dropped      []*Series // of the earlier dataset, without a counterpart now
	Incomparable []*Series // of the new dataset, whose unit has changed in kind
}

// ReviseAgainst finds the figures of d that differ from those of an earlier
// dataset of the same indicators and marks them as revised, with the earlier
// figure beside them. A figure that the source itself marks as revised, with
// what was published before, keeps that. One marked as preliminary stays so: it
// has been revised and may be again; the earlier figure is kept beside it too.
// The figures of one workbook are of one vintage: what this comparison marks may
// still be derived from together with what it does not.
// Figures are compared exactly, after conversion where only the power of ten of
// the unit has changed. What is new, or gone, is reported and not marked.
func (d *Dataset) ReviseAgainst(old *Dataset) Vintages {
	var v Vintages
	before := earlierOf(old)
	met := map[*Series]bool{}
	for i := range d.Series {
		s := &d.Series[i]
		was := before.counterpart(d, s)
		if was == nil {
			continue
		}
		met[was] = true
		if s.Unit.Base != was.Unit.Base || s.Unit.Base == "" && s.Unit.Text != was.Unit.Text {
			v.Incomparable = append(v.Incomparable, s)
			continue
		}
		d.revise(s, was, &v)
	}
	for i := range old.Series {
		if s := &old.Series[i]; !met[s] && s.hasValues() {
			v.Dropped = append(v.Dropped, s)
		}
	}
	return v
}

func (s *Series) hasValues() bool { _, ok := s.Latest(); return ok }

// earlier finds the series of an earlier dataset by id and by name.
type earlier struct {
	*Dataset
	byID, byZH, byEN map[sameKind]*Series
}

// sameKind is what a series and its counterpart share: an id or a name, in small
// letters, and what is measured.
type sameKind struct {
	called  string
	measure Measure
	compare Compare
	basis   Basis
}

func (s *Series) kind(called string) sameKind {
	return sameKind{strings.ToLower(strings.TrimSpace(called)), s.Measure, s.Compare, s.Basis}
}

func earlierOf(old *Dataset) earlier {
	e := earlier{old, map[sameKind]*Series{}, map[sameKind]*Series{}, map[sameKind]*Series{}}
	for i := range old.Series {
		s := &old.Series[i]
		first(e.byID, s.kind(s.ID), s)
		if s.Of == "" {
			first(e.byZH, s.kind(s.Name.ZH), s)
			first(e.byEN, s.kind(s.Name.EN), s)
		}
	}
	return e
}

func first(m map[sameKind]*Series, k sameKind, s *Series) {
	if _, ok := m[k]; !ok && k.called != "" {
		m[k] = s
	}
}

// counterpart is the series that is the same indicator as one of d under the
// same measure, or nil: by an id that both sources give, else by a name.
func (e earlier) counterpart(d *Dataset, s *Series) *Series {
	if s.Measure == Growth && s.Of != "" {
		if of := d.Find(s.Of); of != nil {
			if o := e.counterpart(d, of); o != nil {
				return e.GrowthOf(o.ID, s.Compare)
			}
		}
	}
	if o := e.byID[s.kind(s.ID)]; o != nil && (s.OwnID && o.OwnID || alike(o.Name.ZH, s.Name.ZH) || alike(o.Name.EN, s.Name.EN)) {
		return o
	}
	switch {
	case s.Of != "":
		return nil
	case s.Name.ZH != "":
		return e.byZH[s.kind(s.Name.ZH)]
	}
	return e.byEN[s.kind(s.Name.EN)]
}

func alike(a, b string) bool {
	return a != "" && strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}

func (d *Dataset) revise(s, was *Series, v *Vintages) {
	for i := range s.Observations {
		now := &s.Observations[i]
		then, ok := was.At(now.Period)
		if !ok {
			continue
		}
		before := inUnitOf(observed(then), was.Unit, s.Unit)
		before.Value = Clean(before.Value)
		r := Revision{Series: s.ID, Period: now.Period, Was: before, Now: observed(*now)}
		switch {
		case now.Status.HasValue() && !then.Status.HasValue():
			r.Kind = Late
		case !now.Status.HasValue() && then.Status.HasValue():
			r.Kind = Withdrawn
		case !now.Status.HasValue():
			continue
		default:
			v.Compared++
			if before.Value.Equal(now.Value) {
				continue
			}
			r.Kind = Changed
			if now.Previous == nil {
				value := before.Value
				now.Previous, now.PreviousCell = &value, then.Cell
			}
			if now.Status == Normal {
				now.Status, now.Compared = Revised, true
			}
		}
		v.Revisions = append(v.Revisions, r)
	}
}
