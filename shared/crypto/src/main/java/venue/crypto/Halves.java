package venue.crypto;

/// Getting a wrapped key back from a token, with every way it can fail as a value.
final class Halves {

    private Halves() {}

    static Half unwrap(ContainerHeader header, int index, Token token) {
        var recipient = header.recipients().get(index);
        try {
            var presented = token.encryption();
            if (!recipient.isOpenedBy(presented)) {
                return new Half.Missing(OpenOutcome.WRONG_CERT,
                        OpeningEvidence.of(recipient, presented,
                                CryptoWords.BOOK.say("evidence.certificate",
                                        recipient.serialHex(), presented.serialHex())));
            }
            return unwrapped(header, index, token);
        } catch (TokenFailure e) {
            return new Half.Missing(e.outcome(), new OpeningEvidence(recipient.serialHex(),
                    recipient.holder(), recipient.certificateSha256(), "", "", "", e.what()));
        }
    }

    private static Half unwrapped(ContainerHeader header, int index, Token token) {
        var recipient = header.recipients().get(index);
        var key = token.unwrap(KeyWrap.encryptedKey(header.wraps().get(index)));
        if (key.length() != 32) {
            return new Half.Missing(OpenOutcome.FILE_CORRUPT, OpeningEvidence.of(recipient,
                    token.encryption(), CryptoWords.BOOK.say("evidence.key")));
        }
        return new Half.Key(key);
    }
}
