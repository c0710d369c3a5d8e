package venue.domain.opening;

import java.util.ArrayList;
import java.util.List;

import venue.domain.money.AmountInWords;
import venue.domain.tender.BidSheet;
import venue.domain.tender.Receipt;
import venue.domain.tender.Tender;

/// What the opening looks at in a sheet (开标一览表核验). Recorded only: even a price above the ceiling
/// is for the committee to reject (招标投标法实施条例 第五十一条).
final class SheetCheck {

    private SheetCheck() {}

    static List<Finding> findings(Tender tender, Receipt receipt, BidSheet sheet,
            List<Finding> technical) {
        var all = new ArrayList<>(technical);
        all.add(new Finding(Finding.Kind.NAME, sheet.bidderName().equals(receipt.bidderName()),
                sheet.bidderName()));
        all.add(new Finding(Finding.Kind.WORDS_AGREE,
                AmountInWords.agree(sheet.price(), sheet.priceInWords()), sheet.priceInWords()));
        all.add(new Finding(Finding.Kind.CEILING, sheet.price().compareTo(tender.ceiling()) <= 0,
                tender.ceiling().grouped()));
        all.add(new Finding(Finding.Kind.BOND, sheet.bond().compareTo(tender.bondAmount()) >= 0,
                sheet.bond().grouped() + " " + sheet.bondForm()));
        return List.copyOf(all);
    }
}
