"""A verifier of exported logs, written from formats-journal.md alone; needs Python 3 and openssl.
verify_export.py FOLDER KEYHEX             one exported log, and the tiles in it if there are any
verify_export.py tiles FOLDER [sha256|sm3] a folder of tiles against its checkpoint
verify_export.py proof FILE LEAFFILE VKEY  the proof of one leaf
verify_export.py note FILE VKEY            a signed note; VKEY is of Ed25519, of a witness or of SM2"""
import base64, hashlib, json, os, re, subprocess, sys, tempfile
SM2_LABEL = b'ggzy-sm2sm3-v1'
SPKI = {1: '302a300506032b6570032100', 4: '302a300506032b6570032100',
        255: '3059301306072a8648ce3d020106082a811ccf5501822d034200'}
sha256 = lambda b: hashlib.sha256(b).digest()
has_sm3 = 'sm3' in hashlib.algorithms_available
sm3 = lambda b: hashlib.new('sm3', b).digest()
b64 = lambda b: base64.b64encode(b)
unb64 = lambda text: base64.b64decode(text, validate=True)

def read(*path):
    with open(os.path.join(*path), 'rb') as file:
        return file.read()

def combine(hash_, hashes):
    if len(hashes) == 1:
        return hashes[0]
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    return hash_(b'\1' + combine(hash_, hashes[:k]) + combine(hash_, hashes[k:]))

def root(hash_, leaves):
    return combine(hash_, [hash_(b'\0' + leaf) for leaf in leaves]) if leaves else hash_(b'')

def openssl_verifies(kind, pub, body, sig):
    extra = ['-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'] if kind == 255 else []
    with tempfile.TemporaryDirectory() as tmp:
        for name, data in (('k', bytes.fromhex(SPKI[kind]) + pub), ('b', body), ('s', sig)):
            with open(os.path.join(tmp, name), 'wb') as file:
                file.write(data)
        return subprocess.run(['openssl', 'pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', 'k', '-rawin',
                               '-in', 'b', '-sigfile', 's'] + extra, cwd=tmp, capture_output=True).returncode == 0

def parse_vkey(text):
    name, key_id, typed = text.split('+', 2)
    typed = unb64(typed)
    assert sha256(name.encode() + b'\n' + typed)[:4].hex() == key_id, 'id of the verifier key'
    kind, pub = typed[0], typed[1:]
    if kind == 255:
        assert pub.startswith(SM2_LABEL), 'label of the verifier key'
        pub = pub[len(SM2_LABEL):]
    assert len(pub) == (65 if kind == 255 else 32), 'length of the verifier key'
    return name, bytes.fromhex(key_id), kind, pub

def split_note(text):
    end = text.rindex(b'\n\n')
    return text[:end + 1], text[end + 2:].decode().splitlines()

def signed_by(note, vkey):
    body, lines = split_note(note)
    name, key_id, kind, pub = parse_vkey(vkey)
    for line in lines:
        dash, signer, blob = line.split(' ')
        blob = unb64(blob)
        if dash == '\u2014' and signer == name and blob[:4] == key_id:
            if kind == 4:
                time = int.from_bytes(blob[4:12], 'big')
                return openssl_verifies(4, pub, b'cosignature/v1\ntime %d\n' % time + body, blob[12:])
            return openssl_verifies(kind, pub, body, blob[4:])
    return False

def checkpoint(note):
    origin, size, want = split_note(note)[0].split(b'\n')[:3]
    return origin.decode(), int(size), unb64(want)

