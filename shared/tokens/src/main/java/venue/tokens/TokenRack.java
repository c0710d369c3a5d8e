package venue.tokens;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import venue.crypto.Certificate;
import venue.crypto.CryptoFailure;
import venue.crypto.FileToken;
import venue.crypto.TokenFailure;
import venue.tokens.wire.Found;

/// What is plugged in now, at all drivers of this machine at once: a slow or broken driver does
/// not keep the others from answering.
public final class TokenRack {

    private final Drivers drivers;

    public TokenRack(Drivers drivers) {
        this.drivers = drivers;
    }

    /// What each of `specs` leads to, in their order; at least one answer for each.
    public List<Plugged> list(List<TokenSpec> specs) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<List<Plugged>>>();
            for (var spec : specs) {
                Callable<List<Plugged>> question = () -> list(spec);
                asked.add(executor.submit(question));
            }
            var answers = new ArrayList<Plugged>();
            for (var each : asked) {
                answers.addAll(each.get());
            }
            return List.copyOf(answers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Plugged> list(TokenSpec spec) {
        try {
            var media = switch (spec) {
                case TokenSpec.InFile file -> file(file);
                case TokenSpec.Pkcs11 p11 -> pkcs11(p11);
                case TokenSpec.Skf skf -> skf(skf);
            };
            return media.isEmpty() ? List.of(new Plugged.Nothing(spec)) : media;
        } catch (TokenFailure e) {
            return List.of(new Plugged.Broken(spec, e));
        }
    }

    private static List<Plugged> file(TokenSpec.InFile spec) {
        if (!Files.isRegularFile(spec.p12())) {
            return List.of();
        }
        return List.of(new Plugged.Medium(spec, spec.name(), List.of(),
                FileToken.triesLeft(spec.p12())));
    }

    private List<Plugged> pkcs11(TokenSpec.Pkcs11 spec) {
        var media = new ArrayList<Plugged>();
        for (var found : drivers.list(spec.name(), spec.make())) {
            if (fits(spec.token(), found.label()) || fits(spec.token(), found.place().token())) {
                media.add(medium(new TokenSpec.Pkcs11(spec.name(), spec.library(),
                        found.place().token(), spec.environment()), found));
            }
        }
        return media;
    }

    private List<Plugged> skf(TokenSpec.Skf spec) {
        var media = new ArrayList<Plugged>();
        for (var found : drivers.list(spec.name(), spec.make())) {
            var place = found.place();
            if (fits(spec.device(), place.token())
                    && fits(spec.application(), place.application())
                    && fits(spec.container(), place.container())) {
                media.add(medium(new TokenSpec.Skf(spec.name(), spec.library(), place.token(),
                        place.application(), place.container(), spec.shape(),
                        spec.environment()), found));
            }
        }
        return media;
    }

    private static boolean fits(String wanted, String found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    private static Plugged medium(TokenSpec spec, Found found) {
        try {
            var certificates = found.keys().stream()
                    .map(key -> new Certificate(key.certificate())).toList();
            return new Plugged.Medium(spec, found.label(), certificates, found.tries());
        } catch (CryptoFailure e) {
            return new Plugged.Broken(spec, new TokenFailure(TokenFailure.Code.DRIVER_NONSENSE, e,
                    spec.name(), e.what()));
        }
    }
}
