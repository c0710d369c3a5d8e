package venue.workstation;

import static venue.workstation.Play.one;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import venue.domain.base.Acting;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.Rules;
import venue.domain.draw.Draw;
import venue.domain.opening.Attendance;
import venue.domain.opening.Bid;
import venue.domain.opening.BidFile;
import venue.domain.opening.Cause;
import venue.domain.opening.CoefficientDraw;
import venue.domain.opening.DecryptionCode;
import venue.domain.opening.Finding;
import venue.domain.opening.Interruption;
import venue.domain.opening.KeyCard;
import venue.domain.opening.KeyTable;
import venue.domain.opening.Objection;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningCommand.*;
import venue.domain.opening.OpeningEvent;
import venue.domain.opening.OpeningRefusal;
import venue.domain.opening.OpeningRules;
import venue.domain.opening.Phase;
import venue.domain.opening.Probes;
import venue.domain.opening.RecordVersion;
import venue.domain.opening.RefusedBid;
import venue.domain.opening.Signer;
import venue.domain.opening.Staff;

/// Plays bid openings.
final class OpeningPlay implements Play<Opening, OpeningCommand, OpeningEvent, OpeningRefusal> {

    private static final List<String> PARTIES = List.of("tenderer", "supervisor", "machine");

    @Override
    public Rules<Opening, OpeningCommand, OpeningEvent, OpeningRefusal> rules() {
        return new OpeningRules();
    }

    @Override
    public Class<OpeningEvent> family() {
        return OpeningEvent.class;
    }

    @Override
    public boolean isOver(Opening state) {
        return state.phase().isOver() && state.phase() != Phase.ENDED;
    }

    @Override
    public Move<OpeningCommand> any(Opening state, RandomGenerator random, DeviceId desk,
            Instant now) {
        var role = random.nextInt(12) == 0 ? one(random, Role.values()) : Role.HOST;
        return new Move<>(command(state, random, now),
                new Acting(Roles.HOST, "沈静", role, desk));
    }

    private OpeningCommand command(Opening state, RandomGenerator random, Instant now) {
        if (state.phase() == Phase.READY && random.nextInt(6) == 0) {
            return new RegisterReceipt(Roles.receipt(Roles.BIDS + 1,
                    Roles.NINE.plusSeconds(random.nextInt(-900, 300))));
        }
        if (state.phase() == Phase.DRAFT) {
            return random.nextInt(4) == 0
                    ? new BeginCheckIn()
                    : new Prepare(Roles.opening(), Roles.digest("package"));
        }
        if (random.nextInt(8) == 0) {
            return keyed(state, random);
        }
        return switch (random.nextInt(3) == 0 ? random.nextInt(4) : part(state, random)) {
            case 0 -> meeting(random, now);
            case 1 -> drawing(state, random);
            case 2 -> decrypting(random);
            default -> hearing(state, random);
        };
    }

    /// What is due.
    private static int part(Opening state, RandomGenerator random) {
        return switch (state.phase()) {
            case COUNTED -> random.nextInt(2);
            case DRAW -> state.allDrawn() ? 2 : 1;
            case DECRYPTION -> 2;
            case IMPORTED, READ_OUT, OBJECTION_WINDOW, RECORD_DRAFT, SIGNING, ENDED -> 3;
            default -> 0;
        };
    }

    /// What belongs to the opening key; most openings here have none.
    private static OpeningCommand keyed(Opening state, RandomGenerator random) {
        int holder = 1 + random.nextInt(4);
        return switch (state.keys().isPresent() ? random.nextInt(6) : 5) {
            case 0, 1, 2 -> new GiveShare(holder, "0" + holder,
                    one(random, KeyTable.TimeBasis.values()), Roles.digest("release" + holder),
                    1 + random.nextInt(Roles.BIDS));
            case 3 -> new RejectShare("某人", "0F", one(random, "介质不是持有人的", ""));
            case 4 -> {
                var way = one(random, KeyCard.RescueWay.values());
                var approver = random.nextInt(4) == 0 ? Roles.HOST : Roles.WATCH;
                var certificate = state.known().person(approver)
                        .map(person -> person.certificate()).orElse(Roles.digest("none"));
                yield new ApproveRescue(Roles.bidder(1 + random.nextInt(Roles.BIDS)), way,
                        one(random, "证书遗失，招标文件第七章允许补救", ""), approver, certificate, "0C",
                        "MIIB");
            }
            default -> new NoteOpeningKey(new KeyCard(Roles.digest("plan"), 2, 1, List.of(
                    new KeyCard.Holder(1, "CENTRE", "中心", "01", true),
                    new KeyCard.Holder(2, "HALL", "场所", "02", false),
                    new KeyCard.Holder(3, "AGENCY", "代理", "03", false)),
                    List.of(KeyCard.RescueWay.values())));
        };
    }

