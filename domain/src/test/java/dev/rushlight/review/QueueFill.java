package dev.rushlight.review;

import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Fills a database with a studio's items, quickly: rows are written as the product would, but in batches and with the
 * largest index made at the end. What there is of everything grows with the number of items, except for the rare things.
 */
final class QueueFill {

    static final Identity MARIA =
            new Identity(PersonId.random(), "maria", "Maria", Role.LEAD, Set.of("vfx_supervisor"), PersonKind.HUMAN);

    /** In four items, however many there are. */
    static final String RARE_WORD = "zebra";

    /** In an eighth of all items. */
    static final String COMMON_WORD = "comp";

    /** In a tenth of all items. */
    static final String OTHER_WORD = "fog";

    /** Each in half of the items, and never in the same one. */
    static final List<String> WORDS_APART = List.of("north", "south");

    /** A hundred words begin with it. */
    static final String BEGINNING = "sh1";

    static final String PROJECT = "harbour 3";
    static final String SMALL_PROJECT = "title test";

    private static final List<String> MIGRATIONS =
            List.of("V1__people_review_exchange.sql", "V3__policy_and_life_cycle.sql", "V9__queue_and_search.sql");
    private static final Pattern INDEX = Pattern.compile(
            "create (?:unique )?index (\\w+)\\s+on (review_item|awaited|followed|search_token|search_word) [^;]+");
    static final Instant FIRST = Instant.parse("2024-01-01T08:00:00Z");
    private static final int BATCH = 5_000;
    private static final List<String> STEPS =
            List.of(COMMON_WORD, "light", "anim", "fx", "layout", "matchmove", "roto", "paint");
    private static final List<String> DESCRIPTIONS = List.of("%s pier", "%s wall, edge fixed", "%s view");

    private final Connection connection;
    private final Random random = new Random(7);
    private final Set<String> vocabulary = new HashSet<>();
    private final UUID hub = UUID.randomUUID();
    private final List<PreparedStatement> statements = new ArrayList<>();

    private QueueFill(Connection connection) {
        this.connection = connection;
    }

