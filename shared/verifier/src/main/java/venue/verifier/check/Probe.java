package venue.verifier.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import venue.crypto.CryptoFailure;
import venue.verifier.Check;
import venue.verifier.Finding;
import venue.verifier.Result;
import venue.verifier.Trust;
import venue.verifier.Verdict;
import venue.verifier.read.Absent;
import venue.verifier.read.Dossier;
import venue.verifier.read.Unreadable;
import venue.words.Words;

/// Runs checks one after the other over one archive and keeps what each came to.
public final class Probe {

    private static final Words WORDS = Words.of("venue.verifier", Check.class);

    private final Dossier dossier;
    private final Trust trust;
    private final Map<Check, Result> results = new EnumMap<>(Check.class);
    private List<Finding> findings = new ArrayList<>();
    private Optional<String> hindered = Optional.empty();
    private int looked;
    private boolean idle;

    public Probe(Dossier dossier, Trust trust) {
        this.dossier = dossier;
        this.trust = trust;
    }

    /// What a check does.
    @FunctionalInterface
    interface Work {
        /// Looks, and tells the probe.
        void run();
    }

    /// Runs a check unless one that it builds on has failed.
    void run(Check check, List<Check> after, Work work) {
        findings = new ArrayList<>();
        hindered = Optional.empty();
        looked = 0;
        idle = false;
        for (var earlier : after) {
            var result = results.get(earlier);
            if (result != null && result.verdict() == Verdict.FAIL) {
                results.put(check, new Result(check, Verdict.NOT_RUN, 0, List
                        .of(new Finding(earlier.name(), WORDS.say("absent.after", earlier)))));
                return;
            }
        }
        try {
            work.run();
        } catch (Absent e) {
            notRun(say(e));
        } catch (Unreadable e) {
            notRun(WORDS.say("absent.unreadable", e.what()));
        } catch (CryptoFailure e) {
            notRun(WORDS.say("absent.unreadable", e.what()));
        } catch (NoSuchElementException | IllegalArgumentException | IllegalStateException
                | ArithmeticException e) {
            notRun(WORDS.say("absent.uncomputable", String.valueOf(e.getMessage())));
        }
        results.put(check, result(check));
    }

    private Result result(Check check) {
        if (!findings.isEmpty()) {
            return new Result(check, Verdict.FAIL, looked, findings);
        }
        if (hindered.isPresent()) {
            return new Result(check, Verdict.NOT_RUN, looked,
                    List.of(new Finding("", hindered.get())));
        }
        if (looked == 0 && !idle) {
            return new Result(check, Verdict.NOT_RUN, 0,
                    List.of(new Finding("", WORDS.say("absent.nothing"))));
        }
        return new Result(check, Verdict.PASS, looked, List.of());
    }

    /// One more thing looked at; if it is not as it should be, says what and where.
    boolean check(boolean ok, String place, String key, Object... arguments) {
        looked++;
        if (!ok) {
            findings.add(new Finding(place, WORDS.say("finding." + key, arguments)));
        }
        return ok;
    }

    /// The check cannot run, wholly or in part.
    void notRun(String reason) {
        if (hindered.isEmpty()) {
            hindered = Optional.of(reason);
        }
    }

    /// The tender has nothing of the kind, which is in order.
    void nothingToDo() {
        idle = true;
    }

    /// The check cannot run, for a reason of the bundle.
    void hinder(String key, Object... arguments) {
        notRun(WORDS.say("absent." + key, arguments));
    }

    /// The archive.
    Dossier dossier() {
        return dossier;
    }

    /// The sentence of a reason.
    String say(Absent reason) {
        return WORDS.say(reason.key(), reason.arguments());
    }

    /// What is believed.
    Trust trust() {
        return trust;
    }

    /// All results so far, by number.
    public List<Result> results() {
        return List.copyOf(results.values());
    }
}
