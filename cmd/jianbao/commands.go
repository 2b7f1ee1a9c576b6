package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"jianbao/internal/briefing"
	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/internal/inspect"
	"jianbao/internal/pipeline"
	"jianbao/internal/profile"
	"jianbao/internal/report"
	"jianbao/sources"
)

// common are the flags that reading a workbook takes, in every command.
type common struct {
	period, profile, area, previous string
	strict                          bool
}

func (c *common) register(fs *pflag.FlagSet) {
	fs.StringVar(&c.period, "period", "", "")
	fs.StringVar(&c.profile, "profile", "", "")
	fs.StringVar(&c.area, "area", "", "")
	fs.StringVar(&c.previous, "previous", "", "")
	fs.BoolVar(&c.strict, "strict", false, "")
}

// options turns flags and environment into those of the pipeline.
func (a *app) options(c common) (pipeline.Options, error) {
	opt := pipeline.Options{Strict: c.strict, Previous: c.previous}
	if c.previous != "" {
		if _, err := os.Stat(c.previous); err != nil {
			return opt, failure{fmt.Sprintf("找不到前次的工作簿“%s”。", c.previous), fmt.Sprintf("the earlier workbook %q is not there.", c.previous)}
		}
	}
	opt.Read.Area = c.area
	opt.Read.Password = a.env("JIANBAO_PASSWORD")
	opt.Read.AskPassword = a.askPassword()
	if c.period != "" {
		p, err := indicator.ParsePeriod(c.period)
		if err != nil {
			return opt, usageError{fmt.Sprintf("--period 看不懂“%s”；写作 2023-11、2023年1—11月、2023Q3 或 2022。", c.period),
				fmt.Sprintf("--period %q is not a period; write 2023-11, 2023-01..2023-11, 2023Q3 or 2022.", c.period)}
		}
		opt.Period = p
	}
	if c.profile != "" {
		p, err := profile.Load(c.profile)
		if err == nil {
			if opt.Fonts, err = p.Family(); err != nil {
				err = fmt.Errorf("%w (TrueType, .ttf)", err)
			}
		}
		if err == nil {
			opt.Style, err = p.Style()
			opt.Groups = p.Numbers.Grouping
		}
		if err == nil {
			opt.Read.Glossary, err = p.Terms()
			opt.Read.Profile = &p.Reading
		}
		if err == nil {
			opt.Design, err = p.Design(opt.Fonts)
		}
		if err != nil {
			f := profile.FaultOf(err)
			return opt, failure{
				fmt.Sprintf("设置文件不能用：%s。请对照说明改正。", f.ZH),
				fmt.Sprintf("the profile cannot be used: %s. Correct it.", f.EN)}
		}
	}
	if s := a.env("SOURCE_DATE_EPOCH"); s != "" {
		sec, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return opt, usageError{"SOURCE_DATE_EPOCH 应为整数秒。", "SOURCE_DATE_EPOCH must be a whole number of seconds."}
		}
		opt.Date = time.Unix(sec, 0)
	}
	return opt, nil
}

func (a *app) build(args []string) (int, error) {
	fs := a.flags("build")
	var c common
	c.register(fs)
	output := fs.StringP("output", "o", "", "")
	lang := fs.String("lang", "zh+en", "")
	protect := fs.Bool("protect", false, "")
	permit := fs.StringSlice("permit", nil, "")
	attach := fs.String("attach", string(pipeline.AttachWorkbook), "")
	jobs := fs.Int("jobs", runtime.NumCPU(), "")
	watermark := fs.String("watermark", "", "")
	log := fs.String("log", "text", "")
	if done, err := a.parse(fs, args); done || err != nil {
		return exitDone, err
	}
	if err := choice("lang", *lang, "zh+en", "zh", "en"); err != nil {
		return 0, err
	}
	if err := choice("attach", *attach, string(pipeline.AttachWorkbook), string(pipeline.AttachValues), string(pipeline.AttachNone)); err != nil {
		return 0, err
	}
	if err := choice("log", *log, "text", "json"); err != nil {
		return 0, err
	}
	if *watermark != "" {
		if err := choice("watermark", *watermark, "draft", "internal", "none"); err != nil {
			return 0, err
		}
	}
	if *jobs < 1 {
		return 0, usageError{"--jobs 至少为1。", "--jobs must be at least 1."}
	}
	if fs.NArg() == 0 {
		return 0, noInput()
	}
	opt, err := a.options(c)
	if err != nil {
		return 0, err
	}
	opt.Lang, opt.Attach = briefing.Lang(*lang), pipeline.Attach(*attach)
	if opt.Protect, err = a.protection(*protect, *permit); err != nil {
		return 0, err
	}
	if *watermark != "" {
		opt.Design.Watermark, _ = profile.Watermark(*watermark)
	}
	plan, failed, err := pipeline.Plan(fs.Args(), *output)
	if err != nil {
		return 0, err
	}
	if info, err := os.Stat(c.previous); err == nil && !info.IsDir() && len(plan) > 1 {
		return 0, usageError{"有多个输入时，--previous 须为存放前次工作簿的文件夹。", "with several inputs --previous must be a folder of earlier workbooks."}
	}
	show := a.showText
	if *log == "json" {
		show = a.showJSON
	}
	code, done := exitDone, 0
	tell := func(r pipeline.Result) {
		show(r)
		if r.Failed() {
			code = exitFailed
		} else {
			done++
		}
	}
	for _, r := range failed {
		tell(r)
	}
	pipeline.BuildAll(a.ctx, plan, *jobs, opt, tell)
	if total := len(plan) + len(failed); total > 1 && *log == "text" {
		fmt.Fprintln(a.err, a.ui.Say(fmt.Sprintf("共%d个工作簿，生成%d份简报。", total, done), fmt.Sprintf("%d of %d briefings written.", done, total)))
	}
	return code, nil
}

