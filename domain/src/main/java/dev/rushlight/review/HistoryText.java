package dev.rushlight.review;

import dev.rushlight.installation.Json;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.StageExplanation;
import dev.rushlight.policy.Veto;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How names, votes and explanations are kept as text in one column. */
final class HistoryText {

    private HistoryText() {}

    static String writeNames(Collection<String> names) {
        return Json.createArrayBuilder(names).build().toString();
    }

    static List<String> readNames(String text) {
        return names(array(text));
    }

    static String writeFunctions(Set<String> functions) {
        return functions.stream().sorted().collect(Collectors.joining(" "));
    }

    static Set<String> readFunctions(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    static String writeVetoes(List<Veto> vetoes) {
        var array = Json.createArrayBuilder();
        vetoes.forEach(veto ->
                array.add(Json.createObjectBuilder().add("by", veto.by()).add("version", veto.version())));
        return array.build().toString();
    }

    static List<Veto> readVetoes(String text) {
        return array(text).getValuesAs(JsonObject.class).stream()
                .map(veto -> new Veto(veto.getString("by"), veto.getInt("version")))
                .toList();
    }

    static String writeVotes(List<DecidedVote> votes) {
        var array = Json.createArrayBuilder();
        votes.forEach(vote -> {
            var text = Json.createObjectBuilder()
                    .add("by", vote.username())
                    .add("role", vote.role().name())
                    .add("functions", Json.createArrayBuilder(vote.functions()))
                    .add("choice", vote.choice().name())
                    .add("onBehalfOf", Json.createArrayBuilder(vote.onBehalfOf()))
                    .add("at", vote.castAt().toString());
            vote.label().ifPresent(label -> text.add("label", label));
            array.add(text);
        });
        return array.build().toString();
    }

    /** Also what was written when votes had neither functions nor labels. */
    static List<DecidedVote> readVotes(String text) {
        return array(text).getValuesAs(JsonObject.class).stream()
                .map(vote -> new DecidedVote(
                        vote.getString("by"),
                        Role.valueOf(vote.getString("role")),
                        Set.copyOf(optionalNames(vote, "functions")),
                        Choice.valueOf(vote.getString("choice")),
                        Optional.ofNullable(vote.getString("label", null)),
                        optionalNames(vote, "onBehalfOf"),
                        Instant.parse(vote.getString("at"))))
                .toList();
    }

    static String writeExplanation(List<StageExplanation> explanation) {
        var array = Json.createArrayBuilder();
        explanation.forEach(stage -> array.add(Json.createObjectBuilder()
                .add("stage", stage.stage())
                .add("status", stage.status().name())
                .add("need", stage.need())
                .add("have", stage.have())
                .add("waitingFor", Json.createArrayBuilder(stage.waitingFor()))
                .add("blockedBy", Json.createArrayBuilder(stage.blockedBy()))
                .add("text", stage.text())));
        return array.build().toString();
    }

    static List<StageExplanation> readExplanation(String text) {
        return array(text).getValuesAs(JsonObject.class).stream()
                .map(stage -> new StageExplanation(
                        stage.getString("stage"),
                        StageExplanation.Status.valueOf(stage.getString("status")),
                        stage.getString("need"),
                        stage.getInt("have"),
                        names(stage.getJsonArray("waitingFor")),
                        names(stage.getJsonArray("blockedBy")),
                        stage.getString("text")))
                .toList();
    }

    private static List<String> optionalNames(JsonObject object, String field) {
        return object.containsKey(field) ? names(object.getJsonArray(field)) : List.of();
    }

    private static List<String> names(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static JsonArray array(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }
}
