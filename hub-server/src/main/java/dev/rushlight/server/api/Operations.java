package dev.rushlight.server.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/** The operations that the hub knows, and how a batch of them is answered: in order, all or none. */
final class Operations {
    private final Map<String, Operation> byAction;
    private final int most;

    Operations(Map<String, Operation> byAction, int most) {
        this.byAction = Map.copyOf(byAction);
        this.most = most;
    }

    /** What clients need to construct their session. */
    static Operations standard(ApiLimits limits) {
        var schemas = Schemas.load();
        var information = ServerInformation.of(schemas);
        return new Operations(
                Map.of(
                        "query_server_information", request -> information,
                        "query_schemas", request -> schemas),
                limits.operations());
    }

    JsonArray answer(JsonValue batch) throws ApiFault {
        if (!(batch instanceof JsonArray requests)) {
            throw ApiFault.malformed("A batch is an array of operations.");
        }
        if (requests.size() > most) {
            throw ApiFault.tooLarge("A batch has at most %s operations.".formatted(most));
        }
        var answers = Json.createArrayBuilder();
        for (var request : requests) {
            answers.add(answerOne(request));
        }
        return answers.build();
    }

    private JsonValue answerOne(JsonValue request) throws ApiFault {
        if (!(request instanceof JsonObject operation) || !(operation.get("action") instanceof JsonString action)) {
            throw ApiFault.malformed("An operation is an object with an \"action\".");
        }
        var known = byAction.get(action.getString());
        if (known == null) {
            throw ApiFault.invalidAction(action.getString());
        }
        return known.perform(operation);
    }
}
