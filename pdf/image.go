package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"github.com/go-pdf/fpdf"
)

// Image is a picture as it goes into a file: RGB, opaque.
type Image struct {
	data          []byte
	kind          string // PNG or JPG
	width, height float64
}

// mostPixels keeps a small file that unpacks to a huge picture from taking all
// memory.
const mostPixels = 16 << 20

// ErrCMYK says that a picture has the colours of a printing press.
var ErrCMYK = errors.New("the JPEG is in CMYK; save it in RGB")

// NewImage takes a PNG or JPEG. What is translucent in it is laid over white, so
// that the file needs no transparency.
func NewImage(data []byte) (*Image, error) {
	conf, kind, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || kind != "png" && kind != "jpeg":
		return nil, errors.New("not a PNG or JPEG")
	case conf.Width < 1 || conf.Height < 1 || conf.Width > mostPixels/conf.Height:
		return nil, fmt.Errorf("%d by %d pixels are too many; %d million are enough", conf.Width, conf.Height, mostPixels>>20)
	case conf.ColorModel == color.CMYKModel:
		return nil, ErrCMYK
	}
	im := &Image{kind: "JPG", data: data, width: float64(conf.Width), height: float64(conf.Height)}
	if kind == "jpeg" {
		if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
			return nil, fmt.Errorf("the JPEG is damaged: %w", err)
		}
		if conf.ColorModel == color.YCbCrModel {
			return im, nil
		}
	}
	src, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the picture is damaged: %w", err)
	}
	flat := image.NewRGBA(image.Rect(0, 0, conf.Width, conf.Height))
	draw.Draw(flat, flat.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), src, src.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, flat); err != nil {
		return nil, err
	}
	im.kind, im.data = "PNG", out.Bytes()
	return im, nil
}

// within is the size of an image in a box.
func (im *Image) within(w, h float64) (float64, float64) {
	k := min(w/im.width, h/im.height)
	return k * im.width, k * im.height
}

// imageOp draws an image with its top left corner at x, y.
type imageOp struct {
	x, y, w, h float64
	im         *Image
}

func (o imageOp) paint(p *painter) {
	p.mark(true)
	opt := fpdf.ImageOptions{ImageType: o.im.kind}
	p.f.RegisterImageOptionsReader("logo", opt, bytes.NewReader(o.im.data))
	p.f.ImageOptions("logo", o.x, o.y, o.w, o.h, false, opt, 0, "")
}

// logo draws the office's logo: its name in a picture.
func (l *layout) logo(pg *page, parent *element, x, y, w, h float64) {
	el := parent.child("Figure")
	if el.describe(l.b.Issuer, l.lang); el.alt == "" {
		el.describe(l.b.Title, l.lang)
	}
	el.at = placed(pg, x, y, w, h)
	pg.within(el, func() { pg.ops = append(pg.ops, imageOp{x, y, w, h, l.design.Logo}) })
}
