// Package report prints findings: for people in their language, for scripts as
// JSON, for continuous integration as annotations.
package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"jianbao/internal/diagnostic"
	"jianbao/internal/inspect"
)

// UI is the language of messages. Neither is said to be the user's where the
// environment does not tell; then findings are printed in both.
type UI string

const (
	Chinese UI = "zh"
	English UI = "en"
	Unknown UI = ""
)

// Say picks the message in the user's language; English where it is unknown.
func (u UI) Say(zh, en string) string {
	if u == Chinese {
		return zh
	}
	return en
}

// Count sums up findings in one line, "" where there are none.
func Count(list diagnostic.List, ui UI) string {
	n := map[diagnostic.Severity]int{}
	for _, d := range list {
		n[d.Severity]++
	}
	var zh, en []string
	for _, s := range []diagnostic.Severity{diagnostic.Error, diagnostic.Warning, diagnostic.Info} {
		if n[s] == 0 {
			continue
		}
		zh = append(zh, fmt.Sprintf("%d项%s", n[s], severities[s][0]))
		plural := "s"
		if n[s] == 1 {
			plural = ""
		}
		en = append(en, fmt.Sprintf("%d %s%s", n[s], severities[s][1], plural))
	}
	if ui == Chinese {
		return strings.Join(zh, "，")
	}
	return strings.Join(en, ", ")
}

// JSON prints findings as one array.
func JSON(w io.Writer, list diagnostic.List) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(inspect.Diagnostics(list))
}

// GitHub prints findings as workflow commands, which show as annotations.
func GitHub(w io.Writer, list diagnostic.List) {
	escape := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, d := range list {
		level := map[diagnostic.Severity]string{diagnostic.Error: "error", diagnostic.Warning: "warning", diagnostic.Info: "notice"}[d.Severity]
		message := d.Message.ZH + "\n" + d.Message.EN
		if c := d.Cell.String(); c != "" {
			message = c + "  " + message
		}
		fmt.Fprintf(w, "::%s file=%s,title=%s::%s\n", level, property.Replace(d.Cell.File), property.Replace(d.Code), escape.Replace(message))
	}
}
