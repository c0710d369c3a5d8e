package venue.ui;

import java.util.Collection;
import java.util.stream.Collectors;
import venue.domain.base.Role;
import venue.workstation.RoleWords;

/// What roles are called on screen.
public final class RoleNames {

    private RoleNames() {}

    /// The name of a role, e.g. 主持人.
    public static String of(Role role) {
        return RoleWords.say(role);
    }

    /// Several roles in one line.
    public static String of(Collection<Role> roles) {
        return roles.stream().map(RoleNames::of).collect(Collectors.joining("、"));
    }
}
