package briefing

import (
	"slices"
	"strings"
)

// fewestOfOne is how many names must begin with one whole for it to be said once.
const fewestOfOne = 3

// factored takes out of names the whole that most of them begin with, 居民消费价格
// 指数 of 居民消费价格指数（衣着）, and returns it; zero where there is none.
func factored(names []Text) ([]Text, Text) {
	n := map[Text]int{}
	var whole Text
	for _, t := range names {
		if w, _ := ofWhole(t); !w.IsZero() {
			if n[w]++; n[w] > n[whole] {
				whole = w
			}
		}
	}
	if n[whole] < fewestOfOne {
		return names, Text{}
	}
	var out []Text
	for _, t := range names {
		if w, part := ofWhole(t); w == whole {
			t = part
		}
		out = append(out, t)
	}
	return out, whole
}

// under says what is drawn of names without their whole: all of them are of it, or
// some are.
func under(whole, what Text, names []Text) Text {
	switch {
	case whole.IsZero():
		return what
	case slices.ContainsFunc(names, func(t Text) bool { w, _ := ofWhole(t); return w != whole && t != whole }):
		return joinTexts("；", "; ", []Text{what, {ZH: "分项：" + whole.ZH, EN: "parts of: " + inside(whole.EN)}})
	}
	return Text{ZH: whole.ZH + "，" + what.ZH, EN: whole.EN + ": " + inside(what.EN)}
}

// ofWhole cuts a name into that of a whole and that of its part, which stands in
// brackets.
func ofWhole(t Text) (whole, part Text) {
	wz, pz, okZH := strings.Cut(t.ZH, "（")
	we, pe, okEN := strings.Cut(t.EN, " (")
	if !okZH || !okEN || wz == "" || we == "" || !strings.HasSuffix(pz, "）") || !strings.HasSuffix(pe, ")") {
		return Text{}, Text{}
	}
	return Text{ZH: wz, EN: we}, Text{ZH: strings.TrimSuffix(pz, "）"), EN: sentenceCase(strings.TrimSuffix(pe, ")"))}
}