    static void fill(Connection connection, int items) throws SQLException {
        connection.setAutoCommit(false);
        new QueueFill(connection).fill(items);
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    connection.getMetaData().getURL().startsWith("jdbc:postgresql:") ? "vacuum analyze" : "analyze");
        }
    }

    private void fill(int items) throws SQLException {
        run("insert into review.hub_connection (id, name, kind, enabled, created_at, revision)"
                + " values ('%s', '%s', 'EMBEDDED', true, current_timestamp, 0)"
                        .formatted(hub, hub.toString().substring(0, 8)));
        // Made anew at the end: that is many times faster than keeping them.
        var indexes = indexes();
        for (var index : indexes) {
            run("drop index review." + index.name());
        }
        var item = prepared(
                "review_item (id, connection_id, project, line_key, name, kind, current_version, outcome,"
                        + " open_for_review, submitter, submitted_at, decision_sequence, updated_at, revision)",
                14);
        var entry = prepared("search_entry (item_id, submitted_at, submitter, outcome, words)", 5);
        var token = prepared("search_token (word, submitted_at, item_id)", 3);
        var word = prepared("search_word (letters)", 1);
        var awaited = prepared("awaited (selector, since, item_id)", 3);
        var followed = prepared("followed (username, since, item_id)", 3);
        for (var number = 0; number < items; number++) {
            write(number, items, item, entry, token, word, awaited, followed);
            if (number % BATCH == BATCH - 1 || number == items - 1) {
                for (var statement : statements) {
                    statement.executeBatch();
                }
                connection.commit();
            }
        }
        for (var index : indexes) {
            run(index.statement());
            connection.commit();
        }
    }

    private void write(
            int number,
            int items,
            PreparedStatement item,
            PreparedStatement entry,
            PreparedStatement token,
            PreparedStatement word,
            PreparedStatement awaited,
            PreparedStatement followed)
            throws SQLException {
        var id = new UUID(random.nextLong(), random.nextLong());
        // The same 40 items at even distances, whatever the number of items: rare things neither cluster nor grow.
        var isRare = number % (items / 40) == 0;
        var project = isRare ? SMALL_PROJECT : "harbour " + random.nextInt(20);
        var kind = pick(random.nextInt(10), 7, Kind.ASSET, 9, Kind.TASK, Kind.CHANGESET);
        var outcome = outcome(random.nextInt(1000));
        var step = STEPS.get(random.nextInt(STEPS.size()));
        var shot = "sh%04d".formatted(10 * random.nextInt(500));
        var name = "%s_%s_v%03d".formatted(shot, step, 1 + random.nextInt(40));
        var submitter = random.nextInt(50) == 0 ? MARIA.username() : "artist" + random.nextInt(60);
        var description = DESCRIPTIONS.get(random.nextInt(DESCRIPTIONS.size())).formatted(WORDS_APART.get(number % 2))
                + (random.nextInt(10) == 0 ? " with " + OTHER_WORD : "")
                + (isRare && number / (items / 40) % 10 == 0 ? " and a " + RARE_WORD : "");
        var submitted = FIRST.plusSeconds(40L * number + random.nextInt(30)).atOffset(ZoneOffset.UTC);
        var updated = submitted.plusSeconds(random.nextInt(200_000));
        var words = SearchWords.of(List.of(name, shot + "/" + step + "/" + number, project, submitter), description);

        add(
                item,
                id,
                hub,
                project,
                shot + "/" + step + "/" + number,
                name,
                kind.name(),
                1,
                outcome.name(),
                outcome.isOpen(),
                submitter,
                submitted,
                0L,
                updated,
                0);
        add(entry, id, submitted, submitter, outcome.name(), String.join(" ", words));
        for (var one : words) {
            add(token, one, submitted, id);
            if (vocabulary.add(one)) {
                add(word, (Object) one.getBytes(StandardCharsets.UTF_8));
            }
        }
        add(token, Facet.PROJECT.of(project), submitted, id);
        add(token, Facet.KIND.of(kind), submitted, id);
        add(token, Facet.SUBMITTER.of(submitter), submitted, id);
        add(token, Facet.OUTCOME.of(outcome), submitted, id);
        if (outcome.isOpen()) {
            add(awaited, "role:REVIEWER", submitted, id);
            if (random.nextInt(4) == 0) {
                add(awaited, "function:vfx_supervisor", submitted, id);
            }
            if (random.nextInt(20) == 0) {
                add(awaited, "user:maria", submitted, id);
            }
            add(followed, submitter, submitted, id);
            if (!submitter.equals(MARIA.username()) && random.nextInt(20) == 0) {
                add(followed, MARIA.username(), submitted, id);
            }
        }
    }

    private static Outcome outcome(int luck) {
        if (luck < 200) {
            return luck < 120 ? Outcome.PENDING : luck < 190 ? Outcome.IN_REVIEW : Outcome.ON_HOLD;
        }
        return luck < 700
                ? Outcome.APPROVED
                : luck < 850 ? Outcome.APPROVED_WITH_NOTES : luck < 990 ? Outcome.CHANGES_REQUESTED : Outcome.REJECTED;
    }

    private static Kind pick(int luck, int first, Kind one, int second, Kind other, Kind rest) {
        return luck < first ? one : luck < second ? other : rest;
    }

    private PreparedStatement prepared(String into, int values) throws SQLException {
        var statement = connection.prepareStatement(
                "insert into review.%s values (?%s)".formatted(into, ", ?".repeat(values - 1)));
        statements.add(statement);
        return statement;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (var index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        statement.addBatch();
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An index of what is filled here, and the statement of the migration that makes it. */
    private record Index(String name, String statement) {}

    private static List<Index> indexes() {
        return MIGRATIONS.stream()
                .flatMap(file -> INDEX.matcher(text(file)).results())
                .map(found -> new Index(
                        found.group(1), found.group().replace("on " + found.group(2), "on review." + found.group(2))))
                .toList();
    }

    private static String text(String migration) {
        try (var file = QueueFill.class.getResourceAsStream("/db/migration/review/" + migration)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