func noInput() error {
	return usageError{"请指定工作簿（.xlsx）或文件夹。", "name a workbook (.xlsx) or a folder."}
}

// showText tells how a job went: findings to standard error, the name of what
// was written to standard output.
func (a *app) showText(r pipeline.Result) {
	list := r.Diagnostics
	if !r.Failed() {
		list = atLeast(list, diagnostic.Warning) // notes are for check and inspect
	}
	report.Text(a.err, list, a.ui)
	if r.Failed() {
		fmt.Fprintln(a.err, a.ui.Say(
			fmt.Sprintf("%s：未生成简报（%s）。", r.Input, report.Count(list, a.ui)),
			fmt.Sprintf("%s: no briefing written (%s).", r.Input, report.Count(list, a.ui))))
		return
	}
	if n := len(r.Diagnostics) - len(list); n > 0 {
		fmt.Fprintln(a.err, a.ui.Say(
			fmt.Sprintf("%s：另有%d项提示（如时期、名称是怎样认定的）；用 jianbao check 查看。", r.Input, n),
			fmt.Sprintf("%s: notes on what was inferred, such as periods and names: %d; jianbao check lists them.", r.Input, n)))
	}
	fmt.Fprintln(a.out, r.Output)
}

// showJSON logs a job as one line of JSON on standard error.
func (a *app) showJSON(r pipeline.Result) {
	if !r.Failed() {
		fmt.Fprintln(a.out, r.Output)
	}
	line, err := json.Marshal(struct {
		Event        string               `json:"event"`
		Input        string               `json:"input"`
		Output       string               `json:"output,omitempty"`
		Bytes        int                  `json:"bytes,omitempty"`
		Milliseconds float64              `json:"ms"`
		Diagnostics  []inspect.Diagnostic `json:"diagnostics"`
	}{map[bool]string{true: "failed", false: "built"}[r.Failed()], r.Input, r.Output, r.Bytes,
		float64(r.Elapsed.Microseconds()) / 1000, inspect.Diagnostics(r.Diagnostics)})
	if err == nil {
		fmt.Fprintln(a.err, string(line))
	}
}

func atLeast(list diagnostic.List, sev diagnostic.Severity) diagnostic.List {
	var out diagnostic.List
	for _, d := range list {
		if (diagnostic.List{d}).Has(sev) {
			out = append(out, d)
		}
	}
	return out
}

func (a *app) check(args []string) (int, error) {
	fs := a.flags("check")
	var c common
	c.register(fs)
	format := fs.String("format", "text", "")
	annotate := fs.String("annotate", "", "")
	if done, err := a.parse(fs, args); done || err != nil {
		return exitDone, err
	}
	if err := choice("format", *format, "text", "json", "sarif", "github"); err != nil {
		return 0, err
	}
	if *annotate != "" && fs.NArg() != 1 {
		return 0, usageError{"--annotate 只能用于一个文件。", "--annotate takes one input."}
	}
	if fs.NArg() == 0 {
		return 0, noInput()
	}
	opt, err := a.options(c)
	if err != nil {
		return 0, err
	}
	var all diagnostic.List
	for _, arg := range fs.Args() {
		files, bad := pipeline.Expand(arg)
		all = append(all, bad...)
		for _, f := range files {
			all = append(all, pipeline.Check(f, opt).Diagnostics...)
		}
	}
	if *annotate != "" {
		if err := a.annotate(fs.Arg(0), *annotate, all); err != nil {
			return 0, err
		}
	}
	switch *format {
	case "json":
		err = report.JSON(a.out, all)
	case "sarif":
		err = report.SARIF(a.out, all, version())
	case "github":
		report.GitHub(a.out, all)
	default:
		report.Text(a.out, all, a.ui)
		if n := report.Count(all, a.ui); n != "" {
			fmt.Fprintln(a.err, n)
		} else {
			fmt.Fprintln(a.err, a.ui.Say("没有发现问题。", "No findings."))
		}
	}
	if all.Has(diagnostic.Error) || c.strict && all.Has(diagnostic.Warning) {
		return exitFailed, err
	}
	return exitDone, err
}

func (a *app) init(args []string) (int, error) {
	fs := a.flags("init")
	lang := fs.String("lang", "", "")
	if done, err := a.parse(fs, args); done || err != nil {
		return exitDone, err
	}
	if *lang == "" {
		*lang = a.ui.Say("zh", "en")
	}
	if err := choice("lang", *lang, "zh", "en"); err != nil {
		return 0, err
	}
	if fs.NArg() > 1 {
		return 0, usageError{"init 最多一个文件名。", "init takes one file name at most."}
	}
	path := fs.Arg(0)
	if path == "" {
		path = map[string]string{"zh": "简报.xlsx", "en": "briefing.xlsx"}[*lang]
	}
	if filepath.Ext(path) == "" {
		path += ".xlsx"
	}
	if ext := strings.ToLower(filepath.Ext(path)); ext == ".yaml" || ext == ".yml" {
		if err := createFile(path, profile.Template()); err != nil {
			return 0, err
		}
		fmt.Fprintln(a.out, path)
		return exitDone, nil
	}
	// Never over a workbook that somebody has filled in.
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if os.IsExist(err) {
		return 0, failure{path + " 已存在，不覆盖；请换一个文件名。", path + " exists and is not overwritten; choose another name."}
	}
	if err != nil {
		return 0, err
	}
	if err := sources.WriteTemplate(f, *lang); err != nil {
		f.Close()
		os.Remove(path)
		return 0, err
	}
	if err := f.Close(); err != nil {
		return 0, err
	}
	fmt.Fprintln(a.out, path)
	return exitDone, nil
}
