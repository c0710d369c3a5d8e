package venue.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import venue.crypto.Bytes;
import venue.crypto.CryptoFailure;
import venue.crypto.Detached;
import venue.crypto.Ed25519;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;
import venue.journal.SessionEvent.KeyCertified;
import venue.journal.SessionEvent.KeyRotated;
import venue.journal.SessionEvent.SessionClosed;
import venue.journal.SessionEvent.SessionOpened;
import venue.journal.proof.Note;
import venue.journal.proof.VerifierKey;

/// Which session key had to sign at which size: follows `session.session-opened`,
/// `session.key-rotated` and `session.key-certified`. A thief of the device key alone cannot sign
/// the past anew: the session's private keys are gone, and a session of the thief's own lacks the
/// signature of the operator's token.
final class SessionChain {

    private record Link(long seq, String session, Bytes key, boolean opens, Bytes certificate,
            String statement) {

        boolean isCertifiedBy(Bytes certifier) {
            return Ed25519.verify(certifier.array(), statement.getBytes(StandardCharsets.UTF_8),
                    certificate.array());
        }
    }

    private record Operator(long seq, int link, KeyCertified fact) {}

    private final Origin origin;
    private final Supplier<Optional<Bytes>> deviceKey;
    private final List<Link> links = new ArrayList<>();
    private final List<Operator> operators = new ArrayList<>();
    private boolean closed = true;
    private int certified;

    SessionChain(Origin origin, Supplier<Optional<Bytes>> deviceKey) {
        this.origin = origin;
        this.deviceKey = deviceKey;
    }

    Origin origin() {
        return origin;
    }

    SessionChain copy() {
        var copy = new SessionChain(origin, deviceKey);
        copy.links.addAll(links);
        copy.operators.addAll(operators);
        copy.closed = closed;
        copy.certified = certified;
        return copy;
    }

    void after(long seq, Fact fact) {
        switch (fact) {
            case SessionOpened opened -> {
                closed = false;
                links.add(new Link(seq, opened.session(), opened.key(), true,
                        opened.certificate(), SessionEvent.statement(origin, opened.session(),
                                opened.key(), opened.previousSize(), opened.previousRoot())));
            }
            case KeyRotated rotated -> links.add(new Link(seq, rotated.session(), rotated.key(),
                    false, rotated.certificate(), SessionEvent.statement(origin, rotated.session(),
                            rotated.key(), rotated.previousSize(), rotated.previousRoot())));
            case KeyCertified key -> operators.add(new Operator(seq, links.size() - 1, key));
            case SessionClosed _ -> closed = true;
            default -> {
                // other facts say nothing about keys
            }
        }
    }

    /// Whether all links up to `index` are certified, each by the device key or the key before.
    private boolean isCertified(int index) {
        var device = deviceKey.get();
        while (device.isPresent() && certified <= index) {
            var link = links.get(certified);
            if (!link.opens() && certified == 0) {
                return false;
            }
            var certifier = link.opens() ? device.get() : links.get(certified - 1).key();
            if (!link.isCertifiedBy(certifier)) {
                return false;
            }
            certified++;
        }
        return certified > index;
    }

    /// Whether the last session ended in good order.
    boolean closed() {
        return closed;
    }

    /// Whether the session key in force at the note's size signed it; true before the first
    /// session.
    boolean signed(Note note) {
        var checkpoint = note.checkpoint();
        int index = inForce(checkpoint.size());
        return index < 0 || (isCertified(index) && note.isSignedBy(
                new VerifierKey(lineName(checkpoint.origin(), links.get(index).session()),
                        VerifierKey.Kind.ED25519, links.get(index).key())));
    }

    private int inForce(long size) {
        int from = 0;
        int to = links.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (links.get(middle).seq() < size) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - 1;
    }

    /// Who certified the session in force at `size` with a token of their own, from its opening
    /// up to there; empty if nobody did. Whether the certificate is to be trusted is another
    /// question.
    List<PersonId> operators(long size) {
        int index = inForce(size);
        int opener = index;
        while (opener > 0 && !links.get(opener).opens()) {
            opener--;
        }
        int first = opener;
        return operators.stream()
                .filter(each -> each.seq() < size && each.link() >= first && each.link() <= index)
                .filter(this::holds).map(each -> each.fact().person()).distinct().toList();
    }

    private boolean holds(Operator operator) {
        var fact = operator.fact();
        if (operator.link() < 0 || !links.get(operator.link()).session().equals(fact.session())) {
            return false;
        }
        var statement = SessionEvent.operatorStatement(origin, fact.session(),
                links.get(operator.link()).key(), fact.person(), fact.at());
        try {
            return Detached.verify(fact.cms(), statement.getBytes(StandardCharsets.UTF_8))
                    .valid();
        } catch (CryptoFailure _) {
            return false;
        }
    }

    /// The name of a session's signature line.
    static String lineName(String origin, String session) {
        return origin + "/s/" + session;
    }
}
