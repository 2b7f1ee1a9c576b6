// Package objects takes the file that the page writer has made apart into its
// objects, lets them be changed and others be added, and writes all again: small
// objects packed together, streams compressed. It is the one place that knows
// how a PDF file is put together (PDF 32000-1, 7.3 and 7.5).
package objects

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// Ref is the number of an object; all are of generation 0.
type Ref int

// String is the reference as it stands in another object.
func (r Ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// Object is a value, most often a dictionary, and perhaps a stream.
type Object struct {
	Body   []byte // <<…>>, without /Length and /Filter where there is a stream to compress
	Stream []byte // nil: none
	Plain  bool   // the stream is to be written as it is
}

// File is the objects of a document. Object n is at index n-1.
type File struct {
	objects []*Object
	Root    Ref
	Info    Ref

	Protection *Protection // nil: none
}

// ErrFormat says that a file is not one that the page writer makes.
var ErrFormat = errors.New("objects: not a file of the page writer")

// Read takes a file apart. It understands what the page writer makes and no more:
// one table of cross-references, every object of generation 0.
func Read(data []byte) (*File, error) {
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("%w: no startxref", ErrFormat)
	}
	start, err := number(data[at+len("startxref\n"):])
	if err != nil || start >= len(data) || !bytes.HasPrefix(data[start:], []byte("xref\n0 ")) {
		return nil, fmt.Errorf("%w: no cross-references", ErrFormat)
	}
	table := data[start+len("xref\n0 "):]
	size, err := number(table)
	if err != nil {
		return nil, err
	}
	const entry = 20
	line := bytes.IndexByte(table, '\n')
	if line < 0 || size > len(table)/entry || len(table) < line+1+entry*size {
		return nil, fmt.Errorf("%w: short table", ErrFormat)
	}
	entries, trailer := table[line+1:], table[line+1+entry*size:]
	f := &File{objects: make([]*Object, max(size-1, 0))}
	for n := 1; n < size; n++ {
		offset, err := number(entries[entry*n:])
		if err != nil || offset >= len(data) {
			return nil, fmt.Errorf("%w: object %d", ErrFormat, n)
		}
		if f.objects[n-1], err = object(data[offset:], n); err != nil {
			return nil, err
		}
	}
	if f.Root, err = reference(trailer, "/Root "); err != nil {
		return nil, err
	}
	if f.Info, err = reference(trailer, "/Info "); err != nil {
		return nil, err
	}
	return f, nil
}

// object reads object n at the start of data.
func object(data []byte, n int) (*Object, error) {
	head := []byte(strconv.Itoa(n) + " 0 obj\n")
	if !bytes.HasPrefix(data, head) {
		return nil, fmt.Errorf("%w: object %d is not where it should be", ErrFormat, n)
	}
	data = data[len(head):]
	end := bytes.Index(data, []byte("endobj"))
	if stream := bytes.Index(data, []byte("stream\n")); stream >= 0 && stream < end {
		body := bytes.TrimSpace(data[:stream])
		length, err := lengthOf(body)
		if err != nil || stream+len("stream\n")+length > len(data) {
			return nil, fmt.Errorf("%w: stream of object %d", ErrFormat, n)
		}
		from := stream + len("stream\n")
		o := &Object{Body: body, Stream: data[from : from+length : from+length]}
		o.Plain = bytes.Contains(body, []byte("/Filter"))
		if !o.Plain {
			o.Body = withoutLength(body)
		}
		return o, nil
	}
	if end < 0 {
		return nil, fmt.Errorf("%w: object %d has no end", ErrFormat, n)
	}
	return &Object{Body: bytes.TrimSpace(data[:end])}, nil
}

func lengthOf(body []byte) (int, error) {
	at := bytes.Index(body, []byte("/Length "))
	if at < 0 {
		return 0, ErrFormat
	}
	return number(body[at+len("/Length "):])
}

func withoutLength(body []byte) []byte {
	at := bytes.Index(body, []byte("/Length "))
	end := at + len("/Length ")
	for end < len(body) && body[end] >= '0' && body[end] <= '9' {
		end++
	}
	return append(append([]byte(nil), body[:at]...), body[end:]...)
}

// number reads the digits that data starts with.
func number(data []byte) (int, error) {
	n := 0
	for n < len(data) && data[n] >= '0' && data[n] <= '9' {
		n++
	}
	v, err := strconv.ParseInt(string(data[:n]), 10, 32) // no file is larger
	if err != nil {
		return 0, fmt.Errorf("%w: no number", ErrFormat)
	}
	return int(v), nil
}

func reference(data []byte, key string) (Ref, error) {
	at := bytes.Index(data, []byte(key))
	if at < 0 {
		return 0, fmt.Errorf("%w: no %s", ErrFormat, key)
	}
	n, err := number(data[at+len(key):])
	return Ref(n), err
}

// Len is the number of objects.
func (f *File) Len() int { return len(f.objects) }

// At is an object; nil where there is none of that number.
func (f *File) At(r Ref) *Object {
	if r < 1 || int(r) > len(f.objects) {
		return nil
	}
	return f.objects[r-1]
}

// Reserve takes the number of an object whose body is set later.
func (f *File) Reserve() Ref {
	f.objects = append(f.objects, &Object{Body: []byte("null")})
	return Ref(len(f.objects))
}

// Add adds an object.
func (f *File) Add(body string) Ref {
	f.objects = append(f.objects, &Object{Body: []byte(body)})
	return Ref(len(f.objects))
}

// AddStream adds a stream with the entries of its dictionary.
func (f *File) AddStream(entries string, data []byte) Ref {
	f.objects = append(f.objects, &Object{Body: []byte("<<" + entries + ">>"), Stream: data})
	return Ref(len(f.objects))
}

// Drop empties an object that nothing refers to any more.
func (f *File) Drop(r Ref) {
	if o := f.At(r); o != nil {
		*o = Object{}
	}
}

// Put sets the body of an object.
func (f *File) Put(r Ref, body string) {
	if o := f.At(r); o != nil {
		o.Body = []byte(body)
	}
}

// Ref reads the reference that stands behind a key of a dictionary.
func (o *Object) Ref(key string) (Ref, error) { return reference(o.Body, key+" ") }

// Refs reads the references in the array behind a key.
func (o *Object) Refs(key string) ([]Ref, error) {
	at := bytes.Index(o.Body, []byte(key+" ["))
	if at < 0 {
		return nil, fmt.Errorf("%w: no %s", ErrFormat, key)
	}
	rest := o.Body[at+len(key)+2:]
	end := bytes.IndexByte(rest, ']')
	if end < 0 {
		return nil, fmt.Errorf("%w: %s", ErrFormat, key)
	}
	var out []Ref
	words := bytes.Fields(rest[:end])
	for i := 0; i+2 < len(words); i += 3 {
		n, err := number(words[i])
		if err != nil {
			return nil, err
		}
		out = append(out, Ref(n))
	}
	return out, nil
}

// Extend adds entries at the end of a dictionary.
func (o *Object) Extend(entries string) {
	if at := bytes.LastIndex(o.Body, []byte(">>")); at >= 0 {
		o.Body = append(append(o.Body[:at:at], entries...), ">>"...)
	}
}

// Replace writes one text over another wherever it stands in the dictionary.
func (o *Object) Replace(old, new string) {
	o.Body = bytes.ReplaceAll(o.Body, []byte(old), []byte(new))
}