    private static OpeningCommand meeting(RandomGenerator random, Instant now) {
        int number = 1 + random.nextInt(Roles.BIDS + 1);
        return switch (random.nextInt(14)) {
            case 0 -> new RegisterReceipt(Roles.receipt(number, now));
            case 1 -> new RefuseBid(new RefusedBid("第9建设公司",
                    one(random, RefusedBid.Ground.values()), now));
            case 2, 3 -> new BeginCheckIn();
            case 4, 5 -> new SignInBidder(Roles.bidder(number), one(random, "代表", " "), "授权委托书");
            case 6 -> new RecordAbsence(Roles.bidder(number),
                    one(random, Attendance.Absence.values()), "未到");
            case 7 -> new CloseSubmission();
            case 8 -> new OpenMeeting(new Staff(Roles.HOST, Roles.AGENCY, Roles.AGENCY,
                    one(random, Roles.WATCH, Roles.HOST, new PersonId("P-NOBODY"))));
            case 9 -> new CountBids();
            case 10 -> new PublishList();
            case 11 -> new Prepare(Roles.opening(), Roles.digest("package"));
            case 12 -> random.nextInt(9) == 0
                    ? new Terminate(one(random, "招标人决定终止", " "))
                    : new Resume();
            default -> random.nextInt(4) == 0
                    ? new Suspend(one(random, Interruption.Kind.values()), one(random, "断电", ""))
                    : new Resume();
        };
    }

    private static OpeningCommand drawing(Opening state, RandomGenerator random) {
        var plan = random.nextInt(9) == 0 ? "X" : "K";
        var party = one(random, "tenderer", "supervisor", "machine", "stranger");
        var drawId = state.draw("K").map(CoefficientDraw::drawId).orElse("none");
        var dice = List.of(3, random.nextInt(10), 7);
        return switch (random.nextInt(9)) {
            case 0, 1 -> new BeginDraw(plan, PARTIES);
            case 2, 3 -> new CommitNonce(plan, party, Draw.commitment(drawId, party,
                    HexFormat.of().parseHex(nonce(party))));
            case 4 -> new RecordDice(plan, dice, Roles.AGENCY,
                    random.nextInt(4) == 0 ? List.of(1, 2, 3) : dice, Roles.WATCH);
            case 5, 6 -> new RevealNonce(plan, party, nonce(party));
            case 7 -> new ConcludeDraw(plan);
            default -> random.nextInt(5) == 0
                    ? new VoidDraw(plan, "承诺值抄写有误")
                    : new ConcludeDraw(plan);
        };
    }

    private static String nonce(String party) {
        return Roles.digest(party).hex();
    }

    private static OpeningCommand decrypting(RandomGenerator random) {
        int number = 1 + random.nextInt(Roles.BIDS + 1);
        var probes = new Probes("01", "0" + number, random.nextInt(5) > 0, "代表", "");
        return switch (random.nextInt(6)) {
            case 0 -> new BeginDecryption();
            case 1 -> new RecordAttempt(Roles.bidder(number),
                    one(random, DecryptionCode.values()), probes);
            case 2, 3 -> new HandInPlainBid(Roles.bidder(number), Roles.sheet(number),
                    List.of(new BidFile("technical.pdf", 5_368_709_120L, Roles.digest("f"))),
                    probes, List.of(new Finding(Finding.Kind.SIGNATURE, true, "有效")), "0A");
            case 4 -> new DecideCause(Roles.bidder(number), one(random, Cause.values()), "证书已更换",
                    one(random, Bid.BidderView.values()));
            default -> new CloseDecryption();
        };
    }

    private static OpeningCommand hearing(Opening state, RandomGenerator random) {
        int number = 1 + random.nextInt(Roles.BIDS);
        int objection = 1 + random.nextInt(1 + state.objections().size());
        return switch (random.nextInt(16)) {
            case 0 -> new BeginReadOut();
            case 1, 2, 3 -> new ConfirmReading(Roles.bidder(number));
            case 4 -> new BeginObjections();
            case 5 -> random.nextInt(6) > 0
                    ? new CloseObjections()
                    : new RaiseObjection(Roles.bidder(number), "代表",
                            one(random, Objection.Topic.values()), one(random, "请说明抽取依据", ""));
            case 6, 7 -> new AnswerObjection(objection, "招标文件已载明", "沈静");
            case 8, 9 -> new SettleObjection(objection, random.nextBoolean());
            case 10 -> new CloseObjections();
            case 11 -> new DraftRecord(Roles.digest("pdf" + state.drafts().size()),
                    Roles.digest("sm3"));
            case 12, 13 -> signing(state, random);
            case 14 -> new End();
            default -> new HandOverBids(Roles.digest("parcel"),
                    random.nextBoolean() ? List.of() : List.of("P-EXPERT-1"));
        };
    }

    private static OpeningCommand signing(Opening state, RandomGenerator random) {
        var waiting = Signer.waiting(state);
        if (waiting.isEmpty() || random.nextInt(9) == 0) {
            return new RefuseToSign(Role.BIDDER, new PersonId("P-NOBODY"), "不认可");
        }
        var signer = waiting.get(random.nextInt(waiting.size()));
        var certificate = state.known().person(signer.person()).orElseThrow().certificate();
        var pdf = state.draft().map(RecordVersion::sha256).orElse(Roles.digest("none"));
        return random.nextInt(6) == 0
                ? new RefuseToSign(signer.duty(), signer.person(), "未听清唱标内容")
                : new SignRecord(signer.duty(), signer.person(),
                        random.nextInt(6) == 0 ? pdf : certificate, "0A", pdf, "MIIB");
    }
}
