package venue.parcel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import venue.crypto.Bytes;
import venue.crypto.FileToken;
import venue.crypto.Hashes;
import venue.crypto.Recipient;
import venue.crypto.SealedBid;
import venue.crypto.SealedFile;
import venue.crypto.SealedStream;
import venue.crypto.threshold.KeyPlan;
import venue.crypto.threshold.Remedy;
import venue.crypto.threshold.SignedPlan;
import venue.words.Failure;

/// The command `inspect`: says what a sealed bid (加密投标文件) or a parcel is and for whom,
/// without opening it.
public final class InspectCommand {

    private InspectCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, Told.over(System.out, System.err)));
    }

    static int run(String[] arguments, Told told) {
        if (Options.asksForHelp(arguments)) {
            told.help("help.inspect");
            return 0;
        }
        try {
            var options = Options.of(arguments, List.of("--holder", "--pin-env", "--pin-file"),
                    true);
            if (options.word().isEmpty()) {
                throw new Options.Misused("command.missing", "FILE");
            }
            var file = Path.of(options.word().get());
            return options.may("--holder").isPresent()
                    ? readiness(file, options, told)
                    : inspect(file, told);
        } catch (Options.Misused e) {
            told.fault(e.sentence());
            told.progress("command.help", "inspect");
            return 2;
        } catch (Failure e) {
            told.failure(e);
            return 1;
        }
    }

    /// A holder's rehearsal before the day: his medium opens his share and it fits the published
    /// commitments. Nothing is given.
    private static int readiness(Path file, Options options, Told told) throws Options.Misused {
        var plan = TenderKey.plan(file).plan();
        var pin = SealOrder.pin(options.may("--pin-env"),
                options.may("--pin-file").map(Path::of));
        try (var token = FileToken.open(Path.of(options.must("--holder")), pin)) {
            var ready = plan.check(token);
            told.say("inspect.ready", ready.number(), ready.holder().say(), plan.key().tender());
            return 0;
        }
    }

    private static int inspect(Path file, Told told) {
        if (!Files.isRegularFile(file)) {
            throw new ParcelFailure(ParcelFailure.Code.PARCEL_MISSING, file);
        }
        var sums = Hashes.both(file);
        boolean whole = true;
        if (TenderKey.isDer(file)) {
            plan(TenderKey.plan(file), told);
        } else if (!SealedStream.looksSealed(file)) {
            parcel(file, told);
        } else if (SealedFile.of(file) == SealedFile.BID) {
            whole = bid(SealedBid.open(file), told);
        } else {
            whole = stream(SealedStream.open(file), told);
        }
        told.say("inspect.sums", sums.size(), sums.sha256(), sums.sm3());
        return whole ? 0 : 1;
    }

    private static boolean bid(SealedBid bid, Told told) {
        var header = bid.header();
        told.say("inspect.bid", header.tender(), header.bidderName(), header.bidder(),
                Told.time(header.sealedAt()), ParcelWords.BOOK.say("suite." + bid.suite()),
                bid.plainLength(), bid.fileId().hex());
        bid.recipients().forEach(each -> recipient(each, told));
        told.say("inspect.digests", bid.headerDigest().hex(), bid.wrappedB().sm3());
        told.say(bid.hasRescue() ? "inspect.rescue" : "inspect.norescue");
        bid.backupSha256().ifPresent(digest -> told.say("inspect.backup", digest.hex()));
        told.say("inspect.needed", bid.recipients().get(0).holder(),
                bid.recipients().get(1).holder());
        return length(bid.isComplete(), told);
    }

    private static void plan(SignedPlan signed, Told told) {
        var plan = signed.plan();
        var quorum = plan.key().quorum();
        told.say("inspect.plan", plan.key().tender(), Told.time(plan.deadline()),
                plan.certificate().holder(), plan.certificate().serialHex(), quorum.holders(),
                quorum.needed(), signed.signer().holder(), plan.sha256());
        for (int i = 1; i <= quorum.holders(); i++) {
            told.say(quorum.isGuard(i) ? "inspect.guard" : "inspect.holder", i,
                    plan.holder(i).say(), plan.holder(i).encryption().serialHex());
        }
        if (quorum.guardsNeeded() > 0) {
            told.say("inspect.guards", quorum.guardsNeeded());
        }
        told.say("inspect.remedies", plan.remedies().isEmpty()
                ? ParcelWords.BOOK.say("inspect.none")
                : String.join("、", plan.remedies().stream().map(Remedy::say).sorted().toList()));
    }

    private static boolean stream(SealedStream stream, Told told) {
        told.say("inspect.stream", stream.about(), Told.time(stream.sealedAt()),
                ParcelWords.BOOK.say("suite." + stream.suite()),
                stream.plainLength());
        stream.recipients().forEach(each -> recipient(each, told));
        return length(stream.isComplete(), told);
    }

    private static boolean length(boolean complete, Told told) {
        told.say(complete ? "inspect.complete" : "inspect.incomplete");
        return complete;
    }

    private static void recipient(Recipient recipient, Told told) {
        told.say("inspect.recipient", ParcelWords.BOOK.say("side." + recipient.side()),
                recipient.holder(), recipient.serialHex(), recipient.issuer(),
                recipient.certificateSha256());
    }

    private static void parcel(Path file, Told told) {
        try (var parcel = Parcel.open(file, null)) {
            var label = parcel.label();
            told.say("inspect.parcel", label.kind(), label.subject(), label.title(),
                    Told.time(parcel.createdAt()), parcel.sender().holder(),
                    parcel.sender().serialHex(), parcel.names().size());
            for (var part : parcel.manifest().parts()) {
                told.say("inspect.part", part.name(), part.size(), part.sha256());
            }
            if (parcel.names().contains(KeyPlan.FILE)) {
                plan(SignedPlan.read(Bytes.of(parcel.bytes(KeyPlan.FILE))), told);
            }
        }
    }
}
