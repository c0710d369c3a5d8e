package venue.rehearsal.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import venue.domain.base.Digest;
import venue.domain.tender.Receipt;

/// The six bids: written, sealed by the bidder-side command in a process of its own, received.
public final class Bids {

    private final Path home;
    private final Credentials credentials;
    private final Path tender;

    /// @param tender the published package with the opening key
    Bids(Path home, Credentials credentials, Path tender) {
        this.home = home;
        this.credentials = credentials;
        this.tender = tender;
    }

    /// Where a bidder's sealed file lies.
    public static Path sealed(Path home, Story.Bidder bidder) {
        return home.resolve("bids").resolve(bidder.stem() + ".ebid");
    }

    /// Writes and seals all bids; the receipts are what the receiving platform notes.
    List<Receipt> sealAll(Instant deadline) {
        var receipts = new ArrayList<Receipt>();
        try (var workers = Executors.newFixedThreadPool(2)) {
            var jobs = new ArrayList<Callable<Path>>();
            for (var bidder : Story.bidders()) {
                jobs.add(() -> seal(bidder));
            }
            for (Future<Path> done : workers.invokeAll(jobs)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bid could not be sealed", e);
        }
        for (var bidder : Story.bidders()) {
            receipts.add(receipt(bidder, deadline));
        }
        return receipts;
    }

    private Path seal(Story.Bidder bidder) throws IOException {
        var folder = home.resolve("bidders").resolve(bidder.stem());
        BidFolder.write(bidder, folder);
        var out = sealed(home, bidder);
        Files.createDirectories(out.getParent());
        var pin = home.resolve("bidders").resolve(bidder.stem() + ".pin");
        Files.writeString(pin, bidder.pin());
        var tokens = home.resolve("tokens");
        OpenSsl.Programs.run(home, List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-cp",
                System.getProperty("java.class.path"), "venue.parcel.SealCommand", "--tender",
                Story.TENDER_ID, "--bidder-p12",
                tokens.resolve(bidder.stem() + ".p12").toString(), "--pin-file", pin.toString(),
                "--project", tender.toString(), "--in",
                folder.toString(), "--out", out.toString()));
        Files.delete(pin);
        return out;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Receipt receipt(Story.Bidder bidder, Instant deadline) {
        var file = sealed(home, bidder);
        var openssl = new OpenSsl(home);
        try {
            return new Receipt(bidder.code(), bidder.name(),
                    deadline.minus(Duration.ofMinutes(60L - 7L * bidder.number())),
                    Files.size(file), digest(openssl, "-sha256", file),
                    digest(openssl, "-sm3", file),
                    credentials.serial("P-BIDDER-" + bidder.number()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Digest digest(OpenSsl openssl, String algorithm, Path file) {
        var said = openssl.run("dgst", algorithm, "-r", file.toString());
        return new Digest(said.substring(0, 64));
    }
}
