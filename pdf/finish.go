package pdf

import (
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"jianbao/pdf/objects"
)

// finish makes of the file that the page writer has written one that a printer,
// an archive and a screen reader accept: tagged, with links and an outline that
// lead to the right pages, with its fonts named and readable, what it is and
// which colours it means said in it, and the files it was made from attached
// (ISO 32000-1; ISO 14289-1, PDF/UA-1; ISO 19005-3, PDF/A-3a).
func (p *painter) finish(raw []byte, pages []*page, doc document, opt Options) ([]byte, error) {
	f, err := objects.Read(raw)
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	w := &finisher{File: f, p: p, laid: pages, doc: doc, opt: opt}
	if w.pages, err = f.At(1).Refs("/Kids"); err != nil || len(w.pages) != len(pages) {
		return nil, fmt.Errorf("pdf: %d pages laid out, %d written: %v", len(pages), len(w.pages), err)
	}
	if err := w.fonts(); err != nil {
		return nil, err
	}
	w.links()
	w.tree()
	w.catalog()
	f.Protection = opt.Protect
	data, err := f.Bytes()
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return data, nil
}

type finisher struct {
	*objects.File
	p     *painter
	laid  []*page
	doc   document
	opt   Options
	pages []objects.Ref

	annotations []*link // each with a number in the parent tree, after the pages
	level       int     // of the last heading
	notes       int
}

// fonts gives the fonts their names and the maps from their codes to characters.
func (w *finisher) fonts() error {
	for i := range w.p.fonts {
		e := &w.p.fonts[i]
		old := "/utf8" + e.key
		named := 0
		for r := objects.Ref(1); int(r) <= w.Len(); r++ {
			o := w.At(r)
			for _, key := range []string{"/BaseFont ", "/FontName "} {
				if !strings.Contains(string(o.Body), key+old+"\n") {
					continue
				}
				o.Replace(key+old+"\n", key+"/"+e.name+"\n")
				named++
				if to, err := o.Ref("/ToUnicode"); err == nil {
					w.At(to).Stream = e.toUnicode()
				}
			}
		}
		if named != 3 { // the font, its descendant, its descriptor
			return fmt.Errorf("pdf: font %s has %d names in the file", e.name, named)
		}
	}
	return nil
}

// links adds the annotations of each page.
func (w *finisher) links() {
	for n, pg := range w.laid {
		var refs []string
		for _, l := range pg.links {
			target := w.target(l)
			if target == "" {
				continue
			}
			y := pg.height() - l.y
			l.page = n
			l.number = len(w.pages) + len(w.annotations)
			l.ref = w.Add(fmt.Sprintf("<</Type/Annot/Subtype/Link/Rect[%.2f %.2f %.2f %.2f]/Border[0 0 0]/F 4/Contents%s/StructParent %d/%s>>",
				l.x, y-l.h, l.x+l.w, y, textString(l.says), l.number, target))
			w.annotations = append(w.annotations, l)
			refs = append(refs, l.ref.String())
			l.el.place()
			l.el.kids = append(l.el.kids, l)
		}
		entries := fmt.Sprintf("/StructParents %d/Tabs/S", n)
		if len(refs) > 0 {
			entries += "/Annots[" + strings.Join(refs, " ") + "]"
		}
		w.At(w.pages[n]).Extend(entries)
	}
}

// target is where a link leads; "" where to nothing.
func (w *finisher) target(l *link) string {
	if l.url != "" {
		return "A<</S/URI/URI" + literal(l.url) + ">>"
	}
	if n, a := w.anchor(l.anchor); a != nil {
		return "Dest" + w.dest(n, a)
	}
	return ""
}

func (w *finisher) anchor(id string) (int, *anchor) {
	for n, pg := range w.laid {
		for i := range pg.anchors {
			if pg.anchors[i].id == id {
				return n, &pg.anchors[i]
			}
		}
	}
	return 0, nil
}

func (w *finisher) dest(n int, a *anchor) string {
	return fmt.Sprintf("[%s/XYZ 0 %.2f null]", w.pages[n], w.laid[n].height()-a.y)
}

