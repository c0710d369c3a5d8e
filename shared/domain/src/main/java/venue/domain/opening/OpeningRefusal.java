package venue.domain.opening;

import venue.domain.base.Basis;
import venue.domain.base.Refusal;
import venue.domain.base.Role;

/// Why something cannot be done at an opening now, on what ground, and who can change it.
public enum OpeningRefusal implements Refusal {
    // who
    ROLE_NOT_ALLOWED(Law.BIDDING, "第三十五条", Role.HOST),
    // what is still missing before the step
    NOT_PREPARED(Law.ELECTRONIC, "第二十九条", Role.HOST), CHECK_IN_NOT_BEGUN(Law.ELECTRONIC, "第二十九条",
            Role.HOST), SUBMISSION_OPEN(Law.BIDDING, "第三十四条", Role.HOST), NOT_COUNTED(Law.ORDINANCE,
                    "第四十四条", Role.HOST), DECRYPTION_NOT_BEGUN(Law.ELECTRONIC, "第三十条",
                            Role.HOST), DRAW_UNFINISHED(Law.TENDER_FILE, "抽取条款",
                                    Role.HOST), DECRYPTION_UNFINISHED(Law.ELECTRONIC, "第三十条",
                                            Role.HOST), READ_OUT_NOT_BEGUN(Law.BIDDING, "第三十六条",
                                                    Role.HOST), READ_OUT_UNFINISHED(Law.BIDDING,
                                                            "第三十六条", Role.READER), OBJECTIONS_OPEN(
                                                                    Law.ORDINANCE, "第四十四条",
                                                                    Role.HOST), RECORD_NOT_DRAFTED(
                                                                            Law.BIDDING, "第三十六条第三款",
                                                                            Role.RECORDER), SIGNATURES_MISSING(
                                                                                    Law.BIDDING,
                                                                                    "第三十六条第三款",
                                                                                    Role.RECORDER), MEETING_SUSPENDED(
                                                                                            Law.TENDER_FILE,
                                                                                            "开标异常处理条款",
                                                                                            Role.HOST), MEETING_OVER(
                                                                                                    Law.BIDDING,
                                                                                                    "第三十六条第三款",
                                                                                                    Role.SUPERVISOR), STEP_DONE(
                                                                                                            Law.TENDER_FILE,
                                                                                                            "开标程序条款",
                                                                                                            Role.HOST), NOT_SUSPENDED(
                                                                                                                    Law.TENDER_FILE,
                                                                                                                    "开标异常处理条款",
                                                                                                                    Role.HOST),
    // before the deadline, counting
    BEFORE_DEADLINE(Law.BIDDING, "第三十四条", Role.SYSTEM), AFTER_DEADLINE(Law.BIDDING, "第二十八条",
            Role.SYSTEM), UNKNOWN_BIDDER(Law.ELECTRONIC, "第二十七条", Role.BIDDER), ALREADY_SIGNED_IN(
                    Law.ELECTRONIC, "第二十九条", Role.RECORDER), NAME_MISSING(Law.ELECTRONIC, "第二十九条",
                            Role.BIDDER), STAFF_NOT_LISTED(Law.BIDDING, "第三十五条",
                                    Role.AGENCY), SUPERVISOR_MUST_STAND_APART(Law.TENDER_FILE,
                                            "开标程序条款", Role.HOST), MEETING_NOT_OPEN(Law.BIDDING,
                                                    "第三十五条", Role.HOST), LIST_NOT_PUBLISHED(
                                                            Law.TENDER_FILE, "开标程序条款", Role.HOST),
    // the draw
    NO_SUCH_DRAW(Law.TENDER_FILE, "抽取条款", Role.AGENCY), PARTIES_WRONG(Law.TENDER_FILE, "抽取条款",
            Role.HOST), ALREADY_COMMITTED(Law.TENDER_FILE, "抽取条款", Role.HOST), COMMITMENTS_MISSING(
                    Law.TENDER_FILE, "抽取条款",
                    Role.HOST), DICE_DIFFER(Law.TENDER_FILE, "抽取条款", Role.RECORDER), DICE_WRONG(
                            Law.TENDER_FILE, "抽取条款", Role.RECORDER), SAME_READER(Law.TENDER_FILE,
                                    "抽取条款", Role.RECORDER), DICE_MISSING(Law.TENDER_FILE, "抽取条款",
                                            Role.RECORDER), NONCE_MISMATCH(Law.TENDER_FILE, "抽取条款",
                                                    Role.HOST), MACHINE_SHOWS_LAST(Law.TENDER_FILE,
                                                            "抽取条款", Role.HOST), NONCES_MISSING(
                                                                    Law.TENDER_FILE, "抽取条款",
                                                                    Role.HOST),
    // decryption
    WINDOW_OVER(Law.TENDER_FILE, "解密时限条款", Role.HOST), WINDOW_OPEN(Law.TENDER_FILE, "解密时限条款",
            Role.BIDDER), ALREADY_OPENED(Law.ELECTRONIC, "第三十条", Role.HOST), ANOTHERS_SHEET(
                    Law.BIDDING, "第三十三条", Role.BIDDER), NOT_AS_RECEIVED(Law.ELECTRONIC, "第二十七条",
                            Role.TECHNICIAN), NO_ATTEMPT(Law.ELECTRONIC, "第三十一条",
                                    Role.BIDDER), COMMON_FAULT(Law.TENDER_FILE, "开标异常处理条款",
                                            Role.HOST), REASON_MISSING(Law.ELECTRONIC, "第三十一条",
                                                    Role.HOST), BIDS_UNSETTLED(Law.ELECTRONIC,
                                                            "第三十条", Role.HOST),
    // reading out, objections
    NOT_OPENED_BID(Law.ELECTRONIC, "第三十一条", Role.HOST), ALREADY_READ(Law.BIDDING, "第三十六条",
            Role.READER), ONLY_PRESENT_BIDDERS(Law.ORDINANCE, "第四十四条", Role.BIDDER), TEXT_MISSING(
                    Law.ORDINANCE, "第四十四条", Role.RECORDER), NO_SUCH_OBJECTION(Law.ORDINANCE,
                            "第四十四条", Role.RECORDER), ALREADY_ANSWERED(Law.ORDINANCE, "第四十四条",
                                    Role.HOST), NOT_ANSWERED(Law.ORDINANCE, "第四十四条",
                                            Role.TENDERER), ALREADY_SETTLED(Law.ORDINANCE, "第四十四条",
                                                    Role.RECORDER), OBJECTION_WINDOW_OPEN(
                                                            Law.ORDINANCE, "第四十四条",
                                                            Role.BIDDER), OBJECTIONS_UNANSWERED(
                                                                    Law.ORDINANCE, "第四十四条",
                                                                    Role.TENDERER),
    // signing and after
    ANOTHER_DOCUMENT(Law.SIGNATURE, "第十三条", Role.RECORDER), SIGNER_NOT_LISTED(Law.SIGNATURE, "第十三条",
            Role.AGENCY), CERTIFICATE_NOT_HIS(Law.SIGNATURE, "第十三条", Role.AGENCY), ALREADY_SIGNED(
                    Law.SIGNATURE, "第十三条", Role.RECORDER), HOST_MUST_SIGN(Law.BIDDING, "第三十六条第三款",
                            Role.HOST), NO_RECIPIENT(Law.TENDER_FILE, "开标程序条款", Role.TECHNICIAN);

    private final String law;
    private final String article;
    private final Role remedyBy;

    OpeningRefusal(String law, String article, Role remedyBy) {
        this.law = law;
        this.article = article;
        this.remedyBy = remedyBy;
    }

    @Override
    public Basis basis() {
        return new Basis(law, article);
    }

    @Override
    public Role remedyBy() {
        return remedyBy;
    }

    /// Names of the sources, written once.
    private static final class Law {
        static final String BIDDING = "招标投标法";
        static final String ORDINANCE = "招标投标法实施条例";
        static final String ELECTRONIC = "电子招标投标办法";
        static final String SIGNATURE = "电子签名法";
        static final String TENDER_FILE = "招标文件";
    }
}
