package objects

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strconv"

	"golang.org/x/text/unicode/norm"
)

// Protection is how a file is kept: User is what opens it ("": anyone may), Owner
// what lifts the limits on its use ("": nothing does).
type Protection struct {
	User, Owner string
	Permit      Permission
}

// Permission is what a reader may do besides reading, also aloud.
type Permission uint32

const (
	Print    Permission = 1<<2 | 1<<11
	Change   Permission = 1<<3 | 1<<8 | 1<<10
	Copy     Permission = 1 << 4
	Annotate Permission = 1 << 5
)

// always are the bits that must be set, and reading aloud, which is never refused.
const always = 0xFFFFF0C0 | 1<<9

// lock encrypts by AES-256 (ISO 32000-2, 7.6, revision 6 of the standard handler).
// What it needs at random is taken from the passwords and the content instead, so
// that the same input gives the same file.
type lock struct {
	key   []byte
	entry string // the dictionary of the file
}

func newLock(p Protection, content []byte) (*lock, error) {
	user, owner := prepared(p.User), prepared(p.Owner)
	digest := sha256.Sum256(content)
	derive := func(what string) []byte {
		m := hmac.New(sha256.New, append(append(append([]byte(nil), owner...), 0), user...))
		m.Write(digest[:])
		m.Write([]byte(what))
		return m.Sum(nil)
	}
	l := &lock{key: derive("key")}
	if len(owner) == 0 { // one that nobody knows
		owner = []byte(hex.EncodeToString(derive("owner")))
	}
	salts := derive("salts") // four of eight bytes
	u := append(hardened(user, salts[:8], nil), salts[:16]...)
	ue, err := crypt(hardened(user, salts[8:16], nil), make([]byte, 16), l.key)
	if err != nil {
		return nil, err
	}
	o := append(hardened(owner, salts[16:24], u), salts[16:32]...)
	oe, err := crypt(hardened(owner, salts[24:32], u), make([]byte, 16), l.key)
	if err != nil {
		return nil, err
	}
	permit := uint32(p.Permit) | always
	perms := binary.LittleEndian.AppendUint32(nil, permit)
	perms = append(perms, 0xFF, 0xFF, 0xFF, 0xFF, 'T', 'a', 'd', 'b')
	perms = append(perms, derive("filler")[:4]...)
	block, err := aes.NewCipher(l.key)
	if err != nil {
		return nil, err
	}
	block.Encrypt(perms, perms)
	l.entry = fmt.Sprintf("<</Filter/Standard/V 5/R 6/Length 256/P %d/U<%x>/UE<%x>/O<%x>/OE<%x>/Perms<%x>"+
		"/CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF>>", int32(permit), u, ue, o, oe, perms)
	return l, nil
}

// prepared is a password as it is hashed: compatible forms of one character made
// one, 127 bytes at most.
func prepared(s string) []byte {
	b := norm.NFKC.Bytes([]byte(s))
	return b[:min(len(b), 127)]
}

// hardened is the hash of algorithm 2.B: rounds of encryption and hashing that are
// slow to guess through.
func hardened(password, salt, owner []byte) []byte {
	first := sha256.Sum256(bytes.Join([][]byte{password, salt, owner}, nil))
	k := first[:]
	for round := 0; ; round++ {
		k1 := bytes.Repeat(bytes.Join([][]byte{password, k, owner}, nil), 64)
		e, err := crypt(k[:16], k[16:32], k1)
		if err != nil { // lengths are fixed
			return k[:32]
		}
		sum := 0
		for _, b := range e[:16] { // 256 is 1 modulo 3
			sum += int(b)
		}
		switch sum % 3 {
		case 0:
			h := sha256.Sum256(e)
			k = h[:]
		case 1:
			h := sha512.Sum384(e)
			k = h[:]
		default:
			h := sha512.Sum512(e)
			k = h[:]
		}
		if round >= 63 && int(e[len(e)-1]) <= round-31 {
			return k[:32]
		}
	}
}

// crypt encrypts whole blocks in chains.
func crypt(key, start, data []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	out := make([]byte, len(data))
	cipher.NewCBCEncrypter(block, start).CryptBlocks(out, data)
	return out, nil
}

// seal encrypts the stream of object n.
func (l *lock) seal(n int, data []byte) ([]byte, error) {
	m := hmac.New(sha256.New, l.key)
	m.Write([]byte(strconv.Itoa(n)))
	m.Write(data)
	start := m.Sum(nil)[:16]
	pad := 16 - len(data)%16
	padded := append(append(make([]byte, 0, len(data)+pad), data...), bytes.Repeat([]byte{byte(pad)}, pad)...)
	out, err := crypt(l.key, start, padded)
	if err != nil {
		return nil, err
	}
	return append(start, out...), nil
}
