/// The rules of the hall, pure: no I/O, no clock, no threads, no floating point.
@org.jspecify.annotations.NullMarked module venue.domain {
    requires static transitive org.jspecify;

    exports venue.domain.base;
    exports venue.domain.tender;
    exports venue.domain.witness;
    exports venue.domain.evaluation;
    exports venue.domain.evaluation.formula;
    exports venue.domain.evaluation.ranking;
    exports venue.domain.evaluation.review;
    exports venue.domain.draw;
    exports venue.domain.money;
    exports venue.domain.opening;
    exports venue.domain.record;
}
