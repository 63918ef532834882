package dev.rushlight.review;

import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Where people keep the filters that they come back to; everybody has their own and sees no others. */
@ApplicationScoped
@Transactional
public class SavedFilterDesk {

    private static final int MOST = 40;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 4000;

    private final JpaSavedFilters filters;
    private final Clock clock;

    @Inject
    SavedFilterDesk(JpaSavedFilters filters, Clock clock) {
        this.filters = filters;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected SavedFilterDesk() { // for CDI
        this(null, null);
    }

    /** By name. */
    public List<SavedFilterSummary> of(Identity owner) {
        return filters.of(owner.id()).stream().map(SavedFilter::summary).toList();
    }

    /** Keeps a filter under a name; one that has the name already gives way. */
    public void save(Identity owner, String typedName, String query) {
        if (owner.isGuest()) {
            throw new NotAllowed("Guests have no queue, and no filters of it");
        }
        var name = name(typedName);
        requireStorable(query);
        var kept = filters.of(owner.id());
        var same = kept.stream().filter(filter -> filter.isCalled(name)).findFirst();
        same.ifPresent(filter -> filter.keep(query, clock.instant()));
        if (same.isEmpty()) {
            if (kept.size() >= MOST) {
                throw new TooManyFilters(MOST);
            }
            filters.add(new SavedFilter(owner.id(), name, query, clock.instant()));
        }
    }

    /** Whoever deletes what is gone already has what they wanted. */
    public void delete(Identity owner, String name) {
        filters.of(owner.id()).stream()
                .filter(filter -> filter.isCalled(name))
                .findFirst()
                .ifPresent(filters::remove);
    }

    private static void requireStorable(String query) {
        if (query.length() > LONGEST_QUERY || query.chars().anyMatch(Character::isISOControl)) {
            throw new UnacceptableFilter("A filter is at most %d characters long".formatted(LONGEST_QUERY));
        }
    }

    private static String name(String typed) {
        var name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new UnacceptableFilter("The name of a filter has 1 to %d characters".formatted(LONGEST_NAME));
        }
        return name;
    }
}
