package dev.rushlight.review;

import dev.rushlight.installation.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** How the content of a version is kept as text in one column. */
final class ContentText {

    private ContentText() {}

    static String write(Content content) {
        return content.readBy(new Writer())
                .add("kind", content.kind().name())
                .build()
                .toString();
    }

    static Content read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            var json = reader.readObject();
            return switch (Kind.valueOf(json.getString("kind"))) {
                case ASSET -> new MediaContent(list(json, "media", ContentText::media));
                case CHANGESET -> new ChangesetContent(list(json, "changes", ContentText::change));
                case TASK ->
                    new TaskContent(
                            json.getString("status"),
                            text(json, "assignee"),
                            json.getString("description"),
                            list(json, "fields", ContentText::field),
                            list(json, "checklist", ContentText::check),
                            list(json, "links", ContentText::link));
            };
        }
    }

    /** Writes each shape of content. */
    private static final class Writer implements ContentReader<JsonObjectBuilder> {

        @Override
        public JsonObjectBuilder media(MediaContent content) {
            return Json.createObjectBuilder().add("media", array(content.media(), ContentText::write));
        }

        @Override
        public JsonObjectBuilder changeset(ChangesetContent content) {
            return Json.createObjectBuilder().add("changes", array(content.changes(), ContentText::write));
        }

        @Override
        public JsonObjectBuilder task(TaskContent task) {
            var json = Json.createObjectBuilder()
                    .add("status", task.status())
                    .add("description", task.description())
                    .add("fields", array(task.fields(), ContentText::write))
                    .add("checklist", array(task.checklist(), ContentText::write))
                    .add("links", array(task.links(), ContentText::write));
            task.assignee().ifPresent(assignee -> json.add("assignee", assignee));
            return json;
        }
    }

    private static JsonObjectBuilder write(Media media) {
        var json = Json.createObjectBuilder()
                .add("url", media.url().toString())
                .add("type", media.type().name())
                .add("contentType", media.contentType())
                .add("startFrame", media.startFrame())
                .add("dropFrame", media.dropFrame());
        media.posterUrl().ifPresent(poster -> json.add("posterUrl", poster.toString()));
        media.rate()
                .ifPresent(rate -> json.add(
                        "rate", Json.createArrayBuilder().add(rate.numerator()).add(rate.denominator())));
        media.frames().ifPresent(frames -> json.add("frames", frames));
        media.tcStart().ifPresent(start -> json.add("tcStart", start));
        media.width().ifPresent(width -> json.add("width", width));
        media.height().ifPresent(height -> json.add("height", height));
        media.sha256().ifPresent(sha256 -> json.add("sha256", sha256));
        return json;
    }

    private static Media media(JsonObject json) {
        return new Media(
                URI.create(json.getString("url")),
                MediaType.valueOf(json.getString("type")),
                json.getString("contentType"),
                text(json, "posterUrl").map(URI::create),
                Optional.ofNullable(json.getJsonArray("rate"))
                        .map(rate -> new FrameRate(rate.getInt(0), rate.getInt(1))),
                number(json, "frames"),
                json.getInt("startFrame"),
                text(json, "tcStart"),
                json.getBoolean("dropFrame"),
                number(json, "width"),
                number(json, "height"),
                text(json, "sha256"));
    }

    private static JsonObjectBuilder write(Change change) {
        var json = Json.createObjectBuilder()
                .add("path", change.path())
                .add("action", change.action().name());
        change.oldPath().ifPresent(path -> json.add("oldPath", path));
        change.diff().ifPresent(diff -> json.add("diff", diff));
        return json;
    }

    private static Change change(JsonObject json) {
        return new Change(
                json.getString("path"),
                text(json, "oldPath"),
                ChangeAction.valueOf(json.getString("action")),
                text(json, "diff"));
    }

    private static JsonObjectBuilder write(FieldChange field) {
        return Json.createObjectBuilder()
                .add("name", field.name())
                .add("before", field.before())
                .add("after", field.after());
    }

    private static FieldChange field(JsonObject json) {
        return new FieldChange(json.getString("name"), json.getString("before"), json.getString("after"));
    }

    private static JsonObjectBuilder write(CheckItem item) {
        return Json.createObjectBuilder().add("text", item.text()).add("done", item.done());
    }

    private static CheckItem check(JsonObject json) {
        return new CheckItem(json.getString("text"), json.getBoolean("done"));
    }

    private static JsonObjectBuilder write(Link link) {
        return Json.createObjectBuilder()
                .add("label", link.label())
                .add("url", link.url().toString());
    }

    private static Link link(JsonObject json) {
        return new Link(json.getString("label"), URI.create(json.getString("url")));
    }

    private static <T> JsonArrayBuilder array(List<T> values, Function<T, JsonObjectBuilder> write) {
        var array = Json.createArrayBuilder();
        values.forEach(value -> array.add(write.apply(value)));
        return array;
    }

    private static <T> List<T> list(JsonObject json, String name, Function<JsonObject, T> read) {
        return json.getJsonArray(name).getValuesAs(read::apply);
    }

    private static Optional<String> text(JsonObject json, String name) {
        return Optional.ofNullable(json.getString(name, null));
    }

    private static OptionalInt number(JsonObject json, String name) {
        return json.containsKey(name) ? OptionalInt.of(json.getInt(name)) : OptionalInt.empty();
    }
}
