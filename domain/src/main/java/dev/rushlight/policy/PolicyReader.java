package dev.rushlight.policy;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Makes a policy of a JSON object, or says which field of it cannot be, and why. */
final class PolicyReader {

    private static final List<String> OF_POLICY = List.of(
            "name",
            "stages",
            "allowSelfApproval",
            "abstainAllowed",
            "onNewVersion",
            "overrideRoles",
            "requireNoOpenBlockers",
            "grace",
            "dueIn",
            "escalateTo");
    private static final List<String> OF_STAGE = List.of(
            "name",
            "mode",
            "quorum",
            "label",
            "reviewers",
            "blockingFunctions",
            "requireSeen",
            "parallel",
            "appliesTo");
    private static final List<String> OF_WORK = List.of("kinds", "projects", "steps");

    private static final Pattern PERCENTAGE = Pattern.compile("([1-9]\\d?|100)%");
    private static final Pattern PLAIN_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private PolicyReader() {}

    static Policy policy(String id, int revision, JsonObject json) {
        var fields = new Fields("", json, OF_POLICY);
        return new Policy(
                id,
                revision,
                name(fields, Policy.LONGEST_NAME),
                stages(fields),
                fields.flag("allowSelfApproval", false),
                fields.flag("abstainAllowed", true),
                fields.choice("onNewVersion", OnNewVersion.class).orElse(OnNewVersion.RESET),
                fields.list(
                                "overrideRoles",
                                0,
                                Policy.MOST_OVERRIDE_ROLES,
                                (role, at) -> matching(role, at, Words.ROLE, "a role in capital letters, such as LEAD"))
                        .map(PolicyReader::set)
                        .orElse(Policy.USUAL_OVERRIDE_ROLES),
                fields.flag("requireNoOpenBlockers", true),
                duration(fields, "grace", time -> time.compareTo(Policy.LONGEST_GRACE) <= 0, "from 0s to 1d"),
                duration(
                        fields,
                        "dueIn",
                        time -> !time.isZero() && time.compareTo(Policy.LONGEST_DUE_IN) <= 0,
                        "of more than 0s and at most 366d"),
                fields.value("escalateTo").map(whom -> selector(whom, "escalateTo")));
    }

    private static List<Stage> stages(Fields fields) {
        var stages = fields.required(
                "stages",
                fields.list("stages", 1, Policy.MOST_STAGES, (stage, at) -> stage(Fields.of(stage, at, OF_STAGE))));
        for (int i = 0; i < stages.size(); i++) {
            for (int before = 0; before < i; before++) {
                if (stages.get(i).name().equals(stages.get(before).name())) {
                    throw new MalformedPolicy("stages[%d].name must not be that of stages[%d], %s"
                            .formatted(i, before, Fields.quoted(stages.get(i).name())));
                }
            }
        }
        return stages;
    }

    private static Stage stage(Fields fields) {
        var name = name(fields, Stage.LONGEST_NAME);
        var mode = fields.required("mode", fields.choice("mode", Mode.class));
        return new Stage(
                name,
                fields.required("reviewers", fields.list("reviewers", 1, Stage.MOST_REVIEWERS, PolicyReader::selector)),
                mode,
                onlyFor(Mode.QUORUM, mode, fields, "quorum").map(value -> quorum(value, fields.path("quorum"))),
                fields.list(
                                "blockingFunctions",
                                0,
                                Stage.MOST_BLOCKING,
                                (function, at) ->
                                        matching(function, at, Words.FUNCTION, "a function such as vfx_supervisor"))
                        .map(PolicyReader::set)
                        .orElse(Set.of()),
                onlyFor(Mode.LABEL, mode, fields, "label")
                        .map(value -> matching(
                                value,
                                fields.path("label"),
                                Words.LABEL,
                                "1 to 60 letters, digits or _ . : / -, such as qc:black")),
                fields.flag("requireSeen", false),
                fields.flag("parallel", false),
                fields.value("appliesTo")
                        .map(work -> work(Fields.of(work, fields.path("appliesTo"), OF_WORK)))
                        .orElse(AppliesTo.EVERYTHING));
    }

