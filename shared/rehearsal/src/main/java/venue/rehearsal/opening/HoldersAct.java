package venue.rehearsal.opening;

import venue.rehearsal.Cast;
import venue.rehearsal.Hand;

/// The holders of the opening key give (给出份额), one after the other at the host's desk.
final class HoldersAct {

    private static final String PART = "开标";

    private final Cast cast;
    private final Hand hand;

    HoldersAct(Cast cast, Hand hand) {
        this.cast = cast;
        this.hand = hand;
    }

    /// Four of five give, since the first three lack the required group; the tenderer holds no
    /// share.
    void play() {
        give("P-TENDERER", "不是本标段开标密钥份额的持有人");
        cast.checks().check(PART, "非持有人不能给出开标密钥份额", hand.shows("尚无持有人给出份额"));
        give("P-AGENCY", "还缺 2 方的份额，其中至少 1 方须是");
        hand.shot("opening-12-holders");
        give("P-WITNESS", "还缺 1 方的份额，其中至少 1 方须是");
        give("P-HOST", "还须由以下至少 1 方给出份额");
        cast.checks().check(PART, "三方到齐但缺必到组时仍不能打开", hand.sees("tender-open"));
        give("P-SUPERVISOR", "份额已齐备");
    }

    private void give(String person, String told) {
        hand.type("tender-file", cast.token(person).toString())
                .type("tender-pin", cast.pin(person)).click("tender-open")
                .await(person + ": " + told, () -> hand.shows(told));
    }
}
