package dev.rushlight.tools.hub;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is submitted, option by option; whether it makes sense is for the server to say, field by field. */
final class SubmissionOptions {

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What people call the line of work.")
    private String name = "";

    @Option(
            names = "--media",
            paramLabel = "URL",
            description = "An http or https address of a video or an image, which browsers open; for more, once each.")
    private List<String> media = List.of();

    @Option(
            names = "--project",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "The project's short name; '${DEFAULT-VALUE}' unless given.")
    private String project = "default";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Identifies the line within its project, for ever; the name unless given.")
    private @Nullable String key;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "asset (--media), changeset (--diff) or task (--status); unless given, what these say.")
    private @Nullable Kind kind;

    @Option(names = "--version", paramLabel = "N", description = "The version's number; the next one unless given.")
    private @Nullable Integer version;

    @Option(names = "--description", paramLabel = "TEXT", description = "What the artist says of this version.")
    private @Nullable String description;

    @Option(names = "--policy", paramLabel = "ID", description = "The policy that decides.")
    private @Nullable String policy;

    @Option(names = "--reviewer", paramLabel = "USER", description = "Who is asked to look; for more, once each.")
    private List<String> reviewers = List.of();

    @Option(
            names = "--submission-key",
            paramLabel = "KEY",
            description = "The same key again is the same submission and makes no new version.")
    private @Nullable String submissionKey;

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            description = "The media's type, such as video/mp4; unless given, what the end of the address says.")
    private @Nullable String contentType;

    @Option(names = "--poster", paramLabel = "URL", description = "An image that stands for a video until it plays.")
    private @Nullable String poster;

    @Option(
            names = "--rate",
            paramLabel = "FPS",
            converter = FrameRate.Converter.class,
            description = "Frames per second of the videos: 24, 24000/1001 or 23.976.")
    private @Nullable FrameRate rate;

    @Option(names = "--frames", paramLabel = "N", description = "How many frames the videos have.")
    private @Nullable Integer frames;

    @Option(names = "--start-frame", paramLabel = "N", description = "The number of the first frame; 1 unless given.")
    private @Nullable Integer startFrame;

    @Option(
            names = "--diff",
            paramLabel = "@FILE|-",
            description = "What 'git diff' wrote: a file, or - for standard input.")
    private @Nullable String diff;

    @Option(names = "--status", paramLabel = "TEXT", description = "The status of a task.")
    private @Nullable String status;

    @Option(names = "--assignee", paramLabel = "USER", description = "Whose task it is.")
    private @Nullable String assignee;

    /** What can be reviewed. */
    enum Kind {
        ASSET,
        CHANGESET,
        TASK
    }

    /** The data of the event. */
    JsonObject payload(InputStream input) {
        var chosen = kind();
        var payload = Json.createObjectBuilder()
                .add("schema", "webreview.submit/1")
                .add("kind", chosen.name())
                .add("project", project)
                .add(
                        "line",
                        Json.createObjectBuilder()
                                .add("key", key == null ? name : key)
                                .add("name", name));
        number(payload, "version", version);
        text(payload, "submissionKey", submissionKey);
        text(payload, "description", description);
        text(payload, "policy", policy);
        if (!reviewers.isEmpty()) {
            payload.add("reviewers", Json.createArrayBuilder(reviewers));
        }
        switch (chosen) {
            case ASSET -> payload.add("media", media());
            case CHANGESET -> payload.add("changes", UnifiedDiff.changes(diffText(input)));
            case TASK -> payload.add("task", task());
        }
        return payload.build();
    }

    private Kind kind() {
        if (kind != null) {
            return kind;
        }
        if (!media.isEmpty()) {
            return Kind.ASSET;
        }
        return diff != null ? Kind.CHANGESET : status != null ? Kind.TASK : missing("--media, --diff or --status");
    }

    private JsonArrayBuilder media() {
        var list = Json.createArrayBuilder();
        if (media.isEmpty()) {
            missing("--media");
        }
        media.forEach(address -> list.add(medium(address)));
        return list;
    }

    private JsonObjectBuilder medium(String address) {
        var type = Optional.ofNullable(contentType)
                .or(() -> MediaType.of(address))
                .orElseThrow(() -> CommandFailed.usage(
                        "What %s is cannot be seen from its end; give --content-type video/mp4, image/png or the like",
                        address));
        var medium = Json.createObjectBuilder().add("url", address).add("type", type);
        if (MediaType.isVideo(type)) {
            text(medium, "posterUrl", poster);
            Optional.ofNullable(rate).ifPresent(known -> medium.add("rate", known.toJson()));
            number(medium, "frames", frames);
            number(medium, "startFrame", startFrame);
        }
        return medium;
    }

    private String diffText(InputStream input) {
        if (diff == null) {
            return missing("--diff");
        }
        if (!diff.equals("-") && !diff.startsWith("@")) {
            throw CommandFailed.usage("--diff takes @FILE, or - for standard input");
        }
        return JsonArgument.text("--diff", diff, input);
    }

    private JsonObjectBuilder task() {
        var task = Json.createObjectBuilder();
        task.add("status", status == null ? missing("--status") : status);
        text(task, "assignee", assignee);
        return task;
    }

    private static <T> T missing(String option) {
        throw CommandFailed.usage("There is nothing to review: give %s", option);
    }

    private static void text(JsonObjectBuilder object, String key, @Nullable String value) {
        if (value != null) {
            object.add(key, value);
        }
    }

    private static void number(JsonObjectBuilder object, String key, @Nullable Integer value) {
        if (value != null) {
            object.add(key, value);
        }
    }
}
