package pipeline

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// ErrUsage marks a plan that cannot be carried out as asked: two workbooks for
// one output.
var ErrUsage = errors.New("usage")

// Plan expands inputs (files, folders, patterns) into jobs. output is "" (each
// PDF beside its workbook), a folder, or, for a single workbook, a file. What
// cannot be planned comes back as results that have failed; the rest goes on.
func Plan(inputs []string, output string) ([]Job, []Result, error) {
	var files []string
	var failed []Result
	for _, in := range inputs {
		found, bad := Expand(in)
		files = append(files, found...)
		if bad != nil {
			failed = append(failed, Result{Job: Job{Input: in}, Diagnostics: bad})
		}
	}
	dir, err := outputFolder(output, len(files))
	if err != nil {
		return nil, failed, err
	}
	taken := map[string]string{}
	seen := map[string]bool{}
	var jobs []Job
	for _, in := range files {
		clean := filepath.Clean(in)
		if seen[clean] {
			continue // named twice, or by name and by its folder
		}
		seen[clean] = true
		out := strings.TrimSuffix(in, filepath.Ext(in)) + ".pdf"
		switch {
		case dir != "":
			out = filepath.Join(dir, filepath.Base(out))
		case output != "":
			out = output
		}
		if other, ok := taken[out]; ok {
			return nil, failed, fmt.Errorf("%w: %s and %s would both be written to %s", ErrUsage, other, in, out)
		}
		taken[out] = in
		jobs = append(jobs, Job{Input: in, Output: out})
	}
	return jobs, failed, nil
}

// outputFolder is the folder that output names, "" where it names a file or
// nothing. A folder is one that exists, ends in a separator, or has to take
// several files.
func outputFolder(output string, files int) (string, error) {
	if output == "" {
		return "", nil
	}
	info, err := os.Stat(output)
	isDir := err == nil && info.IsDir() || strings.HasSuffix(output, "/") || strings.HasSuffix(output, string(filepath.Separator))
	if !isDir && files > 1 {
		if err == nil || filepath.Ext(output) != "" {
			return "", fmt.Errorf("%w: -o %s names one file, but there are %d workbooks; name a folder", ErrUsage, output, files)
		}
		isDir = true
	}
	if !isDir {
		return "", nil
	}
	if err := os.MkdirAll(output, 0o755); err != nil {
		return "", fmt.Errorf("-o %s: %w", output, err)
	}
	return output, nil
}

// Expand lists the workbooks that an argument names: itself, those in a folder
// (in order of name, without the lock files of open workbooks), or those that a
// pattern matches where the shell has not expanded it.
func Expand(arg string) ([]string, diagnostic.List) {
	info, err := os.Stat(arg)
	if err != nil && strings.ContainsAny(arg, "*?[") {
		found, _ := filepath.Glob(arg)
		found = slices.DeleteFunc(found, func(f string) bool { return aside(filepath.Base(f)) })
		if len(found) > 0 {
			sort.Strings(found)
			return found, nil
		}
	}
	if err != nil || !info.IsDir() {
		return []string{arg}, nil // the reader says what is wrong with it
	}
	entries, err := os.ReadDir(arg)
	if err != nil {
		return nil, finding("unreadable-folder", arg, fmt.Sprintf("无法读取文件夹：%v。", err), fmt.Sprintf("the folder cannot be read: %v.", err))
	}
	var found []string
	for _, e := range entries {
		name := e.Name()
		ext := strings.ToLower(filepath.Ext(name))
		if !e.IsDir() && readable[ext] && !aside(name) {
			found = append(found, filepath.Join(arg, name))
		}
	}
	if len(found) == 0 {
		return nil, finding("no-workbook", arg, "文件夹中没有工作簿（.xlsx、.csv）。请指定存放工作簿的文件夹，或直接指定文件。",
			"the folder has no workbook (.xlsx, .csv) in it. Name the folder that holds the workbooks, or name a file.")
	}
	return found, nil
}

// readable are the kinds of files that are taken from a folder. A .txt is read
// only where it is named.
var readable = map[string]bool{".xlsx": true, ".xlsm": true, ".csv": true, ".tsv": true}

// aside reports whether a file is the lock of an open workbook, or hidden.
func aside(name string) bool { return strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".") }

func finding(code, file, zh, en string) diagnostic.List {
	var l diagnostic.List
	l.Add(diagnostic.Error, code, indicator.Cell{File: file}, zh, en)
	return l
}
