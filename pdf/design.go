package pdf

import (
	"jianbao/charts"
	"jianbao/internal/briefing"
)

// Design is what an office chooses of the look of its pages; the zero value is
// the house's own.
type Design struct {
	Theme     charts.Theme // colours, on the page and in charts
	Paper     Paper        // the zero value is A4
	Binding   float64      // of the width, kept free for binding, in points
	Cover     bool         // a page before page one
	RedHead   bool         // the issuer's name in red over a red rule (红头)
	Number    string       // of the document (文号), under a red head and on the cover
	Logo      *Image       // in the masthead or on the cover
	Watermark briefing.Text
}

// Words of watermarks that many documents carry.
var (
	Draft    = briefing.Text{ZH: "草稿", EN: "DRAFT"}
	Internal = briefing.Text{ZH: "内部", EN: "INTERNAL"}
)

// red is that of a red head.
var red = rgb{0xC8, 0x10, 0x2E}

// pale is the colour of a watermark: words over it keep their contrast.
var pale = rgb{0xEF, 0xF1, 0xF4}
