package dev.rushlight.policy;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A policy as JSON text, to be kept and to be read by people. What is as usual may be left out; id and revision are, because
 * they are not for an author to choose.
 */
public final class PolicyText {

    private PolicyText() {}

    /** What {@link #read} makes an equal policy of. */
    public static String write(Policy policy) {
        var stages = Json.createArrayBuilder();
        policy.stages().forEach(stage -> stages.add(stage(stage)));
        var text = Json.createObjectBuilder()
                .add("name", policy.name())
                .add("stages", stages)
                .add("allowSelfApproval", policy.allowSelfApproval())
                .add("abstainAllowed", policy.abstainAllowed())
                .add("onNewVersion", policy.onNewVersion().name())
                .add("overrideRoles", names(policy.overrideRoles()))
                .add("requireNoOpenBlockers", policy.requireNoOpenBlockers());
        policy.grace().ifPresent(time -> text.add("grace", time.toString()));
        policy.dueIn().ifPresent(time -> text.add("dueIn", time.toString()));
        policy.escalateTo().ifPresent(whom -> text.add("escalateTo", whom.text()));
        return text.build().toString();
    }

    public static Policy read(String id, int revision, String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            var policy = reader.readObject();
            return new Policy(
                    id,
                    revision,
                    policy.getString("name"),
                    policy.getJsonArray("stages").getValuesAs(JsonObject.class).stream()
                            .map(PolicyText::stage)
                            .toList(),
                    policy.getBoolean("allowSelfApproval", false),
                    policy.getBoolean("abstainAllowed", true),
                    OnNewVersion.valueOf(policy.getString("onNewVersion", OnNewVersion.RESET.name())),
                    policy.containsKey("overrideRoles") ? names(policy, "overrideRoles") : Set.of(Member.LEAD),
                    policy.getBoolean("requireNoOpenBlockers", true),
                    optional(policy, "grace").map(Duration::parse),
                    optional(policy, "dueIn").map(Duration::parse),
                    optional(policy, "escalateTo").map(Selector::parse));
        }
    }

    private static JsonObject stage(Stage stage) {
        var text = Json.createObjectBuilder()
                .add("name", stage.name())
                .add("mode", stage.mode().name())
                .add(
                        "reviewers",
                        Json.createArrayBuilder(
                                stage.reviewers().stream().map(Selector::text).toList()));
        stage.quorum().ifPresent(quorum -> text.add("quorum", quorum(quorum)));
        stage.label().ifPresent(label -> text.add("label", label));
        return text.add("blockingFunctions", names(stage.blockingFunctions()))
                .add("requireSeen", stage.requireSeen())
                .add("parallel", stage.parallel())
                .add(
                        "appliesTo",
                        Json.createObjectBuilder()
                                .add("kinds", names(stage.appliesTo().kinds()))
                                .add("projects", names(stage.appliesTo().projects()))
                                .add("steps", names(stage.appliesTo().steps())))
                .build();
    }

    private static Stage stage(JsonObject stage) {
        return new Stage(
                stage.getString("name"),
                names(stage, "reviewers").stream().map(Selector::parse).toList(),
                Mode.valueOf(stage.getString("mode")),
                Optional.ofNullable(stage.get("quorum")).map(PolicyText::quorum),
                names(stage, "blockingFunctions"),
                optional(stage, "label"),
                stage.getBoolean("requireSeen", false),
                stage.getBoolean("parallel", false),
                Optional.ofNullable(stage.getJsonObject("appliesTo"))
                        .map(work -> new AppliesTo(names(work, "kinds"), names(work, "projects"), names(work, "steps")))
                        .orElse(AppliesTo.EVERYTHING));
    }

    private static JsonValue quorum(Quorum quorum) {
        return quorum.isPercentage() ? Json.createValue(quorum.amount() + "%") : Json.createValue(quorum.amount());
    }

    private static Quorum quorum(JsonValue value) {
        var text = value instanceof JsonString string ? string.getString() : value.toString();
        return text.endsWith("%")
                ? Quorum.percent(Integer.parseInt(text.substring(0, text.length() - 1)))
                : Quorum.of(Integer.parseInt(text));
    }

    private static Optional<String> optional(JsonObject object, String field) {
        return Optional.ofNullable(object.getString(field, null));
    }

    private static JsonArrayBuilder names(Collection<String> names) {
        return Json.createArrayBuilder(names.stream().sorted().toList());
    }

    private static Set<String> names(JsonObject object, String field) {
        var names = new LinkedHashSet<String>();
        if (object.containsKey(field)) {
            object.getJsonArray(field).getValuesAs(JsonString.class).forEach(name -> names.add(name.getString()));
        }
        return names;
    }
}
