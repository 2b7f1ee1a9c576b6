package sources

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"time"
)

// Types of relationships and content, for parts that annotations add.
const (
	relationBase    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	strictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	mainNamespace   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strictNamespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"

	commentsType  = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
	worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
	vmlType       = "application/vnd.openxmlformats-officedocument.vmlDrawing"

	contentTypesPart = "[Content_Types].xml"
	contentNamespace = "http://schemas.openxmlformats.org/package/2006/content-types"
)

var errDamaged = errors.New("not a whole .xlsx file")

// parcel is a workbook as a package of parts. Parts that are not changed are
// copied as they are, compressed bytes and all.
type parcel struct {
	zip     *zip.Reader
	files   map[string]*zip.File // by folded name
	changed map[string]string    // content by folded name
	added   []string             // names in the order in which they were added
}

func openParcel(data []byte) (*parcel, error) {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errDamaged
	}
	p := &parcel{zip: zr, files: map[string]*zip.File{}, changed: map[string]string{}}
	for _, f := range zr.File {
		p.files[partKey(f.Name)] = f
	}
	return p, nil
}

// partKey folds the name of a part: names are the same whatever their case,
// and some producers write backslashes.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (p *parcel) has(name string) bool {
	key := partKey(name)
	_, changed := p.changed[key]
	return changed || p.files[key] != nil
}

// read is the XML of a part; "" if there is none.
func (p *parcel) read(name string) (string, error) {
	key := partKey(name)
	if s, ok := p.changed[key]; ok {
		return s, nil
	}
	f := p.files[key]
	if f == nil {
		return "", nil
	}
	if f.UncompressedSize64 > unzipLimit {
		return "", fmt.Errorf("the part %s unpacks to more than %d MB", name, unzipLimit>>20)
	}
	r, err := f.Open()
	if err != nil {
		return "", errDamaged
	}
	defer r.Close()
	var b strings.Builder
	b.Grow(int(f.UncompressedSize64))
	if n, err := io.Copy(&b, io.LimitReader(r, unzipLimit+1)); err != nil || n > unzipLimit {
		return "", errDamaged
	}
	s := b.String()
	if strings.HasPrefix(s, "\xFF\xFE") || strings.HasPrefix(s, "\xFE\xFF") || !utf8Declared(s) {
		return "", fmt.Errorf("the part %s is not in UTF-8", name)
	}
	return s, nil
}

// utf8Declared reports whether an XML text is UTF-8 by its own word.
func utf8Declared(s string) bool {
	head := strings.ToLower(s[:min(len(s), 200)])
	_, declared, ok := strings.Cut(head, "encoding=")
	if end := strings.Index(head, "?>"); !ok || end < 0 || end < strings.Index(head, "encoding=") {
		return true
	}
	declared = strings.TrimLeft(declared, `"'`)
	return strings.HasPrefix(declared, "utf-8") || strings.HasPrefix(declared, "us-ascii") || strings.HasPrefix(declared, "ascii")
}

// set changes or adds a part.
func (p *parcel) set(name, content string) {
	key := partKey(name)
	if !p.has(name) {
		p.added = append(p.added, name)
	}
	p.changed[key] = content
}

// free is the first name of a part, by a pattern with %d, that is not taken.
func (p *parcel) free(pattern string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(pattern, n); !p.has(name) {
			return name
		}
	}
}

// entryTime is the time of the entries that are written anew: a copy must not
// tell when it was made.
var entryTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func (p *parcel) write(w io.Writer) error {
	zw := zip.NewWriter(w)
	put := func(name, content string) error {
		entry, err := zw.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: entryTime})
		if err == nil {
			_, err = io.WriteString(entry, content)
		}
		return err
	}
	for _, f := range p.zip.File {
		content, changed := p.changed[partKey(f.Name)]
		var err error
		if changed {
			err = put(f.Name, content)
		} else {
			err = zw.Copy(f)
		}
		if err != nil {
			return err
		}
	}
	for _, name := range p.added {
		if err := put(name, p.changed[partKey(name)]); err != nil {
			return err
		}
	}
	return zw.Close()
}

