package venue.domain.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.TenderId;
import venue.domain.evaluation.ranking.Score;

/// All points that one member gives (评分表). It is committed by its digest before anybody sees any
/// score, and shown afterwards; the digest proves that nothing changed in between.
///
/// @param scores in canonical order: by bidder's code, then by item
public record Ballot(TenderId tender, PersonId member, List<Score> scores) {

    public Ballot {
        scores = scores.stream().sorted(Score.CANONICAL).toList();
    }

    /// The bytes that are hashed: a header line, then one line `bidder TAB item TAB points` per
    /// score, then the nonce, all in UTF-8 with a line feed after each.
    public byte[] canonical(String nonce) {
        var text = new StringBuilder("venue-ballot-v1\n").append(tender.value()).append('\n')
                .append(member.value()).append('\n');
        for (var score : scores) {
            text.append(score.bidder().value()).append('\t').append(score.item()).append('\t')
                    .append(score.points()).append('\n');
        }
        return text.append(nonce).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The commitment: SHA-256 over [#canonical].
    public Digest commitment(String nonce) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return new Digest(HexFormat.of().formatHex(sha256.digest(canonical(nonce))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The text that the member's certificate signs when committing.
    public static byte[] statement(TenderId tender, PersonId member, Digest commitment) {
        return ("venue-ballot-commitment-v1\n" + tender.value() + "\n" + member.value() + "\n"
                + commitment.hex() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
