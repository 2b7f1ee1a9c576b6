package sources

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/efp"
	"github.com/xuri/excelize/v2"
)

// What a formula without a stored result may cost.
const (
	maxFormulas       = 10_000    // of a workbook that are calculated
	maxFormulaLinks   = 200_000   // from formula to formula, in the whole workbook
	maxFormulaDepth   = 1_000     // of formulas that need one another
	maxFormulaLength  = 8_192     // as in spreadsheet programs
	maxFormulaNesting = 64        // of parentheses; as in spreadsheet programs
	maxFormulaSheets  = 300_000   // cells of the workbook, which the library takes into memory to calculate
	maxFormulaText    = 32_767    // characters of a text, as in spreadsheet programs
	maxFormulaCells   = 5_000_000 // that the formulas of a workbook refer to
)

var (
	errCircular = errors.New("circular formula")
	errComplex  = errors.New("formula too complex to calculate")
)

// formulaVetter looks at a formula, and at all that it needs, before the
// workbook library calculates it: that library follows circles for a while and
// returns what it has by then, and joins texts without a limit.
type formulaVetter struct {
	book     *book
	sheets   map[string]*formulaSheet // by lower-case name
	names    map[string]string        // what defined names refer to
	known    map[formulaPlace]*formulaCost
	formulas int // in the workbook
	extent   int // cells of the workbook, with the blank ones before and above them
	links    int
	cells    int
	pattern  int // length of the longest text in a cell with a wildcard
}

type formulaPlace struct {
	sheet    string
	col, row int // 0 of a defined name, which stands in place of the sheet
}

// formulaCost is what is known of a formula: how long a text it may return, and
// how long a pattern with wildcards.
type formulaCost struct {
	open          bool
	text, pattern int
	err           error
}

// formulaSheet is where a sheet has formulas.
type formulaSheet struct {
	name             string
	rows             []int
	cols             map[int][]int
	lastRow, lastCol int
}

// calculate works out a formula that has no stored result.
func (b *book) calculate(sheet, addr string) (string, error) {
	col, row, ok := coordinates(addr)
	if !ok {
		return "", errComplex
	}
	return guarded(func() (string, error) {
		if b.vetter == nil {
			b.vetter = newFormulaVetter(b)
		}
		if b.vetter.formulas > maxFormulas || b.vetter.extent > maxFormulaSheets {
			return "", errComplex
		}
		if c := b.vetter.vet(formulaPlace{strings.ToLower(sheet), col, row}, 0); c.err != nil {
			return "", c.err
		}
		return b.file.CalcCellValue(sheet, addr, excelize.Options{RawCellValue: true})
	})
}

func newFormulaVetter(b *book) *formulaVetter {
	v := &formulaVetter{book: b, sheets: map[string]*formulaSheet{}, names: map[string]string{}, known: map[formulaPlace]*formulaCost{}}
	for _, s := range b.sheets {
		fs := &formulaSheet{name: s.name, cols: map[int][]int{}}
		_ = b.grid(s, func(g *gridRow) bool {
			v.extent += g.number - fs.lastRow
			for _, c := range g.cells {
				if c.kind == textCell && strings.ContainsAny(c.text, "*?") {
					v.pattern = max(v.pattern, len(c.text))
				}
				if c.formula {
					v.formulas++
					fs.cols[c.row] = append(fs.cols[c.row], c.col)
				}
			}
			if fs.cols[g.number] != nil {
				fs.rows = append(fs.rows, g.number)
			}
			fs.lastRow = g.number
			if n := len(g.cells); n > 0 {
				fs.lastCol = max(fs.lastCol, g.cells[n-1].col)
				v.extent += g.cells[n-1].col
			}
			return v.formulas <= maxFormulas && v.extent <= maxFormulaSheets
		})
		v.sheets[strings.ToLower(s.name)] = fs
	}
	for _, n := range b.file.GetDefinedName() {
		v.names[strings.ToLower(n.Name)] = n.RefersTo
	}
	return v
}

