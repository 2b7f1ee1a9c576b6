package sources

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// commentAuthor signs the comments.
const commentAuthor = "jianbao"

// remark is what is said of one cell, as paragraphs: a head in bold and a text.
type remark struct {
	at         cellAt
	paragraphs []paragraph
}

type paragraph struct{ head, text string }

// runs are paragraphs as rich text; continued says that something stands
// before them.
func runs(prefix string, ps []paragraph, continued bool) string {
	var b strings.Builder
	for i, p := range ps {
		gap := ""
		if i > 0 || continued {
			gap = "\n\n"
		}
		writeRun(&b, prefix, gap+p.head+"\n", true)
		writeRun(&b, prefix, p.text, false)
	}
	return b.String()
}

func writeRun(b *strings.Builder, x, text string, bold bool) {
	b.WriteString("<" + x + "r><" + x + "rPr>")
	if bold {
		b.WriteString("<" + x + "b/>")
	}
	b.WriteString("<" + x + `sz val="9"/><` + x + `color indexed="81"/><` + x + `rFont val="` + fontName + `"/></` + x + "rPr><" + x + `t xml:space="preserve">`)
	b.WriteString(xmlText(text) + "</" + x + "t></" + x + "r>")
}

// comment is a comment that a sheet has already.
type comment struct {
	text     tag // <text>
	end      int // where its runs end
	plain    []tag
	said     string // all it says
	threaded bool   // a thread of replies, of which this is only the shadow
}

// commented is what became of remarks on a sheet.
type commented struct {
	xml     string
	fresh   []remark // became new comments, which need boxes
	refused []remark // found no room: the text of threads is kept elsewhere
	before  []remark // the places of the comments that were there
}

// addRemarks adds remarks to the comments of a sheet, "" if it has none. A cell
// with a comment keeps it and gets what it does not say yet.
func addRemarks(xml, namespace string, remarks []remark) (out commented, err error) {
	if xml == "" {
		xml = xmlHead + `<comments xmlns="` + namespace + `"><authors></authors><commentList></commentList></comments>`
	}
	var authors []string
	known := map[string]comment{}
	var authorsAt, listAt tag
	s := tags{xml: xml}
	for {
		t, ok := s.next()
		if !ok {
			break
		}
		switch {
		case t.name == "author" && !t.close:
			name := ""
			if !t.void {
				name = xml[t.end : t.end+max(0, strings.IndexByte(xml[t.end:], '<'))]
			}
			authors = append(authors, html.UnescapeString(name))
		case t.name == "authors" && (t.close || t.void):
			authorsAt = t
		case t.name == "commentList" && (t.close || t.void):
			listAt = t
		case t.name == "comment" && !t.close && !t.void:
			ref, _ := t.attr("ref")
			c := readComment(&s)
			if i := int(attrNumber(t, "authorId", -1)); i >= 0 && i < len(authors) {
				c.threaded = strings.HasPrefix(authors[i], "tc=")
			}
			if at, ok := parseCell(ref); ok {
				known[at.String()] = c
				out.before = append(out.before, remark{at: at})
			}
		}
	}
	if authorsAt.end == 0 || listAt.end == 0 {
		return out, errDamaged
	}
	var edits []edit
	id := slices.Index(authors, commentAuthor)
	if id < 0 {
		id = len(authors)
		edits = append(edits, within(authorsAt, "<"+authorsAt.prefix+"author>"+commentAuthor+"</"+authorsAt.prefix+"author>"))
	}
	x := listAt.prefix
	var list strings.Builder
	for _, r := range remarks {
		c, ok := known[r.at.String()]
		switch {
		case !ok:
			fmt.Fprintf(&list, `<%[1]scomment ref="%[2]s" authorId="%[3]d" shapeId="0"><%[1]stext>%[4]s</%[1]stext></%[1]scomment>`,
				x, r.at, id, runs(x, r.paragraphs, false))
			out.fresh = append(out.fresh, r)
		case c.threaded || c.text.end == 0:
			out.refused = append(out.refused, r)
		default:
			edits = append(edits, c.extend(x, r)...)
		}
	}
	edits = append(edits, within(listAt, list.String()))
	out.xml = splice(xml, edits)
	return out, nil
}

