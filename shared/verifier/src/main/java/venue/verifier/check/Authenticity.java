package venue.verifier.check;

import static venue.verifier.Check.V103;
import static venue.verifier.Check.V104;
import static venue.verifier.Check.V201;
import static venue.verifier.Check.V202;
import static venue.verifier.Check.V203;
import static venue.verifier.Check.V204;
import static venue.verifier.Check.V205;
import static venue.verifier.Check.V206;
import static venue.verifier.Check.V207;
import static venue.verifier.Check.V208;
import static venue.verifier.Check.V209;
import static venue.verifier.Check.V210;
import static venue.verifier.Check.V211;
import static venue.verifier.Check.V212;
import static venue.verifier.Check.V213;
import static venue.verifier.Check.V214;
import static venue.verifier.Check.V215;
import static venue.verifier.Check.V216;
import static venue.verifier.Check.V301;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeMap;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.CryptoFailure;
import venue.crypto.Detached;
import venue.crypto.TrustList.Verdict;
import venue.domain.base.PersonId;
import venue.domain.evaluation.Ballot;
import venue.domain.evaluation.EvaluationEvent.BallotCommitted;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;

/// V2xx 真实性: was it made by whom it says, and not changed since?
public final class Authenticity {

    private final Probe probe;
    private final Papers papers;
    private final Logs logs;

    public Authenticity(Probe probe) {
        this.probe = probe;
        this.papers = new Papers(probe);
        this.logs = new Logs(probe);
    }

    /// Runs all of them. V301 comes first because a signature is compared with the recorded paper.
    public void run() {
        probe.run(V201, List.of(), this::archivist);
        probe.run(V202, List.of(V103), logs::deviceSignatures);
        probe.run(V203, List.of(V103, V202), logs::sessionSignatures);
        probe.run(V204, List.of(V104, V202, V203), logs::roots);
        probe.run(V205, List.of(V103), logs::payloads);
        probe.run(V206, List.of(V104, V204), logs::cosignatures);
        probe.run(V301, List.of(V103, V204, V205), papers::recorded);
        probe.run(V207, List.of(V103, V205, V301), papers::signatures);
        probe.run(V208, List.of(V103, V205), this::ballotSignatures);
        probe.run(V209, List.of(V103, V204, V205), this::commitments);
        probe.run(V210, List.of(V103, V204, V205), () -> new Writers(probe).run());
        probe.run(V211, List.of(), this::revocation);
        probe.run(V212, List.of(V103, V202), logs::sm2Signatures);
        probe.run(V213, List.of(V103, V203, V204, V205), () -> new Operators(probe).run());
        probe.run(V214, List.of(V103, V104, V202, V204, V205),
                () -> new Generations(probe).run());
        probe.run(V215, List.of(V103, V104, V202, V204), () -> new Proofs(probe).run());
        probe.run(V216, List.of(V103, V104, V204, V205), () -> new Sightings(probe).run());
    }

    private void archivist() {
        var archive = probe.dossier().archive();
        try {
            var signed = Detached.verify(archive.signature(), archive.manifestBytes());
            probe.check(signed.valid(), "manifest.json.p7s", "signature",
                    signed.signer().holder(), signed.reason());
            var list = probe.trust().certificates();
            if (list.isEmpty()) {
                probe.hinder("no-trust");
                return;
            }
            var verdict = list.get().check(signed.signer(),
                    Instant.parse(archive.manifest().createdAt()));
            probe.check(verdict == Verdict.VALID || verdict == Verdict.UNKNOWN_REVOCATION,
                    "manifest.json.p7s", "certificate", signed.signer().holder(), verdict.say());
        } catch (CryptoFailure e) {
            probe.check(false, "manifest.json.p7s", "signature", "", e.what());
        } catch (DateTimeParseException e) {
            probe.check(false, "manifest.json", "unreadable");
        }
    }

    private void ballotSignatures() {
        var trusted = probe.trust().certificates();
        var tender = probe.dossier().evaluationBrief().tender().id();
        for (var entry : probe.dossier().entries(BallotCommitted.class)) {
            var ballot = (BallotCommitted) entry.fact();
            try {
                papers.signature(entry, ballot.member(), Bytes.fromBase64(ballot.signature()),
                        Ballot.statement(tender, ballot.member(), ballot.commitment()));
            } catch (IllegalArgumentException e) {
                probe.check(false, entry.place(), "signature", ballot.member(), "Base64");
            }
        }
        if (trusted.isEmpty()) {
            probe.hinder("no-trust");
        }
    }

    private void commitments() {
        var tender = probe.dossier().evaluationBrief().tender().id();
        var committed = new TreeMap<PersonId, BallotCommitted>();
        probe.dossier().facts(BallotCommitted.class)
                .forEach(e -> committed.putIfAbsent(e.member(), e));
        for (var entry : probe.dossier().entries(BallotRevealed.class)) {
            var revealed = (BallotRevealed) entry.fact();
            var promise = committed.get(revealed.member());
            probe.check(
                    promise != null && new Ballot(tender, revealed.member(), revealed.scores())
                            .commitment(revealed.nonce()).equals(promise.commitment()),
                    entry.place(), "commitment", revealed.member());
        }
    }

    private void revocation() {
        var list = probe.trust().certificates();
        if (list.isEmpty()) {
            probe.hinder("no-trust");
            return;
        }
        var archive = probe.dossier().archive();
        for (var name : archive.names("certificates/")) {
            if (name.endsWith(".crt") && archive.has(name)) {
                var certificate = Certificate.parse(archive.bytes(name));
                var at = Instant.parse(archive.manifest().createdAt());
                if (list.get().check(certificate, at) == Verdict.UNKNOWN_REVOCATION) {
                    probe.hinder("no-list", certificate.issuer());
                } else {
                    probe.check(true, name, "certificate");
                }
            }
        }
    }
}
