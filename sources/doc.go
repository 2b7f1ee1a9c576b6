// Package sources reads spreadsheets: a workbook in, an indicator.Dataset out,
// every value with the cell it came from, and diagnostics that say what is
// wrong, where, and how to mend it. It also writes the standard workbook that
// it reads, empty for a clerk to fill in or filled from a Dataset.
//
// A workbook is read in steps, each in a file of its name: the container is
// recognised (container), opened and its cells streamed (book, grid), the heads
// of a sheet are found in a vocabulary that reader and writer share
// (vocabulary, table), cells become numbers, periods, dates and texts (cells),
// and each sheet fills its part of the Dataset (briefing, indicators, data,
// targets, highlights).
package sources
