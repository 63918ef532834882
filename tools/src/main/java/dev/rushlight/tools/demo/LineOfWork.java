package dev.rushlight.tools.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** One shot, changeset or task of the demo, with the takes that are prepared for it. */
record LineOfWork(String project, String kind, JsonObject line, JsonArray takes) {

    String name() {
        return line.getString("name");
    }

    /** Whether this is the line of the item that an event describes. */
    boolean isAbout(JsonObject item) {
        return item.get("line") instanceof JsonObject other
                && other.getString("key", "").equals(line.getString("key"))
                && item.getString("project", "").equals(project);
    }

    /** Whether there is something new to show as this version. */
    boolean hasTake(int version) {
        return version <= takes.size();
    }

    /**
     * The data of the {@code webreview.submit} event for a version; the same version always has the same submission key.
     *
     * @param request what the reviewer of the version before asked for
     */
    JsonObject submission(int version, Optional<String> request, Function<String, URI> pictures) {
        var take = takes.getJsonObject(Math.min(version, takes.size()) - 1);
        var data = Json.createObjectBuilder()
                .add("schema", "webreview.submit/1")
                .add("kind", kind)
                .add("project", project)
                .add("line", line)
                .add("version", version)
                .add("submissionKey", "demo-artist/%s/v%s".formatted(line.getString("key"), version))
                .add("description", description(take, version, request));
        take.forEach((name, value) -> {
            if (!name.equals("description")) {
                data.add(name, filled(name, value, pictures));
            }
        });
        return data.build();
    }

    private String description(JsonObject take, int version, Optional<String> request) {
        var said = hasTake(version)
                ? take.getString("description")
                : "Version %d once more: nothing newer is prepared for this demo.".formatted(takes.size());
        return request.map(wish -> said + "\n\nAsked for: " + wish).orElse(said);
    }

    /** Puts addresses, digests and diffs in the place of the file names that the demo's production has. */
    private static JsonValue filled(String name, JsonValue value, Function<String, URI> pictures) {
        if (value instanceof JsonObject object) {
            var copy = Json.createObjectBuilder();
            object.forEach((key, child) -> copy.add(key, filled(key, child, pictures)));
            if (name.equals("media")) {
                copy.add("sha256", DemoFiles.sha256(object.getString("url")));
            }
            return copy.build();
        }
        if (value instanceof JsonArray array) {
            var copy = Json.createArrayBuilder();
            array.forEach(child -> copy.add(filled(name, child, pictures)));
            return copy.build();
        }
        if (value instanceof JsonString text) {
            return Json.createValue(
                    switch (name) {
                        case "url", "posterUrl" ->
                            pictures.apply(text.getString()).toString();
                        case "diff" -> DemoFiles.text(text.getString());
                        default -> text.getString();
                    });
        }
        return value;
    }
}
