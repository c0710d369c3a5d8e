package venue.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Authority;
import venue.crypto.BidBackup;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.crypto.FileToken;
import venue.crypto.Half;
import venue.crypto.Hashes;
import venue.crypto.KeyEntry;
import venue.crypto.OpenOutcome;
import venue.crypto.RescueCode;
import venue.crypto.SealedBid;
import venue.crypto.Suite;
import venue.crypto.threshold.Ceremony;
import venue.crypto.threshold.KeyPlan;
import venue.crypto.threshold.Office;
import venue.crypto.threshold.Release;
import venue.crypto.threshold.Remedy;
import venue.crypto.threshold.SignedPlan;
import venue.crypto.threshold.TimeLock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealToOpeningKeyTest {

    private static final String LOT = "A3201000001000001001001";
    private static final Instant DEADLINE = Media.NOON.plus(Duration.ofDays(1));

    private record World(Path home, Authority root, FileToken agency, FileToken supervisor,
            FileToken bidder) {}

    private @org.jspecify.annotations.Nullable World made;
    private Path folder = Path.of("");
    private ByteArrayOutputStream said = new ByteArrayOutputStream();
    private ByteArrayOutputStream troubled = new ByteArrayOutputStream();

    private static World world(Path home) {
        var root = Authority.root(Suite.SM, "Root", Media.FROM, Media.TO);
        return new World(home, root, token(home, root, "agency"),
                token(home, root, "supervisor"), token(home, root, "an"));
    }

    private static FileToken token(Path home, Authority root, String name) {
        var file = home.resolve(name + ".p12");
        KeyEntry.write(file, Media.PIN.toCharArray(), List.of(root.issue(
                new Authority.Subject(name, name + "公司", "91210100MA0TEXT0A1"),
                Authority.Use.BOTH, Media.FROM, Media.TO)));
        return FileToken.open(file, Media.PIN.toCharArray());
    }

    private World world() {
        return java.util.Objects.requireNonNull(made);
    }

    @BeforeAll
    void people(@TempDir Path home) {
        made = world(home);
    }

    @BeforeEach
    void prepare(@TempDir Path fresh) throws IOException {
        folder = fresh;
        said = new ByteArrayOutputStream();
        troubled = new ByteArrayOutputStream();
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in/letter.txt"), "投标函");
        Files.writeString(folder.resolve("pin"), Media.PIN);
    }

    private KeyPlan plan(Remedy... remedies) {
        var agency = world().agency();
        var supervisor = world().supervisor();
        return KeyPlan.deal(new KeyPlan.Order(LOT, "某代理", DEADLINE, 2, 1, Set.of(remedies),
                List.of(new KeyPlan.Seat(Office.AGENCY, agency.signing(), agency.encryption(),
                        false),
                        new KeyPlan.Seat(Office.SUPERVISOR, supervisor.signing(),
                                supervisor.encryption(), true))),
                Media.NOON.minusSeconds(60));
    }

    private Path pack(KeyPlan plan) {
        var file = folder.resolve("tender.parcel");
        Parcel.write(file, new Parcel.Label("project", LOT, "某工程"),
                List.of(Parcel.Part.of(KeyPlan.FILE,
                        SignedPlan.sign(plan, world().agency(), Media.NOON).array())),
                world().agency(), List.of(), Media.NOON);
        return file;
    }

    private int seal(Path project, String... more) {
        var words = new ArrayList<>(List.of("--tender", LOT, "--bidder-p12",
                world().home().resolve("an.p12").toString(), "--pin-file",
                folder.resolve("pin").toString(), "--project", project.toString(), "--in",
                folder.resolve("in").toString(), "--out", bid().toString()));
        words.addAll(List.of(more));
        return SealCommand.run(words.toArray(String[]::new), told(),
                InstantSource.fixed(Media.NOON));
    }

    private Path bid() {
        return folder.resolve("bid.ebid");
    }

    private Half theirs(KeyPlan plan, SealedBid bid) {
        var ceremony = new Ceremony(plan);
        var wrapped = List.of(bid.wrappedB());
        for (var token : List.of(world().supervisor(), world().agency())) {
            int number = plan.numberOf(token).orElseThrow();
            var passed = TimeLock.judge(plan, new TimeLock.Reading(DEADLINE.plusSeconds(1),
                    Duration.ofDays(1), false, java.util.Optional.empty()), number, true,
                    ceremony.isVouchedFor());
            ceremony.accept(Release.give(plan, token, wrapped, passed), wrapped);
        }
        return ceremony.half(bid.wrappedB());
    }

    @Test
    void sealsToTheOpeningKeyOfAPackageAndTheHoldersOpenItTogether() {
        var plan = plan();
        assertEquals(0, seal(pack(plan)), trouble());
        assertTrue(trouble().contains("2 方持有份额，须 2 方共同打开"), trouble());
        var sealed = SealedBid.open(bid());
        assertTrue(plan.opens(sealed.recipients().get(1)));
        var opening = sealed.unlock(sealed.halfA(world().bidder()), theirs(plan, sealed));
        assertEquals(OpenOutcome.OK, opening.outcome());
    }

    @Test
    void aRescueCodeAndABackupOnlyWhereTheTenderDocumentsAllow() {
        assertEquals(1, seal(pack(plan()), "--rescue", folder.resolve("code.txt").toString()));
        assertTrue(trouble().contains("救援码"), trouble());
        assertEquals(1, seal(pack(plan(Remedy.RESCUE_CODE)), "--backup",
                folder.resolve("bid.bak").toString()));
        assertTrue(trouble().contains("备份投标文件"), trouble());
        assertFalse(Files.exists(bid()) || Files.exists(folder.resolve("bid.bak"))
                || Files.exists(folder.resolve("code.txt")));
    }

    @Test
    void theRescueCodeOnPaperOpensWhatTheBiddersMediumOpens() throws IOException {
        var plan = plan(Remedy.RESCUE_CODE);
        var paper = folder.resolve("code.txt");
        assertEquals(0, seal(pack(plan), "--rescue", paper.toString()), trouble());
        var typed = Files.readAllLines(paper).stream().map(String::strip)
                .filter(line -> line.matches("[　 ]*([0-9A-Z]{4}-){5}[0-9A-Z]{4}")).findFirst()
                .orElseThrow();
        var sealed = SealedBid.open(bid());
        var opening = sealed.unlock(
                sealed.halfA(RescueCode.parse(typed.replace("　", "").toCharArray())),
                theirs(plan, sealed));
        assertEquals(OpenOutcome.OK, opening.outcome());
        assertFalse(said.toString(StandardCharsets.UTF_8).contains(typed), "not on the screen");
    }

    @Test
    void theReceiptBindsTheBackupFileByItsDigest() throws IOException {
        var backup = folder.resolve("bid.bak");
        var receipt = folder.resolve("receipt.json");
        assertEquals(0, seal(pack(plan(Remedy.BACKUP_FILE)), "--backup", backup.toString(),
                "--receipt", receipt.toString()), trouble());
        var digest = Bytes.fromHex(Hashes.sha256(backup));
        var sealed = SealedBid.open(bid());
        assertEquals(digest, sealed.backupSha256().orElseThrow());
        var json = JsonMapper.builder().build().readTree(receipt.toFile());
        assertEquals("venue-bid-receipt/2", json.get("format").asText());
        assertEquals(digest.hex(), json.get("backupSha256").asText());
        var statement = SealReceipt.statement(sealed.header(), Hashes.both(bid()),
                sealed.backupSha256());
        assertTrue(statement.endsWith(digest.hex() + "\n"));
        assertTrue(Detached.verify(Bytes.fromBase64(json.get("signature").asText()),
                statement.getBytes(StandardCharsets.UTF_8)).valid());
        BidBackup.read(backup, folder.resolve("plain"));
        try (var parcel = Parcel.open(folder.resolve("plain"), null)) {
            assertEquals(List.of("letter.txt"), parcel.names());
        }
    }

    @Test
    void refusesThePackageOfAnotherLotAndOneWithoutAKey() {
        var other = folder.resolve("other.parcel");
        Parcel.write(other, new Parcel.Label("project", LOT, "x"),
                List.of(Parcel.Part.of("brief.json", new byte[]{1})), world().agency(), List.of(),
                Media.NOON);
        assertEquals(1, seal(other));
        assertTrue(trouble().contains("没有开标公钥"), trouble());
        var words = new String[]{"--tender", "B3201000001000001001001", "--bidder-p12",
                world().home().resolve("an.p12").toString(), "--pin-file",
                folder.resolve("pin").toString(), "--project", pack(plan()).toString(), "--in",
                folder.resolve("in").toString(), "--out", bid().toString()};
        assertEquals(1, SealCommand.run(words, told(), InstantSource.fixed(Media.NOON)));
        assertTrue(trouble().contains("与 --tender 指定的"), trouble());
    }

    @Test
    void refusesARevokedAndAnUnknownBidder() throws IOException {
        var trust = Files.createDirectories(folder.resolve("trust"));
        Files.writeString(trust.resolve("root.crt"), world().root().certificate().pem());
        Files.write(trust.resolve("root.crl"),
                world().root().crl(Media.FROM, Media.TO,
                        Map.of(world().bidder().signing(), Media.FROM.plusSeconds(5))).array());
        assertEquals(1, seal(pack(plan()), "--trust", trust.toString()));
        assertTrue(trouble().contains("已被吊销"), trouble());
        Files.writeString(trust.resolve("root.crt"), Authority
                .root(Suite.SM, "Other", Media.FROM, Media.TO).certificate().pem());
        Files.delete(trust.resolve("root.crl"));
        assertEquals(1, seal(pack(plan()), "--trust", trust.toString()));
        assertTrue(trouble().contains("不受信任"), trouble());
    }

    @Test
    void inspectShowsWhoOpensTogetherAndWhatIsNeededWithoutAnyKey() {
        var project = pack(plan(Remedy.RESCUE_CODE));
        assertEquals(0, seal(project, "--rescue", folder.resolve("code").toString()));
        said.reset();
        assertEquals(0, InspectCommand.run(new String[]{bid().toString()}, told()));
        assertEquals(0, InspectCommand.run(new String[]{project.toString()}, told()));
        var text = said.toString(StandardCharsets.UTF_8);
        for (var expected : List.of("救援码：有", "打开它需要", "开标公钥 " + LOT, "共 2 方持有，须 2 方",
                "招标代理机构（agency）", "监督（supervisor）", "必到组", "补救方案：救援码",
                Hashes.sm3(bid()))) {
            assertTrue(text.contains(expected), expected + " in " + text);
        }
    }

    @Test
    void aHolderChecksHisShareBeforeTheDayAndAStrangerIsToldSo() {
        var project = pack(plan());
        assertEquals(0, inspect(project, "supervisor"), trouble());
        var text = said.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("就绪：2 号持有方 监督（supervisor）"), text);
        assertEquals(1, inspect(project, "an"));
        assertTrue(trouble().contains("不是本标段开标密钥份额的持有人"), trouble());
        assertEquals(2, InspectCommand.run(new String[]{project.toString(), "--holder",
                world().home().resolve("an.p12").toString()}, told()));
    }

    private int inspect(Path project, String holder) {
        return InspectCommand.run(new String[]{project.toString(), "--holder",
                world().home().resolve(holder + ".p12").toString(), "--pin-file",
                folder.resolve("pin").toString()}, told());
    }

    private Told told() {
        return new Told(new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(troubled, true, StandardCharsets.UTF_8));
    }

    private String trouble() {
        return troubled.toString(StandardCharsets.UTF_8);
    }
}
