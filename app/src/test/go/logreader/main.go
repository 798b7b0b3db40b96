// Reads the published custody log with code that shares nothing with ours: the checksum database packages of the Go project (golang.org/x/mod/sumdb),
// which signed notes and tiles come from. It checks the signature of the checkpoint, computes the root again from the entries, proves every entry (up to
// 2,000, spread over the log) and every smaller tree (up to 200) from the tiles, and says what it found.
//
// Usage: logreader ADDRESS VERIFIER-KEY, the address without a slash at its end (http://localhost:8080/log).
package main

import (
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

type tiles struct{ address string }

func (t tiles) Height() int { return height }

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		bytes, err := get(t.address + "/" + path(tile))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

// path is that of C2SP tlog-tiles: the height, always 8, is left out, and the level of entries is called so.
func path(tile tlog.Tile) string {
	full := tile.Path()
	if tile.L < 0 {
		return strings.Replace(full, "tile/8/data/", "tile/entries/", 1)
	}
	return strings.Replace(full, "tile/8/", "tile/", 1)
}

func get(address string) ([]byte, error) {
	response, err := http.Get(address)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", address, response.Status)
	}
	return io.ReadAll(response.Body)
}

// checkpoint opens the signed note and reads its three lines: origin, size, root.
func checkpoint(address, key string) (tlog.Tree, error) {
	var tree tlog.Tree
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tree, err
	}
	signed, err := get(address + "/checkpoint")
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tree, fmt.Errorf("not a checkpoint of %s: %q", verifier.Name(), opened.Text)
	}
	tree.N, err = strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tree, err
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tree, fmt.Errorf("not a root: %q", lines[2])
	}
	copy(tree.Hash[:], root)
	return tree, nil
}

// entries reads all bundles: each entry is preceded by its length, two bytes, big-endian.
func entries(address string, size int64) ([][]byte, error) {
	var all [][]byte
	for n := int64(0); n<<height < size; n++ {
		width := size - n<<height
		if width > 1<<height {
			width = 1 << height
		}
		bundle, err := get(address + "/" + path(tlog.Tile{H: height, L: -1, N: n, W: int(width)}))
		if err != nil {
			return nil, err
		}
		for ; width > 0; width-- {
			if len(bundle) < 2 || len(bundle) < 2+int(bundle[0])<<8+int(bundle[1]) {
				return nil, fmt.Errorf("bundle %d is too short", n)
			}
			length := int(bundle[0])<<8 + int(bundle[1])
			all = append(all, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
		if len(bundle) > 0 {
			return nil, fmt.Errorf("bundle %d is too long", n)
		}
	}
	return all, nil
}

func check(address, key string) (string, error) {
	tree, err := checkpoint(address, key)
	if err != nil {
		return "", err
	}
	records, err := entries(address, tree.N)
	if err != nil {
		return "", err
	}
	reader := tlog.TileHashReader(tree, tiles{address})
	var own memory
	proofs := 0
	for index, record := range records {
		hashes, err := tlog.StoredHashes(int64(index), record, &own)
		if err != nil {
			return "", err
		}
		own = append(own, hashes...)
		if index%(1+len(records)/2000) != 0 {
			continue
		}
		proof, err := tlog.ProveRecord(tree.N, int64(index), reader)
		if err == nil {
			err = tlog.CheckRecord(proof, tree.N, tree.Hash, int64(index), tlog.RecordHash(record))
		}
		if err != nil {
			return "", fmt.Errorf("entry %d: %w", index, err)
		}
		proofs++
	}
	root, err := tlog.TreeHash(tree.N, &own)
	if err != nil {
		return "", err
	}
	if root != tree.Hash {
		return "", fmt.Errorf("the entries give the root %v, the checkpoint says %v", root, tree.Hash)
	}
	trees := int64(0)
	for size := int64(1); size < tree.N; size += 1 + tree.N/200 {
		earlier, err := tlog.TreeHash(size, &own)
		if err != nil {
			return "", err
		}
		proof, err := tlog.ProveTree(tree.N, size, reader)
		if err == nil {
			err = tlog.CheckTree(proof, tree.N, tree.Hash, size, earlier)
		}
		if err != nil {
			return "", fmt.Errorf("tree of %d: %w", size, err)
		}
		trees++
	}
	return fmt.Sprintf("sound: %d entries, %d proved, %d earlier trees proved", tree.N, proofs, trees), nil
}

// memory holds the hashes that we computed ourselves from the entries.
type memory []tlog.Hash

func (m *memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, index := range indexes {
		hashes = append(hashes, (*m)[index])
	}
	return hashes, nil
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "Usage: logreader ADDRESS VERIFIER-KEY")
		os.Exit(2)
	}
	said, err := check(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Println("not sound:", err)
		os.Exit(1)
	}
	fmt.Println(said)
}
