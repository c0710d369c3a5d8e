package venue.ui;

import venue.domain.base.Basis;
import venue.domain.base.Refusal;
import venue.domain.base.Role;

/// A refusal to show; its words stand in the test book.
enum SampleRefusal implements Refusal {
    FEWER_THAN_THREE;

    @Override
    public Basis basis() {
        return new Basis("招标投标法实施条例", "第四十四条第二款");
    }

    @Override
    public Role remedyBy() {
        return Role.HOST;
    }
}
