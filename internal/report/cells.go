package report

import (
	"fmt"
	"slices"

	"jianbao/internal/indicator"
)

// position is a cell by numbers, from 1.
type position struct{ row, col int }

// positionOf reads an A1 address, B7: row 7, column 2.
func positionOf(a string) (p position, ok bool) {
	i := 0
	for ; i < len(a) && a[i] >= 'A' && a[i] <= 'Z'; i++ {
		p.col = p.col*26 + int(a[i]-'A') + 1
	}
	digits := a[i:]
	if i == 0 || i > 3 || digits == "" || len(digits) > 7 {
		return position{}, false
	}
	for _, r := range digits {
		if r < '0' || r > '9' {
			return position{}, false
		}
		p.row = p.row*10 + int(r-'0')
	}
	return p, p.row > 0
}

// String is the A1 address.
func (p position) String() string {
	var letters []byte
	for c := p.col; c > 0; c = (c - 1) / 26 {
		letters = append(letters, byte('A'+(c-1)%26))
	}
	slices.Reverse(letters)
	return fmt.Sprintf("%s%d", letters, p.row)
}

// ranges writes cells as a reader would name them: those that fill a rectangle
// as a range, C7:D19, in the order of their first cells. A rectangle goes down as
// far as it can, then to the right.
func ranges(cells []indicator.Cell) []string {
	var out []string
	left := map[position]bool{}
	var all []position
	for _, c := range cells {
		p, ok := positionOf(c.Addr)
		if !ok {
			out = append(out, c.Addr)
			continue
		}
		left[p] = true
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b position) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	})
	for _, p := range all {
		if !left[p] {
			continue
		}
		end := p
		for left[position{end.row + 1, p.col}] {
			end.row++
		}
		for right := end.col + 1; column(left, right, p.row, end.row); right++ {
			end.col = right
		}
		for row := p.row; row <= end.row; row++ {
			for col := p.col; col <= end.col; col++ {
				delete(left, position{row, col})
			}
		}
		if end == p {
			out = append(out, p.String())
		} else {
			out = append(out, p.String()+":"+end.String())
		}
	}
	return out
}

// column reports whether all rows of a column, from one to another, are in set.
func column(set map[position]bool, col, from, to int) bool {
	for row := from; row <= to; row++ {
		if !set[position{row, col}] {
			return false
		}
	}
	return true
}
