package venue.tokens.host;

import java.util.List;
import venue.tokens.wire.Found;
import venue.tokens.wire.Place;
import venue.tokens.wire.Trouble;

/// A vendor's driver, loaded into this process. Called by one thread only.
interface Driver {

    /// What is plugged in, without any PIN.
    List<Found> list() throws Trouble;

    /// Logs in. The caller wipes `pin`.
    Session open(Place place, byte[] pin) throws Trouble;

    /// One medium that is logged in to.
    interface Session {

        /// Its keys; their order is what `key` means below.
        List<Found.Key> keys();

        /// RSA: the PKCS#1 v1.5 signature over a DigestInfo. SM2: `r || s`, 32 bytes each, over
        /// the digest e.
        byte[] sign(int key, byte[] digest) throws Trouble;

        /// RSA: the raw result, still padded. SM2: the plain text of [Sm2Cipher].
        byte[] decrypt(int key, byte[] input) throws Trouble;

        /// Logs out.
        void close() throws Trouble;
    }
}
