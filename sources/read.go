package sources

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/sources/delimited"
)

// maxFile bounds the size of a workbook file.
const maxFile = 128 << 20

// Read reads the file at path: a standard workbook, or any other by its
// structure. The Dataset holds all that was understood, whatever the
// diagnostics say; it is nil if the file could not be opened, or if there is
// nothing in it to brief on.
func Read(path string, opt Options) Reading {
	r := newReporter(filepath.Base(path))
	at := indicator.Cell{File: r.file}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.errorf("file-not-found", at,
			"找不到文件“%[1]s”；请检查路径和文件名（含扩展名 .xlsx）。",
			"the file “%[1]s” does not exist; check its path and name, with the extension .xlsx.", path)
		return Reading{Diagnostics: r.finish()}
	case err == nil && info.IsDir():
		r.errorf("is-directory", at,
			"“%[1]s”是文件夹，应为 .xlsx 工作簿；请指定其中的工作簿。",
			"“%[1]s” is a folder; an .xlsx workbook is expected. Name the workbook in it.", path)
		return Reading{Diagnostics: r.finish()}
	case err == nil && info.Size() > maxFile:
		r.errorf("too-large", at,
			"文件大于 %[1]d MB，已停止读取；请删去图片、多余的工作表和空白区域的格式后另存。",
			"the file is larger than %[1]d MB and was not read; remove pictures, spare sheets and formats of blank areas, and save it.", maxFile>>20)
		return Reading{Diagnostics: r.finish()}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		r.errorf("file-unreadable", at,
			"无法读取文件“%[1]s”（%[2]v）；请检查权限，并确认文件未被其他程序独占。",
			"the file “%[1]s” cannot be read (%[2]v); check its permissions and that no other program holds it.", path, err)
		return Reading{Diagnostics: r.finish()}
	}
	return ReadBytes(path, data, opt)
}

// ReadBytes reads a file from memory; name is its file name.
func ReadBytes(name string, data []byte, opt Options) (out Reading) {
	// One workbook must never stop the others, whatever is in it.
	defer func() {
		if recover() != nil {
			r := newReporter(filepath.Base(name))
			reportDamaged(r, indicator.Cell{File: r.file})
			out = Reading{Diagnostics: r.finish()}
		}
	}()
	return readBytes(name, data, opt)
}

func readBytes(name string, data []byte, opt Options) Reading {
	r := newReporter(filepath.Base(name))
	if len(data) > 0 && !strings.HasPrefix(r.file, "~$") && delimited.Looks(name, data) {
		return readText(r, data, opt)
	}
	if !encrypted(data) && !recognise(r, name, data) {
		return Reading{Diagnostics: r.finish()}
	}
	data, ok := decrypted(r, data, opt)
	if !ok {
		return Reading{Diagnostics: r.finish()}
	}
	b := openBook(r, data)
	if b == nil {
		return Reading{Diagnostics: r.finish()}
	}
	defer b.file.Close()
	w := &workbook{reporter: r, book: b, data: &indicator.Dataset{File: r.file}}
	for _, s := range b.lost {
		w.damagedSheet(s)
	}
	if w.isStandard() {
		w.read()
		w.data.FindParts()
		out := Reading{Dataset: w.data}
		if opt.Unused {
			out.Unused = w.standardUnused()
		}
		out.Diagnostics = r.finish()
		return out
	}
	return w.readGeneral(opt)
}

// workbook is a standard workbook being read.
type workbook struct {
	*reporter
	book *book
	data *indicator.Dataset

	lookup   map[string]int        // level series by folded id and names; ambiguous: -1
	level    []int                 // positions of the level series in data.Series
	growth   map[string]*growthSet // growth observations by level id
	official bool
	examples []indicator.Cell // rows that still say that they are examples
}

// isStandard reports whether the workbook is a standard one: it has a standard
// sheet whose head is there, or so many standard sheets that it must be one in
// which something is amiss.
func (w *workbook) isStandard() bool {
	named := 0
	for _, s := range w.book.sheets {
		spec := specOf(s.name)
		if spec == nil {
			continue
		}
		named++
		t := &table{workbook: w, sheet: s, spec: spec, heads: spec.heads()}
		whole := false
		err := w.book.grid(s, func(g *gridRow) bool {
			whole = whole || t.complete(g)
			return g.number < headRows && !whole
		})
		if err == nil && whole {
			return true
		}
	}
	return named >= 3
}

// read reads the standard sheets in the order in which they depend on each
// other.
func (w *workbook) read() {
	found := w.matchSheets()
	w.official = true
	if s, ok := found[&briefingSheet]; ok {
		w.readBriefing(s)
	} else {
		w.missingSheet(&briefingSheet)
	}
	if s, ok := found[&indicatorsSheet]; ok {
		w.readIndicators(s)
	} else {
		w.missingSheet(&indicatorsSheet)
	}
	_, hasIndicators := found[&indicatorsSheet]
	if s, ok := found[&dataSheet]; ok && hasIndicators {
		w.readData(s)
	}
	if s, ok := found[&targetsSheet]; ok && hasIndicators {
		w.readTargets(s)
	}
	if s, ok := found[&highlightsSheet]; ok {
		w.readHighlights(s)
	}
	if s, ok := found[&wordingSheet]; ok {
		w.readWording(s)
	}
	w.reportExamples()
}

// matchSheets tells which sheet is which.
func (w *workbook) matchSheets() map[*sheetSpec]bookSheet {
	found := map[*sheetSpec]bookSheet{}
	var unknown []bookSheet
	for _, s := range w.book.sheets {
		spec := specOf(s.name)
		switch prior, twice := found[spec]; {
		case spec == nil && guideSheet.matches(s.name):
		case spec == nil:
			unknown = append(unknown, s)
		case twice:
			w.errorf("duplicate-sheet", w.at(s.name, ""),
				"“%[1]s”和“%[2]s”两个工作表是同一类；请只保留一个。",
				"the sheets “%[1]s” and “%[2]s” are of the same kind; keep one of them.", quote(prior.name), quote(s.name))
		default:
			found[spec] = s
		}
	}
	for _, s := range unknown {
		w.infof("unknown-sheet", w.at(s.name, ""),
			"不是标准工作表，已忽略。", "not a standard sheet; it was ignored.")
	}
	return found
}

func specOf(name string) *sheetSpec {
	for _, spec := range standardSheets {
		if spec.matches(name) {
			return spec
		}
	}
	return nil
}

func (w *workbook) missingSheet(spec *sheetSpec) {
	w.errorf("missing-sheet", indicator.Cell{File: w.file},
		"缺少工作表“%[1]s”；请补上，可运行 jianbao init 生成标准工作簿作为样式。",
		"the sheet “%[2]s” is missing; add it. Run jianbao init to make a standard workbook to copy from.", spec.name.ZH, spec.name.EN)
}

// reportExamples reports, once for each sheet, rows of the template that were
// left in a workbook which says that its figures are official.
func (w *workbook) reportExamples() {
	if !w.official {
		return
	}
	for i := 0; i < len(w.examples); {
		first, n := w.examples[i], 0
		for i < len(w.examples) && w.examples[i].Sheet == first.Sheet {
			i, n = i+1, n+1
		}
		w.errorf("example-left", first,
			"数据性质为“正式”，但本表还有 %[1]d 行标着“示例”（第一行在此）；请换成真实数据并删去“示例”，或删除这些行。",
			"the data status is official, but %[1]d row(s) of this sheet are still marked “example” (the first is here); put real figures there and delete the mark, or delete the rows.", n)
	}
}
