package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"jianbao/internal/briefing"
	"jianbao/internal/provenance"
	"jianbao/pdf"
)

// explain tells where the numbers of a briefing come from.
func (a *app) explain(args []string) (int, error) {
	fs := a.flags("explain")
	format := fs.String("format", "text", "")
	if done, err := a.parse(fs, withMinus(args)); done || err != nil {
		return exitDone, err
	}
	if err := choice("format", *format, "text", "json"); err != nil {
		return 0, err
	}
	if fs.NArg() < 1 {
		return 0, usageError{"explain 需要一个由 jianbao 生成的 PDF，其后可写数字。", "explain takes a PDF made by jianbao, and after it numbers if you like."}
	}
	path, numbers := fs.Arg(0), fs.Args()[1:]
	f, err := os.Open(path)
	if err != nil {
		return 0, failure{fmt.Sprintf("无法打开“%s”：%v。", path, err), err.Error()}
	}
	defer f.Close()
	list, err := pdf.Origins(f, a.env("JIANBAO_PDF_PASSWORD"), a.env("JIANBAO_PDF_OWNER_PASSWORD"))
	switch {
	case errors.Is(err, pdf.ErrPassword):
		return 0, failure{fmt.Sprintf("“%s”已加密。请把打开它的密码放在环境变量 JIANBAO_PDF_PASSWORD，或把解除限制的密码放在 JIANBAO_PDF_OWNER_PASSWORD。", path),
			fmt.Sprintf("%s is encrypted. Set JIANBAO_PDF_PASSWORD to the password that opens it, or JIANBAO_PDF_OWNER_PASSWORD to the one that lifts its limits.", path)}
	case errors.Is(err, pdf.ErrNoOrigins), errors.Is(err, provenance.ErrFormat):
		return 0, failure{fmt.Sprintf("“%s”不带数字出处清单：不是由本版 jianbao 生成，或生成时用了 --attach none，或附件已被删去。请用原工作簿重新生成。", path),
			fmt.Sprintf("%s carries no list of where its numbers come from: it was not made by this version of jianbao, or with --attach none, or its attachments were removed. Build it again from the workbook.", path)}
	case err != nil:
		return 0, failure{fmt.Sprintf("“%s”不是可读的 PDF：%v。", path, err), fmt.Sprintf("%s is not a PDF that can be read: %v.", path, err)}
	}
	return a.answer(list, numbers, *format == "json")
}

// withMinus writes the hyphens of negative numbers as minus signs, so that they
// are not read as flags: explain r.pdf -0.2.
func withMinus(args []string) []string {
	out := slices.Clone(args)
	for i, s := range out {
		if len(s) > 1 && s[0] == '-' && (s[1] == '.' || s[1] >= '0' && s[1] <= '9') {
			out[i] = "−" + s[1:]
		}
	}
	return out
}

// answer prints the origins of the numbers asked for, of all where none is.
func (a *app) answer(list *provenance.List, numbers []string, asJSON bool) (int, error) {
	lang := briefing.Lang(a.ui.Say("zh", "en"))
	code := exitDone
	found := *list
	if len(numbers) > 0 {
		found.Entries = nil
	}
	for _, n := range numbers {
		entries := list.Find(n)
		if len(entries) == 0 {
			code = exitFailed
			fmt.Fprintln(a.err, a.ui.Say(fmt.Sprintf("文件中没有印出“%s”。", n), fmt.Sprintf("%q is not printed in this document.", n)))
			continue
		}
		found.Entries = append(found.Entries, entries...)
		if asJSON {
			continue
		}
		indent := ""
		if len(numbers) > 1 {
			fmt.Fprintln(a.out, n)
			indent = "  "
		}
		for _, e := range entries {
			fmt.Fprintln(a.out, indent+e.Answer(lang))
		}
	}
	switch {
	case asJSON:
		enc := json.NewEncoder(a.out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		return code, enc.Encode(found)
	case len(numbers) == 0:
		for _, e := range list.Entries {
			fmt.Fprintf(a.out, "%s\t%s\n", strings.Join(e.Printed, " "), e.Answer(lang))
		}
	}
	return code, nil
}
