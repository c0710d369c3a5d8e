package venue.tokens;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import venue.crypto.Certificate;
import venue.crypto.TokenFailure;
import venue.tokens.wire.Tries;

/// What a driver or a file says when nobody has entered a PIN yet.
public sealed interface Plugged {

    /// How to open it; names exactly this medium where there is one.
    TokenSpec spec();

    /// In the words of the hall.
    String say();

    /// A medium that can be opened.
    ///
    /// @param label its name as the driver gives it
    /// @param certificates those that can be read without a PIN; none for a file
    /// @param tries PIN tries left, negative where the driver does not give a number
    record Medium(TokenSpec spec, String label, List<Certificate> certificates, int tries)
            implements
                Plugged {

        private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE
                .withZone(ZoneId.of("Asia/Shanghai"));

        public Medium {
            certificates = List.copyOf(certificates);
        }

        /// The certificate that names the holder: the one for signatures where there are two.
        public Optional<Certificate> certificate() {
            return certificates.stream().filter(Certificate::canSign).findFirst()
                    .or(() -> certificates.stream().findFirst());
        }

        /// Whether no PIN is taken any more.
        public boolean isLocked() {
            return tries == 0;
        }

        /// Whether every certificate is past its end at `now`.
        public boolean isExpired(Instant now) {
            return !certificates.isEmpty()
                    && certificates.stream().allMatch(each -> each.notAfter().isBefore(now));
        }

        @Override
        public String say() {
            var who = certificate()
                    .map(c -> TokenWords.BOOK.say("rack.medium", spec.name(), c.holder(),
                            c.serialHex(), DAY.format(c.notBefore()), DAY.format(c.notAfter())))
                    .orElseGet(() -> TokenWords.BOOK.say("rack.closed", spec.name(), label));
            return who + triesInWords();
        }

        private String triesInWords() {
            return switch (tries) {
                case 0 -> TokenWords.BOOK.say("rack.tries.locked");
                case Tries.UNKNOWN -> TokenWords.BOOK.say("rack.tries.unknown");
                case Tries.FEW -> TokenWords.BOOK.say("rack.tries.few");
                case Tries.ONE -> TokenWords.BOOK.say("rack.tries.one");
                default -> TokenWords.BOOK.say("rack.tries", tries);
            };
        }
    }

    /// The driver works, but nothing is plugged in.
    record Nothing(TokenSpec spec) implements Plugged {

        @Override
        public String say() {
            return TokenWords.BOOK.say("rack.nothing", spec.name());
        }
    }

    /// The driver or the file cannot be asked.
    record Broken(TokenSpec spec, TokenFailure failure) implements Plugged {

        @Override
        public String say() {
            return failure.what() + failure.remedy();
        }
    }
}