// outline is the list beside the pages of sections and, under each, its figures
// and tables; "" where there is none.
func (w *finisher) outline() string {
	type entry struct {
		ref, parent, prev, next, first, last objects.Ref
		kids                                 int
		body                                 string
	}
	root := entry{ref: w.Reserve()}
	var entries []*entry
	var section *entry
	for n, pg := range w.laid {
		for i := range pg.anchors {
			a := &pg.anchors[i]
			e := &entry{ref: w.Reserve(), body: fmt.Sprintf("<</Title%s/Dest%s", textString(a.title), w.dest(n, a))}
			parent := &root
			if a.level > 1 && section != nil {
				parent = section
			}
			if a.level == 1 {
				section = e
			}
			e.parent, e.prev = parent.ref, parent.last
			if e.prev != 0 {
				for _, x := range slices.Backward(entries) {
					if x.ref == e.prev {
						x.next = e.ref
						break
					}
				}
			} else {
				parent.first = e.ref
			}
			parent.last = e.ref
			parent.kids++
			entries = append(entries, e)
		}
	}
	if len(entries) == 0 {
		w.Drop(root.ref)
		return ""
	}
	for _, e := range entries {
		body := e.body + fmt.Sprintf("/Parent %s", e.parent)
		for _, x := range []struct {
			key string
			ref objects.Ref
		}{{"/Prev ", e.prev}, {"/Next ", e.next}, {"/First ", e.first}, {"/Last ", e.last}} {
			if x.ref != 0 {
				body += x.key + x.ref.String()
			}
		}
		if e.kids > 0 { // closed
			body += fmt.Sprintf("/Count %d", -e.kids)
		}
		w.Put(e.ref, body+">>")
	}
	w.Put(root.ref, fmt.Sprintf("<</Type/Outlines/First %s/Last %s/Count %d>>", root.first, root.last, root.kids))
	return "/Outlines " + root.ref.String() + "/PageMode/UseOutlines"
}

// catalog says what the document is.
func (w *finisher) catalog() {
	profile := w.AddStream("/N 3", sRGB())
	intent := w.Add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile " + profile.String() + ">>")
	meta := w.AddStream("/Type/Metadata/Subtype/XML", w.xmp())
	w.At(meta).Plain = true
	w.Put(w.Info, w.info())
	locked := ""
	if w.opt.Protect != nil { // AES-256 is newer than version 1.7
		locked = "/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 8>>>>"
	}
	w.Put(w.Root, fmt.Sprintf("<</Type/Catalog/Pages 1 0 R/Lang(%s)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"+
		"/StructTreeRoot %s/Metadata %s/OutputIntents[%s]%s%s%s>>",
		documentLanguage(w.opt.Lang), w.p.root, meta, intent, w.outline(), w.attachments(), locked))
}

func (w *finisher) info() string {
	var b strings.Builder
	b.WriteString("<<")
	for _, e := range [][2]string{{"Title", w.meta(w.doc.title)}, {"Author", w.meta(w.doc.author)}, {"Subject", w.meta(w.doc.subject)}, {"Creator", program}, {"Producer", program}} {
		if e[1] != "" {
			b.WriteString("/" + e[0] + textString(e[1]))
		}
	}
	if d := w.opt.Date; !d.IsZero() {
		b.WriteString("/CreationDate" + date(d) + "/ModDate" + date(d))
	}
	b.WriteString(">>")
	return b.String()
}

// program is what the file says it was made by.
const program = "jianbao"

// attachments are the entries of the catalogue for the files that travel along,
// each with what it is to the document (ISO 19005-3, 6.8).
func (w *finisher) attachments() string {
	if len(w.doc.files) == 0 {
		return ""
	}
	files := slices.Clone(w.doc.files)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	var names, refs []string
	for _, a := range files {
		sum := md5.Sum(a.Data)
		params := fmt.Sprintf("/Size %d", len(a.Data))
		if w.opt.Protect == nil { // strings beside a stream would have to be encrypted
			params += "/CheckSum<" + hex.EncodeToString(sum[:]) + ">"
			if d := w.opt.Date; !d.IsZero() {
				params += "/ModDate" + date(d)
			}
		}
		data := w.AddStream(fmt.Sprintf("/Type/EmbeddedFile/Subtype/%s/Params<<%s>>", strings.ReplaceAll(a.Type, "/", "#2F"), params), a.Data)
		if strings.Contains(a.Type, "openxmlformats") { // a zip already
			w.At(data).Plain = true
		}
		spec := w.Add(fmt.Sprintf("<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/%s/EF<</F %s/UF %s>>>>",
			literal(plainName(a.Name)), textString(a.Name), textString(w.meta(a.Title)), a.Relation, data, data))
		names = append(names, textString(a.Name)+spec.String())
		refs = append(refs, spec.String())
	}
	return "/AF[" + strings.Join(refs, " ") + "]/Names<</EmbeddedFiles<</Names[" + strings.Join(names, " ") + "]>>>>"
}

// plainName is a file's name for readers that know no Unicode.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '_'
		}
		return r
	}, s)
}

// textString is a text as it stands in a file: UTF-16, in hexadecimal.
func textString(s string) string { return "<FEFF" + utf16Hex(s) + ">" }

func utf16Hex(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// literal is a string of ASCII as it stands in a file.
func literal(s string) string {
	return "(" + strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)").Replace(s) + ")"
}

func date(t time.Time) string { return "(D:" + t.UTC().Format("20060102150405") + "Z)" }
