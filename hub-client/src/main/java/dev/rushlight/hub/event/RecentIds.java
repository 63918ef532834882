package dev.rushlight.hub.event;

import java.util.LinkedHashSet;
import java.util.Set;

/** The ids that came last, so that an event that comes twice is known; not for several threads. */
final class RecentIds {

    private final int most;
    private final Set<String> ids = new LinkedHashSet<>();

    RecentIds(int most) {
        this.most = most;
    }

    /** Remembers an id; false if it came before. */
    boolean add(String id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > most) {
            var oldest = ids.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }
}
