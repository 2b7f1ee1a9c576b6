package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"jianbao/internal/briefing"
	"jianbao/internal/provenance"
)

// printedNumber is a number as it stands in a text on a page.
var printedNumber = regexp.MustCompile(`\d(?:[\d,]|\x{a0}\d)*(?:\.\d+)?`)

// origins lists where every number on the pages comes from: those of the
// content, and beside them page numbers, the scales of charts and the office's own
// words.
func origins(pages []*page, b *briefing.Briefing, opt Options) *provenance.List {
	list := provenance.Of(b, opt.Lang)
	known := map[string]bool{}
	for _, e := range list.Entries {
		for _, p := range e.Printed {
			known[p] = true
		}
	}
	for n, pg := range pages {
		for _, o := range pg.ops {
			t, ok := o.(textOp)
			if !ok {
				continue
			}
			for _, number := range printedNumber.FindAllString(t.s, -1) {
				switch {
				case t.role == furniture:
					list.Add(briefing.Paged, number, "page")
				case t.role == drawn && !known[number]:
					list.Add(briefing.Scale, number, fmt.Sprintf("page %d", n+1))
				}
			}
		}
	}
	for _, own := range []string{opt.Number, opt.Watermark.ZH, opt.Watermark.EN} {
		for _, number := range printedNumber.FindAllString(own, -1) {
			list.Add(briefing.Quoted, number, "profile")
		}
	}
	return list
}

// ErrNoOrigins says that a PDF does not carry the origins of its numbers.
var ErrNoOrigins = errors.New("the PDF carries no list of the origins of its numbers")

// ErrPassword says that a PDF is encrypted and that no password given opens it.
var ErrPassword = errors.New("the PDF needs a password")

// Origins reads the list that Write has attached to a PDF, also where another
// program has rewritten the file since. A protected one opens with any of the
// passwords.
func Origins(r io.ReadSeeker, passwords ...string) (list *provenance.List, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("pdf: %v", p)
		}
	}()
	api.DisableConfigDir()
	if len(passwords) == 0 {
		passwords = []string{""}
	}
	var files []model.Attachment
	for _, password := range passwords {
		conf := model.NewDefaultConfiguration()
		conf.ValidationMode = model.ValidationRelaxed
		conf.UserPW, conf.OwnerPW = password, password
		if _, err = r.Seek(0, io.SeekStart); err != nil {
			return nil, fmt.Errorf("pdf: %w", err)
		}
		if files, err = api.ExtractAttachmentsRaw(r, "", nil, conf); !errors.Is(err, pdfcpu.ErrWrongPassword) {
			break
		}
	}
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword):
		return nil, ErrPassword
	case err != nil && strings.Contains(err.Error(), "no attachments"): // it has no name for this
		return nil, ErrNoOrigins
	case err != nil:
		return nil, fmt.Errorf("pdf: %w", err)
	}
	for _, f := range files {
		if f.FileName != provenance.FileName {
			continue
		}
		var data bytes.Buffer
		if _, err := io.Copy(&data, f); err != nil {
			return nil, fmt.Errorf("pdf: %w", err)
		}
		return provenance.Decode(data.Bytes())
	}
	return nil, ErrNoOrigins
}
