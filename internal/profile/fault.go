package profile

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// Fault is what is wrong in a profile, in both languages; as an error it is in
// English.
type Fault struct{ ZH, EN string }

func (f Fault) Error() string { return f.EN }

// faultf makes a fault of a pattern in each language for the same values.
func faultf(zh, en string, args ...any) error {
	return Fault{fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}

// FaultOf is an error in both languages, as far as it has them.
func FaultOf(err error) Fault {
	var f Fault
	if errors.As(err, &f) {
		return f
	}
	return Fault{err.Error(), err.Error()}
}

// at says where in the profile an error is.
func at(place string, line int, err error) error {
	f := FaultOf(err)
	if line > 0 {
		return Fault{fmt.Sprintf("%s（第%d行）：%s", place, line, f.ZH), fmt.Sprintf("%s (line %d): %s", place, line, f.EN)}
	}
	return Fault{place + "." + f.ZH, place + "." + f.EN}
}

var unknown = regexp.MustCompile(`line (\d+): field (\S+) not found in type \S+`)

// plainly says what the reader of YAML found in words for who wrote it.
func plainly(err error) Fault {
	if m := unknown.FindStringSubmatch(err.Error()); m != nil {
		return FaultOf(faultf("第%s行：没有“%s”这一项，请核对拼写", "line %s: there is no key %s; check its spelling", m[1], m[2]))
	}
	f := FaultOf(err)
	if strings.Contains(f.EN, "expected node content") || strings.Contains(f.EN, "did not find expected") {
		return Fault{f.ZH + "（颜色等以 # 开头的值须加引号）", f.EN + " (a value that begins with #, such as a colour, stands in quotes)"}
	}
	return f
}