// within puts text before a closing tag, or into an element that was void.
func within(t tag, text string) edit {
	if !t.void {
		return edit{t.start, t.start, text}
	}
	open := t
	open.void = false
	return edit{t.start, t.end, open.String() + text + "</" + t.prefix + t.name + ">"}
}

// readComment reads up to the end of a comment.
func readComment(s *tags) comment {
	var c comment
	depth := 0 // within <text>
	for {
		t, ok := s.next()
		switch {
		case !ok || t.close && t.name == "comment":
			return c
		case t.name == "text" && !t.close && c.text.end == 0:
			c.text = t
			if t.void {
				c.end = t.end
			} else {
				depth = 1
			}
		case depth == 0:
		case t.close && t.name == "text" && depth == 1:
			if c.end == 0 {
				c.end = t.start
			}
			depth = 0
		case t.close:
			depth--
		default:
			if depth == 1 && (t.name == "rPh" || t.name == "phoneticPr") && c.end == 0 {
				c.end = t.start // runs stand before these
			}
			if t.name == "t" && !t.void && c.end == 0 {
				n := max(0, strings.IndexByte(s.xml[t.end:], '<'))
				c.said += html.UnescapeString(s.xml[t.end : t.end+n])
				if depth == 1 {
					c.plain = append(c.plain, t)
				}
			}
			if !t.void {
				depth++
			}
		}
	}
}

// extend adds to a comment what it does not say yet. Its text without format
// becomes a run, as text and runs do not stand side by side.
func (c comment) extend(x string, r remark) []edit {
	var missing []paragraph
	for _, p := range r.paragraphs {
		if !strings.Contains(c.said, p.head+"\n"+p.text) {
			missing = append(missing, p)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	more := runs(x, missing, c.said != "")
	if c.text.void {
		return []edit{within(c.text, more)}
	}
	var edits []edit
	for _, t := range c.plain {
		edits = append(edits, edit{t.start, t.start, "<" + x + "r>"})
	}
	if len(c.plain) > 0 {
		edits = append(edits, edit{c.end, c.end, "</" + x + "r>" + more})
	} else {
		edits = append(edits, edit{c.end, c.end, more})
	}
	return edits
}

// Names in VML, the format of the boxes in which comments show.
const (
	vmlNames    = ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"`
	vmlBoxType  = "_x0000_t202"
	vmlBoxShape = `<v:shapetype id="` + vmlBoxType + `" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
)

var vmlCluster = regexp.MustCompile(`data="([0-9, ]+)"`)

// clusters are the numbers of the id blocks that a drawing uses.
func clusters(vml string) []int {
	var out []int
	for _, m := range vmlCluster.FindAllStringSubmatch(vml, -1) {
		for _, s := range strings.Split(m[1], ",") {
			if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil {
				out = append(out, n)
			}
		}
	}
	return out
}

// addBoxes adds a box for each remark to a drawing, "" if there is none yet.
// Ids of shapes come in blocks of 1024, and cluster is a block that no drawing
// of the workbook uses.
func (m *sheetMap) addBoxes(vml string, cluster int, remarks []remark) (string, error) {
	block := strconv.Itoa(cluster)
	var b strings.Builder
	if vml == "" {
		vml = "<xml" + vmlNames + `><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="` + block + `"/></o:shapelayout></xml>`
	} else if at := vmlCluster.FindStringSubmatchIndex(vml); at != nil {
		vml = vml[:at[3]] + "," + block + vml[at[3]:]
	}
	names := vmlNames
	if head := vml[:min(len(vml), 2000)]; !slices.ContainsFunc(strings.Fields(vmlNames), func(n string) bool { return !strings.Contains(head, n) }) {
		names = ""
	}
	if !strings.Contains(vml, `id="`+vmlBoxType+`"`) {
		b.WriteString(strings.Replace(vmlBoxShape, ">", names+">", 1))
	}
	for i, r := range remarks {
		fmt.Fprintf(&b, `<v:shape%s id="_x0000_s%d" type="#%s" style="position:absolute;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`+
			`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`+
			`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
			`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
			names, 1024*cluster+1+i, vmlBoxType, i+1, m.anchor(r), r.at.row-1, r.at.col-1)
	}
	end := strings.LastIndex(vml, "</")
	if end < 0 {
		return "", errDamaged
	}
	return vml[:end] + b.String() + vml[end:], nil
}
