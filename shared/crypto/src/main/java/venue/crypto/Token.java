package venue.crypto;

/// A person's certificate medium (CA 介质) in use: it signs and unwraps; its keys never leave it.
/// China's certificates come in pairs, one for signing and one for encryption; where there is
/// only one, it serves as both.
public interface Token extends AutoCloseable {

    /// The certificate that signatures are checked with.
    Certificate signing();

    /// The certificate that others encrypt to.
    Certificate encryption();

    /// The raw signature over `message` in the suite of [#signing]: PKCS#1 with SHA-256, or SM2
    /// with SM3 in DER.
    Bytes sign(byte[] message);

    /// The key that was wrapped for [#encryption]: RSA-OAEP with SHA-256, or SM2 in the DER of GM/T
    /// 0009. Throws [TokenFailure] when it cannot.
    Bytes unwrap(Bytes wrapped);

    /// Forgets the keys.
    @Override
    void close();
}
