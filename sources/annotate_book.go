package sources

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// bookPart is the workbook's own part: its sheets and where things stand.
type bookPart struct {
	part   string
	xml    string
	root   tag
	sheets []annotatedSheet
	end    tag // </sheets>
	styles string
	strict bool // ISO strict: other names for relationships
	lastID int
}

type annotatedSheet struct {
	name   string
	part   string // "" for what is no worksheet
	hidden bool
}

// workbookPart is the name of the part that lists the sheets.
func (p *parcel) workbookPart() (string, error) {
	rels, err := p.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range rels {
		if r.kind == "officeDocument" {
			return r.target, nil
		}
	}
	return "", errDamaged
}

func (p *parcel) readBook() (*bookPart, error) {
	part, err := p.workbookPart()
	if err != nil {
		return nil, err
	}
	rels, err := p.relations(part)
	if err != nil {
		return nil, err
	}
	b := &bookPart{part: part}
	if b.xml, err = p.read(part); err != nil {
		return nil, err
	}
	worksheets := map[string]string{}
	for _, r := range rels {
		switch r.kind {
		case "worksheet":
			worksheets[r.id] = r.target
		case "styles":
			b.styles = r.target
		}
	}
	for s := (tags{xml: b.xml}); ; {
		t, ok := s.next()
		if !ok {
			break
		}
		switch {
		case t.name == "workbook" && !t.close:
			b.root = t
			b.strict = strings.Contains(t.attrs, strictNamespace)
		case t.name == "sheets" && (t.close || t.void):
			b.end = t
		case t.name == "sheet" && !t.close && b.end.end == 0:
			sheet := annotatedSheet{}
			sheet.name, _ = t.attr("name")
			state, _ := t.attr("state")
			sheet.hidden = state == "hidden" || state == "veryHidden"
			id, _ := t.local("id")
			if part := worksheets[id]; p.has(part) {
				sheet.part = part
			}
			b.lastID = max(b.lastID, int(attrNumber(t, "sheetId", 0)))
			b.sheets = append(b.sheets, sheet)
		}
	}
	if b.root.end == 0 || b.end.end == 0 {
		return nil, errDamaged
	}
	if b.styles == "" {
		b.styles = "xl/styles.xml"
		if err := p.declare(b.styles, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"); err != nil {
			return nil, err
		}
		if _, err := p.relate(part, b.relation("styles"), b.styles); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// relation is the full type of a relationship.
func (b *bookPart) relation(kind string) string {
	if b.strict {
		return strictRelations + "/" + kind
	}
	return relationBase + "/" + kind
}

// namespace is that of the parts of the workbook.
func (b *bookPart) namespace() string {
	if b.strict {
		return strictNamespace
	}
	return mainNamespace
}

// relationID is an attribute that names a relationship, for an element below
// root.
func (b *bookPart) relationID(root tag, id string) string {
	space := relationBase
	if b.strict {
		space = strictRelations
	}
	for _, key := range root.attrNames() {
		if v, _ := root.attr(key); v == space && strings.HasPrefix(key, "xmlns:") {
			return " " + key[len("xmlns:"):] + `:id="` + id + `"`
		}
	}
	return ` xmlns:r="` + space + `" r:id="` + id + `"`
}

// find is the index of a sheet by its name, -1 if there is none.
func (b *bookPart) find(name string) int {
	if i := slices.IndexFunc(b.sheets, func(s annotatedSheet) bool { return s.name == name }); i >= 0 {
		return i
	}
	return slices.IndexFunc(b.sheets, func(s annotatedSheet) bool { return strings.EqualFold(s.name, name) })
}

// addSheet appends a sheet to the workbook under a name that is free.
func (a *annotation) addSheet(name, xml string) error {
	b := a.book
	free := name
	for n := 2; b.find(free) >= 0; n++ {
		free = fmt.Sprintf("%s %d", name, n)
	}
	part := a.free("xl/worksheets/sheet%d.xml")
	a.set(part, xml)
	if err := a.declare(part, worksheetType); err != nil {
		return err
	}
	id, err := a.relate(b.part, b.relation("worksheet"), part)
	if err != nil {
		return err
	}
	sheet := "<" + b.end.prefix + `sheet name="` + xmlText(free) + `" sheetId="` + strconv.Itoa(b.lastID+1) + `"` + b.relationID(b.root, id) + "/>"
	a.set(b.part, splice(b.xml, []edit{within(b.end, sheet)}))
	return nil
}

// remarkSheet marks the cells of a sheet and gives them their comments. It
// returns how many had no room for one.
func (a *annotation) remarkSheet(i int, m *sheetMap, spots []*spot) (refused int, err error) {
	part := a.book.sheets[i].part
	var edits []edit
	if a.canMark {
		severity := map[cellAt]*spot{}
		cells := make([]cellAt, len(spots))
		for i, s := range spots {
			cells[i], severity[s.at] = s.at, s
		}
		edits = m.restyle(cells, func(c cellAt, old int) int { return a.styles.mark(old, severity[c].severity()) })
	}
	rels, err := a.relations(part)
	if err != nil {
		return 0, err
	}
	comments, drawing := "", ""
	legacy, _ := m.legacy.local("id")
	for _, r := range rels {
		if r.kind == "comments" {
			comments = r.target
		}
		if legacy != "" && r.id == legacy && a.has(r.target) {
			drawing = r.target
		}
	}
	if comments == "" {
		comments = a.free("xl/comments%d.xml")
		if _, err := a.relate(part, a.book.relation("comments"), comments); err != nil {
			return 0, err
		}
	}
	remarks := make([]remark, len(spots))
	for i, s := range spots {
		remarks[i] = remark{s.at, a.paragraphs(s.findings)}
	}
	old, err := a.read(comments)
	if err != nil {
		return 0, err
	}
	done, err := addRemarks(old, a.book.namespace(), remarks)
	if err != nil {
		return 0, err
	}
	a.set(comments, done.xml)
	if err := a.declare(comments, commentsType); err != nil {
		return 0, err
	}
	boxes := done.fresh
	if drawing == "" {
		boxes = append(done.before, boxes...)
	}
	if len(boxes) > 0 {
		e, err := a.drawBoxes(part, drawing, m, boxes)
		if err != nil {
			return 0, err
		}
		edits = append(edits, e...)
	}
	a.set(part, splice(m.xml, edits))
	return len(done.refused), nil
}

// drawBoxes adds boxes of comments to the drawing of a sheet, "" if it has
// none, and returns what must change in the sheet for that.
func (a *annotation) drawBoxes(part, drawing string, m *sheetMap, boxes []remark) ([]edit, error) {
	old, err := a.read(drawing)
	if err != nil {
		return nil, err
	}
	cluster, err := a.freeCluster()
	if err != nil {
		return nil, err
	}
	vml, err := m.addBoxes(old, cluster, boxes)
	if err != nil {
		return nil, err
	}
	if drawing != "" {
		a.set(drawing, vml)
		return nil, nil
	}
	drawing = a.free("xl/drawings/vmlDrawing%d.vml")
	a.set(drawing, vml)
	if err := a.declare(drawing, vmlType); err != nil {
		return nil, err
	}
	id, err := a.relate(part, a.book.relation("vmlDrawing"), drawing)
	if err != nil {
		return nil, err
	}
	element := "<" + m.root.prefix + "legacyDrawing" + a.book.relationID(m.root, id) + "/>"
	if m.legacy.end > 0 { // it names a drawing that is not there
		return []edit{{m.legacy.start, m.legacy.end, element}}, nil
	}
	return []edit{{m.legacyAt, m.legacyAt, element}}, nil
}

// freeCluster is a number of a block of shape ids that no drawing uses.
func (a *annotation) freeCluster() (int, error) {
	last := 0
	for _, f := range a.zip.File {
		if strings.HasSuffix(strings.ToLower(f.Name), ".vml") {
			vml, err := a.read(f.Name)
			if err != nil {
				return 0, err
			}
			last = max(last, slices.Max(append(clusters(vml), 0)))
		}
	}
	for _, name := range a.added {
		if strings.HasSuffix(name, ".vml") {
			vml, _ := a.read(name)
			last = max(last, slices.Max(append(clusters(vml), 0)))
		}
	}
	return last + 1, nil
}
