// Command jianbao turns the spreadsheet a statistics office keeps into the
// bilingual PDF briefing it has to issue.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/spf13/pflag"

	"jianbao/internal/pipeline"
	"jianbao/internal/report"
)

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1 // at least one input failed
	exitUsage  = 2
)

func main() {
	if os.Getenv("GOGC") == "" {
		// A briefing is short-lived memory: collecting less often makes batches
		// half as long again as fast, within 100 MB.
		debug.SetGCPercent(250)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	app := &app{ctx: ctx, out: os.Stdout, err: os.Stderr, env: os.Getenv, ui: userLanguage(os.Getenv)}
	code := app.run(os.Args[1:])
	stop()
	if code != exitDone && ownConsole() {
		// Started by dropping a file on the program: keep the window open.
		fmt.Fprintln(os.Stderr, app.ui.Say("按回车键关闭窗口。", "Press Enter to close this window."))
		fmt.Fscanln(os.Stdin)
	}
	os.Exit(code)
}

// app is one run of the program.
type app struct {
	ctx      context.Context
	out, err io.Writer
	env      func(string) string
	ui       report.UI
}

// usageError is a call that cannot be understood.
type usageError struct{ zh, en string }

func (e usageError) Error() string { return e.en }

// failure is something that went wrong before any workbook was read.
type failure struct{ zh, en string }

func (e failure) Error() string { return e.en }

// run carries out a command line and returns the exit code.
func (a *app) run(args []string) int {
	args = a.takeUI(args)
	code, err := a.dispatch(args)
	if err == nil {
		return code
	}
	var usage usageError
	var fail failure
	switch {
	case errors.As(err, &fail):
		fmt.Fprintln(a.err, a.ui.Say("错误："+fail.zh, "error: "+fail.en))
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintln(a.err, a.ui.Say("用法错误：", "usage: ")+a.ui.Say(usage.zh, usage.en))
		fmt.Fprintln(a.err, a.ui.Say("查看帮助：jianbao --help", "See: jianbao --help"))
		return exitUsage
	case errors.Is(err, pipeline.ErrUsage):
		fmt.Fprintln(a.err, err)
		return exitUsage
	}
	fmt.Fprintln(a.err, a.ui.Say("错误：", "error: ")+err.Error())
	return exitFailed
}

func (a *app) dispatch(args []string) (int, error) {
	if len(args) == 0 {
		fmt.Fprint(a.err, help(a.ui))
		return exitUsage, nil
	}
	switch args[0] {
	case "build":
		return a.build(args[1:])
	case "check":
		return a.check(args[1:])
	case "inspect":
		return a.inspect(args[1:])
	case "chart":
		return a.chart(args[1:])
	case "explain":
		return a.explain(args[1:])
	case "init":
		return a.init(args[1:])
	case "version", "--version":
		fmt.Fprintln(a.out, "jianbao", version())
		return exitDone, nil
	case "help", "--help", "-h":
		fmt.Fprint(a.out, help(a.ui))
		return exitDone, nil
	}
	if looksLikeInput(args[0]) || strings.HasPrefix(args[0], "-") {
		return a.build(args)
	}
	return 0, usageError{
		fmt.Sprintf("没有“%s”这个命令，也没有这个文件。", args[0]),
		fmt.Sprintf("%q is neither a command nor a file.", args[0])}
}

// looksLikeInput reports whether an argument in the place of a command is a
// workbook or a folder: what dropping files on the program gives.
func looksLikeInput(arg string) bool {
	if filepath.Ext(arg) != "" || strings.ContainsAny(arg, `/\*`) {
		return true
	}
	_, err := os.Stat(arg)
	return err == nil
}

// takeUI takes --ui zh|en out of the arguments, wherever it stands, so that
// even usage errors are in the language asked for.
func (a *app) takeUI(args []string) []string {
	var rest []string
	for i := 0; i < len(args); i++ {
		value, isUI := strings.CutPrefix(args[i], "--ui=")
		if args[i] == "--ui" && i+1 < len(args) {
			value, isUI = args[i+1], true
			i++
		}
		switch {
		case isUI && (value == "zh" || value == "en"):
			a.ui = report.UI(value)
		case isUI:
			rest = append(rest, "--ui="+value) // refused by the command's flags
		default:
			rest = append(rest, args[i])
		}
	}
	return rest
}

// flags makes a flag set that leaves printing to run.
func (a *app) flags(name string) *pflag.FlagSet {
	fs := pflag.NewFlagSet(name, pflag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.SortFlags = false
	return fs
}

// parse parses args; done is set where help was asked for and given.
func (a *app) parse(fs *pflag.FlagSet, args []string) (done bool, err error) {
	err = fs.Parse(args)
	if errors.Is(err, pflag.ErrHelp) {
		fmt.Fprint(a.out, help(a.ui))
		return true, nil
	}
	if err != nil {
		return false, usageError{err.Error(), err.Error()}
	}
	return false, nil
}

// choice refuses a value of a flag that is not one of those allowed.
func choice(flag, value string, allowed ...string) error {
	for _, v := range allowed {
		if v == value {
			return nil
		}
	}
	list := strings.Join(allowed, ", ")
	return usageError{fmt.Sprintf("--%s 只能是 %s，不能是“%s”。", flag, list, value), fmt.Sprintf("--%s takes %s, not %q.", flag, list, value)}
}
