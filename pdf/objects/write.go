package objects

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"sync"
)

// packed is how many small objects share a stream.
const packed = 200

// Bytes writes the file: small objects in streams of objects, and a stream of
// cross-references instead of a table (PDF 32000-1, 7.5.7 and 7.5.8). The same
// objects give the same bytes. Its identifier is made from its content.
func (f *File) Bytes() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	w := &writer{out: &out, places: make([]place, len(f.objects)+1)}
	if f.Protection != nil {
		var err error
		if w.lock, err = newLock(*f.Protection, f.content()); err != nil {
			return nil, err
		}
	}
	var small []int
	for n, o := range f.objects {
		switch {
		case o.Body == nil:
		case o.Stream != nil:
			if err := w.stream(n+1, o); err != nil {
				return nil, err
			}
		default:
			small = append(small, n+1)
		}
	}
	for from := 0; from < len(small); from += packed {
		if err := w.pack(f, small[from:min(from+packed, len(small))]); err != nil {
			return nil, err
		}
	}
	if err := w.references(f); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// content is all that the file says.
func (f *File) content() []byte {
	var all bytes.Buffer
	for _, o := range f.objects {
		all.Write(o.Body)
		all.Write(o.Stream)
	}
	return all.Bytes()
}

type writer struct {
	out    *bytes.Buffer
	places []place
	lock   *lock // nil: none
}

// place is where an object stands: at an offset, or as the index-th of a stream.
type place struct {
	kind          byte // 0: free, 1: at an offset, 2: in a stream
	where, within int
}

// begin notes that object n starts here.
func (w *writer) begin(n int) {
	w.places[n] = place{1, w.out.Len(), 0}
	w.out.WriteString(strconv.Itoa(n) + " 0 obj\n")
}

// stream writes object n with its stream, compressed where that helps.
func (w *writer) stream(n int, o *Object) error {
	data, filter := o.Stream, ""
	if !o.Plain && len(data) > 64 {
		small, err := deflate(data)
		if err != nil {
			return err
		}
		if len(small)+20 < len(data) {
			data, filter = small, "/Filter/FlateDecode"
		}
	}
	if w.lock != nil && !bytes.Contains(o.Body, []byte("/Type/XRef")) {
		var err error
		if data, err = w.lock.seal(n, data); err != nil {
			return err
		}
	}
	w.begin(n)
	body := o.Body
	if o.Plain && bytes.Contains(body, []byte("/Length ")) {
		body = withoutLength(body)
	}
	at := bytes.LastIndex(body, []byte(">>"))
	if at < 0 {
		return fmt.Errorf("%w: stream %d without a dictionary", ErrFormat, n)
	}
	w.out.Write(body[:at])
	fmt.Fprintf(w.out, "%s/Length %d>>", filter, len(data))
	w.out.WriteString("\nstream\n")
	w.out.Write(data)
	w.out.WriteString("\nendstream\nendobj\n")
	return nil
}

// pack writes small objects as one stream.
func (w *writer) pack(f *File, numbers []int) error {
	var index, bodies bytes.Buffer
	id := len(w.places)
	w.places = append(w.places, place{})
	for i, n := range numbers {
		fmt.Fprintf(&index, "%d %d ", n, bodies.Len())
		bodies.Write(f.objects[n-1].Body)
		bodies.WriteByte('\n')
		w.places[n] = place{2, id, i}
	}
	body := fmt.Sprintf("<</Type/ObjStm/N %d/First %d>>", len(numbers), index.Len())
	return w.stream(id, &Object{Body: []byte(body), Stream: append(index.Bytes(), bodies.Bytes()...)})
}

// references writes where everything stands, and the end of the file.
func (w *writer) references(f *File) error {
	locked := ""
	if w.lock != nil {
		n := len(w.places)
		w.places = append(w.places, place{})
		w.begin(n)
		w.out.WriteString(w.lock.entry + "\nendobj\n")
		locked = "/Encrypt " + Ref(n).String()
	}
	sum := sha256.Sum256(w.out.Bytes())
	id := hex.EncodeToString(sum[:16])
	n, start := len(w.places), w.out.Len()
	w.places = append(w.places, place{1, start, 0})
	var table bytes.Buffer
	for i, p := range w.places {
		last := p.within
		if i == 0 {
			last = 0xFFFF
		}
		table.Write([]byte{p.kind, byte(p.where >> 24), byte(p.where >> 16), byte(p.where >> 8), byte(p.where), byte(last >> 8), byte(last)})
	}
	body := fmt.Sprintf("<</Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[<%s><%s>]%s>>", len(w.places), f.Root, f.Info, id, id, locked)
	if err := w.stream(n, &Object{Body: []byte(body), Stream: table.Bytes()}); err != nil {
		return err
	}
	fmt.Fprintf(w.out, "startxref\n%d\n%%%%EOF\n", start)
	return nil
}

// Compressors are large: 800 KB each; they are used again. Beyond the third level
// a file of 220 KB gets 4 % smaller and takes twice the time.
var compressors sync.Pool

const level = 3

func deflate(data []byte) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(len(data)/3 + 64)
	z, _ := compressors.Get().(*zlib.Writer)
	if z == nil {
		var err error
		if z, err = zlib.NewWriterLevel(&out, level); err != nil {
			return nil, err
		}
	} else {
		z.Reset(&out)
	}
	defer compressors.Put(z)
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
