package venue.centre;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.KeyEntry;
import venue.crypto.Sm2;
import venue.crypto.Suite;
import venue.crypto.Token;

/// A token that lies in memory: tests sign often and need not wait for PIN files.
record KeyToken(KeyEntry entry) implements Token {

    @Override
    public Certificate signing() {
        return entry.certificate();
    }

    @Override
    public Certificate encryption() {
        return entry.certificate();
    }

    @Override
    public Bytes sign(byte[] message) {
        if (signing().suite() == Suite.SM && entry.key() instanceof ECPrivateKey key) {
            var scalar = key.getS().toByteArray();
            var fixed = new byte[32];
            int take = Math.min(32, scalar.length);
            System.arraycopy(scalar, scalar.length - take, fixed, 32 - take, take);
            return Sm2.sign(Sm2.Key.of(fixed), message);
        }
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(entry.key());
            signature.update(message);
            return Bytes.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Bytes unwrap(Bytes wrapped) {
        throw new UnsupportedOperationException("nothing is opened here");
    }

    @Override
    public void close() {
        // nothing is held
    }
}
