package dev.rushlight.server.campaign;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Judges a {@link History} by nothing but its lines. */
final class HistoryChecker {
    private final Map<String, Long> invoked = new LinkedHashMap<>();
    private final Map<String, String> settled = new HashMap<>();
    private final Set<String> recorded = new HashSet<>();
    private final Set<Long> effects = new HashSet<>();
    private int settledTwice;
    private int redelivered;
    private int doubleEffects;
    private int inversions;
    private int phantoms;
    private long highest = Long.MIN_VALUE;

    /**
     * The judgement.
     *
     * @param published how many publishes were invoked
     * @param acknowledged how many of them the hub acknowledged
     * @param unsettled how many never heard of an outcome, or heard of one twice
     * @param unconfirmed how many settled as anything but acknowledged
     * @param lost how many were acknowledged, or neither refused nor given up, and never recorded
     * @param doubleEffects how many things were recorded under more than one event id
     * @param inversions how many events first arrived after one that was published later
     * @param phantoms how many recorded events nobody published
     * @param redelivered how many deliveries repeated an event id, which whoever keys on it ignores
     */
    record Verdict(
            int published,
            int acknowledged,
            int unsettled,
            int unconfirmed,
            int lost,
            int doubleEffects,
            int inversions,
            int phantoms,
            int redelivered) {
        @Override
        public String toString() {
            return ("%s published, %s acknowledged, %s unsettled, %s unconfirmed, %s lost, %s double effects, "
                            + "%s out of order, %s phantoms, %s delivered again")
                    .formatted(
                            published,
                            acknowledged,
                            unsettled,
                            unconfirmed,
                            lost,
                            doubleEffects,
                            inversions,
                            phantoms,
                            redelivered);
        }
    }

    private HistoryChecker() {}

    static Verdict check(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return check(lines);
        }
    }

    static Verdict check(Stream<String> lines) {
        var checker = new HistoryChecker();
        lines.forEachOrdered(line -> {
            try (var reader = Json.createReader(new StringReader(line))) {
                checker.read(reader.readObject());
            }
        });
        return checker.verdict();
    }

    private void read(JsonObject line) {
        var id = line.getString("id");
        switch (line.getString("what")) {
            case "invoke" -> invoked.put(id, line.getJsonNumber("n").longValueExact());
            case "settled" -> settled(id, line.getString("result"));
            case "recorded" -> recorded(id, line.getJsonNumber("n").longValueExact());
            default -> throw new IllegalArgumentException("No line of a history: " + line);
        }
    }

    private void settled(String id, String result) {
        if (settled.put(id, result) != null) {
            settledTwice++;
        }
    }

    private void recorded(String id, long n) {
        if (!recorded.add(id)) {
            redelivered++;
            return;
        }
        var published = invoked.get(id);
        if (published == null || published != n) {
            phantoms++;
            return;
        }
        if (!effects.add(n)) {
            doubleEffects++;
        }
        if (n < highest) {
            inversions++;
        }
        highest = Math.max(highest, n);
    }

    private Verdict verdict() {
        var unsettled = (int)
                invoked.keySet().stream().filter(id -> !settled.containsKey(id)).count();
        var acknowledged =
                (int) settled.values().stream().filter("ACKNOWLEDGED"::equals).count();
        var lost = (int) invoked.keySet().stream()
                .filter(id -> !recorded.contains(id))
                .filter(id -> settled.getOrDefault(id, "ACKNOWLEDGED").equals("ACKNOWLEDGED"))
                .count();
        return new Verdict(
                invoked.size(),
                acknowledged,
                unsettled + settledTwice,
                settled.size() - acknowledged,
                lost,
                doubleEffects,
                inversions,
                phantoms,
                redelivered);
    }
}
