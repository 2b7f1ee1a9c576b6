package delimited

import (
	"bytes"
	"path/filepath"
	"strings"
)

// Looks reports whether a file is a text table by its name and its first
// bytes; a few hundred of them are enough.
func Looks(name string, head []byte) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".txt", ".tab":
	default:
		return false
	}
	if strings.HasPrefix(filepath.Base(name), "~$") || signature(head) != "" {
		return false
	}
	if bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF}) {
		return true
	}
	return bytes.IndexByte(bytes.TrimRight(head, "\x00"), 0) < 0 || bareUTF16(head) != ""
}

// signatures are how files begin that are not text tables whatever their name.
var signatures = []struct{ prefix, kind string }{
	{"PK\x03\x04", "ZIP/XLSX"}, {"PK\x05\x06", "ZIP"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "XLS/OLE"},
	{"%PDF", "PDF"}, {`{\rtf`, "RTF"}, {"\x1F\x8B", "GZIP"}, {"\x89PNG", "PNG"}, {"\xFF\xD8\xFF", "JPEG"},
	{"Rar!", "RAR"}, {"7z\xBC\xAF", "7Z"}, {"SQLite format 3", "SQLite"}, {"PAR1", "Parquet"},
}

// markup is how web pages and XML begin, in lower case.
var markup = []struct{ prefix, kind string }{
	{"<?xml", "XML"}, {"<!doctype", "HTML"}, {"<html", "HTML"}, {"<table", "HTML"}, {"<head", "HTML"}, {"<meta", "HTML"},
	{"<!--", "HTML"}, {"<workbook", "XML"}, {"mime-version:", "MHTML"},
}

// signature names what a file is that is no text table, or is "".
func signature(head []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.prefix)) {
			return s.kind
		}
	}
	text := bytes.TrimPrefix(head[:min(len(head), 256)], []byte{0xEF, 0xBB, 0xBF})
	text = bytes.ReplaceAll(text, []byte{0}, nil) // UTF-16
	text = bytes.TrimLeft(bytes.TrimLeft(text, "\xFF\xFE"), " \t\r\n")
	text = bytes.ToLower(text)
	for _, m := range markup {
		if bytes.HasPrefix(text, []byte(m.prefix)) {
			return m.kind
		}
	}
	return ""
}
