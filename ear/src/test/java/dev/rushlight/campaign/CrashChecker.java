package dev.rushlight.campaign;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges a crash campaign by three files and nothing else: the {@link CrashHistory}, what a consumer in another process
 * recorded of the hub (whole events, one a line), and the {@link DatabaseExport}.
 */
public final class CrashChecker {
    private static final long MOST_DRAINING_US = 30_000_000;
    private static final Set<String> ASKED_AND_ANSWERED = Set.of("VOTE_RECORDED", "DECISION");
    private static final Pattern OPERATION = Pattern.compile("op (\\d+)");

    private final Map<Long, String> invoked = new LinkedHashMap<>();
    private final Map<Long, String> answers = new HashMap<>();
    private final Map<Long, List<JsonObject>> votesOf = new HashMap<>();
    private final Map<String, JsonObject> votes = new LinkedHashMap<>();
    private final Map<String, JsonObject> decisions = new LinkedHashMap<>();
    private final Map<String, JsonObject> owed = new LinkedHashMap<>();
    private final Map<String, JsonObject> seen = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();
    private String site = "";
    private int faults;
    private int kills;
    private int repeated;
    private long struckAt;
    private long healedAt;
    private Optional<Long> drainedAt = Optional.empty();
    private Optional<Boolean> ledgerIsWhole = Optional.empty();

    /**
     * The judgement.
     *
     * @param findings every rule that was broken and by what; empty when all promises were kept
     * @param ok how many decisions were shown as saved
     * @param unknown how many requests ended without an answer, and how many of them are in the database
     * @param repeated how many deliveries repeated an event under its own id, which whoever keys on it ignores
     * @param drainedAfterUs how long after the last fault was healed nothing was owed any more
     */
    public record Verdict(
            List<String> findings,
            int ok,
            int failed,
            int unknown,
            int unknownButThere,
            int decisions,
            int events,
            int repeated,
            int kills,
            int faults,
            long drainedAfterUs,
            long drainedAfterStrikeUs) {

        public Verdict {
            findings = List.copyOf(findings);
        }

        public boolean isClean() {
            return findings.isEmpty();
        }

        @Override
        public String toString() {
            return ("%s: %d votes ok, %d failed, %d unknown (%d of them saved); %d decisions, %d events heard, %d of them"
                            + " again; %d kills, %d faults in all; outbox empty %.1f s after the last fault was healed,"
                            + " %.1f s after it struck%s")
                    .formatted(
                            isClean() ? "NOTHING LOST" : "BROKEN",
                            ok,
                            failed,
                            unknown,
                            unknownButThere,
                            decisions,
                            events,
                            repeated,
                            kills,
                            faults,
                            drainedAfterUs / 1e6,
                            drainedAfterStrikeUs / 1e6,
                            findings.isEmpty() ? "" : "\n  " + String.join("\n  ", findings));
        }
    }

    private CrashChecker() {}

    /** Exit code 0 for a clean campaign, 1 for a broken one. */
    public static void main(String[] files) throws IOException {
        if (files.length != 3) {
            System.err.println("Usage: CrashChecker HISTORY RECORD EXPORT");
            System.exit(2);
        }
        var verdict = check(Path.of(files[0]), Path.of(files[1]), Path.of(files[2]));
        System.out.println(verdict);
        System.exit(verdict.isClean() ? 0 : 1);
    }

    public static Verdict check(Path history, Path record, Path export) throws IOException {
        try (var happened = Files.lines(history);
                var recorded = Files.lines(record);
                var exported = Files.lines(export)) {
            return check(happened, recorded, exported);
        }
    }

