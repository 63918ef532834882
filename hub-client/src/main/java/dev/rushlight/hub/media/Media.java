package dev.rushlight.hub.media;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Uploads and downloads of components, and what the server makes of them; may be used by several threads. */
public final class Media {

    /** The id of the location {@code ftrack.server}, the same on every server. */
    public static final String SERVER_LOCATION = "3a372bde-05bc-11e4-8908-20c9d081909b";

    /** The id of the location {@code ftrack.review}, the same on every server. */
    public static final String REVIEW_LOCATION = "cd41be70-8809-11e3-b98a-20c9d081909b";

    private static final Map<String, EncodeJob.Status> STATUSES = Map.of(
            "queued", EncodeJob.Status.QUEUED,
            "running", EncodeJob.Status.RUNNING,
            "done", EncodeJob.Status.DONE,
            "failed", EncodeJob.Status.FAILED);

    private final Batches server;
    private final Downloads downloads;
    private final Uploads uploads;

    public Media(HubSettings settings, Batches server) {
        this(settings, server, (topic, data) -> {});
    }

    /** @param publisher publishes an event with a topic and data; what it throws is ignored */
    public Media(HubSettings settings, Batches server, BiConsumer<String, JsonObject> publisher) {
        this(settings, server, publisher, Patience.of(settings));
    }

    Media(HubSettings settings, Batches server, BiConsumer<String, JsonObject> publisher, Patience patience) {
        this.server = server;
        var storage = new Storage(settings, patience);
        downloads = new Downloads(storage);
        uploads = new Uploads(new UploadCalls(server, patience), storage, publisher);
    }

    /** An upload of a file, which becomes a component of the file's name. */
    public Upload upload(Path file) {
        var name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        return new Upload(uploads, name, () -> FileContent.open(file));
    }

    /** An upload of bytes as if they were in a file of that name. */
    public Upload upload(String fileName, byte[] bytes) {
        var copy = bytes.clone();
        return new Upload(uploads, fileName, () -> new BytesContent(copy));
    }

    /** A download of a component's bytes into a file, which is replaced if it is there. */
    public Download download(String componentId, Path target) {
        return new Download(downloads, "/component/get", Map.of("id", componentId), target);
    }

    /** A download of a component's picture, fitted into a square of so many pixels. */
    public Download thumbnail(String componentId, int size, Path target) {
        if (size < 1) {
            throw new IllegalArgumentException("A thumbnail cannot have " + size + " pixels");
        }
        return new Download(
                downloads, "/component/thumbnail", Map.of("id", componentId, "size", Integer.toString(size)), target);
    }

    /**
     * Has the server make files of a component that every browser plays.
     *
     * @param keepOriginal whether the component stays when its encodings are there
     * @return the id of the {@link #job} that does it
     */
    public String encode(String componentId, boolean keepOriginal) {
        return encode(componentId, Optional.empty(), keepOriginal);
    }

    /** As the other {@code encode}, with the new components added to an asset version. */
    public String encode(String componentId, Optional<String> versionId, boolean keepOriginal) {
        var operation = Operations.action("encode_media").add("component_id", componentId);
        versionId.ifPresentOrElse(
                version -> operation.add("version_id", version), () -> operation.addNull("version_id"));
        var answer =
                Answers.object(call(operation.add("keep_original", keepOriginal).build()), "encode_media");
        return Answers.text(answer, "job_id", "encode_media");
    }

    /** How far an encoding is; empty if there is no such job. */
    public Optional<EncodeJob> job(String id) {
        var found = Answers.data(
                call(Operations.query("select status, data from Job where id is %s".formatted(Operations.quoted(id)))));
        return found.stream().findFirst().map(job -> encodeJob(id, Answers.object(job, "query")));
    }

    private JsonValue call(JsonObject operation) {
        return server.call(List.of(operation)).get(0);
    }

    private static EncodeJob encodeJob(String id, JsonObject job) {
        var status = Answers.text(job, "status", "query").toLowerCase(Locale.ROOT);
        return new EncodeJob(id, STATUSES.getOrDefault(status, EncodeJob.Status.UNKNOWN), outputs(job));
    }

    /** A job's data are JSON as text; jobs of other kinds may hold anything. */
    private static List<EncodeJob.Output> outputs(JsonObject job) {
        if (job.get("data") instanceof JsonString data) {
            try {
                if (JsonText.parse(data.getString()) instanceof JsonObject object
                        && object.get("output") instanceof JsonArray outputs) {
                    return outputs.stream().map(Media::output).toList();
                }
            } catch (MalformedJson e) {
                return List.of();
            }
        }
        return List.of();
    }

    private static EncodeJob.Output output(JsonValue value) {
        var output = Answers.object(value, "query");
        return new EncodeJob.Output(
                Answers.text(output, "format", "query"), Answers.text(output, "component_id", "query"));
    }
}
