"""A verifier of one exported log, written from formats-journal.md alone. Arguments: folder, key in hex."""
import base64, hashlib, json, os, subprocess, sys, tempfile
folder, pub = sys.argv[1], bytes.fromhex(sys.argv[2])
read = lambda name: open(os.path.join(folder, name), 'rb').read()
def root(hash_, leaves):
    def mth(part):
        if len(part) == 1:
            return part[0]
        k = 1
        while k * 2 < len(part):
            k *= 2
        return hash_(b'\1' + mth(part[:k]) + mth(part[k:]))
    return mth([hash_(b'\0' + leaf) for leaf in leaves]) if leaves else hash_(b'')
def signed(body, sig):
    with tempfile.TemporaryDirectory() as tmp:
        for name, data in (('k', bytes.fromhex('302a300506032b6570032100') + pub), ('b', body), ('s', sig)):
            open(os.path.join(tmp, name), 'wb').write(data)
        done = subprocess.run(['openssl', 'pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', 'k',
                               '-rawin', '-in', 'b', '-sigfile', 's'], cwd=tmp, capture_output=True)
        return done.returncode == 0
leaves = read('leaves.jsonl').split(b'\n')[:-1]
payloads = read('payloads.jsonl').split(b'\n')[:-1]
assert len(leaves) == len(payloads), 'payload lines'
for seq, (leaf, payload) in enumerate(zip(leaves, payloads)):
    fields = json.loads(leaf)
    assert fields['seq'] == seq, 'sequence'
    assert json.dumps(fields, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode() == leaf, 'canonical'
    if payload:
        assert base64.b64encode(hashlib.sha256(payload).digest()).decode() == fields['ksha256'], 'payload %d' % seq
hashes = {'checkpoint.txt': lambda b: hashlib.sha256(b).digest()}
if 'sm3' in hashlib.algorithms_available:
    hashes['checkpoint-sm3.txt'] = lambda b: hashlib.new('sm3', b).digest()
for name, hash_ in hashes.items():
    body, lines = read(name).split(b'\n\n')
    body += b'\n'
    origin, size, want = body.split(b'\n')[:3]
    assert base64.b64encode(root(hash_, leaves[:int(size)])) == want, name + ' root'
    line = lines.split(b'\n')[0].split(b' ')
    blob = base64.b64decode(line[2])
    assert line[1] == origin and hashlib.sha256(origin + b'\n\1' + pub).digest()[:4] == blob[:4], name + ' key'
    assert signed(body, blob[4:]), name + ' signature'
print('OK', len(leaves), 'leaves', sum(1 for p in payloads if p), 'payloads', ' '.join(hashes))
