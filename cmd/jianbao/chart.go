package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"jianbao/internal/briefing"
	"jianbao/internal/diagnostic"
	"jianbao/internal/pipeline"
	"jianbao/internal/report"
)

// chart writes the figures of a briefing as files of their own.
func (a *app) chart(args []string) (int, error) {
	fs := a.flags("chart")
	var c common
	c.register(fs)
	output := fs.StringP("output", "o", "", "")
	lang := fs.String("lang", "zh+en", "")
	indicators := fs.StringSlice("indicator", nil, "")
	formats := fs.StringSlice("format", []string{"png"}, "")
	width := fs.Float64("width", 160, "")
	dpi := fs.Int("dpi", 300, "")
	if done, err := a.parse(fs, args); done || err != nil {
		return exitDone, err
	}
	if err := choice("lang", *lang, "zh+en", "zh", "en"); err != nil {
		return 0, err
	}
	for _, f := range *formats {
		if err := choice("format", f, "png", "svg", "pdf"); err != nil {
			return 0, err
		}
	}
	const narrow, wide = 50, 600
	if !(*width >= narrow && *width <= wide) {
		return 0, usageError{fmt.Sprintf("--width 是图宽（毫米），取 %d 到 %d。", narrow, wide), fmt.Sprintf("--width is in millimetres, from %d to %d.", narrow, wide)}
	}
	if *dpi < 72 || *dpi > 600 {
		return 0, usageError{"--dpi 取 72 到 600。", "--dpi is from 72 to 600."}
	}
	if fs.NArg() != 1 {
		return 0, usageError{"chart 需要一个工作簿。", "chart takes one workbook."}
	}
	opt, err := a.options(c)
	if err != nil {
		return 0, err
	}
	opt.Lang = briefing.Lang(*lang)
	input, dir := fs.Arg(0), *output
	if dir == "" {
		dir = strings.TrimSuffix(input, filepath.Ext(input)) + "-charts"
	}
	names := *indicators
	if slices.Contains(names, "all") {
		names = nil
	}
	paths, list := pipeline.Charts(input, dir, pipeline.Pictures{Indicators: names, Formats: *formats, Width: *width * 72 / 25.4, DPI: *dpi}, opt)
	failed := list.Has(diagnostic.Error) || len(paths) == 0
	if !failed {
		list = atLeast(list, diagnostic.Warning)
	}
	report.Text(a.err, list, a.ui)
	for _, p := range paths {
		fmt.Fprintln(a.out, p)
	}
	if failed {
		return exitFailed, nil
	}
	return exitDone, nil
}
