package dev.rushlight.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.event.Event;
import dev.rushlight.review.Change;
import dev.rushlight.review.ChangeAction;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.CheckItem;
import dev.rushlight.review.FieldChange;
import dev.rushlight.review.FrameRate;
import dev.rushlight.review.Kind;
import dev.rushlight.review.Link;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.MediaType;
import dev.rushlight.review.RefusedSubmission;
import dev.rushlight.review.Submission;
import dev.rushlight.review.SubmissionError;
import dev.rushlight.review.SubmissionWarning;
import dev.rushlight.review.TaskContent;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTest {
    private static final ConnectionId CONNECTION = ConnectionId.random();
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final SubmissionReader reader = new SubmissionReader();

    @Test
    void assetIsReadInFull() {
        var submission = accepted(Contracts.example("webreview.submit.asset"));

        assertThat(submission.connection()).isEqualTo(CONNECTION);
        assertThat(submission.eventId()).isEqualTo("8731c5d0c1b94e3aa3f0b8f1d0a9e6c4");
        assertThat(submission.receivedAt()).isEqualTo(NOW);
        assertThat(submission.submitter()).isEqualTo("jo");
        assertThat(submission.replyTarget()).contains("29cd0f1e5a7b4c0d9e8f7a6b5c4d3e2f");
        assertThat(submission.kind()).isEqualTo(Kind.ASSET);
        assertThat(submission.project()).isEqualTo("spy");
        assertThat(submission.lineKey()).isEqualTo("sh020/comp/beauty");
        assertThat(submission.lineName()).isEqualTo("sh020 comp");
        assertThat(submission.version()).hasValue(12);
        assertThat(submission.submissionKey()).contains("publish-90417");
        assertThat(submission.description()).contains("Rail edges redone, grain matched.");
        assertThat(submission.policy()).contains("any-reviewer");
        assertThat(submission.reviewers()).containsExactly("maria", "tom");
        assertThat(submission.raw()).contains("\"submissionKey\":\"publish-90417\"");

        var media = ((MediaContent) submission.content()).media();
        assertThat(media).hasSize(2);
        var clip = media.get(0);
        assertThat(clip.url()).isEqualTo(URI.create("https://media.example/spy/sh020_comp_v012.mp4"));
        assertThat(clip.type()).isEqualTo(MediaType.VIDEO);
        assertThat(clip.contentType()).isEqualTo("video/mp4");
        assertThat(clip.posterUrl()).contains(URI.create("https://media.example/spy/sh020_comp_v012.jpg"));
        assertThat(clip.rate()).contains(new FrameRate(24000, 1001));
        assertThat(clip.frames()).hasValue(120);
        assertThat(clip.startFrame()).isEqualTo(1001);
        assertThat(clip.tcStart()).contains("01:00:00:00");
        assertThat(clip.dropFrame()).isFalse();
        assertThat(clip.width()).hasValue(1920);
        assertThat(clip.height()).hasValue(1080);
        assertThat(clip.sha256()).isPresent();
        assertThat(media.get(1).type()).isEqualTo(MediaType.IMAGE);
        assertThat(media.get(1).rate()).isEmpty();
    }

    @Test
    void changesetKeepsItsDiffs() {
        var submission = accepted(Contracts.example("webreview.submit.changeset"));

        assertThat(submission.kind()).isEqualTo(Kind.CHANGESET);
        assertThat(submission.version()).isEqualTo(OptionalInt.empty());
        assertThat(((ChangesetContent) submission.content()).changes())
                .extracting(
                        Change::path,
                        Change::oldPath,
                        Change::action,
                        change -> change.diff().isPresent())
                .containsExactly(
                        tuple("rig/mirror.py", Optional.empty(), ChangeAction.MODIFY, true),
                        tuple("rig/weights.py", Optional.of("rig/skin.py"), ChangeAction.RENAME, false),
                        tuple("rig/old_mirror.py", Optional.empty(), ChangeAction.DELETE, false),
                        tuple("docs/mirror.md", Optional.empty(), ChangeAction.ADD, true));
    }

    @Test
    void taskIsReadInFull() {
        var task = (TaskContent)
                accepted(Contracts.example("webreview.submit.task")).content();

        assertThat(task)
                .isEqualTo(new TaskContent(
                        "Ready for review",
                        Optional.of("jo"),
                        "Roto of the rail for comp.",
                        List.of(new FieldChange("bid days", "2", "3"), new FieldChange("due", "", "2026-11-27")),
                        List.of(
                                new CheckItem("Motion blur checked", true),
                                new CheckItem("Edges at frame 1044", false)),
                        List.of(new Link("Brief", URI.create("https://wiki.example/spy/sh020")))));
    }

    @Test
    void nullAndBlankMeanAbsent() {
        var submission = accepted(asset("""
                {"submissionKey": null, "description": "  ", "reviewers": null, "policy": null, "version": null,
                 "changes": null, "task": null}"""));

        assertThat(submission.submissionKey()).isEmpty();
        assertThat(submission.description()).isEmpty();
        assertThat(submission.reviewers()).isEmpty();
        assertThat(submission.policy()).isEmpty();
        assertThat(submission.version()).isEmpty();
    }

    @Test
    void plainMediaKindIsEnough() {
        var submission =
                accepted(asset("{\"media\": [{\"url\": \"http://10.0.0.7:9000/a.mov\", \"type\": \"Video\"}]}"));

        assertThat(((MediaContent) submission.content()).media().get(0).contentType())
                .isEqualTo("video/*");
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        var refused = refused(event("""
                {"schema": "webreview.submit/1", "kind": "ASSET", "line": {"key": 7},
                 "version": 0, "policy": "two-sups", "reviewers": ["maria", 3],
                 "media": [{"url": "ftp://x/y.mp4", "type": "audio/wav", "rate": [24, 0], "frames": 0}, "clip"]}"""));

        assertThat(refused.errors())
                .extracting(SubmissionError::code, SubmissionError::field)
                .containsExactlyInAnyOrder(
                        tuple("MISSING", "project"),
                        tuple("WRONG_TYPE", "line.key"),
                        tuple("MISSING", "line.name"),
                        tuple("OUT_OF_RANGE", "version"),
                        tuple("WRONG_TYPE", "reviewers[1]"),
                        tuple("INVALID_URL", "media[0].url"),
                        tuple("UNSUPPORTED_MEDIA", "media[0].type"),
                        tuple("INVALID_RATE", "media[0].rate"),
                        tuple("OUT_OF_RANGE", "media[0].frames"),
                        tuple("WRONG_TYPE", "media[1]"));
        assertThat(refused.errors()).noneMatch(SubmissionError::retryable);
        assertThat(refused.errors())
                .allSatisfy(error -> assertThat(error.message()).isNotBlank());
        assertThat(refused.raw()).contains("ftp://x/y.mp4");
        assertThat(refused.submitter()).contains("jo");
        assertThat(refused.replyTarget()).contains("29cd");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind": null}                                          | MISSING             | kind
            {"kind": ""}                                            | MISSING             | kind
            {"kind": "MODEL"}                                       | UNKNOWN_KIND        | kind
            {"kind": 1}                                             | WRONG_TYPE          | kind
            {"schema": null}                                        | MISSING             | schema
            {"schema": "webreview.submit/2"}                        | UNSUPPORTED_SCHEMA  | schema
            {"project": "  "}                                       | MISSING             | project
            {"project": "a\\u0000b"}                                | UNREADABLE_TEXT     | project
            {"line": null}                                          | MISSING             | line
            {"line": "sh020"}                                       | WRONG_TYPE          | line
            {"line": {"key": "k", "name": "two\\nlines"}}           | UNREADABLE_TEXT     | line.name
            {"version": "3"}                                        | WRONG_TYPE          | version
            {"version": 1.5}                                        | WRONG_TYPE          | version
            {"version": 0}                                          | OUT_OF_RANGE        | version
            {"version": 1e300}                                      | OUT_OF_RANGE        | version
            {"reviewers": "maria"}                                  | WRONG_TYPE          | reviewers
            {"reviewers": [" "]}                                    | MISSING             | reviewers[0]
            {"media": null}                                         | MISSING             | media
            {"media": []}                                           | MISSING             | media
            {"media": {}}                                           | WRONG_TYPE          | media
            {"media": [{"type": "video"}]}                          | MISSING             | media[0].url
            {"media": [{"url": "https://m.example/a"}]}             | MISSING             | media[0].type
            {"media": [{"url": "https://m.example/a", "type": "text/html"}]}                         | UNSUPPORTED_MEDIA | media[0].type
            {"media": [{"url": "https://m.example/a", "type": "image", "posterUrl": "/a.jpg"}]}      | INVALID_URL       | media[0].posterUrl
            {"media": [{"url": "https://m.example/a", "type": "video", "rate": [24]}]}               | INVALID_RATE      | media[0].rate
            {"media": [{"url": "https://m.example/a", "type": "video", "rate": 24}]}                 | INVALID_RATE      | media[0].rate
            {"media": [{"url": "https://m.example/a", "type": "video", "rate": [24, -1]}]}           | INVALID_RATE      | media[0].rate
            {"media": [{"url": "https://m.example/a", "type": "video", "rate": [23.976, 1]}]}        | INVALID_RATE      | media[0].rate
            {"media": [{"url": "https://m.example/a", "type": "video", "frames": 0}]}                | OUT_OF_RANGE      | media[0].frames
            {"media": [{"url": "https://m.example/a", "type": "video", "width": -1}]}                | OUT_OF_RANGE      | media[0].width
            {"media": [{"url": "https://m.example/a", "type": "video", "tcStart": "1 h"}]}           | INVALID_TIMECODE  | media[0].tcStart
            {"media": [{"url": "https://m.example/a", "type": "video", "sha256": "beef"}]}           | INVALID_SHA256    | media[0].sha256
            {"media": [{"url": "https://m.example/a", "type": "video", "dropFrame": "no"}]}          | WRONG_TYPE        | media[0].dropFrame
            {"kind": "CHANGESET"}                                                                    | MISSING           | changes
            {"kind": "CHANGESET", "changes": [{"action": "add"}]}                                    | MISSING           | changes[0].path
            {"kind": "CHANGESET", "changes": [{"path": "a"}]}                                        | MISSING           | changes[0].action
            {"kind": "CHANGESET", "changes": [{"path": "a", "action": "move"}]}                      | UNKNOWN_ACTION    | changes[0].action
            {"kind": "CHANGESET", "changes": [{"path": "a", "action": "add", "diff": 1}]}            | WRONG_TYPE        | changes[0].diff
            {"kind": "TASK"}                                                                         | MISSING           | task
            {"kind": "TASK", "task": {}}                                                             | MISSING           | task.status
            {"kind": "TASK", "task": {"status": "x", "checklist": [{"text": "y"}]}}                  | MISSING           | task.checklist[0].done
            {"kind": "TASK", "task": {"status": "x", "links": [{"label": "y", "url": "mailto:a@b"}]}} | INVALID_URL      | task.links[0].url
            {"kind": "TASK", "task": {"status": "x", "fields": [{"before": "y"}]}}                   | MISSING           | task.fields[0].name
            """)
    void mistakeIsNamedAndAgainstTheSchema(String difference, String code, String field) {
        var event = asset(difference);

        assertThat(refused(event).errors())
                .singleElement()
                .extracting(SubmissionError::code, SubmissionError::field)
                .containsExactly(code, field);
        if (!code.equals("UNREADABLE_TEXT") || field.equals("project")) {
            assertThat(Contracts.violations(event.data(), "webreview.submit/1")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://m.example/a.mp4",
                "//m.example/a.mp4",
                "a.mp4",
                "javascript:alert(1)",
                "data:video/mp4;base64,AAAA",
                "file:///etc/passwd",
                "http:///a.mp4",
                "http://",
                "https://jo:secret@m.example/a.mp4",
                "https://jo@m.example/a.mp4",
                "http://m.example/a b.mp4",
                "https:m.example/a.mp4"
            })
    void addressThatABrowserShouldNotOpenIsRefused(String url) {
        var event = asset("{\"media\": [{\"url\": \"%s\", \"type\": \"video\"}]}".formatted(url));

        var error = refused(event).errors().get(0);

        assertThat(error.code()).isEqualTo("INVALID_URL");
        assertThat(error.message()).doesNotContain("secret");
        assertThat(Contracts.violations(event.data())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://m.example/a.mp4?sig=x%20y#t=3",
                "http://render_01:8080/a.mp4",
                "http://[::1]:9000/a.mp4",
                "http://127.0.0.1:9000/Ü.mp4"
            })
    void addressThatABrowserCanOpenIsTaken(String url) {
        var event = asset("{\"media\": [{\"url\": \"%s\", \"type\": \"video\"}]}".formatted(url));

        assertThat(accepted(event).content()).isInstanceOf(MediaContent.class);
        assertThat(Contracts.violations(event.data())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "project, 100",
        "submissionKey, 200",
        "description, 10000",
    })
    void textIsTakenUpToItsLimitAndRefusedBeyond(String field, int longest) {
        var fitting = asset("{\"%s\": \"%s\"}".formatted(field, "x".repeat(longest)));
        var tooLong = asset("{\"%s\": \"%s\"}".formatted(field, "x".repeat(longest + 1)));

        accepted(fitting);
        assertThat(Contracts.violations(fitting.data())).isEmpty();
        assertThat(refused(tooLong).errors())
                .singleElement()
                .extracting(SubmissionError::code, SubmissionError::field)
                .containsExactly("TOO_LONG", field);
        assertThat(Contracts.violations(tooLong.data())).isNotEmpty();
    }

    @Test
    void hugeDiffIsRefused() {
        var event = asset(
                "{\"kind\": \"CHANGESET\", \"changes\": [{\"path\": \"a\", \"action\": \"add\", \"diff\": \"%s\"}]}"
                        .formatted("x".repeat(200_001)));

        assertThat(refused(event).errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("TOO_LONG");
            assertThat(error.field()).isEqualTo("changes[0].diff");
        });
    }

    @Test
    void tooManyMediaAreRefusedAsAWhole() {
        var media = Json.createArrayBuilder();
        for (int i = 0; i < 51; i++) {
            media.add(Json.createObjectBuilder()
                    .add("url", "https://m.example/" + i)
                    .add("type", "image"));
        }

        var refused = refused(
                asset(Json.createObjectBuilder().add("media", media).build().toString()));

        assertThat(refused.errors())
                .singleElement()
                .extracting(SubmissionError::code)
                .isEqualTo("TOO_MANY");
    }

    @Test
    void receiptStaysSmallHoweverManyMistakesThereAre() {
        var changes = Json.createArrayBuilder();
        for (int i = 0; i < 500; i++) {
            changes.add(Json.createObjectBuilder());
        }

        var errors = refused(asset(Json.createObjectBuilder()
                        .add("kind", "CHANGESET")
                        .add("changes", changes)
                        .build()
                        .toString()))
                .errors();

        assertThat(errors).hasSize(Findings.MOST_ERRORS + 1);
        assertThat(errors.get(Findings.MOST_ERRORS).code()).isEqualTo("MORE_ERRORS");
        assertThat(errors.get(Findings.MOST_ERRORS).message()).contains("900");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "true", "null"})
    void dataThatIsNoObjectIsRefusedAndKept(String data) {
        var refused = refused(event(data));

        assertThat(refused.errors())
                .singleElement()
                .extracting(SubmissionError::code)
                .isEqualTo("NOT_AN_OBJECT");
        assertThat(refused.raw()).contains("\"data\":" + data);
        assertThat(refused.topic()).isEqualTo("webreview.submit");
    }

    @Test
    void nobodyIsNoSubmitter() {
        var event = asset("{}").withSource(JsonText.parseObject("{\"id\": \"29cd\"}"));

        var refused = refused(event);

        assertThat(refused.errors())
                .singleElement()
                .extracting(SubmissionError::code)
                .isEqualTo("UNKNOWN_SUBMITTER");
        assertThat(refused.submitter()).isEmpty();
        assertThat(refused.replyTarget()).contains("29cd");
    }

    @Test
    void eventIdThatCannotBeKeptIsReplacedAndNotAnswered() {
        var refused = refused(event("[]").withId("x".repeat(5_000)));

        assertThat(refused.eventId()).startsWith("sha256-").hasSizeLessThan(Envelope.LONGEST);
        assertThat(refused.replyTarget()).isEmpty();
        assertThat(refused(event("[]").withId("x".repeat(5_000))).eventId()).isEqualTo(refused.eventId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\\"b", "everybody*", "two\\nlines"})
    void askerThatNoTargetCanNameGetsNoAnswer(String id) {
        var event = asset("{}")
                .withSource(JsonText.parseObject("{\"id\": \"%s\", \"user\": {\"username\": \"jo\"}}".formatted(id)));

        assertThat(accepted(event).replyTarget()).isEmpty();
    }

    @Test
    void unknownFieldsAreToleratedAndNamed() {
        var submission =
                accepted(asset("{\"colour\": \"blue\", \"line\": {\"key\": \"k\", \"name\": \"n\", \"shape\": 3}}"));

        assertThat(submission.warnings())
                .extracting(SubmissionWarning::code, SubmissionWarning::message)
                .containsExactlyInAnyOrder(
                        tuple("UNKNOWN_FIELD", "\"colour\" in the submission is not known and was ignored"),
                        tuple("UNKNOWN_FIELD", "\"shape\" in line is not known and was ignored"));
    }

    @Test
    void videoWithoutFramesIsTakenWithAWarning() {
        var submission = accepted(asset("{\"media\": [{\"url\": \"https://m.example/a\", \"type\": \"video\"}]}"));

        assertThat(submission.warnings())
                .singleElement()
                .extracting(SubmissionWarning::code)
                .isEqualTo("NO_FRAMES");
    }

    private Submission accepted(Event event) {
        return assertThat(reader.read(CONNECTION, event, NOW))
                .asInstanceOf(type(Reading.Accepted.class))
                .actual()
                .submission();
    }

    private RefusedSubmission refused(Event event) {
        return assertThat(reader.read(CONNECTION, event, NOW))
                .asInstanceOf(type(Reading.Refused.class))
                .actual()
                .refused();
    }

    /** A good submission with some of its data replaced. */
    private static Event asset(String difference) {
        var data = JsonText.parseObject("""
                {"schema": "webreview.submit/1", "kind": "ASSET", "project": "spy",
                 "line": {"key": "sh020/comp", "name": "sh020 comp"},
                 "media": [{"url": "https://media.example/a.mp4", "type": "video/mp4",
                            "rate": [24, 1], "frames": 48, "startFrame": 1001, "width": 640, "height": 360}]}""");
        var changed = Json.createObjectBuilder(data);
        JsonText.parseObject(difference).forEach(changed::add);
        return event(changed.build());
    }

    private static Event event(String data) {
        return event(JsonText.parse(data));
    }

    private static Event event(JsonValue data) {
        return Event.of("webreview.submit", data)
                .withSource(JsonText.parseObject("{\"id\": \"29cd\", \"user\": {\"username\": \"jo\"}}"));
    }
}
