// Package pipeline takes workbooks through the house: read, check, compose, lay
// out, write. It is what the command line and any other front end call.
package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/check"
	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/internal/style"
	"jianbao/pdf"
	"jianbao/sources"
)

// Options of a build; the zero value is valid.
type Options struct {
	Lang   briefing.Lang
	Period indicator.Period  // reporting period in place of the workbook's; zero: the workbook's
	Fonts  *fonts.Family     // nil: the built-in typeface
	Style  *style.Style      // how things are said; nil: the built-in wording
	Groups briefing.Grouping // of digits
	Design pdf.Design        // the look of the pages
	Strict bool              // warnings stop a build as errors do
	Date   time.Time         // of the document, where given (SOURCE_DATE_EPOCH)
	Read   sources.Options   // how to read the workbook
	Attach Attach            // the files that travel along

	// Protect encrypts the documents; nil: they are open, and fit for an archive.
	Protect *pdf.Protection

	// Previous is the workbook published before, or a folder with one of the same
	// name: figures that differ from it are marked as revised. "": none.
	Previous string
}

// Job is one workbook and where its briefing goes.
type Job struct{ Input, Output string }

// Result is how a job went. Output is "" where nothing was written.
type Result struct {
	Job
	Diagnostics diagnostic.List
	Bytes       int
	Elapsed     time.Duration
}

// Failed reports whether the job wrote nothing.
func (r Result) Failed() bool { return r.Bytes == 0 }

// Read reads a workbook and makes every check that needs no page. The reading
// has all findings, in order of place, and no dataset where nothing could be
// understood.
func Read(path string, opt Options) sources.Reading {
	r := sources.Read(path, opt.Read)
	if r.Dataset == nil {
		r.Diagnostics = r.Diagnostics.Sorted()
		return r
	}
	if !opt.Period.IsZero() {
		r.Info.Period = opt.Period
	}
	if opt.Previous != "" {
		r.Diagnostics = append(r.Diagnostics, revise(r.Dataset, path, opt.Previous, opt)...)
	}
	r.Diagnostics = append(r.Diagnostics, check.Printed(r.Dataset, opt.Lang != briefing.English, opt.Lang != briefing.Chinese)...)
	r.Diagnostics = append(r.Diagnostics, coverage(r.Dataset, opt.Fonts).Limit(20)...)
	r.Diagnostics = r.Diagnostics.Sorted()
	return r
}

// Build makes the briefing of one workbook. The file appears whole or not at
// all.
func Build(ctx context.Context, job Job, opt Options) Result {
	start := time.Now()
	res := Result{Job: job}
	defer func() { res.Elapsed = time.Since(start) }()
	fail := func(code, zh, en string) Result {
		res.Diagnostics.Add(diagnostic.Error, code, indicator.Cell{File: filepath.Base(job.Input)}, zh, en)
		return res
	}
	reading := Read(job.Input, opt)
	d, list := reading.Dataset, reading.Diagnostics
	res.Diagnostics = list
	if d == nil || list.Has(diagnostic.Error) || opt.Strict && list.Has(diagnostic.Warning) {
		return res
	}
	b, err := compose(d, opt)
	if err == nil {
		if res.Diagnostics = append(res.Diagnostics, b.Findings...).Sorted(); b.Findings.Has(diagnostic.Error) || opt.Strict && b.Findings.Has(diagnostic.Warning) {
			return res
		}
	}
	var data []byte
	if err == nil {
		data, err = render(job.Input, b, d, opt)
	}
	if err != nil {
		return fail(fault(err))
	}
	if err := ctx.Err(); err != nil {
		return fail("cancelled", "已取消，未生成文件。", "cancelled, nothing was written.")
	}
	if err := writeFile(job.Output, data); err != nil {
		return fail("cannot-write", fmt.Sprintf("无法写入“%s”：%v。请检查文件夹是否可写、该PDF是否正被打开。", job.Output, err),
			fmt.Sprintf("cannot write %q: %v. Check that the folder can be written to and that the PDF is not open in a viewer.", job.Output, err))
	}
	res.Bytes = len(data)
	res.Elapsed = time.Since(start)
	return res
}

// Check is Read with the findings on the office's own texts, which show when the
// briefing is composed.
func Check(path string, opt Options) sources.Reading {
	r := Read(path, opt)
	if r.Dataset == nil || r.Diagnostics.Has(diagnostic.Error) {
		return r
	}
	b, err := compose(r.Dataset, opt)
	if err != nil {
		code, zh, en := fault(err)
		r.Diagnostics.Add(diagnostic.Error, code, indicator.Cell{File: filepath.Base(path)}, zh, en)
	} else {
		r.Diagnostics = append(r.Diagnostics, b.Findings...)
	}
	r.Diagnostics = r.Diagnostics.Sorted()
	return r
}

