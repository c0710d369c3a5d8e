package planted.lint;

import java.util.List;

/// Uses a raw type: `-Xlint:rawtypes -Werror` must refuse it.
public final class RawList {
    int size(List list) {
        return list.size();
    }
}
