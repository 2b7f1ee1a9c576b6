package main

import (
	"runtime/debug"

	"jianbao/internal/report"
)

func help(ui report.UI) string {
	return ui.Say(helpZH, helpEN)
}

const helpEN = `jianbao turns an indicator spreadsheet (.xlsx, .xlsm, .csv, .tsv) into a
bilingual PDF briefing.

  jianbao INPUT.xlsx                  write INPUT.pdf beside the workbook
  jianbao build INPUT... [flags]      several workbooks, folders or patterns
  jianbao check INPUT... [flags]      findings only, nothing written
  jianbao inspect INPUT [flags]       what was understood, cell by cell
  jianbao chart INPUT [flags]         its figures as PNG, SVG or PDF, for Word, WPS, slides, the web
  jianbao explain REPORT.pdf [NUMBER] where a printed number came from; all without one
  jianbao init [FILE.xlsx]            a workbook to fill in (--lang zh|en)
  jianbao init FILE.yaml              a profile to edit: wording, typeface, digits, page
  jianbao version

build
  -o, --output FILE|DIR   where to write; default: beside the input
      --lang LANG         zh+en (default), zh or en
      --period PERIOD     reporting period: 2023-11, 2023-01..2023-11, 2023Q3, 2022
      --area NAME         whose figures, where a file has several areas
      --profile FILE      an office's own choices (YAML): wording, typeface, digits, page
      --watermark NAME    draft or internal across every page; none: not that of the profile
      --previous FILE|DIR the workbook published before: what differs is marked as revised
      --attach WHAT       what travels in the PDF: workbook (default), values or none
      --protect           encrypt with the passwords in JIANBAO_PDF_PASSWORD (to open) and
                          JIANBAO_PDF_OWNER_PASSWORD (to lift the limits); not PDF/A then
      --permit LIST       with --protect: print (default), copy, annotate, change, none
      --jobs N            workbooks at a time; default: all cores
      --strict            warnings stop a build as errors do
      --log text|json     messages on standard error
check
      --format FORMAT     text (default), json, sarif or github
      --annotate OUT      a copy of the workbook with the findings as comments
      --period, --area, --profile, --previous, --strict as above
chart
      --indicator NAME    only these (id or name, several with commas); default: all figures
      --format LIST       png (default), svg, pdf; several with commas
  -o, --output DIR        default: INPUT-charts; alt.txt there says what each figure shows
      --width MM          width of a figure; default 160
      --dpi N             of PNG; default 300
      --lang, --period, --area, --profile, --previous, --strict as above
inspect
      --format FORMAT     json (default) or text
      --unused            also the numbers that are not used, and why
      --save-profile FILE what was understood, to edit and use with --profile

      --ui zh|en          language of messages; default: that of the system

A workbook with a password is opened with that in JIANBAO_PASSWORD, or asked for.
Exit code: 0 all done, 1 at least one input failed, 2 wrong usage.
`

const helpZH = `jianbao 把指标表格（.xlsx、.xlsm、.csv、.tsv）变成中英双语 PDF 简报。

  jianbao 表格.xlsx                   在表格旁生成 表格.pdf
  jianbao build 输入... [选项]        可同时给出多个工作簿、文件夹或通配符
  jianbao check 输入... [选项]        只检查，不生成文件
  jianbao inspect 输入 [选项]         逐格列出读到的内容
  jianbao chart 输入 [选项]           把图表存为 PNG、SVG 或 PDF，供 Word、WPS、幻灯片和网页使用
  jianbao explain 简报.pdf [数字]     某个数字出自哪个单元格；不写数字则全部列出
  jianbao init [文件.xlsx]            生成供填写的工作簿（--lang zh|en）
  jianbao init 文件.yaml              生成供修改的设置：句式、字体、数字分节、版面
  jianbao version

build
  -o, --output 文件|文件夹  输出位置；默认在输入文件旁
      --lang 语言           zh+en（默认）、zh 或 en
      --period 时期         报告期：2023-11、2023年1—11月、2023Q3、2022
      --area 地区           文件中有多个地区时，用哪个地区的数据
      --profile 文件        本单位的设置（YAML）：句式、字体、数字分节、版面
      --watermark 名称      每页加水印：draft（草稿）或 internal（内部）；none 去掉设置中的水印
      --previous 文件|文件夹 前次发布的工作簿：有改动的数标为修订
      --attach 内容         随PDF附带：workbook（工作簿，默认）、values（只附数据）或 none
      --protect             加密；密码取自环境变量 JIANBAO_PDF_PASSWORD（打开用）和
                            JIANBAO_PDF_OWNER_PASSWORD（解除限制用）；此时不符合 PDF/A
      --permit 列表         与 --protect 同用：print（默认）、copy、annotate、change、none
      --jobs N              同时处理的工作簿数；默认用满全部核心
      --strict              有警告也不生成
      --log text|json       标准错误输出的格式
check
      --format 格式         text（默认）、json、sarif 或 github
      --annotate 输出       另存一份带批注的工作簿，原文件不动
      --period、--area、--profile、--previous、--strict 同上
chart
      --indicator 指标      只要这些（编号或名称，可用逗号列出几个）；默认全部图表
      --format 格式         png（默认）、svg、pdf；可用逗号列出几个
  -o, --output 文件夹       默认为“输入-charts”；其中 alt.txt 是各图的文字说明
      --width 毫米          图宽；默认 160
      --dpi N               PNG 的分辨率；默认 300
      --lang、--period、--area、--profile、--previous、--strict 同上
inspect
      --format 格式         json（默认）或 text
      --unused              另列出未用作数据的数字及原因
      --save-profile 文件   把程序的理解存为设置，修改后用 --profile 指定

      --ui zh|en            界面语言；默认随系统

有打开密码的工作簿，用环境变量 JIANBAO_PASSWORD 中的密码打开，或按提示输入。
退出码：0 全部完成；1 至少一个输入失败；2 用法错误。
`

// version is that of the module the binary was built from, or of its commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return "(devel)"
}
