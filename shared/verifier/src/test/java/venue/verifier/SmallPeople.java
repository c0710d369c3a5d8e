package venue.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import venue.crypto.Authority;
import venue.crypto.Certificate;
import venue.crypto.Suite;
import venue.crypto.Token;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.tender.Person;

/// Everybody of the small days, with certificates of two authorities.
final class SmallPeople {

    static final Instant NINE = Instant.parse("2026-11-24T01:00:00.000Z");

    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private final List<Certificate> roots = new ArrayList<>();
    private final Map<String, byte[]> lists = new LinkedHashMap<>();

    SmallPeople() {
        var from = NINE.minus(Duration.ofDays(30));
        var to = NINE.plus(Duration.ofDays(300));
        var sm = Authority.root(Suite.SM, "试验国密根", from, to);
        var rsa = Authority.root(Suite.RSA, "试验根", from, to);
        for (var authority : List.of(sm, rsa)) {
            roots.add(authority.certificate());
            lists.put(authority.certificate().suite() + ".crl",
                    authority.crl(from, to, Map.of()).array());
        }
        for (var id : List.of("P-HOST", "P-SUPERVISOR", "P-TENDERER", "P-EXPERT-1", "P-EXPERT-2",
                "P-EXPERT-3", "P-EXPERT-4", "P-WITNESS")) {
            issue(id, id.equals("P-EXPERT-1") ? rsa : sm, from, to);
        }
        issue("ARCHIVIST", rsa, from, to);
        issue("STRANGER", Authority.root(Suite.SM, "不受信任的根", from, to), from, to);
    }

    private void issue(String id, Authority authority, Instant from, Instant to) {
        var entry = authority.issue(new Authority.Subject("人员 " + id, "试验单位", id),
                Authority.Use.BOTH, from, to);
        tokens.put(id, new KeyToken(entry));
    }

    Token token(String id) {
        var token = tokens.get(id);
        if (token == null) {
            throw new IllegalArgumentException(id);
        }
        return token;
    }

    Person person(String id, Role role) {
        return new Person(new PersonId(id), "人员 " + id, role, "试验单位",
                new Digest(token(id).signing().sha256()));
    }

    /// The folder that a verifier believes, without keys.
    void trust(Path into) throws IOException {
        Files.createDirectories(into);
        for (int i = 0; i < roots.size(); i++) {
            Files.writeString(into.resolve("root-" + i + ".crt"), roots.get(i).pem());
        }
        for (var list : lists.entrySet()) {
            Files.write(into.resolve(list.getKey()), list.getValue());
        }
    }

    List<Certificate> certificates() {
        return tokens.values().stream().map(Token::signing)
                .filter(c -> !c.issuer().contains("不受信任")).toList();
    }
}
