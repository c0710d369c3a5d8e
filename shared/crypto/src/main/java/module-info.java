/// Keys, certificates, signatures and sealed bids: RSA/AES and SM2/SM3/SM4 behind one small API.
@SuppressWarnings("module") // the module behind the qualified export is optional
@org.jspecify.annotations.NullMarked module venue.crypto {
    requires static transitive org.jspecify;
    requires transitive venue.words;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.util;
    requires org.bouncycastle.pkix;

    exports venue.crypto;
    exports venue.crypto.threshold;
    exports venue.crypto.sm4 to venue.sm4vector;

    uses venue.crypto.sm4.Sm4Path;
}
