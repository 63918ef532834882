package dev.rushlight.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One open page of a {@link PlainVisitor}: the elements that the server keeps of it, found by their ids. */
final class PlainPage {
    /** The server's numbers for what it says of an element. */
    private static final int PROPERTIES = 1;

    private static final int CHILDREN = 2;
    private static final int ATTRIBUTES = 3;
    private static final int TEXT = 7;

    private static final int BODY = 1;

    private final PlainVisitor visitor;
    private final String address;
    private final String token;
    private final Map<Integer, Map<String, JsonValue>> attributes = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, List<Integer>> children = new HashMap<>();
    private JsonObject lastAnswer;

    PlainPage(PlainVisitor visitor, JsonObject start, String path) throws IOException {
        this.visitor = visitor;
        this.address = "/?v-r=uidl&v-uiId=" + start.getInt("v-uiId");
        this.lastAnswer = start.getJsonObject("uidl");
        this.token = lastAnswer.getString("Vaadin-Security-Key");
        follow(lastAnswer);
        goTo(path);
    }

    /** Shows another page in place of this one, as a link on it would. */
    void goTo(String path) throws IOException {
        send(event(BODY, "ui-navigate")
                .add(
                        "data",
                        Json.createObjectBuilder()
                                .add("route", path)
                                .add("query", "")
                                .add("appShellTitle", "")
                                .addNull("historyState")
                                .add("trigger", "")));
    }

    static JsonObjectBuilder event(int node, String name) {
        return Json.createObjectBuilder()
                .add("type", "event")
                .add("node", node)
                .add("event", name)
                .add("data", JsonValue.EMPTY_JSON_OBJECT);
    }

    static JsonObjectBuilder typed(int node, String value) {
        return Json.createObjectBuilder()
                .add("type", "mSync")
                .add("node", node)
                .add("feature", PROPERTIES)
                .add("property", "value")
                .add("value", value);
    }

    /** Sends what was done on the page in one request, and takes in what the server made of it. */
    void send(JsonObjectBuilder... doings) throws IOException {
        var all = Json.createArrayBuilder();
        for (var doing : doings) {
            all.add(doing);
        }
        var answer = visitor.post(
                address,
                Json.createObjectBuilder()
                        .add("csrfToken", token)
                        .add("rpc", all)
                        .add("syncId", lastAnswer.getInt("syncId"))
                        .add("clientId", lastAnswer.getInt("clientId"))
                        .build());
        if (!answer.containsKey("syncId") || !answer.containsKey("clientId") || answer.containsKey("meta")) {
            throw new IOException("The page is over: " + answer);
        }
        lastAnswer = answer;
        follow(answer);
    }

    void click(String id) throws IOException {
        send(event(node(id), "click"));
    }

    JsonObject lastAnswer() {
        return lastAnswer;
    }

    int node(String id) throws IOException {
        return find(id).orElseThrow(() -> new IOException("There is no #" + id + " on the page"));
    }

    Optional<Integer> find(String id) {
        return attributes.entrySet().stream()
                .filter(node ->
                        text(node.getValue().get("id")).filter(id::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** An attribute of the element, as far as it has it. */
    Optional<String> attribute(String id, String name) {
        return find(id).flatMap(node -> text(attributes.get(node).get(name)));
    }

    /** All text inside the element. */
    String text(String id) throws IOException {
        return textOf(node(id));
    }

    private String textOf(int node) {
        return texts.getOrDefault(node, "")
                + children.getOrDefault(node, List.of()).stream()
                        .map(this::textOf)
                        .collect(Collectors.joining(" "));
    }

    private void follow(JsonObject answer) {
        var changes = answer.getJsonArray("changes");
        if (changes != null) {
            changes.getValuesAs(JsonObject.class).forEach(this::take);
        }
    }

    private void take(JsonObject change) {
        var node = change.getInt("node");
        var feature = change.getInt("feat", 0);
        switch (change.getString("type")) {
            case "put" -> put(node, feature, change);
            case "remove" -> attributes.getOrDefault(node, new HashMap<>()).remove(change.getString("key", ""));
            case "clear" -> {
                if (feature == CHILDREN) {
                    children.remove(node);
                }
            }
            case "splice" -> {
                if (feature == CHILDREN) {
                    splice(children.computeIfAbsent(node, fresh -> new ArrayList<>()), change);
                }
            }
            case "detach" -> {
                attributes.remove(node);
                texts.remove(node);
                children.remove(node);
            }
            default -> {
                // Whatever else an element can do is nothing that is asked for here.
            }
        }
    }

    private void put(int node, int feature, JsonObject change) {
        var value = change.getOrDefault("value", JsonValue.NULL);
        if (feature == ATTRIBUTES) {
            attributes.computeIfAbsent(node, fresh -> new HashMap<>()).put(change.getString("key"), value);
        } else if (feature == TEXT) {
            text(value).ifPresent(text -> texts.put(node, text));
        }
    }

    private static void splice(List<Integer> nodes, JsonObject change) {
        var index = Math.min(change.getInt("index"), nodes.size());
        for (var removed = 0; removed < change.getInt("remove", 0) && index < nodes.size(); removed++) {
            nodes.remove(index);
        }
        JsonArray added = change.containsKey("addNodes") ? change.getJsonArray("addNodes") : JsonValue.EMPTY_JSON_ARRAY;
        for (var place = 0; place < added.size(); place++) {
            nodes.add(index + place, added.getInt(place));
        }
    }

    private static Optional<String> text(JsonValue value) {
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
