package main

import (
	"fmt"
	"strings"

	"jianbao/pdf"
)

// permissions are the words of --permit.
var permissions = map[string]pdf.Permission{"print": pdf.Print, "copy": pdf.Copy, "annotate": pdf.Annotate, "change": pdf.Change}

// protection is how the documents are to be kept; nil without --protect. The
// passwords come from the environment alone.
func (a *app) protection(on bool, permit []string) (*pdf.Protection, error) {
	if !on {
		if a.env("JIANBAO_PDF_PASSWORD") != "" || a.env("JIANBAO_PDF_OWNER_PASSWORD") != "" {
			fmt.Fprintln(a.err, a.ui.Say("注意：设有密码，但没有 --protect，文件未加密。", "Note: a password is set, but without --protect the file is not encrypted."))
		}
		if len(permit) > 0 {
			return nil, usageError{"--permit 须与 --protect 同用。", "--permit goes with --protect."}
		}
		return nil, nil
	}
	p := &pdf.Protection{User: a.env("JIANBAO_PDF_PASSWORD"), Owner: a.env("JIANBAO_PDF_OWNER_PASSWORD"), Permit: pdf.Print}
	if p.User == "" && p.Owner == "" {
		return nil, usageError{"--protect 需要密码：打开文件的密码放在环境变量 JIANBAO_PDF_PASSWORD，解除限制的密码放在 JIANBAO_PDF_OWNER_PASSWORD，至少一个。",
			"--protect needs a password: that to open the file in JIANBAO_PDF_PASSWORD, that to lift its limits in JIANBAO_PDF_OWNER_PASSWORD, at least one."}
	}
	if p.User == p.Owner {
		return nil, usageError{"JIANBAO_PDF_PASSWORD 与 JIANBAO_PDF_OWNER_PASSWORD 相同：能打开的人就能解除限制。请设成不同的密码。",
			"JIANBAO_PDF_PASSWORD and JIANBAO_PDF_OWNER_PASSWORD are the same: who opens the file could lift its limits. Set two different ones."}
	}
	if len(permit) > 0 {
		p.Permit = 0
	}
	for _, word := range permit {
		bits, ok := permissions[strings.TrimSpace(word)]
		if !ok && word != "none" {
			return nil, usageError{fmt.Sprintf("--permit 只能是 print、copy、annotate、change 或 none，不能是“%s”。", word), fmt.Sprintf("--permit takes print, copy, annotate, change or none, not %q.", word)}
		}
		p.Permit |= bits
	}
	fmt.Fprintln(a.err, a.ui.Say("注意：加密的文件不符合 PDF/A（存档标准不允许加密）；要存档，请另行生成不加密的一份。", "Note: a file with a password does not conform to PDF/A, which excludes encryption; build one without for the archive."))
	return p, nil
}