    static Verdict check(Stream<String> history, Stream<String> record, Stream<String> export) {
        var checker = new CrashChecker();
        history.map(CrashChecker::json).forEachOrdered(checker::happened);
        record.map(CrashChecker::json).forEachOrdered(checker::heard);
        export.map(CrashChecker::json).forEachOrdered(checker::stored);
        checker.requireAnswers();
        checker.requireVotes();
        checker.requireWholeSequences();
        checker.requireDebts();
        checker.requireDeliveries();
        checker.requireOneEventEach();
        checker.requireOrder();
        checker.requireNoPhantoms();
        checker.requireEnd();
        return checker.verdict();
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private void happened(JsonObject line) {
        var what = line.getString("what");
        switch (what) {
            case "began" -> site = line.getString("site");
            case "invoke" -> invoked.put(operation(line), line.getString("choice"));
            case "ok", "fail", "unknown" -> {
                if (answers.put(operation(line), what) != null) {
                    find("history", "op %d ended twice", operation(line));
                }
            }
            case "struck" -> {
                faults++;
                kills += line.getString("fault").equals("KILL") ? 1 : 0;
                struckAt = at(line);
                healedAt = at(line);
            }
            case "healed" -> healedAt = at(line);
            case "drained" -> drainedAt = Optional.of(at(line));
            default -> throw new IllegalArgumentException("No line of a history: " + line);
        }
    }

    /** An event counts when the killed server wrote it and somebody decided something by it. */
    private void heard(JsonObject event) {
        var data = event.getJsonObject("data");
        var decides = event.getString("topic").startsWith("webreview.decision.")
                || event.getString("topic").equals("webreview.vote.recorded");
        if (!decides || !data.getJsonObject("item").getString("url").startsWith(site + "/")) {
            return;
        }
        if (seen.putIfAbsent(event.getString("id"), data) != null) {
            repeated++;
        }
    }

    private void stored(JsonObject line) {
        switch (line.getString("what")) {
            case "vote" -> {
                votes.put(line.getString("key"), line);
                var named = OPERATION.matcher(line.getString("reason"));
                if (named.matches()) {
                    votesOf.computeIfAbsent(Long.valueOf(named.group(1)), first -> new ArrayList<>())
                            .add(line);
                } else {
                    find("phantom", "vote %s is nobody's: \"%s\"", line.getString("key"), line.getString("reason"));
                }
            }
            case "decision" -> decisions.put(line.getString("id"), line);
            case "owed" -> owed.put(line.getString("event"), line);
            case "ledger" -> ledgerIsWhole = Optional.of(line.getBoolean("whole"));
            default -> throw new IllegalArgumentException("No line of an export: " + line);
        }
    }

    private void requireAnswers() {
        invoked.keySet().stream()
                .filter(operation -> !answers.containsKey(operation))
                .forEach(operation -> find("history", "op %d never ended", operation));
        answers.keySet().stream()
                .filter(operation -> !invoked.containsKey(operation))
                .forEach(operation -> find("history", "op %d was never invoked", operation));
    }

    private void requireVotes() {
        answers.forEach((operation, answer) -> {
            var stored = votesOf.getOrDefault(operation, List.of());
            if (answer.equals("ok") && stored.isEmpty()) {
                find("lost", "op %d was shown as saved and is not in the database", operation);
            }
            if (answer.equals("fail") && !stored.isEmpty()) {
                find("phantom", "op %d was never taken and is in the database", operation);
            }
            if (stored.size() > 1) {
                find("doubled", "op %d is in the database %d times", operation, stored.size());
            }
        });
        votesOf.forEach((operation, stored) -> {
            if (!invoked.containsKey(operation)) {
                find("phantom", "op %d is in the database and was never invoked", operation);
            } else if (!stored.get(0).getString("choice").equals(invoked.get(operation))) {
                find(
                        "phantom",
                        "op %d is in the database as %s",
                        operation,
                        stored.get(0).getString("choice"));
            }
        });
    }

    /** One outcome per number, and no number left out. */
    private void requireWholeSequences() {
        var next = new HashMap<String, Long>();
        decisions.values().forEach(decision -> {
            var item = decision.getString("item");
            var expected = next.getOrDefault(item, 1L);
            var sequence = decision.getJsonNumber("sequence").longValueExact();
            if (sequence != expected) {
                find("lost", "item %s has decision %d where %d was due", item, sequence, expected);
            }
            next.put(item, sequence + 1);
        });
    }

    /** Nobody votes or decides and forgets the hub. */
    private void requireDebts() {
        var subjects = new HashSet<String>();
        owed.values().stream()
                .filter(debt -> ASKED_AND_ANSWERED.contains(debt.getString("kind")))
                .forEach(debt -> subjects.add(debt.getString("subject")));
        Stream.of(votes.keySet(), decisions.keySet())
                .flatMap(Set::stream)
                .filter(subject -> !subjects.contains(subject))
                .forEach(subject -> find("lost", "nobody owes an event about %s", subject));
    }

    private void requireDeliveries() {
        owed.forEach((event, debt) -> {
            if (!debt.getString("state").equals("ACKNOWLEDGED")) {
                find("unsettled", "event %s is %s", event, debt.getString("state"));
            }
            if (ASKED_AND_ANSWERED.contains(debt.getString("kind")) && !seen.containsKey(event)) {
                find("lost", "event %s never came to the consumer", event);
            }
        });
    }

    private void requireOneEventEach() {
        var events = new HashMap<String, Set<String>>();
        seen.forEach((event, data) -> events.computeIfAbsent(subject(data), first -> new LinkedHashSet<>())
                .add(event));
        events.forEach((subject, ids) -> {
            if (ids.size() > 1) {
                find("doubled", "%s was told under %d ids: %s", subject, ids.size(), ids);
            }
        });
    }

    private void requireOrder() {
        var last = new HashMap<String, Long>();
        seen.keySet().stream().filter(owed::containsKey).map(owed::get).forEachOrdered(debt -> {
            var item = debt.getString("item");
            var id = debt.getJsonNumber("id").longValueExact();
            if (id < last.getOrDefault(item, Long.MIN_VALUE)) {
                find("order", "event %s of item %s came after a later one", debt.getString("event"), item);
            }
            last.merge(item, id, Math::max);
        });
    }

    private void requireNoPhantoms() {
        seen.forEach((event, data) -> {
            if (!owed.containsKey(event)) {
                find("phantom", "event %s was heard, but nobody owed it", event);
            } else if (!owed.get(event).getString("subject").equals(subject(data))) {
                find("phantom", "event %s tells of %s instead", event, subject(data));
            } else if (!isTrue(data)) {
                find("phantom", "event %s tells something else than the database: %s", event, data);
            }
        });
    }

    private boolean isTrue(JsonObject data) {
        if (data.containsKey("decisionId")) {
            var decision = Optional.ofNullable(decisions.get(data.getString("decisionId")));
            return decision.filter(stored -> stored.getInt("sequence") == data.getInt("sequence"))
                    .filter(stored -> stored.getString("outcome").equals(data.getString("outcome")))
                    .isPresent();
        }
        var vote = Optional.ofNullable(votes.get(data.getString("voteId")));
        return vote.filter(stored -> stored.getString("choice").equals(data.getString("value")))
                .filter(stored -> stored.getString("reason").equals(data.getString("reason", "")))
                .isPresent();
    }

    private void requireEnd() {
        if (drainedAt.isEmpty()) {
            find("unsettled", "the outbox was never empty after the last fault");
        } else if (drainedAfter(healedAt) > MOST_DRAINING_US) {
            find("unsettled", "the outbox was empty %.1f s after the last fault only", drainedAfter(healedAt) / 1e6);
        }
        if (!ledgerIsWhole.orElse(false)) {
            find("ledger", "the ledger does not verify");
        }
    }

    private long drainedAfter(long moment) {
        return drainedAt.map(at -> at - moment).orElse(Long.MAX_VALUE);
    }

    private static String subject(JsonObject data) {
        return data.containsKey("decisionId") ? data.getString("decisionId") : data.getString("voteId");
    }

    private static long operation(JsonObject line) {
        return line.getJsonNumber("op").longValueExact();
    }

    private static long at(JsonObject line) {
        return line.getJsonNumber("us").longValueExact();
    }

    private void find(String rule, String what, Object... values) {
        findings.add(rule + ": " + what.formatted(values));
    }

    private int count(String answer) {
        return (int) answers.values().stream().filter(answer::equals).count();
    }

    private Verdict verdict() {
        var unknownButThere = (int) answers.entrySet().stream()
                .filter(known -> known.getValue().equals("unknown") && votesOf.containsKey(known.getKey()))
                .count();
        return new Verdict(
                findings,
                count("ok"),
                count("fail"),
                count("unknown"),
                unknownButThere,
                decisions.size(),
                seen.size() + repeated,
                repeated,
                kills,
                faults,
                drainedAfter(healedAt),
                drainedAfter(struckAt));
    }
}
