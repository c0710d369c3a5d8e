package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Arguments: vkey, checkpoint file, lines "I index leafhash proof..." or "C size root proof...".
func hash(s string) (h tlog.Hash) { b, _ := base64.StdEncoding.DecodeString(s); copy(h[:], b); return }
func must(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
func main() {
	verifier, err := note.NewVerifier(os.Args[1])
	must(err)
	text, err := os.ReadFile(os.Args[2])
	must(err)
	opened, err := note.Open(text, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	size, _ := strconv.ParseInt(lines[1], 10, 64)
	proofs, err := os.ReadFile(os.Args[3])
	must(err)
	n := 0
	for _, line := range strings.Split(strings.TrimSpace(string(proofs)), "\n") {
		f := strings.Fields(line)
		i, _ := strconv.ParseInt(f[1], 10, 64)
		var path []tlog.Hash
		for _, x := range f[3:] {
			path = append(path, hash(x))
		}
		if f[0] == "I" {
			must(tlog.CheckRecord(path, size, hash(lines[2]), i, hash(f[2])))
		} else {
			must(tlog.CheckTree(path, size, hash(lines[2]), i, hash(f[2])))
		}
		n++
	}
	fmt.Println("OK", n, "proofs")
}
