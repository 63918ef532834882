package dev.rushlight.review;

import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.StageExplanation;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** How names, votes and explanations are kept as text in one column. */
final class HistoryText {

    private HistoryText() {}

    static String writeNames(Collection<String> names) {
        return Json.createArrayBuilder(names).build().toString();
    }

    static List<String> readNames(String text) {
        return names(array(text));
    }

    static String writeVotes(List<DecidedVote> votes) {
        var array = Json.createArrayBuilder();
        votes.forEach(vote -> array.add(Json.createObjectBuilder()
                .add("by", vote.username())
                .add("role", vote.role().name())
                .add("choice", vote.choice().name())
                .add("at", vote.castAt().toString())));
        return array.build().toString();
    }

    static List<DecidedVote> readVotes(String text) {
        return array(text).getValuesAs(JsonObject.class).stream()
                .map(vote -> new DecidedVote(
                        vote.getString("by"),
                        Role.valueOf(vote.getString("role")),
                        Choice.valueOf(vote.getString("choice")),
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
