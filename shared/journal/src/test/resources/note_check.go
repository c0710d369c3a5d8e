package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// The notes, proofs and tiles as golang.org/x/mod judges them. Arguments: vkey, checkpoint file, and
// either a file of lines "I index leafhash proof..." and "C size root proof...", or a folder of tiles.

// tiles reads a C2SP folder: the names of tlog.Tile, without the height in them.
type tiles struct{ folder string }

func (t tiles) Height() int                         { return 8 }
func (t tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (t tiles) path(tile tlog.Tile) string {
	name := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
	return filepath.Join(t.folder, strings.Replace(name, "tile/data/", "tile/entries/", 1))
}
func (t tiles) ReadTiles(wanted []tlog.Tile) (all [][]byte, err error) {
	for _, tile := range wanted {
		data, err := os.ReadFile(t.path(tile))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func hash(s string) (h tlog.Hash) { b, _ := base64.StdEncoding.DecodeString(s); copy(h[:], b); return }
func must(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
func insist(condition bool, what string, i int64) {
	if !condition {
		must(fmt.Errorf("%s %d", what, i))
	}
}

func checkProofs(file string, size int64, root tlog.Hash) {
	proofs, err := os.ReadFile(file)
	must(err)
	n := 0
	for _, line := range strings.Split(strings.TrimSpace(string(proofs)), "\n") {
		f := strings.Fields(line)
		i, err := strconv.ParseInt(f[1], 10, 64)
		must(err)
		var path []tlog.Hash
		for _, x := range f[3:] {
			path = append(path, hash(x))
		}
		if f[0] == "I" {
			must(tlog.CheckRecord(path, size, root, i, hash(f[2])))
		} else {
			must(tlog.CheckTree(path, size, root, i, hash(f[2])))
		}
		n++
	}
	fmt.Println("OK", n, "proofs")
}

// checkTiles reads the hashes through TileHashReader, compares each leaf with its hash, builds the whole
// tree from the leaves alone, and proves records and older trees from the tiles.
func checkTiles(folder string, size int64, root tlog.Hash) {
	t := tiles{folder}
	reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, t)
	whole, err := tlog.TreeHash(size, reader)
	must(err)
	insist(whole == root, "root of", size)
	var built []tlog.Hash
	builtReader := tlog.HashReaderFunc(func(indexes []int64) (all []tlog.Hash, err error) {
		for _, index := range indexes {
			all = append(all, built[index])
		}
		return all, nil
	})
	for first := int64(0); first < size; first += 256 {
		width := size - first
		if width > 256 {
			width = 256
		}
		data, err := os.ReadFile(t.path(tlog.Tile{H: 8, L: -1, N: first / 256, W: int(width)}))
		must(err)
		for i := first; i < first+width; i++ {
			insist(len(data) >= 2, "bundle of leaf", i)
			end := 2 + int(data[0])<<8 + int(data[1])
			insist(len(data) >= end, "length of leaf", i)
			stored, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, i)})
			must(err)
			insist(stored[0] == tlog.RecordHash(data[2:end]), "leaf", i)
			more, err := tlog.StoredHashes(i, data[2:end], builtReader)
			must(err)
			built = append(built, more...)
			data = data[end:]
		}
		insist(len(data) == 0, "end of bundle", first/256)
		record, err := tlog.ProveRecord(size, first, reader)
		must(err)
		stored, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, first)})
		must(err)
		must(tlog.CheckRecord(record, size, root, first, stored[0]))
		older, err := tlog.TreeHash(first+1, reader)
		must(err)
		tree, err := tlog.ProveTree(size, first+1, reader)
		must(err)
		must(tlog.CheckTree(tree, size, root, first+1, older))
	}
	whole, err = tlog.TreeHash(size, builtReader)
	must(err)
	insist(whole == root, "root from the leaves of", size)
	fmt.Println("OK", size, "leaves in tiles")
}

func main() {
	verifier, err := note.NewVerifier(os.Args[1])
	must(err)
	text, err := os.ReadFile(os.Args[2])
	must(err)
	opened, err := note.Open(text, note.VerifierList(verifier))
	must(err)
	tree, err := tlog.ParseTree([]byte("go.sum database tree\n" + strings.SplitN(opened.Text, "\n", 2)[1]))
	must(err)
	if info, err := os.Stat(os.Args[3]); err == nil && info.IsDir() {
		checkTiles(os.Args[3], tree.N, tree.Hash)
	} else {
		checkProofs(os.Args[3], tree.N, tree.Hash)
	}
}
