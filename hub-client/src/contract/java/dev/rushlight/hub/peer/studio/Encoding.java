package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Jobs that make media fit for the web; every batch that comes after brings them one step on. */
final class Encoding {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Map<String, String> OUTPUTS =
            Map.of("ftrackreview-mp4", "video/mp4", "thumbnail", "image/jpeg");

    private final Rows rows;
    private final Shelf shelf;
    private final Instant now;

    Encoding(Rows rows, Shelf shelf, Instant now) {
        this.rows = rows;
        this.shelf = shelf;
        this.now = now;
    }

    /** Makes the job and, at once, the components that it will fill. */
    JsonObject begin(JsonObject operation, String user) {
        var source = rows.get("Component", List.of(operation.getString("component_id")));
        var version = Optional.ofNullable(operation.get("version_id"))
                .filter(JsonString.class::isInstance)
                .map(it -> ((JsonString) it).getString());
        version.ifPresent(id -> rows.get("AssetVersion", List.of(id)));
        var job = UUID.randomUUID().toString();
        var outputs = JSON.createArrayBuilder();
        OUTPUTS.forEach((name, format) -> outputs.add(
                JSON.createObjectBuilder().add("format", format).add("component_id", output(name, job, version))));
        var data = JSON.createObjectBuilder()
                .add("output", outputs)
                .add("source_component_id", source.id())
                .add("keep_original", operation.getBoolean("keep_original", false))
                .build();
        put(
                "Job",
                List.of(job),
                Map.of("id", job, "status", "queued", "type", "api_job", "user_id", user, "data", data.toString()));
        return JSON.createObjectBuilder()
                .add("action", "encode_media")
                .add("job_id", job)
                .build();
    }

    /** Queued jobs run, and running ones end: well if the media is there, badly if not. */
    void advance() {
        rows.ofType("Job").toList().forEach(job -> {
            var next = switch (job.text("status").orElse("")) {
                case "queued" -> "running";
                case "running" -> shelf.has(source(job)) ? "done" : "failed";
                default -> "";
            };
            if (job.text("data").isPresent() && !next.isEmpty()) {
                var changed = job.with("status", JSON.createValue(next));
                rows.put(next.equals("running") ? changed : changed.with("finished_at", Values.dateTime(now)));
            }
        });
    }

    private String output(String name, String job, Optional<String> version) {
        var id = UUID.randomUUID().toString();
        var component = new LinkedHashMap<String, String>();
        component.put("id", id);
        component.put("name", name);
        component.put("system_type", "file");
        component.put("file_type", name.equals("thumbnail") ? ".jpg" : ".mp4");
        version.ifPresent(it -> component.put("version_id", it));
        put("FileComponent", List.of(id), component);
        put("JobComponent", List.of(id, job), Map.of("component_id", id, "job_id", job));
        return id;
    }

    private static String source(Row job) {
        var data = job.text("data").orElse("{}");
        try (var reader = JSON.createReader(new StringReader(data))) {
            return reader.readObject().getString("source_component_id", "");
        }
    }

    private void put(String type, List<String> key, Map<String, String> texts) {
        var columns = new LinkedHashMap<String, JsonValue>();
        texts.forEach((name, text) -> columns.put(name, JSON.createValue(text)));
        if (type.equals("Job")) {
            columns.put("created_at", Values.dateTime(now));
        }
        rows.put(new Row(type, key, columns));
    }
}
