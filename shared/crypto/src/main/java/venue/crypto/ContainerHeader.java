package venue.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;

/// The header of a sealed file, in DER; its layout is published in the handbook
/// (formats-sealed-bid).
///
/// @param about what it belongs to: lot code, part, bidder's code, bidder's name
/// @param rescue the bidder's half once more, under a rescue code
/// @param backup SHA-256 of the bidder's backup file
record ContainerHeader(Purpose purpose, Suite suite, Bytes fileId, Bytes noncePrefix,
        long plainLength, Instant sealedAt, List<String> about, List<Recipient> recipients,
        List<KeyTransRecipientInfo> wraps, Optional<Rescue> rescue, Optional<Bytes> backup) {

    static final int CHUNK_LOG2 = 16;
    static final int CHUNK = 1 << CHUNK_LOG2;
    private static final int VERSION = 1;
    private static final int RECIPIENTS_MAX = 64;

    /// What the file is for; decides how many recipients are needed to open it.
    enum Purpose {
        BID, PARCEL;

        int number() {
            return this == BID ? 1 : 2;
        }

        static Purpose numbered(int number) {
            return switch (number) {
                case 1 -> BID;
                case 2 -> PARCEL;
                default -> throw new IllegalArgumentException("no purpose " + number);
            };
        }
    }

    ContainerHeader {
        about = List.copyOf(about);
        recipients = List.copyOf(recipients);
        wraps = List.copyOf(wraps);
        if (about.size() != 4 || recipients.isEmpty() || recipients.size() > RECIPIENTS_MAX
                || recipients.size() != wraps.size() || plainLength < 0 || fileId.length() != 16
                || noncePrefix.length() != 7 || backup.filter(b -> b.length() != 32).isPresent()
                || purpose == Purpose.PARCEL && (rescue.isPresent() || backup.isPresent())
                || chunks(plainLength) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the header contradicts itself");
        }
    }

    /// A header without remedies.
    ContainerHeader(Purpose purpose, Suite suite, Bytes fileId, Bytes noncePrefix,
            long plainLength, Instant sealedAt, List<String> about, List<Recipient> recipients,
            List<KeyTransRecipientInfo> wraps) {
        this(purpose, suite, fileId, noncePrefix, plainLength, sealedAt, about, recipients, wraps,
                Optional.empty(), Optional.empty());
    }

    /// The same header with the bidder's remedies.
    ContainerHeader with(Optional<Rescue> wrap, Optional<Bytes> backupSha256) {
        return new ContainerHeader(purpose, suite, fileId, noncePrefix, plainLength, sealedAt,
                about, recipients, wraps, wrap, backupSha256);
    }

    /// How many chunks the body has; an empty file has one empty chunk.
    long chunks() {
        return chunks(plainLength);
    }

    private static long chunks(long plainLength) {
        return Math.max(1, (plainLength + CHUNK - 1) / CHUNK);
    }

    /// How long the body must be.
    long bodyLength() {
        return plainLength + chunks() * Chunks.TAG;
    }

    byte[] der() {
        var keys = new ASN1EncodableVector();
        wraps.forEach(keys::add);
        var all = new ASN1EncodableVector();
        all.add(bound());
        all.add(new DERSequence(keys));
        rescue.ifPresent(wrap -> all.add(new DERTaggedObject(true, 0, wrap.sequence())));
        backup.ifPresent(digest -> all
                .add(new DERTaggedObject(true, 1, new DEROctetString(digest.array()))));
        return encode(new DERSequence(all));
    }

    /// The part that the content key depends on: everything but the wrapped keys.
    byte[] boundDer() {
        return encode(bound());
    }

    static byte[] nonce(Bytes prefix, long index, boolean last) {
        return ByteBuffer.allocate(12).put(prefix.array()).putInt((int) index)
                .put((byte) (last ? 1 : 0)).array();
    }

    /// Reads a header; anything but the one DER form of a sound one is refused.
    static ContainerHeader read(byte[] der) throws IOException {
        try {
            return parse(der);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a header", e);
        }
    }

    private static ContainerHeader parse(byte[] der) throws IOException {
        var outer = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
        var keys = ASN1Sequence.getInstance(outer.getObjectAt(1));
        var wraps = new ArrayList<KeyTransRecipientInfo>();
        keys.forEach(key -> wraps.add(KeyTransRecipientInfo.getInstance(key)));
        var bound = ASN1Sequence.getInstance(outer.getObjectAt(0));
        if (bound.size() != 9 || number(bound, 0) != VERSION
                || number(bound, 3) != CHUNK_LOG2) {
            throw new IllegalArgumentException("another version of the format");
        }
        var about = new ArrayList<String>();
        ASN1Sequence.getInstance(bound.getObjectAt(7))
                .forEach(text -> about.add(ASN1UTF8String.getInstance(text).getString()));
        var recipients = new ArrayList<Recipient>();
        ASN1Sequence.getInstance(bound.getObjectAt(8))
                .forEach(each -> recipients.add(recipient(ASN1Sequence.getInstance(each))));
        var header = new ContainerHeader(Purpose.numbered((int) number(bound, 1)),
                Suite.numbered((int) number(bound, 2)), octets(bound, 4, 0, 16),
                octets(bound, 4, 16, 23), number(bound, 5),
                Instant.ofEpochMilli(number(bound, 6)), about, recipients, wraps,
                tagged(outer, 0).map(each -> Rescue.read(ASN1Sequence.getInstance(each))),
                tagged(outer, 1)
                        .map(each -> Bytes.of(ASN1OctetString.getInstance(each).getOctets())));
        if (!Bytes.of(header.der()).equals(Bytes.of(der))) {
            throw new IllegalArgumentException("not the one DER form");
        }
        return header;
    }

    private DERSequence bound() {
        var names = new ASN1EncodableVector();
        about.forEach(text -> names.add(new DERUTF8String(text)));
        var people = new ASN1EncodableVector();
        recipients.forEach(each -> people.add(sequence(each)));
        var ids = ByteBuffer.allocate(23).put(fileId.array()).put(noncePrefix.array()).array();
        var all = new ASN1EncodableVector();
        all.add(new ASN1Integer(VERSION));
        all.add(new ASN1Integer(purpose.number()));
        all.add(new ASN1Integer(suite.number()));
        all.add(new ASN1Integer(CHUNK_LOG2));
        all.add(new DEROctetString(ids));
        all.add(new ASN1Integer(plainLength));
        all.add(new ASN1Integer(sealedAt.toEpochMilli()));
        all.add(new DERSequence(names));
        all.add(new DERSequence(people));
        return new DERSequence(all);
    }

    private static DERSequence sequence(Recipient recipient) {
        var all = new ASN1EncodableVector();
        all.add(new ASN1Integer(recipient.side().number()));
        all.add(new DERUTF8String(recipient.holder()));
        all.add(new DERUTF8String(recipient.issuer()));
        all.add(new ASN1Integer(new BigInteger(recipient.serialHex(), 16)));
        all.add(new DEROctetString(Bytes.fromHex(recipient.certificateSha256()).array()));
        all.add(new DEROctetString(Bytes.fromHex(recipient.publicKeySha256()).array()));
        return new DERSequence(all);
    }

    private static Recipient recipient(ASN1Sequence parts) {
        return new Recipient(Side.numbered((int) number(parts, 0)),
                ASN1UTF8String.getInstance(parts.getObjectAt(1)).getString(),
                ASN1UTF8String.getInstance(parts.getObjectAt(2)).getString(),
                Certificate.serialHex(ASN1Integer.getInstance(parts.getObjectAt(3)).getValue()),
                octets(parts, 4, 0, 32).hex(), octets(parts, 5, 0, 32).hex());
    }

    private static long number(ASN1Sequence parts, int index) {
        return ASN1Integer.getInstance(parts.getObjectAt(index)).longValueExact();
    }

    private static Bytes octets(ASN1Sequence parts, int index, int from, int to) {
        var octets = ASN1OctetString.getInstance(parts.getObjectAt(index)).getOctets();
        if (octets.length < to) {
            throw new IllegalArgumentException("too few bytes");
        }
        return Bytes.of(Arrays.copyOfRange(octets, from, to));
    }

    /// The optional part with this tag; what follows in another order or twice does not survive
    /// the comparison with the one DER form.
    private static Optional<ASN1Primitive> tagged(ASN1Sequence outer, int tag) {
        for (int i = 2; i < outer.size(); i++) {
            var each = ASN1TaggedObject.getInstance(outer.getObjectAt(i), BERTags.CONTEXT_SPECIFIC);
            if (each.getTagNo() == tag) {
                return Optional.of(each.getExplicitBaseObject().toASN1Primitive());
            }
        }
        return Optional.empty();
    }

    private static byte[] encode(DERSequence sequence) {
        try {
            return sequence.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
