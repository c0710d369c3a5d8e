package venue.crypto.threshold;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import venue.crypto.Bytes;

/// Writing and strictly reading the small DER structures of this package.
final class Der {

    private static final int BYTES_MAX = 1 << 24;

    private final ASN1Sequence parts;
    private int at;

    private Der(ASN1Sequence parts) {
        this.parts = parts;
    }

    static DERSequence sequence(List<? extends ASN1Encodable> parts) {
        var all = new ASN1EncodableVector();
        parts.forEach(all::add);
        return new DERSequence(all);
    }

    static DERSequence sequence(ASN1Encodable... parts) {
        return sequence(List.of(parts));
    }

    static ASN1Encodable number(long value) {
        return new ASN1Integer(value);
    }

    static ASN1Encodable octets(byte[] value) {
        return new DEROctetString(value);
    }

    static ASN1Encodable octets(Bytes value) {
        return new DEROctetString(value.array());
    }

    static ASN1Encodable text(String value) {
        return new DERUTF8String(value);
    }

    static Bytes bytes(DERSequence sequence) {
        try {
            return Bytes.of(sequence.getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Reads a value and refuses everything but the one DER form of what was read.
    ///
    /// @throws ThresholdFailure with `code` for anything else
    static <T> T read(Bytes der, ThresholdFailure.Code code, Function<Der, T> reader,
            Function<T, Bytes> writer) {
        try {
            if (der.length() > BYTES_MAX) {
                throw new IllegalArgumentException("too long");
            }
            var value = reader.apply(
                    new Der(ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der.array()))));
            if (!writer.apply(value).equals(der)) {
                throw new IllegalArgumentException("not the one DER form");
            }
            return value;
        } catch (ThresholdFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ThresholdFailure(code, e);
        }
    }

    private ASN1Encodable next() {
        return parts.getObjectAt(at++);
    }

    Der inner() {
        return new Der(ASN1Sequence.getInstance(next()));
    }

    long number() {
        return ASN1Integer.getInstance(next()).longValueExact();
    }

    int small() {
        return ASN1Integer.getInstance(next()).intValueExact();
    }

    BigInteger big() {
        return ASN1Integer.getInstance(next()).getPositiveValue();
    }

    Bytes octets() {
        return Bytes.of(ASN1OctetString.getInstance(next()).getOctets());
    }

    String text() {
        return ASN1UTF8String.getInstance(next()).getString();
    }

    /// The rest, each read by `reader`.
    <T> List<T> each(Function<Der, T> reader) {
        var all = new ArrayList<T>();
        while (at < parts.size()) {
            all.add(reader.apply(this));
        }
        return List.copyOf(all);
    }

    /// Nothing may follow.
    void end() {
        if (at != parts.size()) {
            throw new IllegalArgumentException("more parts than expected");
        }
    }

    void version(int expected) {
        if (number() != expected) {
            throw new IllegalArgumentException("another version");
        }
    }
}
