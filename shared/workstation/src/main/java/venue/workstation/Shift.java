package venue.workstation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Token;
import venue.crypto.TrustList;
import venue.crypto.TrustList.Verdict;
import venue.domain.base.Acting;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.tender.Person;

/// Somebody signed in (当班) at a workstation: the roles that the tender's list binds to the
/// certificate.
public final class Shift {

    private final Token token;
    private final List<Person> people;
    private final DeviceId device;
    private final Instant since;
    private final Verdict verdict;

    private Shift(Token token, List<Person> people, DeviceId device, Instant since,
            Verdict verdict) {
        this.token = token;
        this.people = people;
        this.device = device;
        this.since = since;
        this.verdict = verdict;
    }

    /// Signs in the holder of `token`: the certificate must be good at `now`, stand on the list,
    /// and the medium must prove that it holds the key. A revocation list that is too old does
    /// not keep anybody out, but is shown ([#verdict]).
    ///
    /// @throws ShiftFailure NOT_ON_LIST, CERT_EXPIRED, CERT_REVOKED …, KEY_NOT_PROVED
    public static Shift signIn(Token token, TrustList trust, List<Person> people, Instant now,
            DeviceId device) {
        var certificate = token.signing();
        var verdict = trust.check(certificate, now);
        if (verdict != Verdict.VALID && verdict != Verdict.UNKNOWN_REVOCATION) {
            throw ShiftFailure.certificate(verdict.name(), certificate.holder());
        }
        var roles = people.stream()
                .filter(person -> person.certificate().hex().equals(certificate.sha256()))
                .toList();
        if (roles.isEmpty()) {
            throw ShiftFailure.notOnList(certificate.holder());
        }
        var challenge = ("venue-sign-in/v1\n" + device + "\n" + now + "\n"
                + Bytes.random(32).base64()).getBytes(StandardCharsets.UTF_8);
        if (!certificate.verifies(challenge, token.sign(challenge))) {
            throw ShiftFailure.noKey(certificate.holder());
        }
        return new Shift(token, roles, device, now, verdict);
    }

    /// Who it is.
    public PersonId person() {
        return people.getFirst().id();
    }

    /// The name as on the list.
    public String name() {
        return people.getFirst().name();
    }

    /// The entries of the list, one a role.
    public List<Person> people() {
        return people;
    }

    /// The roles.
    public Set<Role> roles() {
        var roles = new TreeSet<Role>();
        people.forEach(person -> roles.add(person.role()));
        return roles;
    }

    /// The certificate used.
    public Certificate certificate() {
        return token.signing();
    }

    /// The medium, for signatures.
    public Token token() {
        return token;
    }

    /// What the trust list said: `VALID`, or `UNKNOWN_REVOCATION`, which the screen shows.
    public Verdict verdict() {
        return verdict;
    }

    /// Since when.
    public Instant since() {
        return since;
    }

    /// As `role`.
    ///
    /// @throws ShiftFailure NOT_PRESENT if the list gives another role
    public Acting acting(Role role) {
        return people.stream().filter(person -> person.role() == role).findFirst()
                .map(person -> new Acting(person.id(), person.name(), role, device))
                .orElseThrow(() -> ShiftFailure.notPresent(RoleWords.say(role)));
    }

    /// In the first role of the list.
    public Acting acting() {
        return acting(people.getFirst().role());
    }
}
