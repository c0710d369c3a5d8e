package venue.tokens;

import venue.crypto.TokenFailure;
import venue.crypto.TokenFailure.Code;
import venue.tokens.wire.Tries;
import venue.tokens.wire.Trouble;

/// What a driver's trouble is called in the hall.
final class Telling {

    private Telling() {}

    static TokenFailure of(String name, Trouble trouble) {
        return switch (trouble.kind()) {
            case PIN_WRONG -> wrongPin(name, trouble);
            case LOCKED -> new TokenFailure(Code.MEDIA_LOCKED, trouble, name);
            case MISSING -> new TokenFailure(Code.MEDIA_MISSING, trouble, name);
            case REMOVED -> new TokenFailure(Code.MEDIA_REMOVED, trouble, name);
            case NO_KEY -> new TokenFailure(Code.NO_KEY, trouble, name);
            case NO_LIBRARY -> new TokenFailure(Code.DRIVER_MISSING, trouble, name);
            case UNFIT -> new TokenFailure(Code.UNWRAP_REFUSED, trouble, name);
            case REFUSED ->
                new TokenFailure(Code.DRIVER_REFUSED, trouble, name, trouble.detail());
            case NONSENSE ->
                new TokenFailure(Code.DRIVER_NONSENSE, trouble, name, trouble.detail());
            case IN_USE, CLOSED -> new TokenFailure(Code.CLOSED, trouble, name);
        };
    }

    private static TokenFailure wrongPin(String name, Trouble trouble) {
        return switch (trouble.tries()) {
            case Tries.UNKNOWN -> new TokenFailure(Code.PIN_WRONG_UNCOUNTED, trouble, name);
            case Tries.FEW -> new TokenFailure(Code.PIN_WRONG_FEW_LEFT, trouble, name);
            case Tries.ONE, 1 -> new TokenFailure(Code.PIN_WRONG_ONE_LEFT, trouble, name);
            default -> new TokenFailure(Code.PIN_WRONG, trouble, name, trouble.tries());
        };
    }

    static TokenFailure of(String name, HostLost lost) {
        return switch (lost.way()) {
            case UNSTARTABLE -> new TokenFailure(Code.HOST_UNSTARTABLE, lost, name);
            case HUNG -> new TokenFailure(Code.DRIVER_HUNG, lost, name, lost.seconds());
            case CRASHED -> new TokenFailure(Code.DRIVER_CRASHED, lost, name);
            case GONE -> new TokenFailure(Code.DRIVER_RESTARTED, lost, name);
            case NONSENSE ->
                new TokenFailure(Code.DRIVER_NONSENSE, lost, name, lost.detail());
        };
    }
}
