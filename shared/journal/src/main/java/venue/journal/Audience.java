package venue.journal;

/// How far the content of an event may travel (知悉范围), narrowest last. The leaf, which discloses
/// nothing, always travels.
public enum Audience {
    /// Whoever takes part, the centre included.
    EVERYBODY,
    /// The workstations of the same room and the centre that relays between them.
    ROOM,
    /// Nobody but the desk where it was written.
    OWN_DESK;

    /// Whether content for `this` audience may be given to a peer cleared up to `peer`.
    public boolean allows(Audience peer) {
        return compareTo(peer) <= 0;
    }
}
