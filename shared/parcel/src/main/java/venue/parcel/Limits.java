package venue.parcel;

/// How much a parcel may hold; a file that claims more is refused before it is unpacked.
final class Limits {

    static final int ENTRIES_MAX = 10_000;
    static final long PART_BYTES_MAX = 4L << 30;
    static final long TOTAL_BYTES_MAX = 16L << 30;
    static final int MANIFEST_BYTES_MAX = 16 << 20;
    static final int SIGNATURE_BYTES_MAX = 1 << 20;
    static final int IN_MEMORY_BYTES_MAX = 256 << 20;
    /// A parcel that unpacks to more than this is looked at more closely …
    static final long HARMLESS_BYTES = 100L << 20;
    /// … and refused when it swells by more than this factor.
    static final long SWELLING_MAX = 100;

    private Limits() {}
}
