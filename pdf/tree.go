package pdf

import (
	"fmt"
	"strings"

	"jianbao/pdf/objects"
)

// tree writes the structure tree and the way back into it from the pages and the
// links (PDF 32000-1, 14.7.2 and 14.7.4.4).
func (w *finisher) tree() {
	root := w.Reserve()
	w.p.root = root
	refs := map[*element]objects.Ref{}
	w.number(w.p.doc, refs)
	w.element(w.p.doc, root, refs)
	var nums strings.Builder
	for n, els := range w.p.owners {
		fmt.Fprintf(&nums, "%d[", n)
		for _, el := range els {
			nums.WriteString(refs[el].String() + " ")
		}
		nums.WriteString("]")
	}
	for _, l := range w.annotations {
		fmt.Fprintf(&nums, "%d %s ", l.number, refs[l.el])
	}
	parents := w.Add("<</Nums[" + nums.String() + "]>>")
	entries := fmt.Sprintf("<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d", refs[w.p.doc], parents, len(w.pages)+len(w.annotations))
	if ids := w.ids(w.p.doc, refs, nil); len(ids) > 0 {
		entries += "/IDTree<</Names[" + strings.Join(ids, " ") + fmt.Sprintf("]/Limits[%s %s]>>", strings.Fields(ids[0])[0], strings.Fields(ids[len(ids)-1])[0])
	}
	w.Put(root, entries+">>")
}

// number reserves an object for each element. On the way headings are kept from
// skipping a level, and notes get their identifiers (ISO 14289-1, 7.4.2 and 7.9).
func (w *finisher) number(el *element, refs map[*element]objects.Ref) {
	refs[el] = w.Reserve()
	switch el.role {
	case "H1", "H2", "H3":
		w.level = min(int(el.role[1]-'0'), w.level+1)
		el.role = fmt.Sprintf("H%d", w.level)
	case "Note":
		w.notes++
		el.id = fmt.Sprintf("note-%05d", w.notes)
	}
	for _, k := range el.kids {
		if c, ok := k.(*element); ok {
			w.number(c, refs)
		}
	}
}

// ids lists the identifiers in the order of the tree, which is that of the
// identifiers.
func (w *finisher) ids(el *element, refs map[*element]objects.Ref, out []string) []string {
	if el.id != "" {
		out = append(out, "("+el.id+") "+refs[el].String())
	}
	for _, k := range el.kids {
		if c, ok := k.(*element); ok {
			out = w.ids(c, refs, out)
		}
	}
	return out
}

// element writes an element and those under it.
func (w *finisher) element(el *element, parent objects.Ref, refs map[*element]objects.Ref) {
	var b strings.Builder
	fmt.Fprintf(&b, "<</S/%s/P %s", el.role, parent)
	if el.lang != "" {
		b.WriteString("/Lang(" + el.lang + ")")
	}
	if el.alt != "" {
		b.WriteString("/Alt" + textString(el.alt))
	}
	if el.actual != "" {
		b.WriteString("/ActualText" + textString(el.actual))
	}
	if el.id != "" {
		b.WriteString("/ID(" + el.id + ")")
	}
	if el.at != nil {
		b.WriteString("/A" + el.at.attrs())
	} else if el.attrs != "" {
		b.WriteString("/A" + el.attrs)
	}
	page := -1
	for _, k := range el.kids {
		if c, ok := k.(stretch); ok {
			page = c.page
			fmt.Fprintf(&b, "/Pg %s", w.pages[page])
			break
		}
	}
	if len(el.kids) > 0 {
		b.WriteString("/K[")
		for _, k := range el.kids {
			switch k := k.(type) {
			case *element:
				b.WriteString(refs[k].String() + " ")
			case stretch:
				if k.page == page {
					fmt.Fprintf(&b, "%d ", k.id)
				} else {
					fmt.Fprintf(&b, "<</Type/MCR/Pg %s/MCID %d>>", w.pages[k.page], k.id)
				}
			case *link:
				fmt.Fprintf(&b, "<</Type/OBJR/Pg %s/Obj %s>>", w.pages[k.page], k.ref)
			}
		}
		b.WriteString("]")
	}
	b.WriteString(">>")
	w.Put(refs[el], b.String())
	for _, k := range el.kids {
		if c, ok := k.(*element); ok {
			w.element(c, refs[el], refs)
		}
	}
}
