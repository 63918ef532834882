package dev.rushlight.hub.peer.studio;

import java.util.List;
import java.util.Optional;

/** A query that was understood. */
record Question(
        List<List<String>> projections,
        String type,
        Optional<Condition> condition,
        List<Order> orders,
        int offset,
        Optional<Integer> limit) {

    /** One criterion of the order of what is found. */
    record Order(List<String> path, boolean descending) {}
}