// vet finds the cost of a cell or of a defined name.
func (v *formulaVetter) vet(at formulaPlace, depth int) *formulaCost {
	if c := v.known[at]; c != nil {
		if c.open {
			return &formulaCost{err: errCircular}
		}
		return c
	}
	c := &formulaCost{open: true}
	v.known[at] = c
	switch formula, err := v.formula(at); {
	case err != nil:
		c.err = err
	case depth > maxFormulaDepth:
		c.err = errComplex
	default:
		v.read(c, formula, at.sheet, depth)
	}
	c.open = false
	return c
}

func (v *formulaVetter) formula(at formulaPlace) (string, error) {
	if at.col == 0 {
		return v.names[at.sheet], nil
	}
	s := v.sheets[at.sheet]
	if s == nil {
		return "", fmt.Errorf("no sheet %q", at.sheet)
	}
	return v.book.file.GetCellFormula(s.name, address(at.col, at.row))
}

// read walks through the operands of a formula and finds its cost.
func (v *formulaVetter) read(c *formulaCost, formula, sheet string, depth int) {
	if c.err = errComplex; len(formula) > maxFormulaLength || nesting(formula) > maxFormulaNesting {
		return
	}
	parser := efp.ExcelParser()
	sum, longest, cells, joins, multiplies := 0, 0, 0, false, 0
	for _, t := range parser.Parse(strings.TrimPrefix(formula, "=")) {
		switch {
		case t.TType == efp.TokenTypeFunction && t.TSubType == efp.TokenSubTypeStart:
			name := strings.TrimPrefix(strings.ToUpper(t.TValue), "_XLFN.")
			if !calculable[name] {
				return
			}
			joins = joins || joining[name]
			if name == "SUBSTITUTE" {
				multiplies++
			}
		case t.TType == efp.TokenTypeOperatorInfix && t.TValue == "&":
			joins = true
		case t.TType == efp.TokenTypeOperand && t.TSubType == efp.TokenSubTypeText:
			sum += len(t.TValue)
			longest = max(longest, len(t.TValue))
			if strings.ContainsAny(t.TValue, "*?") {
				c.pattern = max(c.pattern, len(t.TValue))
			}
		case t.TType == efp.TokenTypeOperand && t.TSubType == efp.TokenSubTypeRange:
			o := v.operand(t.TValue, sheet, depth)
			if o.err != nil {
				c.err = o.err
				return
			}
			sum += o.text
			longest = max(longest, o.text)
			c.pattern = max(c.pattern, o.pattern)
			cells += o.cells
		}
	}
	if joins {
		longest = sum
	}
	// SUBSTITUTE may put a whole text in place of every character of another.
	result := longest
	for ; multiplies > 0 && result <= maxFormulaText; multiplies-- {
		result *= longest
	}
	if c.pattern > 0 && (joins || result != longest) {
		c.pattern = result
	}
	// A pattern is compiled anew for every cell that it is compared with.
	if v.cells += cells * (1 + c.pattern); v.cells > maxFormulaCells || result > maxFormulaText {
		return
	}
	c.text, c.err = result, nil
}

// nesting returns how many parentheses are open in a formula at most.
func nesting(formula string) int {
	open, most := 0, 0
	for _, r := range formula {
		switch r {
		case '(', '{':
			open++
			most = max(most, open)
		case ')', '}':
			open--
		}
	}
	return most
}

// joining are the functions that make one text of several.
var joining = map[string]bool{"CONCAT": true, "CONCATENATE": true, "TEXTJOIN": true, "REPLACE": true}

