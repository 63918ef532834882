package dev.rushlight.web.bridge;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.hub.event.Event;
import dev.rushlight.review.Change;
import dev.rushlight.review.ChangeAction;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.CheckItem;
import dev.rushlight.review.Content;
import dev.rushlight.review.FieldChange;
import dev.rushlight.review.FrameRate;
import dev.rushlight.review.Kind;
import dev.rushlight.review.Link;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.MediaType;
import dev.rushlight.review.RefusedSubmission;
import dev.rushlight.review.Submission;
import dev.rushlight.review.SubmissionError;
import dev.rushlight.review.SubmissionLimits;
import dev.rushlight.review.SubmissionWarning;
import dev.rushlight.review.TaskContent;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Translates {@code webreview.submit} events, version 1 of the schema in {@code docs/events}: either the submission is
 * complete, or every reason why not is named.
 */
final class SubmissionReader {
    static final String SCHEMA = "webreview.submit/1";

    static final int LONGEST_LABEL = 250;
    static final int LONGEST_PATH = 1_000;
    static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_DIFF = 200_000;
    static final int MOST_MEDIA = 50;
    static final int MOST_CHANGES = 500;
    static final int MOST_ENTRIES = 200;

    private static final int LONGEST_SCHEMA = 100;
    private static final int LONGEST_CODE_WORD = 250;
    private static final int MOST_FRAMES = 100_000_000;
    private static final int MOST_PIXELS = 100_000;
    private static final int MOST_RATE_PART = 1_000_000;
    private static final int FASTEST = 1_000;

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("(video|image)(/[a-z0-9!#$&^_.+-]+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMECODE = Pattern.compile("\\d{2}:[0-5]\\d:[0-5]\\d[:;]\\d{2,3}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    Reading read(ConnectionId connection, Event event, Instant receivedAt) {
        var findings = new Findings();
        var envelope = Envelope.of(event);
        var submitter = envelope.submitter();
        if (submitter.isEmpty()) {
            findings.wrong("UNKNOWN_SUBMITTER", "", "The hub does not say who sent this");
        }
        var draft = draft(event, findings);
        if (findings.errorCount() == 0 && submitter.isPresent() && draft.isPresent()) {
            return new Reading.Accepted(
                    draft.get().by(submitter.get(), connection, envelope, receivedAt, findings.warnings()));
        }
        return refused(connection, envelope, receivedAt, findings.errors());
    }

    /** The refusal of an event for a reason that is not in its text. */
    Reading refused(ConnectionId connection, Event event, Instant receivedAt, SubmissionError error) {
        return refused(connection, Envelope.of(event), receivedAt, List.of(error));
    }

    private static Reading refused(
            ConnectionId connection, Envelope envelope, Instant receivedAt, List<SubmissionError> errors) {
        return new Reading.Refused(new RefusedSubmission(
                connection,
                envelope.eventId(),
                receivedAt,
                envelope.topic(),
                envelope.submitter(),
                envelope.replyTarget(),
                errors,
                envelope.raw()));
    }

    private static Optional<Draft> draft(Event event, Findings findings) {
        if (!(event.data() instanceof JsonObject data)) {
            findings.wrong("NOT_AN_OBJECT", "", "The data of a submission must be an object");
            return Optional.empty();
        }
        var fields = new Fields("", data, findings);
        var schema = fields.line("schema", LONGEST_SCHEMA);
        if (schema.filter(given -> !given.equals(SCHEMA)).isPresent()) {
            fields.wrong("UNSUPPORTED_SCHEMA", "schema", "must be \"%s\"".formatted(SCHEMA));
            return Optional.empty();
        }
        var kind = kind(fields);
        var project = fields.line("project", SubmissionLimits.PROJECT);
        var line = fields.object("line", SubmissionReader::line);
        var version = fields.optionalInteger("version", 1, SubmissionLimits.VERSION);
        var submissionKey = fields.optionalLine("submissionKey", SubmissionLimits.SUBMISSION_KEY);
        var description = fields.optionalText("description", SubmissionLimits.DESCRIPTION);
        var policy = fields.optionalLine("policy", SubmissionLimits.POLICY);
        var reviewers =
                fields.optionalLines("reviewers", SubmissionLimits.REVIEWERS, SubmissionLimits.REVIEWER).stream()
                        .distinct()
                        .toList();
        var content = kind.flatMap(known -> content(known, fields));
        fields.warnOfUnknown();
        if (kind.isEmpty() || project.isEmpty() || line.isEmpty() || content.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Draft(
                kind.get(),
                project.get(),
                line.get(),
                version,
                submissionKey,
                description,
                policy,
                reviewers,
                content.get()));
    }

    private static Optional<Kind> kind(Fields fields) {
        return fields.line("kind", LONGEST_CODE_WORD).flatMap(given -> switch (given) {
            case "ASSET" -> Optional.of(Kind.ASSET);
            case "CHANGESET" -> Optional.of(Kind.CHANGESET);
            case "TASK" -> Optional.of(Kind.TASK);
            default -> {
                fields.wrong("UNKNOWN_KIND", "kind", "must be ASSET, CHANGESET or TASK, not " + Fields.quoted(given));
                yield Optional.empty();
            }
        });
    }

    private static Optional<Line> line(Fields line) {
        var key = line.line("key", SubmissionLimits.LINE_KEY);
        var name = line.line("name", SubmissionLimits.LINE_NAME);
        var step = line.optionalLine("step", SubmissionLimits.STEP);
        return key.flatMap(knownKey -> name.map(knownName -> new Line(knownKey, knownName, step)));
    }

    private static Optional<? extends Content> content(Kind kind, Fields fields) {
        return switch (kind) {
            case ASSET -> Optional.of(new MediaContent(fields.objects("media", MOST_MEDIA, SubmissionReader::media)));
            case CHANGESET ->
                Optional.of(new ChangesetContent(fields.objects("changes", MOST_CHANGES, SubmissionReader::change)));
            case TASK -> fields.object("task", SubmissionReader::task);
        };
    }

    private static Optional<Media> media(Fields fields) {
        var url = fields.url("url");
        var contentType = contentType(fields);
        var posterUrl = fields.optionalUrl("posterUrl");
        var rate = rate(fields);
        var frames = fields.optionalInteger("frames", 1, MOST_FRAMES);
        var startFrame = fields.optionalInteger("startFrame", -MOST_FRAMES, MOST_FRAMES);
        var tcStart = matching(fields, "tcStart", TIMECODE, "INVALID_TIMECODE", "must look like 01:00:00:00");
        var dropFrame = fields.optionalFlag("dropFrame").orElse(false);
        var width = fields.optionalInteger("width", 1, MOST_PIXELS);
        var height = fields.optionalInteger("height", 1, MOST_PIXELS);
        var sha256 = matching(fields, "sha256", SHA256, "INVALID_SHA256", "must be 64 hexadecimal digits")
                .map(given -> given.toLowerCase(Locale.ROOT));
        if (url.isEmpty() || contentType.isEmpty()) {
            return Optional.empty();
        }
        var type = contentType.get().startsWith("video") ? MediaType.VIDEO : MediaType.IMAGE;
        if (type == MediaType.VIDEO && (rate.isEmpty() || frames.isEmpty())) {
            fields.odd("NO_FRAMES", "rate", "and frames are needed to show frame numbers");
        }
        return Optional.of(new Media(
                url.get(),
                type,
                contentType.get(),
                posterUrl,
                rate,
                frames,
                startFrame.orElse(1),
                tcStart,
                dropFrame,
                width,
                height,
                sha256));
    }

    private static Optional<String> contentType(Fields fields) {
        var type = fields.line("type", LONGEST_CODE_WORD);
        if (type.filter(given -> !MEDIA_TYPE.matcher(given).matches()).isPresent()) {
            fields.wrong(
                    "UNSUPPORTED_MEDIA",
                    "type",
                    "must be a video or an image such as video/mp4, not " + Fields.quoted(type.get()));
            return Optional.empty();
        }
        return type.map(given -> given.toLowerCase(Locale.ROOT))
                .map(given -> given.contains("/") ? given : given + "/*");
    }

    private static Optional<FrameRate> rate(Fields fields) {
        return fields.optionalFraction("rate", MOST_RATE_PART).flatMap(fraction -> {
            if (fraction[0] < fraction[1] || fraction[0] > (long) FASTEST * fraction[1]) {
                fields.wrong("INVALID_RATE", "rate", "must be between 1 and %d frames per second".formatted(FASTEST));
                return Optional.empty();
            }
            return Optional.of(new FrameRate(fraction[0], fraction[1]));
        });
    }

    private static Optional<String> matching(
            Fields fields, String name, Pattern pattern, String code, String expectation) {
        var text = fields.optionalLine(name, LONGEST_CODE_WORD);
        if (text.filter(given -> !pattern.matcher(given).matches()).isPresent()) {
            fields.wrong(code, name, expectation);
        }
        return text;
    }

    private static Optional<Change> change(Fields fields) {
        var path = fields.line("path", LONGEST_PATH);
        var oldPath = fields.optionalLine("oldPath", LONGEST_PATH);
        var action = action(fields);
        var diff = fields.optionalText("diff", LONGEST_DIFF);
        return path.flatMap(known -> action.map(given -> new Change(known, oldPath, given, diff)));
    }

    private static Optional<ChangeAction> action(Fields fields) {
        return fields.line("action", LONGEST_CODE_WORD).flatMap(given -> switch (given) {
            case "add" -> Optional.of(ChangeAction.ADD);
            case "modify" -> Optional.of(ChangeAction.MODIFY);
            case "delete" -> Optional.of(ChangeAction.DELETE);
            case "rename" -> Optional.of(ChangeAction.RENAME);
            default -> {
                fields.wrong(
                        "UNKNOWN_ACTION",
                        "action",
                        "must be add, modify, delete or rename, not " + Fields.quoted(given));
                yield Optional.empty();
            }
        });
    }

    private static Optional<TaskContent> task(Fields fields) {
        var status = fields.line("status", LONGEST_LABEL);
        var assignee = fields.optionalLine("assignee", LONGEST_LABEL);
        var description = fields.optionalText("description", LONGEST_TEXT).orElse("");
        var changed = fields.optionalObjects("fields", MOST_ENTRIES, SubmissionReader::fieldChange);
        var checklist = fields.optionalObjects("checklist", MOST_ENTRIES, SubmissionReader::checkItem);
        var links = fields.optionalObjects("links", MOST_ENTRIES, SubmissionReader::link);
        return status.map(known -> new TaskContent(known, assignee, description, changed, checklist, links));
    }

    private static Optional<FieldChange> fieldChange(Fields fields) {
        var name = fields.line("name", LONGEST_LABEL);
        var before = fields.optionalText("before", LONGEST_TEXT).orElse("");
        var after = fields.optionalText("after", LONGEST_TEXT).orElse("");
        return name.map(known -> new FieldChange(known, before, after));
    }

    private static Optional<CheckItem> checkItem(Fields fields) {
        var text = fields.line("text", LONGEST_PATH);
        var done = fields.flag("done");
        return text.flatMap(known -> done.map(given -> new CheckItem(known, given)));
    }

    private static Optional<Link> link(Fields fields) {
        var label = fields.line("label", LONGEST_LABEL);
        var url = fields.url("url");
        return label.flatMap(known -> url.map(given -> new Link(known, given)));
    }

    /** The line of work that a version belongs to. */
    private record Line(String key, String name, Optional<String> step) {}

    /** What the data alone says. */
    private record Draft(
            Kind kind,
            String project,
            Line line,
            OptionalInt version,
            Optional<String> submissionKey,
            Optional<String> description,
            Optional<String> policy,
            List<String> reviewers,
            Content content) {
        Submission by(
                String submitter,
                ConnectionId connection,
                Envelope envelope,
                Instant receivedAt,
                List<SubmissionWarning> warnings) {
            return new Submission(
                    connection,
                    envelope.eventId(),
                    receivedAt,
                    submitter,
                    envelope.replyTarget(),
                    kind,
                    project,
                    line.key(),
                    line.name(),
                    line.step(),
                    version,
                    submissionKey,
                    description,
                    policy,
                    reviewers,
                    content,
                    envelope.raw(),
                    warnings);
        }
    }
}
