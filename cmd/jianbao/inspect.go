package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/term"

	"jianbao/internal/diagnostic"
	"jianbao/internal/inspect"
	"jianbao/internal/pipeline"
	"jianbao/internal/profile"
	"jianbao/internal/report"
	"jianbao/sources"
)

func (a *app) inspect(args []string) (int, error) {
	fs := a.flags("inspect")
	var c common
	c.register(fs)
	format := fs.String("format", "json", "")
	unused := fs.Bool("unused", false, "")
	save := fs.String("save-profile", "", "")
	if done, err := a.parse(fs, args); done || err != nil {
		return exitDone, err
	}
	if err := choice("format", *format, "json", "text"); err != nil {
		return 0, err
	}
	if fs.NArg() != 1 {
		return 0, usageError{"inspect 需要且只需要一个工作簿。", "inspect takes one workbook."}
	}
	opt, err := a.options(c)
	if err != nil {
		return 0, err
	}
	opt.Read.Unused = *unused
	r := pipeline.Read(fs.Arg(0), opt)
	if *save != "" {
		if err := a.saveProfile(*save, r.Understood); err != nil {
			return 0, err
		}
	}
	doc := inspect.New(filepath.Base(fs.Arg(0)), r.Dataset, r.Diagnostics)
	if *unused {
		doc.AddUnused(r.Unused)
	}
	if *format == "text" {
		doc.Text(a.out, a.ui.Say("zh", "en"))
		report.Text(a.out, r.Diagnostics, a.ui)
	} else if err := doc.JSON(a.out); err != nil {
		return 0, err
	}
	if r.Diagnostics.Has(diagnostic.Error) || c.strict && r.Diagnostics.Has(diagnostic.Warning) {
		return exitFailed, nil
	}
	return exitDone, nil
}

// saveProfile writes what was understood, never over a file that is there.
func (a *app) saveProfile(path string, p *sources.Profile) error {
	if p == nil {
		return failure{"没有可保存的设置：标准工作簿不需要，或没有读懂任何表格。",
			"there is no profile to save: a standard workbook needs none, or no table was understood."}
	}
	var buf bytes.Buffer
	if err := profile.Save(&buf, p); err != nil {
		return err
	}
	return createFile(path, buf.Bytes())
}

// createFile writes a new file; one that exists may have been edited and is
// left alone.
func createFile(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if os.IsExist(err) {
		return failure{path + " 已存在，不覆盖；请换一个文件名。", path + " exists and is not overwritten; choose another name."}
	}
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

// annotate writes a copy of a workbook with the findings as comments.
func (a *app) annotate(input, output string, list diagnostic.List) error {
	data, err := os.ReadFile(input)
	if err != nil {
		return failure{fmt.Sprintf("无法读取 %s：%v", input, err), fmt.Sprintf("cannot read %s: %v", input, err)}
	}
	var buf bytes.Buffer
	err = sources.CheckAnnotated(output, input, data)
	if err == nil {
		err = sources.Annotate(&buf, input, data, list, string(a.ui))
	}
	if err != nil {
		var e *sources.AnnotateError
		if errors.As(err, &e) {
			return failure{e.ZH, e.EN}
		}
		return err
	}
	if err := createFile(output, buf.Bytes()); err != nil {
		return err
	}
	fmt.Fprintln(a.err, output)
	return nil
}

// askPassword asks for a password where somebody sits at a terminal, else it is
// nil.
func (a *app) askPassword() func(file string) string {
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		return nil
	}
	return func(file string) string {
		fmt.Fprint(a.err, a.ui.Say(file+" 的打开密码（不显示）：", "Password of "+file+" (not shown): "))
		s, err := term.ReadPassword(int(os.Stdin.Fd()))
		fmt.Fprintln(a.err)
		if err != nil {
			return ""
		}
		return string(s)
	}
}
