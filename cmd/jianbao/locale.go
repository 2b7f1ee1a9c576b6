package main

import (
	"strings"

	"jianbao/internal/report"
)

// userLanguage is the language of the user's system: from the POSIX variables
// where they say one, else from the system itself.
func userLanguage(env func(string) string) report.UI {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		v := env(name)
		if v == "" {
			continue
		}
		return languageOf(v)
	}
	return languageOf(systemLanguage())
}

// languageOf reads a locale such as zh_CN.UTF-8 or en-GB. C and POSIX name no
// language.
func languageOf(locale string) report.UI {
	tag := strings.ToLower(locale)
	switch {
	case strings.HasPrefix(tag, "zh"):
		return report.Chinese
	case tag == "", tag == "posix", tag == "c", strings.HasPrefix(tag, "c."):
		return report.Unknown
	}
	return report.English
}
