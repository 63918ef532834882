package dev.rushlight.hub.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Subscribers by the topics that they ask for, so that an event costs what those who may want it cost; the few whose
 * expression is open to any topic are looked at every time.
 */
final class TopicIndex {

    private static final int[] NOBODY = {};

    private final List<Subscriber> all;

    // Ascending positions in all.
    private final Map<String, int[]> byTopic;
    private final int[] ofAnyTopic;

    /** @param ordered in the order in which they hear of an event */
    TopicIndex(List<Subscriber> ordered) {
        all = List.copyOf(ordered);
        var named = new HashMap<String, List<Integer>>();
        var open = new ArrayList<Integer>();
        for (var i = 0; i < all.size(); i++) {
            var position = i;
            all.get(i)
                    .expression()
                    .topics()
                    .ifPresentOrElse(
                            topics -> topics.forEach(topic -> named.computeIfAbsent(topic, it -> new ArrayList<>())
                                    .add(position)),
                            () -> open.add(position));
        }
        byTopic = new HashMap<>();
        named.forEach((topic, positions) -> byTopic.put(topic, array(positions)));
        ofAnyTopic = array(open);
    }

    List<Subscriber> all() {
        return all;
    }

    /** Who may want an event on this topic, in order; the caller's to change. */
    List<Subscriber> candidates(String topic) {
        var named = byTopic.getOrDefault(topic, NOBODY);
        var candidates = new ArrayList<Subscriber>(named.length);
        var n = 0;
        var o = 0;
        while (n < named.length || o < ofAnyTopic.length) {
            if (o == ofAnyTopic.length || n < named.length && named[n] < ofAnyTopic[o]) {
                candidates.add(all.get(named[n++]));
            } else {
                candidates.add(all.get(ofAnyTopic[o++]));
            }
        }
        return candidates;
    }

    private static int[] array(List<Integer> positions) {
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }
}
