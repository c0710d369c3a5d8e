package venue.rehearsal.closing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import venue.crypto.FileToken;
import venue.domain.base.Digest;
import venue.domain.base.TenderId;
import venue.domain.evaluation.EvaluationEvent.ReportDrafted;
import venue.domain.witness.WitnessEvent.CaptureEnded;
import venue.journal.Entry;
import venue.journal.Journal;
import venue.journal.Wire;
import venue.parcel.Parcel;
import venue.rehearsal.Cast;
import venue.rehearsal.prepare.CentreSite;
import venue.rehearsal.prepare.Preparation;
import venue.rehearsal.prepare.Story;
import venue.sync.Courier;
import venue.sync.Link;
import venue.verifier.Archiving;
import venue.workstation.OpenStation;

/// After the windows are closed: opens each workstation once more, brings its log to the centre,
/// exports it, gathers what it keeps, and binds the archive (归档).
public final class Archivist {

    private static final Pattern HEX = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private final Cast cast;
    private final Preparation preparation;
    private final CentreSite site;
    private final Path folder;

    /// With the day's cast; the folder of the archive's files is made below its home.
    public Archivist(Cast cast, Preparation preparation, CentreSite site) {
        this.cast = cast;
        this.preparation = preparation;
        this.site = site;
        this.folder = cast.home().resolve("archive");
    }

    /// Binds the archive and says where it is.
    public Path bind() {
        try {
            tender();
            opening();
            for (var device : Preparation.SEATS.keySet()) {
                workstation(device);
            }
            certificates();
            trust();
            var out = cast.products().resolve("archive-" + Story.TENDER_ID + ".parcel");
            try (var token = FileToken.open(cast.token("P-HOST"),
                    cast.pin("P-HOST").toCharArray())) {
                Archiving.bind(folder, Story.TENDER_ID, Story.PROJECT + Story.LOT, token,
                        cast.clock().instant(), out);
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder with authorities and keys that a verifier believes beforehand.
    public Path trustFolder() {
        return cast.home().resolve("verifier-trust");
    }

    private void tender() throws IOException {
        for (var name : List.of("opening", "evaluation", "witness")) {
            try (var parcel = Parcel.open(preparation.packageFile("project-" + name), null)) {
                write("tender/" + name + "-brief.json", parcel.bytes("brief.json"));
            }
        }
    }

    /// What the opening handed over: the record's facts and the opened bids.
    private void opening() throws IOException {
        try (var seat = FileToken.open(cast.home().resolve("tokens").resolve("seat-1.p12"),
                venue.rehearsal.prepare.Credentials.DEVICE_PIN.toCharArray());
                var parcel = Parcel.open(cast.products().resolve("handover.parcel"), seat)) {
            for (var name : parcel.names()) {
                if (name.equals("opening.json")) {
                    write("opening/record.json", parcel.bytes(name));
                } else if (name.startsWith("bids/")) {
                    write("opening/" + name, parcel.bytes(name));
                }
            }
        }
        try (var all = Files.list(cast.products())) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (name.matches(".*\\.(pdf|p7s)")) {
                    write("documents/" + name, Files.readAllBytes(file));
                }
            }
        }
    }

    private void workstation(String device) throws IOException {
        try (var station = OpenStation.open(cast.station(device),
                Cast.STATION_PIN.toCharArray(), cast.clock(), _ -> {})) {
            deliver(device, station);
            var journal = station.journal();
            cast.checks().equal("同步", device + "：全部事件已由中心加签", 0L, journal.unsent());
            cast.checks().equal("同步", device + "：中心持有全部事件", journal.size(),
                    site.centre().size(journal.origin()));
            var exported = cast.home().resolve("exports").resolve(device);
            Files.createDirectories(exported);
            journal.export(exported);
            for (var log : generations(exported, device)) {
                copyTree(exported.resolve(log), folder.resolve("journals").resolve(log));
            }
            keep(journal);
        }
    }

    /// The logs that this workstation wrote itself, one a generation of its disk.
    private static List<String> generations(Path exported, String device) throws IOException {
        try (var all = Files.list(exported)) {
            return all.map(log -> log.getFileName().toString())
                    .filter(log -> log.matches(Pattern.quote(device) + "-g[0-9]+")).sorted()
                    .toList();
        }
    }

    private static void deliver(String device, OpenStation station) {
        var centre = station.station().centre();
        if (centre == null) {
            throw new IllegalStateException(device + " knows no centre");
        }
        var link = Link.to(centre, station.station().deviceFile(), station.devicePin(),
                station.trust().authorities());
        try (var courier = new Courier(station.journal(), link, station.clock())) {
            var round = courier.round().toCompletableFuture().join();
            if (!round.complete()) {
                throw new IllegalStateException(device + ": " + courier.status().sentence());
            }
        } catch (CompletionException e) {
            throw new IllegalStateException(device + " cannot reach the centre", e);
        }
    }

    /// Every file that this journal's facts cite and its store holds.
    private void keep(Journal journal) throws IOException {
        for (var entry : journal.entries(new TenderId(Story.TENDER_ID))) {
            if (!entry.stamp().device().equals(journal.origin().device())) {
                continue;
            }
            switch (entry.fact()) {
                case CaptureEnded kept -> copy(journal, kept.sha256(),
                        "witness/exhibits/" + kept.exhibit() + "/original");
                case ReportDrafted drafted -> copy(journal, drafted.facts(),
                        "evaluation/report.json");
                default -> cited(journal, entry);
            }
        }
    }

    private void cited(Journal journal, Entry entry) throws IOException {
        for (var digest : digests(entry)) {
            if (journal.blobs().has(digest)) {
                var family = entry.stamp().kind().substring(0, entry.stamp().kind().indexOf('.'));
                copy(journal, digest, family + "/files/" + digest.hex());
            }
        }
    }

    private static Set<Digest> digests(Entry entry) {
        var found = new HashSet<Digest>();
        if (entry.fact() instanceof Record record) {
            var text = new String(Wire.write(record), java.nio.charset.StandardCharsets.UTF_8);
            var match = HEX.matcher(text);
            while (match.find()) {
                found.add(new Digest(match.group()));
            }
        }
        return found;
    }

    private void copy(Journal journal, Digest digest, String name) throws IOException {
        if (!journal.blobs().has(digest)) {
            cast.checks().check("归档", "原件在库：" + name, false, digest.brief());
            return;
        }
        try (InputStream in = journal.blobs().open(digest)) {
            write(name, in.readAllBytes());
        }
    }

    private void certificates() throws IOException {
        try (var all = Files.list(cast.home().resolve("tokens"))) {
            for (var file : all.filter(f -> f.toString().endsWith(".crt")).toList()) {
                write("certificates/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
    }

    /// Authorities and keys go to the verifier by another way than the archive.
    private void trust() throws IOException {
        copyTree(cast.home().resolve("trust"), trustFolder());
        var keys = new ArrayList<String>();
        for (var device : Preparation.SEATS.keySet()) {
            for (var log : generations(folder.resolve("journals"), device)) {
                for (var key : List.of("vkey.txt", "vkey-sm2.txt")) {
                    var file = folder.resolve("journals").resolve(log).resolve(key);
                    if (Files.exists(file)) {
                        keys.add(Files.readString(file).strip());
                    }
                }
            }
        }
        keys.sort(Comparator.naturalOrder());
        Files.write(trustFolder().resolve("devices.vkey"), keys);
        Files.writeString(trustFolder().resolve("centre.vkey"),
                site.identity().witness().text() + "\n");
    }

    private void write(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