// calculable are the functions that are calculated. Left out are those whose
// result changes by itself (TODAY), that refer to what cannot be seen in the
// formula (OFFSET), and that may take forever (COMBIN, SEARCH).
var calculable = setOf("ARRAY ARRAYROW ABS AND AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS CEILING CHOOSE CLEAN COLUMN COLUMNS CONCAT CONCATENATE COUNT COUNTA COUNTBLANK " +
	"COUNTIF COUNTIFS DATE DATEVALUE DAY EDATE EOMONTH EVEN EXACT EXP FALSE FLOOR GEOMEAN HLOOKUP IF IFERROR IFNA IFS INDEX INT ISBLANK ISERR ISERROR " +
	"ISNA ISNUMBER ISTEXT LARGE LEFT LEN LN LOG LOG10 LOOKUP LOWER MATCH MAX MAXA MAXIFS MEDIAN MID MIN MINA MINIFS MOD MONTH N NA NOT NUMBERVALUE ODD OR POWER PRODUCT " +
	"PROPER QUOTIENT RANK REPLACE RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SIGN SMALL SQRT STDEV SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SUMSQ SWITCH T TEXT " +
	"TEXTJOIN TRIM TRUE TRUNC UPPER VALUE VLOOKUP XLOOKUP XOR YEAR")

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// operandCost is the cost of a reference, and how many cells it refers to.
type operandCost struct {
	formulaCost
	cells int
}

// operand walks through what a reference refers to and finds its cost, taking
// 100 characters for what is no formula.
func (v *formulaVetter) operand(ref, sheet string, depth int) operandCost {
	out := operandCost{formulaCost: formulaCost{text: 100, pattern: v.pattern}}
	area, ok := v.area(ref, sheet)
	if !ok {
		if _, named := v.names[strings.ToLower(ref)]; named {
			out.add(v.vet(formulaPlace{strings.ToLower(ref), 0, 0}, depth+1))
		}
		return out
	}
	s := v.sheets[area.sheet]
	if s == nil {
		return out
	}
	out.cells = max(0, min(area.bottom, s.lastRow)-area.top+1) * max(0, min(area.right, s.lastCol)-area.left+1)
	first, _ := slices.BinarySearch(s.rows, area.top)
	for _, row := range s.rows[first:] {
		if row > area.bottom {
			break
		}
		for _, col := range s.cols[row] {
			if col < area.left || col > area.right {
				continue
			}
			if v.links++; v.links > maxFormulaLinks {
				out.err = errComplex
				return out
			}
			if out.add(v.vet(formulaPlace{area.sheet, col, row}, depth+1)); out.err != nil {
				return out
			}
		}
	}
	return out
}

func (o *operandCost) add(c *formulaCost) {
	o.text += c.text
	o.pattern = max(o.pattern, c.pattern)
	o.err = c.err
}

// formulaArea is the area of a reference.
type formulaArea struct {
	sheet string
	merge
}

// area reads a reference: D5, $D$5:E7, A:B, 3:4, '表 1'!D5.
func (v *formulaVetter) area(ref, sheet string) (formulaArea, bool) {
	out := formulaArea{sheet: sheet}
	if i := strings.LastIndex(ref, "!"); i >= 0 {
		out.sheet = strings.ToLower(strings.ReplaceAll(strings.Trim(ref[:i], "'"), "''", "'"))
		ref = ref[i+1:]
	}
	from, to, _ := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if to == "" {
		to = from
	}
	var ok1, ok2 bool
	out.left, out.top, ok1 = corner(from, 1, 1)
	out.right, out.bottom, ok2 = corner(to, excelize.MaxColumns, excelize.TotalRows)
	return out, ok1 && ok2
}

// corner reads one end of a reference; what a whole column or row leaves out is
// given.
func corner(s string, col, row int) (int, int, bool) {
	if x, y, ok := coordinates(s); ok {
		return x, y, true
	}
	if n, err := strconv.Atoi(s); err == nil && n > 0 {
		return col, n, true
	}
	n, err := excelize.ColumnNameToNumber(s)
	return n, row, err == nil && s != ""
}
