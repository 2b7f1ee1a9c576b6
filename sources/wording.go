package sources

import (
	"strings"

	"jianbao/internal/indicator"
)

// placeChoices are the places, beside indicators, that an office may fill with
// words of its own.
var placeChoices = []choice{
	{"headline", term{text("导语", "headline"), []string{"标题句", "导语/标题句"}}},
	{"growth", term{text("增长", "growth"), []string{"增长走势"}}},
	{"targets", term{text("目标", "targets"), []string{"目标完成情况"}}},
	{"results", term{text("结果", "results"), []string{"主要指标"}}},
	{"implied", term{text("推算水平", "implied"), nil}},
	{"plan", term{text("计划", "plan"), []string{"预期目标"}}},
	{"months", term{text("分月", "months"), []string{"分季"}}},
	{"highlights", term{text("重点", "highlights"), []string{"要点", "重点与举措"}}},
	{"revisions", term{text("修订", "revisions"), nil}},
	{"notes", term{text("说明", "notes"), []string{"编制说明"}}},
}

// readWording reads the office's own sentences.
func (w *workbook) readWording(sheet bookSheet) {
	seen := map[string]indicator.Cell{}
	w.readTable(sheet, &wordingSheet, func(r row) {
		t := r.table
		c := r.get(wordPlace)
		s := indicator.Sentence{Text: r.printedPair(wordZH, wordEN)}
		place := t.text(c)
		switch {
		case place == "":
			r.need(wordPlace)
			return
		case s.Text.IsZero():
			return // a place of the template that was left alone
		}
		var ok bool
		if s.Place, ok = choose(placeChoices, place); !ok {
			i, known := w.lookup[foldName(place)]
			if !known || i < 0 {
				zh, en := listChoices(placeChoices)
				t.errorf("bad-place", t.cellAt(c),
					"“%[1]s”不是可以替换的位置；请填指标的编号，或：%[2]s。",
					"“%[1]s” is no place for words of your own; enter the id of an indicator, or one of: %[3]s.", quote(place), zh, en)
				return
			}
			s.Place = w.data.Series[i].ID
		}
		s.Cell, s.CellEN = t.cellAt(r.get(wordZH)), t.cellAt(r.get(wordEN))
		if prior, twice := seen[s.Place]; twice {
			t.errorf("duplicate-sentence", s.Cell, "同一位置有两段自拟文字：%[1]s 和 %[2]s；请只保留一段。",
				"one place has two texts of your own: %[1]s and %[2]s; keep one of them.", prior, s.Cell)
			return
		}
		if strings.TrimSpace(s.Text.ZH) == "" {
			s.Cell = s.CellEN
		}
		seen[s.Place] = s.Cell
		w.data.Sentences = append(w.data.Sentences, s)
	})
}
