package sources

import (
	"archive/zip"
	"bytes"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"jianbao/internal/indicator"
)

// oleHeader opens every OLE compound file: .xls, .et, and .xlsx with a password.
var oleHeader = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// recognise looks at the first bytes and the parts of a file and reports
// whatever cannot be an .xlsx workbook, each kind with its own way out. It
// returns false if there is nothing to open.
func recognise(r *reporter, name string, data []byte) bool {
	at := indicator.Cell{File: r.file}
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case strings.HasPrefix(filepath.Base(name), "~$"):
		r.errorf("lock-file", at,
			"这是 Excel 打开工作簿时留下的临时锁定文件，不是工作簿；请指定文件名不带“~$”的工作簿。",
			"this is the lock file that Excel keeps beside an open workbook, not a workbook; name the file without “~$”.")
	case len(data) == 0:
		r.errorf("file-empty", at,
			"文件是空的（0 字节），应为 .xlsx 工作簿；请重新保存或重新复制该文件。",
			"the file is empty (0 bytes); an .xlsx workbook is expected. Save or copy it again.")
	case bytes.HasPrefix(data, oleHeader):
		reportOLE(r, at, ext)
	case bytes.HasPrefix(data, []byte("PK")):
		return recogniseZip(r, at, data)
	case isText(data):
		reportText(r, at, data)
	default:
		r.errorf("not-a-workbook", at,
			"文件内容不是 Excel 工作簿，应为 .xlsx 文件；请用 Excel 或 WPS 打开后另存为“Excel 工作簿（*.xlsx）”。",
			"the content is not an Excel workbook; an .xlsx file is expected. Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”.")
	}
	return false
}

// reportOLE refuses a workbook in a format of old.
func reportOLE(r *reporter, at indicator.Cell, ext string) {
	kind := ".xls"
	if ext == ".et" || ext == ".ett" {
		kind = ext
	}
	r.errorf("old-format", at,
		"这是旧格式的表格（%[1]s），应为 .xlsx；请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再用。",
		"this is a spreadsheet in an older format (%[1]s); .xlsx is expected. Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”.", kind)
}

// recogniseZip checks that the archive is whole and holds an .xlsx workbook.
func recogniseZip(r *reporter, at indicator.Cell, data []byte) bool {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		reportDamaged(r, at)
		return false
	}
	for _, f := range zr.File {
		switch strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/")) {
		case "xl/workbook.xml":
			return true
		case "xl/workbook.bin":
			reportOther(r, at, " Excel 二进制工作簿（.xlsb）", "an Excel binary workbook (.xlsb)")
			return false
		case "content.xml":
			reportOther(r, at, " OpenDocument 表格（.ods）", "an OpenDocument spreadsheet (.ods)")
			return false
		case "index/document.iwa":
			reportOther(r, at, " Numbers 表格", "a Numbers spreadsheet")
			return false
		case "word/document.xml":
			reportOther(r, at, " Word 文档（.docx）", "a Word document (.docx)")
			return false
		}
	}
	// Producers may name the main part otherwise; opening decides.
	for _, f := range zr.File {
		if strings.EqualFold(f.Name, "[Content_Types].xml") {
			return true
		}
	}
	reportOther(r, at, "压缩包", "a zip archive")
	return false
}

func reportDamaged(r *reporter, at indicator.Cell) {
	r.errorf("damaged-workbook", at,
		"工作簿已损坏或不完整（可能下载、复制中断），应为完整的 .xlsx 文件；请重新取得该文件，或用 Excel 的“打开并修复”修复后另存。",
		"the workbook is damaged or incomplete (a broken download or copy?); a whole .xlsx file is expected. Get the file again, or let Excel mend it with “Open and Repair” and save it.")
}

func reportOther(r *reporter, at indicator.Cell, zh, en string) {
	r.errorf("unsupported-format", at,
		"文件是%[1]s，应为 .xlsx 工作簿；请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再用。",
		"this is %[2]s; an .xlsx workbook is expected. Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”.", zh, en)
}

// reportText handles what is not binary and no text table: web pages and XML
// that many systems export under the name .xls.
func reportText(r *reporter, at indicator.Cell, data []byte) {
	head := strings.ToLower(string(data[:min(len(data), 512)]))
	switch {
	case strings.Contains(head, "<html"), strings.Contains(head, "<table"), strings.Contains(head, "<!doctype"):
		reportOther(r, at, "以表格文件名保存的网页（HTML）", "a web page (HTML) under the name of a spreadsheet")
	case strings.Contains(head, "<?xml"):
		reportOther(r, at, " XML 文件", "an XML file")
	default:
		r.errorf("not-a-workbook", at,
			"文件内容是纯文本，应为 .xlsx 工作簿；请检查文件是否选错。",
			"the content is plain text; an .xlsx workbook is expected. Check that this is the right file.")
	}
}

// isText reports whether data looks like text: no zero byte near the start and
// either valid UTF-8 or no control characters (GBK and the like).
func isText(data []byte) bool {
	head := data[:min(len(data), 1024)]
	if bytes.IndexByte(head, 0) >= 0 {
		return false
	}
	if utf8.Valid(head) {
		return true
	}
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			return false
		}
	}
	return true
}

func utf16le(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}
