package venue.rehearsal.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files of one bid as a bidder writes them: 投标函, 开标一览表 (PDF and structured), a technical
/// volume of more than 40 pages, a priced bill.
public final class BidFolder {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

    private BidFolder() {}

    /// Writes the bid of `bidder` into `folder`; its price is the total of its bill.
    public static BigDecimal write(Story.Bidder bidder, Path folder) {
        try {
            Files.createDirectories(folder);
            var bill = Bill.near(bidder.target());
            var price = bill.total();
            Files.writeString(folder.resolve("bill.csv"), bill.csv());
            Files.writeString(folder.resolve("sheet.json"), sheet(bidder, price));
            letter(bidder, price, folder.resolve("letter.pdf"));
            summary(bidder, price, folder.resolve("sheet.pdf"));
            TechnicalVolume.write(bidder, folder.resolve("technical.pdf"));
            return price;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sheet(Story.Bidder bidder, BigDecimal price) {
        return """
                {"bidder":"%s","bidderName":"%s","bond":"%s","bondForm":"银行电子保函",\
                "durationDays":%d,"manager":"%s","managerLicence":"%s","price":"%s",\
                "priceInWords":"%s","quality":"合格","remarks":""}\
                """.formatted(bidder.code(), bidder.name(), Story.BOND, bidder.days(),
                bidder.manager(), bidder.licence(), price.toPlainString(), words(price));
    }

    private static void letter(Story.Bidder bidder, BigDecimal price, Path file) {
        try (var paper = new Typesetter(bidder.name() + " 投标函")) {
            paper.title("投 标 函").paragraph("致：" + Story.TENDERER)
                    .paragraph("我方已仔细研究" + Story.PROJECT + Story.LOT + "招标文件的全部内容，愿意以人民币"
                            + words(price) + "（¥" + price.toPlainString() + "）的投标总报价，工期 "
                            + bidder.days() + " 日历天，按合同约定实施和完成承包工程，修补工程中的任何缺陷，工程质量达到合格标准。")
                    .paragraph("我方承诺在招标文件规定的投标有效期内不修改、撤销投标文件。随同本投标函提交投标保证金一份，金额为人民币捌拾万元整。")
                    .paragraph("如我方中标，我方承诺在收到中标通知书后，在中标通知书规定的期限内与你方签订合同，并按招标文件规定提交履约担保。")
                    .paragraph("拟派项目经理：" + bidder.manager() + "，注册编号：" + bidder.licence() + "。")
                    .paragraph("投标人：" + bidder.name() + "（电子印章）")
                    .paragraph("统一社会信用代码：" + bidder.code())
                    .paragraph("授权委托人：" + bidder.representative());
            paper.save(file);
        }
    }

    private static void summary(Story.Bidder bidder, BigDecimal price, Path file) {
        try (var paper = new Typesetter(bidder.name() + " 开标一览表")) {
            paper.title("开 标 一 览 表")
                    .lines(List.of("项目名称：" + Story.PROJECT, "标段名称：" + Story.LOT,
                            "投标人：" + bidder.name(), "投标总报价（小写）：¥" + price.toPlainString(),
                            "投标总报价（大写）：人民币" + words(price), "工期：" + bidder.days() + " 日历天",
                            "质量目标：合格",
                            "项目经理：" + bidder.manager() + "（" + bidder.licence() + "）",
                            "投标保证金：银行电子保函 ¥" + Story.BOND));
            paper.save(file);
        }
    }

    /// 大写金额, written here a second time on purpose: the product's own reading is checked
    /// against it.
    static String words(BigDecimal amount) {
        var cents = amount.movePointRight(2).toBigIntegerExact().toString();
        var yuan = cents.substring(0, cents.length() - 2);
        int jiao = cents.charAt(cents.length() - 2) - '0';
        int fen = cents.charAt(cents.length() - 1) - '0';
        var out = new StringBuilder(whole(yuan)).append('元');
        if (jiao == 0 && fen == 0) {
            return out.append('整').toString();
        }
        out.append(jiao == 0 ? "零" : DIGITS.charAt(jiao) + "角");
        return out.append(fen == 0 ? "整" : DIGITS.charAt(fen) + "分").toString();
    }

    private static String whole(String digits) {
        var units = new String[]{"", "拾", "佰", "仟"};
        var groups = new String[]{"", "万", "亿"};
        var out = new StringBuilder();
        boolean zero = false;
        for (int i = 0; i < digits.length(); i++) {
            int place = digits.length() - 1 - i;
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                zero = true;
            } else {
                if (zero && !out.isEmpty()) {
                    out.append('零');
                }
                zero = false;
                out.append(DIGITS.charAt(digit)).append(units[place % 4]);
            }
            if (place % 4 == 0 && place > 0) {
                out.append(groups[place / 4]);
                zero = false;
            }
        }
        return out.toString();
    }
}
