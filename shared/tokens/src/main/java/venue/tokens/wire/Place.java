package venue.tokens.wire;

/// Where a driver finds one medium. Empty texts mean the first one that fits.
///
/// @param token PKCS#11: the token's label or serial number; SKF: the device
/// @param application SKF only
/// @param container SKF only
public record Place(String token, String application, String container) {

    /// Whatever comes first.
    public static final Place ANY = new Place("", "", "");

    public void pack(Pack body) {
        body.text(token).text(application).text(container);
    }

    public static Place of(Unpack body) throws MalformedFrame {
        return new Place(body.text(), body.text(), body.text());
    }
}
