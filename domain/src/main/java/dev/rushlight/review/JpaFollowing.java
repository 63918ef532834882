package dev.rushlight.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;

/** Who has a part in each open item already, in the database. */
@Dependent
class JpaFollowing {

    private final EntityManager entities;

    @Inject
    JpaFollowing(EntityManager entities) {
        this.entities = entities;
    }

    /** Lets exactly these have a part in it from now on. */
    void replace(ReviewItemId item, Instant since, Set<String> usernames) {
        var listed = PostingList.FOLLOWED.listed(entities, item);
        if (!listed.keySet().equals(usernames) || !listed.values().stream().allMatch(since::equals)) {
            PostingList.FOLLOWED.removeAll(entities, item);
            PostingList.FOLLOWED.add(entities, item, since, usernames);
        }
    }
}