// relation is a link from a part to another.
type relation struct{ id, kind, target string }

func relsPart(part string) string {
	dir, base := path.Split(part)
	return dir + "_rels/" + base + ".rels"
}

// relations are the links of a part; kinds are the last words of their types,
// targets full names. The links of the package are those of "".
func (p *parcel) relations(part string) ([]relation, error) {
	xml, err := p.read(relsPart(part))
	if err != nil {
		return nil, err
	}
	var out []relation
	for s := (tags{xml: xml}); ; {
		t, ok := s.next()
		if !ok {
			return out, nil
		}
		if t.name != "Relationship" || t.close {
			continue
		}
		var r relation
		r.id, _ = t.attr("Id")
		kind, _ := t.attr("Type")
		r.kind = path.Base(kind)
		r.target, _ = t.attr("Target")
		if strings.HasPrefix(r.target, "/") {
			r.target = r.target[1:]
		} else {
			r.target = path.Join(path.Dir(part), r.target)
		}
		out = append(out, r)
	}
}

// relate adds a link and returns its id.
func (p *parcel) relate(part, kind, target string) (string, error) {
	known, err := p.relations(part)
	if err != nil {
		return "", err
	}
	taken := map[string]bool{}
	for _, r := range known {
		taken[strings.ToLower(r.id)] = true
	}
	id := ""
	for n := len(known) + 1; ; n++ {
		if id = fmt.Sprintf("rId%d", n); !taken[strings.ToLower(id)] {
			break
		}
	}
	line := `Relationship Id="` + id + `" Type="` + kind + `" Target="/` + xmlText(target) + `"/>`
	return id, p.append(relsPart(part), "Relationships", "http://schemas.openxmlformats.org/package/2006/relationships", line)
}

// typeOf is the content type of a part.
func (p *parcel) typeOf(part string) (string, error) {
	xml, err := p.read(contentTypesPart)
	if err != nil {
		return "", err
	}
	byExt := ""
	for s := (tags{xml: xml}); ; {
		t, ok := s.next()
		if !ok {
			return byExt, nil
		}
		kind, _ := t.attr("ContentType")
		if name, ok := t.attr("PartName"); ok && partKey(name) == partKey(part) {
			return kind, nil
		}
		if ext, ok := t.attr("Extension"); ok && strings.EqualFold("."+ext, path.Ext(part)) {
			byExt = kind
		}
	}
}

// declare gives a part its content type; drawings of comments by their
// extension, as is usual.
func (p *parcel) declare(part, kind string) error {
	known, err := p.typeOf(part)
	if err != nil || known == kind {
		return err
	}
	if known == "" && kind == vmlType {
		return p.append(contentTypesPart, "Types", contentNamespace, `Default Extension="vml" ContentType="`+kind+`"/>`)
	}
	return p.append(contentTypesPart, "Types", contentNamespace,
		`Override PartName="/`+xmlText(part)+`" ContentType="`+kind+`"/>`)
}

// append adds an element, given without "<" and prefix, at the end of the root
// of a part, which is made if it is not there.
func (p *parcel) append(part, root, namespace, element string) error {
	xml, err := p.read(part)
	if err != nil {
		return err
	}
	if xml == "" {
		xml = xmlHead + "<" + root + ` xmlns="` + namespace + `"></` + root + ">"
	}
	for s := (tags{xml: xml}); ; {
		t, ok := s.next()
		if !ok {
			return errDamaged
		}
		if t.name != root {
			continue
		}
		if t.void {
			t.void = false
			p.set(part, splice(xml, []edit{{t.start, t.end, t.String() + "<" + t.prefix + element + "</" + t.prefix + root + ">"}}))
			return nil
		}
		if t.close {
			p.set(part, splice(xml, []edit{{t.start, t.start, "<" + t.prefix + element}}))
			return nil
		}
	}
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
