package venue.workstation;

import venue.domain.base.Role;
import venue.words.Words;

/// The roles in words.
public final class RoleWords {

    private RoleWords() {}

    /// As on forms, e.g. 主持人.
    public static String say(Role role) {
        return Words.of("venue.workstation", RoleWords.class).say("role." + role.name());
    }
}
