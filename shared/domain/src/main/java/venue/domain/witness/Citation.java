package venue.domain.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import venue.domain.base.Basis;

/// Reads the catalogue's short citations, e.g. `T41(1) R39,40,67`: a letter for the law, articles
/// as numbers, an item (项) in brackets. The full Chinese form is made in one place.
final class Citation {

    /// The draft that this suite was founded on; not law.
    static final String DRAFT = "辽宁省公共资源交易平台管理办法（征求意见稿）";

    private static final Map<Character, String> SOURCES = Map.of('T', "招标投标法", 'R', "招标投标法实施条例",
            'E', "电子招标投标办法", 'G', "政府采购货物和服务招标投标管理办法", 'P', "政府采购法", 'Q', "政府采购法实施条例", 'D',
            DRAFT);
    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private Citation() {}

    static List<Basis> read(String text) {
        var bases = new ArrayList<Basis>();
        for (var group : text.split(" ", -1)) {
            if (group.isEmpty()) {
                continue;
            }
            var source = SOURCES.get(group.charAt(0));
            if (source == null) {
                throw new IllegalArgumentException("unknown source: " + group);
            }
            for (var article : group.substring(1).split(",", -1)) {
                bases.add(new Basis(source, article(article)));
            }
        }
        return List.copyOf(bases);
    }

    private static String article(String text) {
        int bracket = text.indexOf('(');
        if (bracket < 0) {
            return "第" + chinese(Integer.parseInt(text)) + "条";
        }
        var item = Integer.parseInt(text.substring(bracket + 1, text.length() - 1));
        return article(text.substring(0, bracket)) + "第（" + chinese(item) + "）项";
    }

    /// 1 to 199 as written in statutes.
    static String chinese(int number) {
        if (number < 1 || number > 199) {
            throw new IllegalArgumentException("no article of that number: " + number);
        }
        int tens = number / 10 % 10;
        var text = new StringBuilder(number >= 100 ? "一百" : "");
        if (tens == 0 && number > 100 && number % 10 != 0) {
            text.append("零");
        } else if (tens > 0) {
            text.append(tens == 1 && number < 100 ? "" : DIGITS[tens]).append("十");
        }
        return text.append(DIGITS[number % 10]).toString();
    }
}
