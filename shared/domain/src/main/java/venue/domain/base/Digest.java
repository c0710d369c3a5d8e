package venue.domain.base;

/// A 256-bit digest in lower-case hexadecimal (SHA-256 or SM3, as the field's name says).
public record Digest(String hex) {

    public Digest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a 256-bit digest");
        }
    }

    /// The first 16 digits in groups of four, as shown on screens.
    public String brief() {
        return hex.substring(0, 4) + " " + hex.substring(4, 8) + " " + hex.substring(8, 12) + " "
                + hex.substring(12, 16);
    }

    @Override
    public String toString() {
        return hex;
    }
}
