package charts

import "jianbao/internal/briefing"

// key explains a mark, which is drawn in a box before the word.
type key struct {
	word block
	draw func(p *pen, b box)
	x, y float64 // of its box, from the left and down from the top of all keys
}

// row is one name with its lane.
type row struct {
	name, side block
	lane       float64 // height of what is drawn in the lane
}

// setKeys lays out what the marks are: one under the other beside the scale
// where the names leave room, else in lines beneath it.
func (r *rows) setKeys(keys []key) {
	r.keys = keys
	widest := 0.0
	for _, k := range keys {
		widest = max(widest, k.word.w+keyWidth)
	}
	r.beneath = r.beneath || r.stacked || len(keys) > 2 || widest > r.left-columnGap+2
	x, y := 0.0, 0.0
	for i := range r.keys {
		k := &r.keys[i]
		if i > 0 && (!r.beneath || x+keyWidth+k.word.w > r.w) {
			x, y = 0, y+r.keys[i-1].word.h
		}
		k.x, k.y = x, y
		x += keyWidth + k.word.w + keyGap
	}
}

// keyed is a mark with the word for it.
func (r *rows) keyed(word briefing.Text, draw func(p *pen, b box)) key {
	return key{word: r.t.run(word, r.t.minor(), r.w-keyWidth), draw: draw}
}

// targetKey explains the mark of a target.
func (r *rows) targetKey() key {
	return r.keyed(targetWord, func(p *pen, b box) {
		p.rect(p.t.theme.Target, box{b.x0 + 1, b.y0 - 0.5, b.x0 + 3, b.y1 + 0.5})
	})
}

// keyLead is the air between the foot and the keys under it.
func (r *rows) keyLead() float64 {
	if r.foot.empty() || len(r.keys) == 0 {
		return 0
	}
	return 2
}

func (r *rows) keysHeight() float64 {
	if n := len(r.keys); n > 0 {
		return r.keys[n-1].y + r.keys[n-1].word.h
	}
	return 0
}
