/// Hardware certificate media behind vendors' drivers, each driver in a process of its own.
@org.jspecify.annotations.NullMarked module venue.tokens {
    requires static transitive org.jspecify;
    requires transitive venue.crypto;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires jdk.crypto.cryptoki;
    requires jdk.charsets;

    exports venue.tokens;
}