// fault says in both languages why no briefing could be made.
func fault(err error) (code, zh, en string) {
	var differ *briefing.Disparity
	switch {
	case errors.As(err, &differ):
		return "parity", fmt.Sprintf("“%s”部分中英文所述数字不一致，未生成文件：“%s”与“%s”。请核对自定义的句式。", differ.Place, differ.Text.ZH, differ.Text.EN),
			fmt.Sprintf("the two languages state different numbers in the part %s, nothing was written: %q and %q. Check the wording of the profile.", differ.Place, differ.Text.ZH, differ.Text.EN)
	case errors.Is(err, briefing.ErrEmpty):
		return "no-data", "没有可写入简报的数据、目标或要点。请在“数据”表中填入数值。",
			"there are no figures, targets or highlights to brief on. Enter figures in the sheet Data."
	}
	return "internal", fmt.Sprintf("内部错误，未生成文件：%v。请把此信息和工作簿反馈给开发者。", err),
		fmt.Sprintf("internal error, nothing was written: %v. Please report this with the workbook.", err)
}

// compose decides what the briefing says. A defect in a stage becomes an error
// here and in render: one bad workbook never stops the others.
func compose(d *indicator.Dataset, opt Options) (b *briefing.Briefing, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return briefing.Compose(d, briefing.Options{Style: opt.Style, Grouping: opt.Groups})
}

// render lays out the briefing of a workbook.
func render(path string, b *briefing.Briefing, d *indicator.Dataset, opt Options) (data []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	var out bytes.Buffer
	files, err := attachments(path, d, opt.Attach)
	if err != nil {
		return nil, err
	}
	err = pdf.Write(&out, b, pdf.Options{
		Lang: opt.Lang, Fonts: opt.Fonts, Date: documentDate(d, opt), Attach: files, NoOrigins: opt.Attach == AttachNone, Protect: opt.Protect, Design: opt.Design,
	})
	return out.Bytes(), err
}

// documentDate is the date of a document: the one asked for, else the release
// date in the workbook, else the end of the reporting period; never the clock.
func documentDate(d *indicator.Dataset, opt Options) time.Time {
	if !opt.Date.IsZero() {
		return opt.Date.UTC()
	}
	if t, err := time.Parse("2006-01-02", d.Info.Release); err == nil {
		return t
	}
	if p := d.ReportingPeriod(); !p.IsZero() {
		return time.Date(p.To.Year(), time.Month(p.To.Of())+1, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
}

// coverage finds the characters that no font can draw, each text with its cell.
func coverage(d *indicator.Dataset, fam *fonts.Family) diagnostic.List {
	if fam == nil {
		fam = fonts.Builtin()
	}
	var list diagnostic.List
	for _, s := range d.Strings {
		missing := fam.Missing(s.Text)
		if len(missing) == 0 {
			continue
		}
		var shown []string
		for i, r := range missing {
			if i == 5 {
				shown = append(shown, "…")
				break
			}
			shown = append(shown, fmt.Sprintf("“%c” (U+%04X)", r, r))
		}
		chars := strings.Join(shown, " ")
		list.Add(diagnostic.Error, "no-glyph", s.Cell,
			fmt.Sprintf("含有字体中没有的字符%s，无法印出。请改用其他字符（如生僻字改用通用字，删去表情符号）。", chars),
			fmt.Sprintf("contains characters that no font here can print: %s. Use other characters instead (a common variant of a rare hanzi; no emoji).", chars))
	}
	return list
}

// BuildAll makes every job on n workers and reports each result in the order of
// jobs. It returns when all are done.
func BuildAll(ctx context.Context, jobs []Job, n int, opt Options, report func(Result)) {
	results := make([]chan Result, len(jobs))
	for i := range results {
		results[i] = make(chan Result, 1)
	}
	next := make(chan int)
	var wg sync.WaitGroup
	for range max(1, min(n, len(jobs))) {
		wg.Go(func() {
			for i := range next {
				results[i] <- Build(ctx, jobs[i], opt)
			}
		})
	}
	go func() {
		for i := range jobs {
			next <- i
		}
		close(next)
	}()
	for i := range jobs {
		report(<-results[i])
	}
	wg.Wait()
}

// writeFile writes data beside its final place and renames it there.
func writeFile(path string, data []byte) (err error) {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".jianbao-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(tmp.Name()))
		}
	}()
	_, err = tmp.Write(data)
	err = errors.Join(err, tmp.Chmod(0o644), tmp.Close())
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
