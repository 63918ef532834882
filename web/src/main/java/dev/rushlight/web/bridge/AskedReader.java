package dev.rushlight.web.bridge;

import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.hub.event.Event;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.SubmissionLimits;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is asked for over a hub, as {@code docs/events} specifies it, or names every reason why it cannot be read. */
final class AskedReader {
    static final String VOTE = "webreview.vote";
    static final String COMMENT = "webreview.comment";
    static final String WITHDRAW = "webreview.withdraw";
    static final String QUERY = "webreview.query";

    /** By topic, how its data is read. */
    private static final Map<String, Function<Fields, Optional<Asked>>> READERS = Map.of(
            VOTE, AskedReader::vote,
            COMMENT, AskedReader::comment,
            WITHDRAW, AskedReader::withdrawal,
            QUERY, AskedReader::query);

    private static final int LONGEST_WORD = 250;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_FRAMES = 100_000_000;
    private static final int MOST_MEDIA = 1_000;

    private AskedReader() {}

    static Optional<Asked> read(Event event, Findings findings) {
        if (!(event.data() instanceof JsonObject data)) {
            findings.wrong("NOT_AN_OBJECT", "", "The data must be an object");
            return Optional.empty();
        }
        var fields = new Fields("", data, findings);
        var expected = event.topic() + "/1";
        if (fields.optionalLine("schema", LONGEST_WORD)
                .filter(given -> !given.equals(expected))
                .isPresent()) {
            fields.wrong("UNSUPPORTED_SCHEMA", "schema", "must be \"%s\"".formatted(expected));
            return Optional.empty();
        }
        var asked = Optional.ofNullable(READERS.get(event.topic())).flatMap(reader -> reader.apply(fields));
        fields.warnOfUnknown();
        return asked.filter(whole -> findings.errorCount() == 0);
    }

    private static Optional<Asked> vote(Fields fields) {
        var item = item(fields);
        var version = fields.integer("version", 1, SubmissionLimits.VERSION);
        var choice = choice(fields);
        var reason = fields.optionalText("reason", LONGEST_TEXT).orElse("");
        var label = fields.optionalLine("label", LONGEST_WORD);
        return item.filter(id -> version.isPresent())
                .flatMap(id -> choice.map(said -> new Asked.ForVote(id, version.getAsInt(), said, reason, label)));
    }

    private static Optional<Choice> choice(Fields fields) {
        return fields.line("vote", LONGEST_WORD).flatMap(given -> {
            var known = Arrays.stream(Choice.values())
                    .filter(choice -> choice.name().equals(given))
                    .findFirst();
            if (known.isEmpty()) {
                var all = Arrays.stream(Choice.values()).map(Choice::name).collect(Collectors.joining(", "));
                fields.wrong("UNKNOWN_VOTE", "vote", "must be one of %s, not %s".formatted(all, Fields.quoted(given)));
            }
            return known;
        });
    }

    private static Optional<Asked> comment(Fields fields) {
        var item = item(fields);
        var version = fields.integer("version", 1, SubmissionLimits.VERSION);
        var text = fields.text("text", LONGEST_TEXT);
        var place = place(fields);
        var inReplyTo = id("inReplyTo", fields.optionalLine("inReplyTo", LONGEST_WORD), NoteId::parse, fields);
        return item.filter(id -> version.isPresent())
                .flatMap(id -> text.map(said -> new Asked.ForComment(id, version.getAsInt(), said, place, inReplyTo)));
    }

    private static Place place(Fields fields) {
        var first = fields.optionalInteger("frame", 0, MOST_FRAMES);
        var last = fields.optionalInteger("frameEnd", 0, MOST_FRAMES);
        var media = fields.optionalInteger("media", 0, MOST_MEDIA).orElse(0);
        if (first.isEmpty()) {
            if (last.isPresent()) {
                fields.wrong("MISSING", "frame", "is missing, but frameEnd is there");
            }
            return new WholeVersion();
        }
        if (last.isPresent() && last.getAsInt() < first.getAsInt()) {
            fields.wrong("OUT_OF_RANGE", "frameEnd", "must not be before frame");
            return new WholeVersion();
        }
        return new OnFrames(media, new FrameRange(first.getAsInt(), last.orElse(first.getAsInt())));
    }

    private static Optional<Asked> withdrawal(Fields fields) {
        var item = fields.has("itemId") || !fields.has("line") ? itemAlone(fields, "project", "line") : line(fields);
        var version = fields.optionalInteger("version", 1, SubmissionLimits.VERSION);
        var reason = fields.text("reason", LONGEST_TEXT);
        return item.flatMap(named -> reason.map(why -> new Asked.ForWithdrawal(named, version, why)));
    }

    private static Optional<Asked.Named> line(Fields fields) {
        var project = fields.line("project", SubmissionLimits.PROJECT);
        var key = fields.object("line", line -> {
            line.optionalLine("name", SubmissionLimits.LINE_NAME);
            return line.line("key", SubmissionLimits.LINE_KEY);
        });
        return project.flatMap(known -> key.map(named -> new Asked.ByLine(known, named)));
    }

    private static Optional<Asked> query(Fields fields) {
        var since = fields.optionalInteger("sinceSequence", 0, Integer.MAX_VALUE);
        Optional<Asked.Named> item = fields.has("itemId") || !fields.has("submissionKey")
                ? itemAlone(fields, "submissionKey")
                : fields.line("submissionKey", SubmissionLimits.SUBMISSION_KEY).map(Asked.BySubmission::new);
        return item.map(named -> new Asked.ForState(named, since));
    }

    /** Named by its id; by what else it is named as well, that is not looked at. */
    private static Optional<Asked.Named> itemAlone(Fields fields, String... others) {
        var item = item(fields).<Asked.Named>map(Asked.ById::new);
        Stream.of(others)
                .filter(fields::has)
                .forEach(other ->
                        fields.odd("IGNORED_FIELD", other, "was ignored, because itemId says which item is meant"));
        return item;
    }

    private static Optional<ReviewItemId> item(Fields fields) {
        return id("itemId", fields.line("itemId", LONGEST_WORD), ReviewItemId::parse, fields);
    }

    private static <T> Optional<T> id(
            String name, Optional<String> given, Function<String, Optional<T>> parse, Fields fields) {
        var id = given.flatMap(parse);
        if (given.isPresent() && id.isEmpty()) {
            fields.wrong("INVALID_ID", name, "must be an id as Rushlight gave it, not " + Fields.quoted(given.get()));
        }
        return id;
    }
}
