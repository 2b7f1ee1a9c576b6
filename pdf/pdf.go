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
	"jianbao/pdf/objects"
)

// Protection is how a document is kept from some: by AES-256.
type Protection = objects.Protection

// Permission is what a reader of a protected document may do besides reading.
type Permission = objects.Permission

// What may be permitted.
const (
	Print    = objects.Print
	Copy     = objects.Copy
	Annotate = objects.Annotate
	Change   = objects.Change
)

// Options of a document; the zero value is a bilingual one in the built-in
// typeface.
type Options struct {
	Lang   briefing.Lang // "" is briefing.Both
	Fonts  *fonts.Family // nil is fonts.Builtin
	Date   time.Time     // of the document; must not come from the clock
	Attach []File        // files that travel along
	Design

	// Protect encrypts the document. It then conforms to PDF/UA-1 but not to PDF/A,
	// which excludes encryption.
	Protect *Protection

	NoOrigins bool // the list of where the numbers come from does not travel along
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
	files := opt.Attach
	if !opt.NoOrigins {
		list, err := origins(pages, b, opt).Encode()
		if err != nil {
			return fmt.Errorf("pdf: %w", err)
		}
		files = append(files[:len(files):len(files)], File{
			Name: provenance.FileName, Type: "application/json", Relation: "Supplement", Data: list,
			Title: briefing.Text{ZH: "各数字的来源", EN: "Where every number comes from"},
		})
	}
	data, err := write(pages, document{b.Title, b.Issuer, b.Period, files}, opt)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// document is what a file says of itself, and what travels with it.
type document struct {
	title, author, subject briefing.Text
	files                  []File
}

// File is one that is attached to a document.
type File struct {
	Name     string        // with its ending
	Type     string        // media type
	Title    briefing.Text // what it is
	Relation string        // to the document: Source, Data or Supplement
	Data     []byte
}

// write turns pages of operations into a file.
func write(pages []*page, doc document, opt Options) ([]byte, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: A4.Width, Ht: A4.Height}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false) // done at the end, once
	f.SetCreationDate(opt.Date)
	f.SetModificationDate(opt.Date)
	p := &painter{f: f, doc: rootOf(pages, opt)}
	p.loose = p.doc.child("P")
	if err := p.embedFonts(pages); err != nil {
		return nil, err
	}
	for n, pg := range pages {
		f.AddPageFormat("P", fpdf.SizeType{Wd: pg.sheet.width, Ht: pg.sheet.height})
		p.page = n
		p.reset()
		for _, op := range pg.ops {
			op.paint(p)
		}
		p.unmark()
		p.owners = append(p.owners, p.contents)
	}
	if p.err != nil {
		return nil, p.err
	}
	var raw bytes.Buffer
	if err := f.Output(&raw); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return p.finish(raw.Bytes(), pages, doc, opt)
}

// rootOf is the root of the structure tree that pages have been laid out under.
func rootOf(pages []*page, opt Options) *element {
	for _, pg := range pages {
		for _, o := range pg.ops {
			if t, ok := o.(tagOp); ok && t.el != artifact {
				el := t.el
				for el.parent != nil {
					el = el.parent
				}
				return el
			}
		}
	}
	return &element{role: "Document", lang: documentLanguage(opt.Lang)}
}

// documentLanguage is the language tag (BCP 47) of the whole document: that of
// its leading language.
func documentLanguage(l briefing.Lang) string {
	if l == briefing.English {
		return en
	}
	return zh
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
