// Command generate writes the sample workbooks. Run it in the samples folder,
// or with go generate.
package main

import (
	"bytes"
	"fmt"
	"os"

	"jianbao/samples"
	"jianbao/sources"
)

func main() {
	for _, s := range samples.Workbooks() {
		var buf bytes.Buffer
		err := sources.WriteStandard(&buf, s.Data, "zh")
		if err == nil {
			err = os.WriteFile(s.Name, buf.Bytes(), 0o644)
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", s.Name, err)
			os.Exit(1)
		}
	}
}
