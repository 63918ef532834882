package dev.rushlight.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the lists that the queue is read by, beside whom each item waits for. Called, in the same transaction, by whatever
 * takes a version in or changes where one stands.
 */
@Dependent
class QueueKeeping {

    private final JpaFollowing following;
    private final JpaSearch search;

    @Inject
    QueueKeeping(JpaFollowing following, JpaSearch search) {
        this.following = following;
        this.search = search;
    }

    /** A version came in and is current now. */
    void submitted(ReviewItem item, ReviewVersion version) {
        search.index(item, version.description());
    }

    /**
     * The current version was judged.
     *
     * @param inForce the votes that count, or may come to count
     */
    void stands(ReviewItem item, List<Vote> inForce) {
        follow(item, inForce);
        search.stands(item);
    }

    /** Catches up on an item that was here before these lists were. */
    void catchUp(ReviewItem item, ReviewVersion current, List<Vote> inForce) {
        if (!search.knows(item.id())) {
            search.index(item, current.description());
            follow(item, inForce);
        }
    }

    private void follow(ReviewItem item, List<Vote> inForce) {
        following.replace(item.id(), item.submittedAt(), item.isOpen() ? partakers(item, inForce) : Set.of());
    }

    private static Set<String> partakers(ReviewItem item, List<Vote> inForce) {
        return Stream.concat(
                        Stream.of(item.submitter()),
                        inForce.stream().map(vote -> vote.actor().username()))
                .collect(Collectors.toSet());
    }
}
