package venue.verifier.check;

import java.util.List;

/// Names of the archive's files, as the format's page gives them.
public final class Layout {

    /// What every archive of a tender has.
    public static final List<String> MANDATORY = List.of("README-VERIFY.txt", "checks.txt",
            "tender/opening-brief.json", "tender/evaluation-brief.json", "opening/record.json",
            "evaluation/report.json", Layout.OPENING_PDF, Layout.REPORT_PDF, Layout.WITNESS_PDF);
    /// 开标记录表
    public static final String OPENING_PDF = "documents/opening-record.pdf";
    /// 评标报告
    public static final String REPORT_PDF = "documents/evaluation-report.pdf";
    /// 见证报告
    public static final String WITNESS_PDF = "documents/witness-report.pdf";

    private Layout() {}

    /// The folder with an opened bid's files.
    public static String bid(String bidder) {
        return "opening/bids/" + bidder + "/";
    }
}
