package dev.rushlight.policy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A policy as JSON text for people to read and change, one stage a line; {@code docs/policies.md} describes it. What is as
 * usual is left out, and so are id and revision, which are not for an author to choose.
 */
public final class PolicyText {

    /** Looked for once: a policy is read at every vote. */
    private static final JsonProvider JSON = JsonProvider.provider();

    static final int LONGEST = 65_536;
    static final int DEEPEST = 8;

    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS);

    private PolicyText() {}

    /** What {@link #read} makes an equal policy of. */
    public static String write(Policy policy) {
        return requireShort(layOut(json(policy)));
    }

    /** A JSON object as {@link #write} lays out a policy, whether or not it is one. */
    public static String layOut(JsonObject policy) {
        return policy.entrySet().stream()
                .map(field -> "%s: %s".formatted(Json.createValue(field.getKey()), laidOut(field.getValue())))
                .collect(Collectors.joining(",\n  ", "{\n  ", "\n}\n"));
    }

    public static Policy read(String id, int revision, String json) {
        return PolicyReader.policy(id, revision, parse(requireShort(json)));
    }

    private static String requireShort(String text) {
        if (text.length() > LONGEST) {
            throw new MalformedPolicy(
                    "The text has %d characters, and %d are allowed".formatted(text.length(), LONGEST));
        }
        return text;
    }

    /** As {@link #write}, before it becomes text. */
    public static JsonObject json(Policy policy) {
        var json = Json.createObjectBuilder().add("name", policy.name());
        var stages = Json.createArrayBuilder();
        policy.stages().forEach(stage -> stages.add(json(stage)));
        json.add("stages", stages);
        addUnless(false, json, "allowSelfApproval", policy.allowSelfApproval());
        addUnless(true, json, "abstainAllowed", policy.abstainAllowed());
        if (policy.onNewVersion() != OnNewVersion.RESET) {
            json.add("onNewVersion", policy.onNewVersion().name());
        }
        if (!policy.overrideRoles().equals(Policy.USUAL_OVERRIDE_ROLES)) {
            json.add("overrideRoles", names(policy.overrideRoles()));
        }
        addUnless(true, json, "requireNoOpenBlockers", policy.requireNoOpenBlockers());
        policy.grace().ifPresent(grace -> json.add("grace", text(grace)));
        policy.dueIn().ifPresent(dueIn -> json.add("dueIn", text(dueIn)));
        policy.escalateTo().ifPresent(whom -> json.add("escalateTo", whom.text()));
        return json.build();
    }

    private static JsonObjectBuilder json(Stage stage) {
        var json = Json.createObjectBuilder()
                .add("name", stage.name())
                .add("mode", stage.mode().name());
        stage.quorum().ifPresent(quorum -> json.add("quorum", json(quorum)));
        stage.label().ifPresent(label -> json.add("label", label));
        json.add(
                "reviewers",
                Json.createArrayBuilder(
                        stage.reviewers().stream().map(Selector::text).toList()));
        addUnlessEmpty(json, "blockingFunctions", stage.blockingFunctions());
        addUnless(false, json, "requireSeen", stage.requireSeen());
        addUnless(false, json, "parallel", stage.parallel());
        if (!stage.appliesTo().equals(AppliesTo.EVERYTHING)) {
            json.add("appliesTo", json(stage.appliesTo()));
        }
        return json;
    }

    private static JsonValue json(Quorum quorum) {
        return quorum.isPercentage() ? Json.createValue(quorum.inWords()) : Json.createValue(quorum.amount());
    }

    private static JsonObjectBuilder json(AppliesTo work) {
        var json = Json.createObjectBuilder();
        addUnlessEmpty(json, "kinds", work.kinds());
        addUnlessEmpty(json, "projects", work.projects());
        addUnlessEmpty(json, "steps", work.steps());
        return json;
    }

    private static void addUnless(boolean usual, JsonObjectBuilder json, String name, boolean value) {
        if (value != usual) {
            json.add(name, value);
        }
    }

    private static void addUnlessEmpty(JsonObjectBuilder json, String name, Set<String> values) {
        if (!values.isEmpty()) {
            json.add(name, names(values));
        }
    }

    private static JsonArrayBuilder names(Collection<String> names) {
        return Json.createArrayBuilder(names.stream().sorted().toList());
    }

    /** In the largest unit of which there is a whole number: {@code 90m}, {@code 2h}. */
    static String text(Duration time) {
        return UNITS.stream()
                .filter(unit -> isWhole(time, unit))
                .findFirst()
                .map(unit -> time.dividedBy(unit.getDuration())
                        + unit.name().substring(0, 1).toLowerCase(Locale.ROOT))
                .orElseGet(time::toString);
    }

    private static boolean isWhole(Duration time, ChronoUnit unit) {
        return unit.getDuration()
                        .multipliedBy(time.dividedBy(unit.getDuration()))
                        .equals(time)
                && (!time.isZero() || unit == ChronoUnit.SECONDS);
    }

    private static String laidOut(JsonValue value) {
        return value instanceof JsonArray list && !list.isEmpty() && list.get(0) instanceof JsonObject
                ? list.stream().map(JsonValue::toString).collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"))
                : value.toString();
    }

    private static JsonObject parse(String text) {
        try {
            requireSound(text);
            try (var reader = JSON.createReader(new StringReader(text))) {
                if (reader.readValue() instanceof JsonObject policy) {
                    return policy;
                }
            }
        } catch (JsonParsingException e) {
            throw new MalformedPolicy("The text is not JSON from %s on".formatted(place(e.getLocation(), text)));
        }
        throw new MalformedPolicy("The text must be a JSON object");
    }

    /** The parser's place may lie behind the end of a text that ends too early; its line and column are wrong then. */
    private static String place(JsonLocation location, String text) {
        var position = (int) Math.max(0, Math.min(location.getStreamOffset(), text.length()));
        var before = text.substring(0, position);
        var line = 1 + before.chars().filter(c -> c == '\n').count();
        return "line %d, column %d".formatted(line, position - before.lastIndexOf('\n'));
    }

    /** Looks at the whole text before anything is made of it. */
    private static void requireSound(String text) {
        var objects = new ArrayDeque<Set<String>>();
        try (var parser = JSON.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> objects.push(new HashSet<>());
                    case END_OBJECT, END_ARRAY -> objects.pop();
                    case KEY_NAME -> requireNew(parser, objects.element());
                    case VALUE_STRING, VALUE_NUMBER, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {}
                }
                if (objects.size() > DEEPEST) {
                    throw new MalformedPolicy("The text is nested more than %d levels deep".formatted(DEEPEST));
                }
            }
        }
    }

    private static void requireNew(JsonParser parser, Set<String> known) {
        if (!known.add(parser.getString())) {
            throw new MalformedPolicy("%s stands twice in one object, the second time in line %d"
                    .formatted(
                            Fields.quoted(parser.getString()),
                            parser.getLocation().getLineNumber()));
        }
    }
}
