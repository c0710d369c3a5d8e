package venue.domain.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import venue.domain.base.BidderId;
import venue.domain.base.Money;
import venue.domain.base.SocialCreditCode;
import venue.domain.evaluation.formula.Quote;

/// Bidders by number, with valid codes.
public final class Codes {

    private Codes() {}

    /// The bidder with this number.
    public static BidderId bidder(int number) {
        var body = "91210100MA0TEX%03d".formatted(number);
        return new BidderId(body + SocialCreditCode.checkOf(body));
    }

    /// Quotes of bidders 1, 2, 3 … from prices parted by blanks.
    public static List<Quote> quotes(String prices) {
        var quotes = new ArrayList<Quote>();
        for (var price : Arrays.asList(prices.split(" "))) {
            quotes.add(new Quote(bidder(quotes.size() + 1), Money.yuan(price)));
        }
        return quotes;
    }
}
