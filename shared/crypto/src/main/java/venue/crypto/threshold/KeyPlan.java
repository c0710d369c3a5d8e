package venue.crypto.threshold;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Envelope;
import venue.crypto.Token;

/// Everything a hall needs to open bids with only the holders' media (开标密钥方案): the public key, its
/// certificate, when it may be used, who holds shares, each share wrapped for its holder. It
/// holds no secret that less than a quorum of media could read, and travels in the project package.
///
/// @param certificate what bids are sealed to
/// @param deadline before which no holder gives
/// @param remedies what the tender documents provide for a failing certificate
/// @param holders in the order of their numbers
public record KeyPlan(OpeningKey key, Certificate certificate, Instant deadline, Instant madeAt,
        Set<Remedy> remedies, List<Holder> holders) {

    /// Its name in a package.
    public static final String FILE = "opening-key.plan";

    private static final int VERSION = 1;
    private static final Duration USE = Duration.ofDays(400);

    /// A body that is to hold a share.
    ///
    /// @param guard whether it belongs to those of whom one must be there
    public record Seat(Office office, Certificate signing, Certificate encryption,
            boolean guard) {}

    /// What is to be made.
    ///
    /// @param needed how many holders open
    /// @param guardsNeeded how many of them must be guards
    public record Order(String tender, String organisation, Instant deadline, int needed,
            int guardsNeeded, Set<Remedy> remedies, List<Seat> seats) {
        public Order {
            remedies = Set.copyOf(remedies);
            seats = List.copyOf(seats);
        }

        private Quorum quorum() {
            var guards = new ArrayList<Integer>();
            for (int i = 0; i < seats.size(); i++) {
                if (seats.get(i).guard()) {
                    guards.add(i + 1);
                }
            }
            return new Quorum(seats.size(), needed, guardsNeeded == 0 ? List.of() : guards,
                    guardsNeeded);
        }
    }

    public KeyPlan {
        remedies = Set.copyOf(remedies);
        holders = List.copyOf(holders);
        var keys = new HashSet<String>();
        holders.forEach(holder -> keys.add(holder.encryption().publicKeySha256()));
        if (holders.size() != key.quorum().holders() || keys.size() != holders.size()
                || !KeyCertificate.point(certificate).equals(key.publicPoint())) {
            throw new IllegalArgumentException("the plan contradicts itself");
        }
    }

    /// Deals a fresh key. The private number is wiped with the shares before this returns.
    public static KeyPlan deal(Order order, Instant at) {
        var moment = at.truncatedTo(ChronoUnit.MILLIS);
        var made = Deal.make(order.tender(), order.quorum(),
                (key, secret) -> KeyCertificate.make(key, secret, order.organisation(), moment,
                        order.deadline().plus(USE)));
        try (var deal = made.deal()) {
            var holders = new ArrayList<Holder>();
            for (var share : deal.shares()) {
                var seat = order.seats().get(share.holder() - 1);
                holders.add(new Holder(seat.office(), seat.signing(), seat.encryption(),
                        wrap(seat.encryption(), share)));
            }
            return new KeyPlan(deal.key(), made.certified(),
                    order.deadline().truncatedTo(ChronoUnit.MILLIS), moment, order.remedies(),
                    holders);
        }
    }

    private static Bytes wrap(Certificate certificate, Share share) {
        var plain = share.der().array();
        try {
            return Envelope.wrap(certificate, plain);
        } finally {
            java.util.Arrays.fill(plain, (byte) 0);
        }
    }

    /// DER, see the handbook.
    public Bytes der() {
        return Der.bytes(Der.sequence(Der.number(VERSION), Der.octets(key.der()),
                Der.octets(certificate.der()), Der.number(deadline.toEpochMilli()),
                Der.number(madeAt.toEpochMilli()),
                Der.sequence(new TreeSet<>(remedies).stream()
                        .map(remedy -> Der.number(remedy.number())).toList()),
                Der.sequence(holders.stream().map(Holder::sequence).toList())));
    }

    static KeyPlan read(Bytes der) {
        return Der.read(der, ThresholdFailure.Code.PLAN_UNREADABLE, parts -> {
            parts.version(VERSION);
            var key = OpeningKey.read(parts.octets());
            var certificate = new Certificate(parts.octets());
            var deadline = Instant.ofEpochMilli(parts.number());
            var madeAt = Instant.ofEpochMilli(parts.number());
            var remedies = parts.inner().each(each -> Remedy.numbered(each.small()));
            var holders = parts.inner().each(each -> Holder.read(each.inner()));
            parts.end();
            return new KeyPlan(key, certificate, deadline, madeAt, Set.copyOf(remedies), holders);
        }, KeyPlan::der);
    }

    /// SHA-256 of [#der], as records name the plan.
    public String sha256() {
        return der().sha256();
    }

    /// The holder called `number`.
    public Holder holder(int number) {
        return holders.get(number - 1);
    }

    /// Which holder `token` belongs to.
    public OptionalInt numberOf(Token token) {
        for (int i = 0; i < holders.size(); i++) {
            if (holders.get(i).isHeldBy(token)) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /// Unwraps and checks the share of the holder whose `token` it is. This alone is the rehearsal
    /// before the day (份额就绪检查): nothing is given, a share that does not fit is refused.
    public Readiness check(Token token) {
        try (var share = open(token)) {
            return new Readiness(share.holder(), holder(share.holder()));
        }
    }

    /// A holder whose medium opens its share and whose share fits the commitments.
    public record Readiness(int number, Holder holder) {}

    Share open(Token token) {
        int number = numberOf(token).orElseThrow(() -> new ThresholdFailure(
                ThresholdFailure.Code.NOT_A_HOLDER, token.encryption().holder(),
                token.encryption().serialHex()));
        var wanted = holder(number);
        var plain = Envelope.open(token, wanted.wrapped(), wanted.encryption());
        var share = Share.read(plain, key);
        if (share.holder() != number) {
            share.close();
            throw new ThresholdFailure(ThresholdFailure.Code.SHARE_FALSE, number);
        }
        return share;
    }

    /// Whether bids sealed to `recipient` open with this key.
    public boolean opens(venue.crypto.Recipient recipient) {
        return recipient.isOpenedBy(certificate);
    }

    /// The names of those who could still give.
    public Optional<String> missing(Set<Integer> given) {
        var quorum = key.quorum();
        if (quorum.isMetBy(given)) {
            return Optional.empty();
        }
        int lacking = quorum.lacking(given);
        var guards = quorum.guards().stream().map(this::holder).map(Holder::say).toList();
        var separator = ThresholdFailure.BOOK.say("or");
        return Optional.of(quorum.guardsLacking(given) == 0
                ? ThresholdFailure.BOOK.say("missing.any", lacking)
                : lacking > 0
                        ? ThresholdFailure.BOOK.say("missing.both", lacking,
                                quorum.guardsLacking(given), String.join(separator, guards))
                        : ThresholdFailure.BOOK.say("missing.guard",
                                quorum.guardsLacking(given), String.join(separator, guards)));
    }
}
