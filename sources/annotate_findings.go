package sources

import (
	"fmt"
	"strconv"
	"strings"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// Limits of what a cell or a sheet holds and a reader can take in.
const (
	maxParagraphs = 20
	maxWords      = 4000  // characters of a message
	maxListed     = 50000 // findings
)

// Widths of the columns of messages, in characters, alone and side by side, and
// heights of rows in points.
const (
	singleWidth = 90
	pairWidth   = 52
	firstLine   = 17
	moreLine    = 14
	mostPoints  = 400
)

var severityNames = map[diagnostic.Severity]indicator.Text{
	diagnostic.Error:   {ZH: "错误", EN: "Error"},
	diagnostic.Warning: {ZH: "警告", EN: "Warning"},
	diagnostic.Info:    {ZH: "提示", EN: "Note"},
}

// say is a text in the language of the annotation; both with gap between them.
func (a *annotation) say(t indicator.Text, gap string) string {
	switch {
	case t.EN == "" || a.lang == "zh" && t.ZH != "":
		return t.ZH
	case t.ZH == "" || a.lang == "en" || t.ZH == t.EN:
		return t.EN
	}
	return t.ZH + gap + t.EN
}

// paragraphs are findings as the comment of their cell tells them.
func (a *annotation) paragraphs(fs []finding) []paragraph {
	var ps []paragraph
	for i, f := range fs {
		if i == maxParagraphs {
			more := indicator.Text{
				ZH: fmt.Sprintf("此处还有 %d 条，见最后一个工作表。", len(fs)-i),
				EN: fmt.Sprintf("and %d more here: see the last sheet.", len(fs)-i)}
			return append(ps, paragraph{"…", a.say(more, "\n")})
		}
		ps = append(ps, paragraph{
			a.say(severityNames[f.Severity], " ") + " · " + f.Code,
			a.say(shortened(f.Message), "\n"),
		})
	}
	return ps
}

func shortened(t indicator.Text) indicator.Text {
	cut := func(s string) string {
		if r := []rune(s); len(r) > maxWords {
			return string(r[:maxWords]) + "…"
		}
		return s
	}
	return indicator.Text{ZH: cut(t.ZH), EN: cut(t.EN)}
}

// findingsSheet writes the sheet that lists all findings.
type findingsSheet struct {
	*annotation
	rows, links strings.Builder
	row         int
	styles      findingStyles
}

// findingStyles are the formats of the sheet.
type findingStyles struct {
	title, head, text, link int
	severity                map[diagnostic.Severity]int
}

func (a *annotation) addFindings() error {
	s := &findingsSheet{annotation: a, styles: a.findingStyles()}
	name := a.say(indicator.Text{ZH: "核对结果", EN: "Findings"}, " ")
	s.line(s.styles.title, name+" · "+a.file)
	s.line(0, a.count())
	for _, n := range a.notes {
		s.line(0, a.say(n, " "))
	}
	if more := len(a.findings) - maxListed; more > 0 {
		s.line(0, a.say(indicator.Text{
			ZH: fmt.Sprintf("只列出前 %d 条，另有 %d 条。", maxListed, more),
			EN: fmt.Sprintf("The first %d are listed; there are %d more.", maxListed, more)}, " "))
	}
	heads := []indicator.Text{{ZH: "序号", EN: "No."}, {ZH: "程度", EN: "Severity"}, {ZH: "单元格", EN: "Cell"}}
	widths := []float64{8, 13, 20}
	switch a.lang {
	case "zh", "en":
		heads, widths = append(heads, indicator.Text{ZH: "说明", EN: "Message"}), append(widths, singleWidth)
	default:
		heads, widths = append(heads, indicator.Text{ZH: "说明"}, indicator.Text{EN: "Message"}), append(widths, pairWidth, pairWidth)
	}
	heads, widths = append(heads, indicator.Text{ZH: "代码", EN: "Code"}), append(widths, 22)
	var cells []string
	s.row++
	for i, h := range heads {
		cells = append(cells, s.cell(i, s.styles.head, a.say(h, " ")))
	}
	s.put(1, cells)
	top := s.row
	for i, f := range a.findings[:min(len(a.findings), maxListed)] {
		s.finding(i+1, f)
	}
	return a.addSheet(name, s.xml(widths, top))
}

// count says how many findings there are of each severity.
func (a *annotation) count() string {
	n := map[diagnostic.Severity]int{}
	for _, f := range a.findings {
		n[f.Severity]++
	}
	if len(a.findings) == 0 {
		return a.say(indicator.Text{ZH: "没有发现问题。", EN: "Nothing was found amiss."}, " ")
	}
	var parts []string
	for _, sev := range []diagnostic.Severity{diagnostic.Error, diagnostic.Warning, diagnostic.Info} {
		if n[sev] > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", a.say(severityNames[sev], " "), n[sev]))
		}
	}
	return strings.Join(parts, " · ")
}

