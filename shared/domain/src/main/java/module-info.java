/// The rules of the hall, pure: no I/O, no clock, no threads, no floating point.
@org.jspecify.annotations.NullMarked module venue.domain {
    requires static transitive org.jspecify;

    exports venue.domain.base;
    exports venue.domain.tender;
}
