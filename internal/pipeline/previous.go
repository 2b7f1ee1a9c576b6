package pipeline

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/sources"
)

// revise sets a dataset against the workbook that was published before it and
// marks what has been revised. previous is that workbook, or a folder with one
// of the same name.
func revise(d *indicator.Dataset, path, previous string, opt Options) diagnostic.List {
	var list diagnostic.List
	here := indicator.Cell{File: d.File}
	if info, err := os.Stat(previous); err == nil && info.IsDir() {
		previous = filepath.Join(previous, filepath.Base(path))
		if _, err := os.Stat(previous); err != nil {
			list.Add(diagnostic.Warning, "no-previous", here,
				fmt.Sprintf("前次文件夹中没有同名的“%s”，未作修订对比。请放入前次的工作簿，或用 --previous 指明文件。", filepath.Base(path)),
				fmt.Sprintf("the folder of earlier workbooks has no %q, so that nothing was compared. Put the earlier workbook there, or name the file with --previous.", filepath.Base(path)))
			return list
		}
	}
	old := sources.Read(previous, opt.Read)
	if old.Dataset == nil || old.Diagnostics.Has(diagnostic.Error) {
		for _, x := range old.Diagnostics {
			if x.Severity == diagnostic.Error {
				list = append(list, x)
			}
		}
		return list
	}
	if p, q := old.Dataset.ReportingPeriod(), d.ReportingPeriod(); p.To > q.To {
		list.Add(diagnostic.Warning, "previous-is-later", here,
			fmt.Sprintf("前次工作簿“%s”的报告期（%s）晚于本次（%s）；两个文件是否给反了？", filepath.Base(previous), p.Code(), q.Code()),
			fmt.Sprintf("the earlier workbook %q reports on %s, which is after %s of this one; are the two the wrong way round?", filepath.Base(previous), p.Code(), q.Code()))
	}
	v := d.ReviseAgainst(old.Dataset)
	for _, s := range v.Incomparable {
		list.Add(diagnostic.Warning, "revision-unit", s.Cell,
			fmt.Sprintf("“%s”的单位与前次不是同一类，无法对比修订。", nameOf(s).ZH),
			fmt.Sprintf("the unit of “%s” is of another kind than before, so that revisions cannot be told.", nameOf(s).EN))
	}
	for _, s := range v.Dropped {
		if s.Of == "" {
			list.Add(diagnostic.Info, "revision-dropped", s.Cell,
				fmt.Sprintf("前次有“%s”，本次没有；如系改名，请保持编号或名称一致，否则无法对比修订。", nameOf(s).ZH),
				fmt.Sprintf("“%s” was there before and is not now; if it was renamed, keep its id or name, or its revisions cannot be told.", nameOf(s).EN))
		}
	}
	n := 0
	var each diagnostic.List
	for _, r := range v.Revisions {
		if r.Kind == indicator.Changed {
			n++
		}
		each = append(each, tell(d, r))
	}
	list = append(list, each.Limit(10)...)
	switch {
	case v.Compared == 0:
		list.Add(diagnostic.Warning, "previous-differs", here,
			fmt.Sprintf("与前次工作簿“%s”没有共同的数据，无法对比修订；请确认文件无误。", filepath.Base(previous)),
			fmt.Sprintf("there are no figures in common with the earlier workbook %q, so that no revisions can be told; check that it is the right file.", filepath.Base(previous)))
	case n == 0:
		list.Add(diagnostic.Info, "not-revised", here,
			fmt.Sprintf("与前次工作簿共有%d个数，没有修订。", v.Compared), fmt.Sprintf("%d figures are also in the earlier workbook; none has been revised.", v.Compared))
	}
	return list
}

// tell reports one revision; one by so much that it looks like a slip is a
// warning.
func tell(d *indicator.Dataset, r indicator.Revision) diagnostic.Diagnostic {
	s := d.Find(r.Series)
	n, when := nameOf(s), r.Period.Code()
	n.ZH, n.EN = "“"+n.ZH+"”", "“"+n.EN+"”"
	if s.Measure == indicator.Growth {
		n.ZH, n.EN = n.ZH+"增速", "the growth of "+n.EN
	}
	cell := r.Now.Inputs[0]
	was := r.Was.Inputs[0]
	at := was.String()
	if was.File != cell.File {
		at = was.File + " " + at
	}
	var list diagnostic.List
	switch r.Kind {
	case indicator.Withdrawn:
		list.Add(diagnostic.Warning, "revision-withdrawn", cell,
			fmt.Sprintf("%s%s前次为%s（%s），本次没有数；如系漏填，请补上。", n.ZH, when, r.Was.Value, at),
			fmt.Sprintf("%s for %s was %s (%s) and has no figure now; if it was forgotten, enter it.", n.EN, when, r.Was.Value, at))
	case indicator.Late:
		list.Add(diagnostic.Info, "revision-late", cell,
			fmt.Sprintf("%s%s前次缺数，本次为%s。", n.ZH, when, r.Now.Value),
			fmt.Sprintf("%s for %s had no figure before and is %s now.", n.EN, when, r.Now.Value))
	default:
		severity, code := diagnostic.Info, "revised"
		zh, en := "。", "."
		if large(s, r) {
			severity, code = diagnostic.Warning, "revision-large"
			zh, en = "，改动很大；请核对是否误填、单位是否变了。", ", which is a large change; check for a slip or another unit."
		}
		list.Add(severity, code, cell,
			fmt.Sprintf("%s%s由%s（%s）修订为%s%s", n.ZH, when, r.Was.Value, at, r.Now.Value, zh),
			fmt.Sprintf("%s for %s was revised from %s (%s) to %s%s", n.EN, when, r.Was.Value, at, r.Now.Value, en))
	}
	return list[0]
}

// large reports a revision that looks like a slip: a level that changes its sign
// or by half, a rate that moves by ten points.
func large(s *indicator.Series, r indicator.Revision) bool {
	change := r.Now.Value.Sub(r.Was.Value).Abs()
	if s.Measure != indicator.Level {
		return change.GreaterThan(decimal.NewFromInt(10))
	}
	return r.Now.Value.Sign() != r.Was.Value.Sign() || change.Mul(decimal.NewFromInt(2)).GreaterThan(r.Was.Value.Abs())
}

func nameOf(s *indicator.Series) indicator.Text {
	n := s.Name
	if n.ZH == "" {
		n.ZH = n.EN
	}
	if n.EN == "" {
		n.EN = n.ZH
	}
	return n
}
