package sources

import (
	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

func readTest(name string, data []byte) (*indicator.Dataset, diagnostic.List) {
	r := readBytes(name, data, Options{})
	return r.Dataset, r.Diagnostics
}

func readPath(path string) (*indicator.Dataset, diagnostic.List) {
	r := Read(path, Options{})
	return r.Dataset, r.Diagnostics
}
