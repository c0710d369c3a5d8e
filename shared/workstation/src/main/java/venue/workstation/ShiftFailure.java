package venue.workstation;

import java.io.Serial;
import venue.words.Failure;
import venue.words.Words;

/// Why somebody cannot sit down here, or two people cannot act together.
public final class ShiftFailure extends Failure {

    @Serial
    private static final long serialVersionUID = 1L;

    private ShiftFailure(String code, Object... arguments) {
        super(code, null, arguments);
    }

    @Override
    protected Words words() {
        return Words.of("venue.workstation", ShiftFailure.class);
    }

    /// The certificate stands on no list of this tender.
    public static ShiftFailure notOnList(String holder) {
        return new ShiftFailure("NOT_ON_LIST", holder);
    }

    /// The certificate is not good now; `verdict` is the name of the trust list's answer.
    public static ShiftFailure certificate(String verdict, String holder) {
        return new ShiftFailure("CERT_" + verdict, holder);
    }

    /// The medium did not prove that it holds the certificate's key.
    public static ShiftFailure noKey(String holder) {
        return new ShiftFailure("KEY_NOT_PROVED", holder);
    }

    /// Nobody with this role has signed in.
    public static ShiftFailure notPresent(String who) {
        return new ShiftFailure("NOT_PRESENT", who);
    }

    /// These two persons may not decide on a restoration together.
    public static ShiftFailure notTheseTwo(String first, String second) {
        return new ShiftFailure("NOT_THESE_TWO", first, second);
    }

    /// Two acts by one person.
    public static ShiftFailure samePerson(String name) {
        return new ShiftFailure("SAME_PERSON", name);
    }
}
