package indicator

// ChineseUnit is the usual Chinese label of a known unit, "" for an unknown one.
func ChineseUnit(u Unit) string {
	for _, b := range unitBases {
		if b.base != u.Base {
			continue
		}
		for _, sc := range zhScales {
			if sc.scale == u.Scale {
				return sc.word + b.zh[0]
			}
		}
		if u.Scale == 0 {
			return b.zh[0]
		}
	}
	return ""
}
