package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which review items the queue shows: those to which all of it applies.
 *
 * @param outcomes one of these, or any if there are none
 * @param text words that the item has to have, see {@link SearchWords}; found items come by newest submission
 */
public record QueueFilter(
        QueueTab tab,
        Optional<String> project,
        Optional<Kind> kind,
        Set<Outcome> outcomes,
        Optional<String> submitter,
        Optional<String> text) {

    public QueueFilter {
        outcomes = Set.copyOf(outcomes);
    }

    public static QueueFilter of(QueueTab tab) {
        return new QueueFilter(tab, Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
    }

    /** The same narrowing of another part of the queue. */
    public QueueFilter on(QueueTab other) {
        return new QueueFilter(other, project, kind, outcomes, submitter, text);
    }

    public QueueFilter in(String name) {
        return new QueueFilter(tab, Optional.of(name), kind, outcomes, submitter, text);
    }

    public QueueFilter of(Kind one) {
        return new QueueFilter(tab, project, Optional.of(one), outcomes, submitter, text);
    }

    public QueueFilter standing(Outcome first, Outcome... more) {
        return new QueueFilter(tab, project, kind, EnumSet.of(first, more), submitter, text);
    }

    public QueueFilter by(String username) {
        return new QueueFilter(tab, project, kind, outcomes, Optional.of(username), text);
    }

    public QueueFilter with(String words) {
        return new QueueFilter(tab, project, kind, outcomes, submitter, Optional.of(words));
    }

    /** Whether the newest activity comes first, and not the newest submission. */
    boolean isByActivity() {
        return text.isEmpty() && tab != QueueTab.NEEDS_ME && tab != QueueTab.WAITING;
    }

    /** Whether it shows less than all of its tab. */
    public boolean narrows() {
        return !equals(of(tab));
    }
}
