package venue.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The duty (handbook/duties) that a test shows to be kept, e.g. `LN-31-1`.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
public @interface Duty {

    /// Its id: the name of its page without the ending.
    String[] value();
}
