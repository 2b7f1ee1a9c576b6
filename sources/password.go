package sources

import (
	"bytes"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/indicator"
)

// maxAsked is how often a password is asked for.
const maxAsked = 3

// decrypted opens an encrypted workbook with the password that was given or is
// asked for; other files it returns as they are.
func decrypted(r *reporter, data []byte, opt Options) ([]byte, bool) {
	if !encrypted(data) {
		return data, true
	}
	at := indicator.Cell{File: r.file}
	try := func(password string) ([]byte, bool) {
		out, err := guarded(func() ([]byte, error) {
			return excelize.Decrypt(data, &excelize.Options{Password: password})
		})
		return out, err == nil && bytes.HasPrefix(out, []byte("PK"))
	}
	if opt.Password != "" {
		if out, ok := try(opt.Password); ok {
			return out, true
		}
	} else if opt.AskPassword != nil {
		for range maxAsked {
			password := opt.AskPassword(r.file)
			if password == "" {
				break
			}
			if out, ok := try(password); ok {
				return out, true
			}
		}
	}
	if opt.Password == "" && opt.AskPassword == nil {
		r.errorf("password-protected", at,
			"工作簿设有打开密码；请把密码放入环境变量 JIANBAO_PASSWORD，在终端中运行时也可按提示输入；或在 Excel 中打开，依次点“文件—信息—保护工作簿—用密码进行加密”，清空密码后保存（WPS：“文件—文档加密—密码加密”）。",
			"the workbook is protected by a password. Put it into the environment variable JIANBAO_PASSWORD, or run the program in a terminal, where it asks; or open the workbook in Excel, choose File, Info, Protect Workbook, Encrypt with Password, clear the password and save (WPS: File, Document Encryption).")
		return nil, false
	}
	r.errorf("wrong-password", at,
		"密码不对，无法打开工作簿；请核对大小写和环境变量 JIANBAO_PASSWORD。",
		"the password is wrong and the workbook could not be opened; check its capitals and the environment variable JIANBAO_PASSWORD.")
	return nil, false
}

// encrypted reports whether data is a compound file around an encrypted
// workbook.
func encrypted(data []byte) bool {
	return bytes.HasPrefix(data, oleHeader) && bytes.Contains(data, utf16le("EncryptedPackage"))
}