// finding writes a row of the list.
func (s *findingsSheet) finding(n int, f finding) {
	s.row++
	severity, ok := s.styles.severity[f.Severity]
	if !ok {
		severity = s.styles.text
	}
	place, style := f.Cell.String(), s.styles.text
	if f.sheet >= 0 && s.book.sheets[f.sheet].part != "" && f.at != (cellAt{}) {
		sheet := s.book.sheets[f.sheet]
		place = sheet.name + "!" + f.at.String()
		if sheet.hidden { // a link would lead nowhere
			place += s.say(indicator.Text{ZH: "（隐藏）", EN: " (hidden)"}, "")
		} else {
			style = s.styles.link
			at := cellAt{s.row, 3}
			fmt.Fprintf(&s.links, `<hyperlink ref="%s" location="%s" display="%s"/>`,
				at, xmlText("'"+strings.ReplaceAll(sheet.name, "'", "''")+"'!"+f.at.String()), xmlText(place))
		}
	}
	cells := []string{
		`<c r="` + cellAt{s.row, 1}.String() + `" s="` + strconv.Itoa(s.styles.text) + `"><v>` + strconv.Itoa(n) + `</v></c>`,
		s.cell(1, severity, s.say(severityNames[f.Severity], " ")),
		s.cell(2, style, place),
	}
	m := shortened(f.Message)
	lines := 0.0
	switch s.lang {
	case "zh", "en":
		cells = append(cells, s.cell(3, s.styles.text, s.say(m, "")))
		lines = messageLines(s.say(m, ""), singleWidth)
	default:
		cells = append(cells, s.cell(3, s.styles.text, m.ZH), s.cell(4, s.styles.text, m.EN))
		lines = max(messageLines(m.ZH, pairWidth), messageLines(m.EN, pairWidth))
	}
	s.put(lines, append(cells, s.cell(len(cells), s.styles.text, f.Code)))
}

// line writes a row of one cell.
func (s *findingsSheet) line(style int, text string) {
	s.row++
	s.put(1, []string{s.cell(0, style, text)})
}

// messageLines is about how many lines a message fills in a column of a width
// in characters, at 10 points.
func messageLines(text string, width float64) float64 {
	return textLines(text, width*7*9/10)
}

// put writes a row as high as its lines need: not every program works that out.
func (s *findingsSheet) put(lines float64, cells []string) {
	s.rows.WriteString(`<row r="` + strconv.Itoa(s.row) + `"`)
	if lines > 1 {
		fmt.Fprintf(&s.rows, ` ht="%g" customHeight="1"`, min(mostPoints, firstLine+(lines-1)*moreLine))
	}
	s.rows.WriteString(">" + strings.Join(cells, "") + "</row>")
}

// cell is a cell of text; columns count from 0.
func (s *findingsSheet) cell(col, style int, text string) string {
	return `<c r="` + cellAt{s.row, col + 1}.String() + `" s="` + strconv.Itoa(style) + `" t="inlineStr"><is><t xml:space="preserve">` + xmlText(text) + "</t></is></c>"
}

// xml is the part of the sheet; top is the row of the heads, which stay in view.
func (s *findingsSheet) xml(widths []float64, top int) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<worksheet xmlns="` + s.book.namespace() + `"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	fmt.Fprintf(&b, `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`, top, top+1)
	b.WriteString(`<sheetFormatPr defaultRowHeight="15"/><cols>`)
	for i, w := range widths {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%g" customWidth="1"/>`, i+1, i+1, w)
	}
	b.WriteString("</cols><sheetData>" + s.rows.String() + "</sheetData>")
	if s.links.Len() > 0 {
		b.WriteString("<hyperlinks>" + s.links.String() + "</hyperlinks>")
	}
	b.WriteString(`<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`)
	return b.String()
}

// findingStyles adds the formats of the list to those of the workbook.
func (a *annotation) findingStyles() findingStyles {
	out := findingStyles{severity: map[diagnostic.Severity]int{}}
	if !a.canMark {
		return out
	}
	st := a.styles
	font := func(inner string) int {
		return st.fonts.add("<font>" + inner + `<name val="` + fontName + `"/><family val="2"/></font>`)
	}
	xf := func(font, fill int, wrap string) int {
		return st.xfs.add(fmt.Sprintf(`<xf numFmtId="0" fontId="%d" fillId="%d" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="left" vertical="top"%s/></xf>`, font, fill, wrap))
	}
	const wrap = ` wrapText="1"`
	body := font(`<sz val="10"/><color rgb="FF` + ink + `"/>`)
	bold := font(`<b/><sz val="10"/><color rgb="FF` + ink + `"/>`)
	out.title = xf(font(`<b/><sz val="14"/><color rgb="FF`+ink+`"/>`), 0, "")
	out.head = xf(bold, st.fills.add(solid("FF"+headFill)), wrap)
	out.text = xf(body, 0, wrap)
	out.link = xf(font(`<u/><sz val="10"/><color rgb="FF`+needFill+`"/>`), 0, wrap)
	for _, sev := range []diagnostic.Severity{diagnostic.Error, diagnostic.Warning, diagnostic.Info} {
		out.severity[sev] = xf(bold, st.fill(sev), "")
	}
	return out
}
