package venue.domain.base;

/// The legal ground of a rule (依据): a law or document and its article, e.g. 招标投标法实施条例 第四十四条.
///
/// @param source name of the law, rule or tender document, without book-title marks
/// @param article article and paragraph as cited in Chinese, e.g. 第四十四条
public record Basis(String source, String article) {

    @Override
    public String toString() {
        return "《" + source + "》" + article;
    }
}
