package dev.rushlight.policy;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who stands in the way.
 *
 * @param isVeto whether nobody else's approval can outweigh it
 * @param carriedFrom the earlier version that it was said of
 */
record Blocker(String by, boolean isVeto, Optional<Integer> carriedFrom) {

    static Blocker veto(String by) {
        return new Blocker(by, true, Optional.empty());
    }

    static Blocker objection(String by) {
        return new Blocker(by, false, Optional.empty());
    }

    static Blocker carried(Veto veto) {
        return new Blocker(veto.by(), true, Optional.of(veto.version()));
    }

    /** As it reads after "rejected by". */
    String words() {
        return by + where();
    }

    /** As it reads at the end of a sentence; nothing if nobody stands in the way. */
    static String words(List<Blocker> blockers) {
        return blockers.isEmpty()
                ? ""
                : " · blocked by "
                        + Sentence.names(
                                blockers.stream().map(Blocker::wordsInFull).toList());
    }

    private String wordsInFull() {
        return isVeto ? "%s: reject%s (only they can lift it)".formatted(by, where()) : by + ": request changes";
    }

    private String where() {
        return carriedFrom.map(" on version %d"::formatted).orElse("");
    }
}
