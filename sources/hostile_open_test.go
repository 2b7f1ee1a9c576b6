package sources

import "path"

// openDefects are the hostile files by which the reader is still beaten, as
// patterns of their names by what they do to it. They are tried where
// JIANBAO_HOSTILE=1 is set; a mended one leaves the list.
var openDefects = map[string][]string{
	"takes too much memory": {
		"archive/40 parts of 20 MB", "archive/entries over one another", "sheet/16,384 columns and 100 rows", "sheet/2,000 columns and 1,000 rows", "sheet/100,000 indicators",
		"delimited/10,000,000 columns", "delimited/a line of 100 MB", "delimited/a cell of 100 MB", "delimited/only line ends", "delimited/1,500,000 rows",
	},
	"takes too long": {
		"sheet/columns beyond counting", "sheet/30,000 tables below one another", "sheet/3,000 tables side by side", "sheet/20,000 indicators each inside the last",
		"sheet/20,000 rows for one indicator and period", "sheet/100,000 units", "text/spaces, 50000 characters",
	},
	"calculates formulas without end": {
		"formula/60 texts that double", "formula/matrix of 100 million", "formula/repeated text", "formula/loops", "formula/loops over money", "formula/functions nested 30,000 deep",
		"formula/array formula of the sheet", "formula/50,000 formulas in a prefixed name space", "formula/a formula in 1,000,000 cells", "formula/a formula and far cells in 3,000 rows",
	},
	"says nothing, or what is not so": {
		"formula/two in a circle", "formula/one in a circle", "package/UTF-16 in name only", "package/relationships nested 100,000 deep",
	},
	"repeats long texts whole": {"text/*, [24]?000 characters", "text/50000 characters", "text/*, 50000 characters", "text/opening brackets, 390 characters", "cell/unit of 10,000 scales"},
}

func isOpen(name string) bool {
	for _, patterns := range openDefects {
		for _, p := range patterns {
			if ok, _ := path.Match(p, name); ok {
				return true
			}
		}
	}
	return false
}
