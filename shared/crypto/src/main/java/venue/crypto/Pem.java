package venue.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.util.io.pem.PemReader;

/// PEM or DER, whichever a file holds.
final class Pem {

    private Pem() {}

    /// The blocks of `type`; bytes that are no PEM at all are one DER block.
    static List<byte[]> blocks(byte[] pemOrDer, String type) {
        if (pemOrDer.length > 0 && pemOrDer[0] == 0x30) {
            return List.of(pemOrDer);
        }
        var found = new ArrayList<byte[]>();
        try (var reader = new PemReader(new InputStreamReader(new ByteArrayInputStream(pemOrDer),
                StandardCharsets.US_ASCII))) {
            for (var block = reader.readPemObject(); block != null; block = reader
                    .readPemObject()) {
                if (block.getType().equals(type)) {
                    found.add(block.getContent());
                }
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new CryptoFailure(CryptoFailure.Code.NOT_A_CERTIFICATE, e);
        }
        return found;
    }

    static String text(String type, byte[] der) {
        var encoder = Base64.getMimeEncoder(64, new byte[]{'\n'});
        return "-----BEGIN " + type + "-----\n" + encoder.encodeToString(der) + "\n-----END " + type
                + "-----\n";
    }
}
