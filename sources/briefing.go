package sources

import "jianbao/internal/indicator"

// readBriefing reads what the workbook says of the briefing as a whole.
func (w *workbook) readBriefing(sheet bookSheet) {
	info := &w.data.Info
	seen := map[int]indicator.Cell{}
	titleMissing := true
	ok := w.readTable(sheet, &briefingSheet, func(r row) {
		t := r.table
		label := r.get(itemLabel)
		name := t.text(label)
		if name == "" {
			if !r.get(itemZH).blank() || !r.get(itemEN).blank() {
				r.need(itemLabel)
			}
			return
		}
		i := itemOf(name)
		if i < 0 {
			t.infof("unknown-item", t.cellAt(label),
				"不认识的项目“%[1]s”，已忽略；若应读取，请改为标准名称。",
				"the item “%[1]s” is not known and was ignored; if it matters, give it a standard name.", quote(name))
			return
		}
		if prior, twice := seen[i]; twice {
			t.errorf("duplicate-item", t.cellAt(label),
				"项目“%[1]s”出现了两次（另一处在 %[3]s）；请只保留一行。",
				"the item “%[2]s” is there twice (also at %[3]s); keep one of them.", items[i].name.ZH, items[i].name.EN, prior)
			return
		}
		seen[i] = t.cellAt(label)
		switch i {
		case itemTitle:
			info.Title = r.printedPair(itemZH, itemEN)
			titleMissing = info.Title.IsZero()
		case itemIssuer:
			info.Issuer = r.printedPair(itemZH, itemEN)
		case itemArea:
			info.Area = r.printedPair(itemZH, itemEN)
		case itemSource:
			info.Source = r.printedPair(itemZH, itemEN)
		case itemContact:
			info.Contact = r.printedPair(itemZH, itemEN)
		case itemHeadline:
			info.Headline = r.printedPair(itemZH, itemEN)
		case itemPeriod:
			info.Period = readEither(r, t.period)
		case itemRelease:
			info.Release = readEither(r, func(c cell) (string, bool) {
				s := t.date(c)
				return s, s != ""
			})
		case itemStatus:
			w.readStatus(r)
		}
	})
	if ok && titleMissing {
		w.errorf("missing-item", w.at(sheet.name, ""),
			"没有填标题；请在“标题”一行填入简报的中英文标题。",
			"there is no title; enter the briefing's title in both languages in the row “Title”.")
	}
}

// readEither reads an item that is the same in both languages from the first
// of its two cells that has it, and reports two that differ.
func readEither[T comparable](r row, read func(cell) (T, bool)) T {
	zh, okZH := read(r.get(itemZH))
	en, okEN := read(r.get(itemEN))
	if !okZH {
		return en
	}
	if okEN && zh != en {
		t := r.table
		t.errorf("differing-item", t.cellAt(r.get(itemEN)),
			"英文栏与中文栏（%[1]s）不是同一时间；请改成一致，或只填中文栏。",
			"the English cell and the Chinese one (%[1]s) do not name the same time; make them agree, or fill in the Chinese one only.",
			r.get(itemZH).addr())
	}
	return zh
}

// readStatus reads whether the figures are official or illustrative.
func (w *workbook) readStatus(r row) {
	t := r.table
	for _, c := range []cell{r.get(itemZH), r.get(itemEN)} {
		s := t.text(c)
		if s == "" {
			continue
		}
		v, ok := choose(dataStatusChoices, s)
		if !ok {
			t.errorf("unknown-choice", t.cellAt(c),
				"“%[1]s”不是数据性质的可选项；应为“正式”或“演示数据”。请从下拉列表中选择。",
				"“%[1]s” is not a data status; “official” or “illustrative” is expected. Choose it from the list.", quote(s))
		}
		if v == statusIllustrative {
			w.data.Info.Illustrative = true
			w.official = false
		}
	}
}

// itemOf is the item of that name, or -1.
func itemOf(name string) int {
	for i := range items {
		if items[i].matches(name) {
			return i
		}
	}
	return -1
}
