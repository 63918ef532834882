package dev.rushlight.review;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Which guests a policy can ask about an item: those who were invited to decide on it, and no others. */
public interface DecidingGuests {

    /** Their usernames by item, without items on which no guest decides. */
    Map<ReviewItemId, Set<String>> on(Collection<ReviewItemId> items);
}