def check_log(folder, pub):
    leaves = read(folder, 'leaves.jsonl').split(b'\n')[:-1]
    payloads = read(folder, 'payloads.jsonl').split(b'\n')[:-1]
    assert len(leaves) == len(payloads), 'payload lines'
    for seq, (leaf, payload) in enumerate(zip(leaves, payloads)):
        fields = json.loads(leaf)
        assert fields['seq'] == seq, 'sequence'
        assert json.dumps(fields, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode() == leaf, 'canonical'
        if payload:
            assert b64(sha256(payload)).decode() == fields['ksha256'], 'payload %d' % seq
            assert not has_sm3 or b64(sm3(payload)).decode() == fields['ksm3'], 'payload %d sm3' % seq
    notes = {'checkpoint.txt': sha256}
    if has_sm3:
        notes['checkpoint-sm3.txt'] = sm3
    for name, hash_ in notes.items():
        note = read(folder, name)
        origin, size, want = checkpoint(note)
        assert root(hash_, leaves[:size]) == want, name + ' root'
        typed = b'\1' + pub
        key_id = sha256(origin.encode() + b'\n' + typed)[:4].hex()
        assert signed_by(note, '%s+%s+%s' % (origin, key_id, b64(typed).decode())), name + ' signature'
    told = [len(leaves), 'leaves', sum(1 for p in payloads if p), 'payloads', *notes]
    for tiles in (folder, os.path.join(folder, 'tiles')):
        for part, hash_, suffix in (('.', sha256, ''), ('sm3', sm3, '-sm3')):
            if os.path.isdir(os.path.join(tiles, part, 'tile')) and (has_sm3 or part == '.'):
                entries, size = check_tiles(os.path.join(tiles, part), hash_)
                assert entries == leaves[:size], 'tiles' + suffix + ' of other leaves'
                told.append('tiles' + suffix)
    return told

def tile_name(row, number, width):
    path = '%03d' % (number % 1000)
    while number >= 1000:
        number //= 1000
        path = 'x%03d/%s' % (number % 1000, path)
    return 'tile/%s/%s%s' % (row, path, '' if width == 256 else '.p/%d' % width)

def check_tiles(folder, hash_):
    _, size, want = checkpoint(read(folder, 'checkpoint'))
    widths = lambda count: [(n, min(256, count - 256 * n)) for n in range((count + 255) // 256)]
    entries = []
    for number, width in widths(size):
        name = tile_name('entries', number, width)
        data, at, found = read(folder, name), 0, 0
        while at < len(data):
            length = int.from_bytes(data[at:at + 2], 'big')
            entries.append(data[at + 2:at + 2 + length])
            at, found = at + 2 + length, found + 1
        assert at == len(data) and found == width, name
    hashes, level = [hash_(b'\0' + entry) for entry in entries], 0
    assert (combine(hash_, hashes) if hashes else hash_(b'')) == want, 'checkpoint root'
    while hashes:
        for number, width in widths(len(hashes)):
            name = tile_name(level, number, width)
            assert read(folder, name) == b''.join(hashes[256 * number:256 * number + width]), name
        hashes = [combine(hash_, hashes[n:n + 256]) for n in range(0, len(hashes) - 255, 256)]
        level += 1
    return entries, size

def check_proof(text, leaf, vkey):
    head, note = text.split(b'\n\n', 1)
    lines = head.decode().split('\n')
    assert lines.pop(0) == 'c2sp.org/tlog-proof@v1', 'proof format'
    if lines[0].startswith('extra '):
        unb64(lines.pop(0)[6:])
    index = re.fullmatch('index (0|[1-9][0-9]*)', lines.pop(0))
    assert index, 'proof index'
    index, path = int(index.group(1)), [unb64(line) for line in lines]
    origin, size, want = checkpoint(note)
    assert index < size and signed_by(note, vkey) and origin == parse_vkey(vkey)[0], 'checkpoint signature'
    hash_ = sm3 if origin.endswith('/sm3') else sha256
    node, last, total = index, size - 1, hash_(b'\0' + leaf)
    for sibling in path:                                      # RFC 9162 section 2.1.3.2
        assert last > 0, 'proof too long'
        if node & 1 or node == last:
            total = hash_(b'\1' + sibling + total)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            total = hash_(b'\1' + total + sibling)
        node, last = node >> 1, last >> 1
    assert last == 0 and total == want, 'proof root'
    return index, size

def main(verb, *rest):
    if verb == 'tiles':
        entries, size = check_tiles(rest[0], sm3 if rest[1:] == ('sm3',) else sha256)
        return size, 'entries'
    if verb == 'proof':
        return 'leaf %d of %d' % check_proof(read(rest[0]), read(rest[1]), rest[2]),
    if verb == 'note':
        assert signed_by(read(rest[0]), rest[1]), 'signature'
        return 'signed by', rest[1].split('+')[0]
    return check_log(verb, bytes.fromhex(rest[0]))

try:
    print('OK', *main(*sys.argv[1:]))
except (AssertionError, OSError, ValueError) as problem:
    sys.exit('NOT RIGHT: %s' % problem)
