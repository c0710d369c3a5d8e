package venue.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// What the traced program does (场景). Each part is a program of its own; all but the last end as
/// by a kill, so that the next one has to recover.
enum Scenario {
    /// Opening and evidence, one after the other and at once, over several sessions.
    MIXED(3) {
        @Override
        void play(int part, Path dir, Consumer<String> tell) {
            try (var first = Desk.open(dir, tell)) {
                for (int i = 0; i < 6; i++) {
                    first.object("异议 " + part + "-" + i);
                    first.capture(100 * part + 10 + i, bytes(part * 17L + i, 900 + 13_000 * i));
                }
                first.note("批一", "批二", "批三 " + "长".repeat(3000));
            }
            var desk = Desk.open(dir, tell);
            together(desk, part);
            if (part == parts() - 1) {
                desk.close();
            }
        }
    },
    /// Many entries in batches: session keys change, the database takes the log in.
    LONG(1) {
        @Override
        void play(int part, Path dir, Consumer<String> tell) {
            try (var desk = Desk.open(dir, tell)) {
                for (int i = 0; i < 26; i++) {
                    var texts = new String[40];
                    for (int k = 0; k < texts.length; k++) {
                        texts[k] = "第 " + i + "-" + k + " 条";
                    }
                    desk.note(texts);
                    desk.object("其间 " + i);
                }
                desk.capture(1, bytes(1, 70_000));
            }
        }
    },
    /// Goes on until it is killed.
    ENDLESS(1) {
        @Override
        void play(int part, Path dir, Consumer<String> tell) {
            var desk = Desk.open(dir, tell);
            for (int i = 0;; i++) {
                desk.object("异议 " + i);
                desk.note("批一", "批二");
                desk.capture(1 + i, bytes(System.nanoTime(), 2000));
            }
        }
    },
    /// One of each, for sweeps over every call; the very first start of a workstation.
    FIRST(1) {
        @Override
        boolean isFurnished() {
            return false;
        }

        @Override
        void play(int part, Path dir, Consumer<String> tell) {
            try (var desk = Desk.open(dir, tell)) {
                desk.object("异议");
                desk.note("批一", "批二", "批三");
                desk.capture(1, bytes(1, 3000));
            }
            try (var desk = Desk.open(dir, tell)) {
                desk.object("又一异议");
            }
        }
    };

    private final int parts;

    Scenario(int parts) {
        this.parts = parts;
    }

    int parts() {
        return parts;
    }

    /// Whether the journal's folder was there (and forced) before.
    boolean isFurnished() {
        return true;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scenario of(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT));
    }

    /// Plays a part with the journal in `dir`.
    abstract void play(int part, Path dir, Consumer<String> tell);

    static byte[] bytes(long seed, int length) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /// Four callers at once, two of them with the same photo.
    private static void together(Desk desk, int part) {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var works = new ArrayList<Future<?>>();
            for (int caller = 0; caller < 4; caller++) {
                int who = caller;
                works.add(callers.submit(() -> {
                    for (int i = 0; i < 6; i++) {
                        desk.note("同时 " + part + "-" + who + "-" + i);
                        if (who % 2 == 0) {
                            desk.keep(bytes(7000L + part * 100L + i, 5000));
                        }
                    }
                }));
            }
            for (var work : List.copyOf(works)) {
                work.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