    private static AppliesTo work(Fields fields) {
        return new AppliesTo(patterns(fields, "kinds"), patterns(fields, "projects"), patterns(fields, "steps"));
    }

    private static Set<String> patterns(Fields fields, String name) {
        return fields.list(
                        name, 0, AppliesTo.MOST_PATTERNS, (pattern, at) -> line(pattern, at, AppliesTo.LONGEST_PATTERN))
                .map(PolicyReader::set)
                .orElse(Set.of());
    }

    private static String name(Fields fields, int longest) {
        return line(fields.required("name", fields.value("name")), fields.path("name"), longest);
    }

    private static String line(JsonValue value, String at, int longest) {
        var text = Fields.text(value, at);
        if (!Words.fitOneLine(text, longest)) {
            throw new MalformedPolicy(
                    "%s must be one line of 1 to %d characters, not %s".formatted(at, longest, Fields.quoted(text)));
        }
        return text;
    }

    private static String matching(JsonValue value, String at, Pattern pattern, String allowed) {
        var text = Fields.text(value, at);
        if (!pattern.matcher(text).matches()) {
            throw new MalformedPolicy("%s must be %s, not %s".formatted(at, allowed, Fields.quoted(text)));
        }
        return text;
    }

    private static Selector selector(JsonValue value, String at) {
        var text = Fields.text(value, at);
        try {
            return Selector.parse(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedPolicy("%s must be user:NAME, function:NAME, role:NAME or submission:reviewers, not %s"
                    .formatted(at, Fields.quoted(text)));
        }
    }

    /** A field that one mode needs and that the others do not have. */
    private static Optional<JsonValue> onlyFor(Mode needing, Mode mode, Fields fields, String name) {
        var value = fields.value(name);
        if (value.isEmpty() && mode == needing) {
            throw new MalformedPolicy("%s is missing: the mode %s needs it".formatted(fields.path(name), mode));
        }
        if (value.isPresent() && mode != needing) {
            throw new MalformedPolicy(
                    "%s must not be there: it belongs to the mode %s".formatted(fields.path(name), needing));
        }
        return value;
    }

    private static Quorum quorum(JsonValue value, String at) {
        if (value instanceof JsonNumber number && isWholeUpTo(Quorum.MOST_PEOPLE, number.bigDecimalValue())) {
            return Quorum.of(number.intValue());
        }
        if (value instanceof JsonString text) {
            var percentage = PERCENTAGE.matcher(text.getString());
            if (percentage.matches()) {
                return Quorum.percent(Integer.parseInt(percentage.group(1)));
            }
        }
        throw new MalformedPolicy("%s must be a number of people from 1 to %d, or a share from \"1%%\" to \"100%%\""
                .formatted(at, Quorum.MOST_PEOPLE));
    }

    private static boolean isWholeUpTo(int most, BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    private static Optional<Duration> duration(Fields fields, String name, Predicate<Duration> fits, String allowed) {
        return fields.value(name).map(value -> {
            var text = Fields.text(value, name);
            return duration(text)
                    .filter(time -> !time.isNegative())
                    .filter(fits)
                    .orElseThrow(() ->
                            new MalformedPolicy("%s must be a time %s, such as \"90s\", \"2h\" or \"PT10S\", not %s"
                                    .formatted(name, allowed, Fields.quoted(text))));
        });
    }

    private static Optional<Duration> duration(String text) {
        var plain = PLAIN_DURATION.matcher(text);
        try {
            return Optional.of(
                    plain.matches() ? plain(Long.parseLong(plain.group(1)), plain.group(2)) : Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration plain(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    private static Set<String> set(List<String> words) {
        return new LinkedHashSet<>(words);
    }
}
