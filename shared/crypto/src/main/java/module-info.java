/// Keys, certificates, signatures and sealed bids: RSA/AES and SM2/SM3/SM4 behind one small API.
@org.jspecify.annotations.NullMarked module venue.crypto {
    requires static transitive org.jspecify;
    requires transitive venue.words;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.util;
    requires org.bouncycastle.pkix;

    exports venue.crypto;
}
