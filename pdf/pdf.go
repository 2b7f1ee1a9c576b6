// Package pdf sets a briefing on pages: it lays out content in boxes, fills
// pages with them, draws charts as vectors and writes the file.
//
// Layout comes first and is pure: boxes with heights, then pages of drawing
// operations. Only then is the file written, with fonts cut to the characters
// that the operations use.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/go-pdf/fpdf"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/provenance"
)

// Options of a document; the zero value is a bilingual one in the built-in
// typeface.
type Options struct {
	Lang  briefing.Lang // "" is briefing.Both
	Fonts *fonts.Family // nil is fonts.Builtin
	Date  time.Time     // of the document; must not come from the clock
}

// Write lays out b and writes it to w as a PDF. The same content and options
// give the same bytes. Nothing is written where an error is returned.
func Write(w io.Writer, b *briefing.Briefing, opt Options) error {
	if opt.Lang == "" {
		opt.Lang = briefing.Both
	}
	if opt.Fonts == nil {
		opt.Fonts = fonts.Builtin()
	}
	pages, err := layoutBriefing(b, opt)
	if err != nil {
		return err
	}
	data, err := write(pages, document{b.Title, b.Issuer, b.Period, origins(pages, b, opt.Lang)}, opt)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// document is what a file says of itself, and where its numbers come from.
type document struct {
	title, author, subject briefing.Text
	list                   *provenance.List // may be nil
}

// write turns pages of operations into a file.
func write(pages []*page, doc document, opt Options) ([]byte, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: pageWidth, Ht: pageHeight}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetLang(documentLanguage(opt.Lang))
	meta := func(t briefing.Text) string { return inline(t, opt.Lang) }
	f.SetTitle(meta(doc.title), true)
	f.SetAuthor(meta(doc.author), true)
	f.SetSubject(meta(doc.subject), true)
	f.SetCreator("jianbao", true)
	f.SetProducer("jianbao", true)
	f.SetCreationDate(opt.Date)
	f.SetModificationDate(opt.Date)

	if doc.list != nil {
		list, err := doc.list.Encode()
		if err != nil {
			return nil, fmt.Errorf("pdf: %w", err)
		}
		f.SetAttachments([]fpdf.Attachment{{Content: list, Filename: provenance.FileName, Description: "Where every number comes from"}})
	}

	p := &painter{f: f}
	if err := p.embedFonts(pages); err != nil {
		return nil, err
	}
	links := map[string]int{}
	for _, pg := range pages {
		for _, a := range pg.anchors {
			links[a.id] = f.AddLink()
		}
	}
	for n, pg := range pages {
		if pg.size.Ht > 0 {
			f.AddPageFormat("P", pg.size)
		} else {
			f.AddPage()
		}
		p.reset()
		for _, a := range pg.anchors {
			f.SetLink(links[a.id], a.y, n+1)
			f.SetFont(p.fonts[0].key, "", bodySize) // bookmarks are encoded as the current font is
			f.Bookmark(a.title, 0, a.y)
			p.reset()
		}
		for _, op := range pg.ops {
			op.paint(p)
		}
		for _, l := range pg.links {
			if l.url != "" {
				f.LinkString(l.x, l.y, l.w, l.h, l.url)
			} else if id, ok := links[l.anchor]; ok {
				f.Link(l.x, l.y, l.w, l.h, id)
			}
		}
	}
	if p.err != nil {
		return nil, p.err
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return tagSubsets(out.Bytes(), p.fonts)
}

// documentLanguage is the language tag (BCP 47) of the whole document: that of
// its leading language.
func documentLanguage(l briefing.Lang) string {
	if l == briefing.English {
		return "en-GB"
	}
	return "zh-CN"
}

// inline joins both languages of a text on one line, or gives the one that the
// document shows.
func inline(t briefing.Text, l briefing.Lang) string {
	switch {
	case l == briefing.Chinese, t.EN == "" || t.EN == t.ZH:
		return t.ZH
	case l == briefing.English, t.ZH == "":
		return t.EN
	}
	return t.ZH + " · " + t.EN
}

// ErrGlyph says that a text has a character that no font can draw. Sources are
// checked for such characters before, so this is the last gate.
var ErrGlyph = errors.New("no font has this character")
