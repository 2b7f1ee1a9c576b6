package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// sarifSchema is where the schema of SARIF 2.1.0 is published.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// The part of the Static Analysis Results Interchange Format (SARIF 2.1.0,
// OASIS) that findings need. A table has no lines of text: a cell's row is given
// as the line and its column as the column, and its name as a logical location.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool    sarifTool     `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string    `json:"id"`
		ShortDescription sarifText `json:"shortDescription"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		Physical *sarifPhysical `json:"physicalLocation,omitempty"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
	sarifLogical struct {
		FullyQualifiedName string `json:"fullyQualifiedName"`
		Kind               string `json:"kind"`
	}
)

// SARIF prints findings as a SARIF 2.1.0 log of one run, in their order; version
// is that of the program, "" where it is not known. Equal findings give equal
// bytes.
func SARIF(w io.Writer, list diagnostic.List, version string) error {
	rules := []sarifRule{}
	index := map[string]int{}
	for _, code := range codesOf(list) {
		index[code] = len(rules)
		rules = append(rules, sarifRule{code, sarifText{describe(code)}})
	}
	results := []sarifResult{}
	seen := map[string]int{}
	for _, d := range list {
		r := sarifResult{RuleID: d.Code, RuleIndex: index[d.Code], Level: sarifLevel(d.Severity), Message: sarifText{bothLines(d.Message)}}
		if l, n := sarifPlace(d.Cell), sarifName(d.Cell); l != nil || n != nil {
			r.Locations = []sarifLocation{{l, n}}
		}
		key := fingerprint(d, 0)
		seen[key]++
		r.Fingerprints = map[string]string{"finding/v1": fingerprint(d, seen[key])}
		results = append(results, r)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(sarifLog{sarifSchema, "2.1.0", []sarifRun{{sarifTool{sarifDriver{"jianbao", version, rules}}, results}}})
}

// codesOf lists each code of the findings once, in order.
func codesOf(list diagnostic.List) []string {
	var codes []string
	for _, d := range list {
		codes = append(codes, d.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// sarifLevel is one of the four levels of SARIF; none, for what is no problem,
// is not used.
func sarifLevel(s diagnostic.Severity) string {
	switch s {
	case diagnostic.Error:
		return "error"
	case diagnostic.Warning:
		return "warning"
	}
	return "note"
}

// bothLines is a message in Chinese and, on a line of its own, in English.
func bothLines(t indicator.Text) string {
	return strings.Trim(t.ZH+"\n"+t.EN, "\n")
}

// sarifPlace is the file and, where the finding is of one cell, its row and
// column; nil where not even the file is known.
func sarifPlace(c indicator.Cell) *sarifPhysical {
	if c.File == "" {
		return nil
	}
	// URL.String escapes what a reference may not hold and guards a colon in the
	// name, which would be taken for the end of a scheme.
	u := url.URL{Path: filepath.ToSlash(c.File)}
	p := &sarifPhysical{Artifact: sarifArtifact{u.String()}}
	if at, ok := positionOf(c.Addr); ok {
		p.Region = &sarifRegion{at.row, at.col}
	}
	return p
}

func sarifName(c indicator.Cell) []sarifLogical {
	switch {
	case c.Sheet == "":
		return nil
	case c.Addr == "":
		return []sarifLogical{{c.String(), "sheet"}}
	}
	return []sarifLogical{{c.String(), "cell"}}
}

// fingerprint tells a finding from others whatever row it has moved to: by its
// code, file, sheet and message, and by n among those alike.
func fingerprint(d diagnostic.Diagnostic, n int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s\x00%s\x00%s\x00%d", d.Code, d.Cell.File, d.Cell.Sheet, d.Message.ZH, d.Message.EN, n))
	return hex.EncodeToString(sum[:16])
}
