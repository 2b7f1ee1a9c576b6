package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"jianbao/internal/briefing"
)

// meta is a text of the document's own words, on one line.
func (w *finisher) meta(t briefing.Text) string { return inline(t, w.opt.Lang) }

// xmp is the document's description of itself (ISO 16684-1), with the marks of
// both standards it conforms to. Those of PDF/UA are explained in it, as PDF/A
// asks for (ISO 19005-3, 6.6.2.3).
func (w *finisher) xmp() []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"` +
		` xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">`)
	b.WriteString("<dc:format>application/pdf</dc:format>")
	w.alternatives(&b, "dc:title", w.doc.title)
	if s := w.meta(w.doc.author); s != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>", escaped(s))
	}
	w.alternatives(&b, "dc:description", w.doc.subject)
	fmt.Fprintf(&b, "<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%s</pdf:Producer>", program, program)
	if d := w.opt.Date; !d.IsZero() {
		at := d.UTC().Format(time.RFC3339)
		fmt.Fprintf(&b, "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>", at, at)
	}
	if w.opt.Protect == nil { // an archive must be able to read all (ISO 19005-3, 6.1.3)
		b.WriteString("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>")
	}
	b.WriteString("<pdfuaid:part>1</pdfuaid:part>" +
		`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
		"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" +
		`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
		"<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>" +
		"</rdf:li></rdf:Bag></pdfaExtension:schemas>")
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// alternatives writes a text in the languages that it has, the document's own
// wording first.
func (w *finisher) alternatives(b *strings.Builder, name string, t briefing.Text) {
	if w.meta(t) == "" {
		return
	}
	fmt.Fprintf(b, `<%s><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li>`, name, escaped(w.meta(t)))
	if w.opt.Lang.Has(briefing.Chinese) && t.ZH != "" {
		fmt.Fprintf(b, `<rdf:li xml:lang="%s">%s</rdf:li>`, zh, escaped(t.ZH))
	}
	if w.opt.Lang.Has(briefing.English) && t.EN != "" {
		fmt.Fprintf(b, `<rdf:li xml:lang="%s">%s</rdf:li>`, en, escaped(t.EN))
	}
	fmt.Fprintf(b, "</rdf:Alt></%s>", name)
}

func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder never fails
	return b.String()
}
