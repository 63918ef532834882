package dev.rushlight.web.bridge;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.feedback.AnnotationWriter;
import dev.rushlight.feedback.NoteAuthor;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteRecord;
import dev.rushlight.feedback.NoteTold;
import dev.rushlight.feedback.NotesForDecision;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.event.Event;
import dev.rushlight.policy.StageExplanation;
import dev.rushlight.review.Actor;
import dev.rushlight.review.DecidedVote;
import dev.rushlight.review.DecisionRecord;
import dev.rushlight.review.ItemReceived;
import dev.rushlight.review.ItemSuperseded;
import dev.rushlight.review.ItemWithdrawn;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.Subject;
import dev.rushlight.review.SubmissionError;
import dev.rushlight.review.VoteRecorded;
import dev.rushlight.web.annotation.AnnotationAddress;
import dev.rushlight.web.annotation.AnnotationAddress.Form;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what hubs are told, as {@code docs/events} specifies it: the same record gives the same event for ever. */
final class EventWriter {
    static final String DECISION = "webreview.decision.";
    static final String RECEIVED = "webreview.item.received";
    static final String SUPERSEDED = "webreview.item.superseded";
    static final String WITHDRAWN = "webreview.item.withdrawn";
    static final String VOTE = "webreview.vote.recorded";
    static final String NOTE_CREATED = "webreview.note.created";
    static final String NOTE_RESOLVED = "webreview.note.resolved";
    static final String REPLY = "ftrack.meta.reply";

    private static final int LONGEST_NOTE = 2_000;

    private final URI publicUrl;

    EventWriter(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    Event decision(DecisionRecord decision, NotesForDecision notes) {
        var id = decision.id().value().toString();
        var item = item(
                decision.item(),
                decision.project(),
                decision.lineKey(),
                decision.name(),
                decision.kind(),
                decision.version());
        decision.mediaSha256().ifPresent(digest -> item.add("mediaSha256", digest));
        var data = Json.createObjectBuilder()
                .add("schema", "webreview.decision/1")
                .add("decisionId", id)
                .add("idempotencyKey", id)
                .add("sequence", decision.sequence())
                .add(
                        "supersedesDecisionId",
                        decision.supersedes()
                                .<JsonValue>map(before -> Json.createValue(before.toString()))
                                .orElse(JsonValue.NULL))
                .add("decidedAt", time(decision.decidedAt()))
                .add("cause", decision.cause().name())
                .add("item", item)
                .add("outcome", decision.outcome().name())
                .add("previousOutcome", decision.previousOutcome().name())
                .add("actor", actor(decision.actor()))
                .add("reason", decision.reason().orElse(""))
                .add("votes", votes(decision.votes()))
                .add(
                        "policy",
                        Json.createObjectBuilder()
                                .add("id", decision.policy())
                                .add("revision", decision.policyRevision())
                                .add("explanation", explanation(decision.explanation())))
                .add("notes", notes(decision.item(), notes.notes()))
                .add("notesTruncated", notes.truncated())
                .add("origin", origin(decision.connection()));
        return event(
                decision.eventId(),
                DECISION + decision.outcome().name().toLowerCase(Locale.ROOT),
                data.build(),
                "",
                Optional.of(decision.inReplyToEvent()));
    }

    Event received(ItemReceived received) {
        var data = Json.createObjectBuilder()
                .add("schema", "webreview.item.received/1")
                .add(
                        "item",
                        item(
                                received.item(),
                                received.project(),
                                received.lineKey(),
                                received.name(),
                                received.kind(),
                                received.version()))
                .add("version", received.version())
                .add("kind", received.kind().name())
                .add("submitter", received.submitter())
                .add("policy", received.policy())
                .add("url", url(received.item()))
                .add("reviewers", texts(received.reviewers()))
                .add("receivedAt", time(received.submittedAt()))
                .add("origin", origin(received.connection()));
        return event(received.eventId(), RECEIVED, data.build(), "", Optional.of(received.inReplyToEvent()));
    }

    Event superseded(ItemSuperseded superseded) {
        var data = Json.createObjectBuilder()
                .add("schema", "webreview.item.superseded/1")
                .add("item", item(superseded.subject()))
                .add("version", superseded.subject().version())
                .add("supersededBy", superseded.supersededBy())
                .add("submitter", superseded.submitter())
                .add("previousOutcome", superseded.outcome().name())
                .add("supersededAt", time(superseded.supersededAt()))
                .add("origin", origin(superseded.subject().connection()));
        return event(superseded.eventId(), SUPERSEDED, data.build(), "", Optional.of(superseded.inReplyToEvent()));
    }

    Event withdrawn(ItemWithdrawn withdrawn) {
        var data = Json.createObjectBuilder()
                .add("schema", "webreview.item.withdrawn/1")
                .add("item", item(withdrawn.subject()))
                .add("version", withdrawn.subject().version())
                .add("by", withdrawn.by())
                .add("reason", withdrawn.reason().orElse(""))
                .add("previousOutcome", withdrawn.outcome().name())
                .add("withdrawnAt", time(withdrawn.withdrawnAt()))
                .add("origin", origin(withdrawn.subject().connection()));
        return event(withdrawn.eventId(), WITHDRAWN, data.build(), "", Optional.of(withdrawn.inReplyToEvent()));
    }

    Event voteRecorded(VoteRecorded vote) {
        var data = Json.createObjectBuilder()
                .add("schema", "webreview.vote.recorded/1")
                .add("voteId", vote.id().toString())
                .add("item", item(vote.subject()))
                .add("version", vote.subject().version())
                .add("actor", actor(vote.actor()))
                .add("value", vote.choice().name())
                .add("reason", vote.reason().orElse(""))
                .add("late", vote.late())
                .add("at", time(vote.castAt()));
        vote.label().ifPresent(label -> data.add("label", label));
        if (!vote.onBehalfOf().isEmpty()) {
            data.add("onBehalfOf", texts(vote.onBehalfOf()));
        }
        data.add("origin", origin(vote.subject().connection()));
        return event(vote.eventId(), VOTE, data.build(), "", Optional.of(vote.inReplyToEvent()));
    }

    Event noteCreated(NoteTold told) {
        return note(NOTE_CREATED, OwedKind.NOTE_CREATED, told);
    }

    Event noteResolved(NoteTold told) {
        return note(NOTE_RESOLVED, OwedKind.NOTE_RESOLVED, told);
    }

    private Event note(String topic, OwedKind kind, NoteTold told) {
        var data = Json.createObjectBuilder()
                .add("schema", "webreview.note/1")
                .add(
                        "item",
                        item(
                                told.item(),
                                told.project(),
                                told.lineKey(),
                                told.name(),
                                told.kind(),
                                told.note().version()))
                .add("version", told.note().version())
                .add("note", note(told.item(), told.note()))
                .add("state", told.state().name())
                .add("by", author(told.by()))
                .add("at", time(told.at()))
                .add("origin", origin(told.connection()));
        told.inReplyTo()
                .ifPresent(thread -> data.add("inReplyTo", thread.value().toString()));
        return event(kind.eventId(told.subject()), topic, data.build(), "", Optional.of(told.inReplyToEvent()));
    }

    private JsonArrayBuilder notes(ReviewItemId item, List<NoteRecord> notes) {
        var all = Json.createArrayBuilder();
        notes.forEach(note -> all.add(note(item, note)));
        return all;
    }

    /** Frames are counted from 0; the number that people know is {@code startFrame} more. */
    private JsonObjectBuilder note(ReviewItemId item, NoteRecord note) {
        var text = Json.createObjectBuilder()
                .add("id", note.id().value().toString())
                .add("version", note.version())
                .add("author", author(note.author()))
                .add("text", cut(note.text()))
                .add("visibility", lower(note.visibility()))
                .add("blocking", note.blocking())
                .add("drawn", note.drawn())
                .add("createdAt", time(note.createdAt()));
        note.place().readBy(new WrittenPlace(text));
        note.rate()
                .ifPresent(rate -> text.add(
                        "rate", Json.createArrayBuilder().add(rate.numerator()).add(rate.denominator())));
        note.startFrame().ifPresent(first -> text.add("startFrame", first));
        note.timecode().ifPresent(timecode -> text.add("timecode", timecode.toString()));
        if (note.drawn()) {
            text.add("annotation", annotation(item, note.id()));
        }
        return text;
    }

    private JsonObjectBuilder annotation(ReviewItemId item, NoteId note) {
        return Json.createObjectBuilder()
                .add("format", AnnotationWriter.FORMAT)
                .add(
                        "pngUrl",
                        new AnnotationAddress(item, note, Form.PNG)
                                .at(publicUrl)
                                .toString())
                .add(
                        "commandsUrl",
                        new AnnotationAddress(item, note, Form.JSON)
                                .at(publicUrl)
                                .toString());
    }

    /** An event stays small, however much somebody had to say. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_NOTE) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(LONGEST_NOTE - 1)) ? LONGEST_NOTE - 1 : LONGEST_NOTE;
        return text.substring(0, end) + "…";
    }

    private static JsonObjectBuilder author(NoteAuthor author) {
        return Json.createObjectBuilder()
                .add("id", author.id().value().toString())
                .add("username", author.username())
                .add("displayName", author.displayName())
                .add("role", lower(author.role()))
                .add("kind", lower(author.kind()));
    }

    /** The reply that carries a receipt to the client that asked, and to nobody else. */
    Event receipt(OwedEvent owed) {
        var data = JsonText.parse(owed.payload().orElseThrow(() -> new IncompleteEvent("The receipt has no data")));
        var asker = owed.target().orElseThrow(() -> new IncompleteEvent("Nobody is named to get the receipt"));
        return event(owed.eventId(), REPLY, data, Target.of(asker), owed.inReplyTo());
    }

    /** The data of a receipt that tells why a submission was not taken. */
    static JsonObject refusal(List<SubmissionError> errors) {
        var all = Json.createArrayBuilder();
        errors.forEach(error -> all.add(Json.createObjectBuilder()
                .add("code", error.code())
                .add("field", error.field())
                .add("message", error.message())
                .add("retryable", error.retryable())));
        return Json.createObjectBuilder()
                .add("schema", "webreview.receipt/1")
                .add("success", false)
                .add("errors", all)
                .build();
    }

    private static Event event(String id, String topic, JsonValue data, String target, Optional<String> inReplyTo) {
        return new Event(topic, id, data, JsonValue.EMPTY_JSON_OBJECT, target, inReplyTo, Optional.empty());
    }

    private JsonObjectBuilder item(Subject about) {
        return item(about.item(), about.project(), about.lineKey(), about.name(), about.kind(), about.version());
    }

    private JsonObjectBuilder item(
            ReviewItemId id, String project, String lineKey, String name, Kind kind, int version) {
        return Json.createObjectBuilder()
                .add("id", id.value().toString())
                .add("url", url(id))
                .add("name", String.format(Locale.ROOT, "%s v%03d", name, version))
                .add("project", project)
                .add("line", Json.createObjectBuilder().add("key", lineKey).add("name", name))
                .add("kind", kind.name())
                .add("version", version);
    }

    private String url(ReviewItemId id) {
        return publicUrl.toString().replaceAll("/+$", "") + "/item/" + id.value();
    }

    private static JsonObjectBuilder actor(Actor actor) {
        return Json.createObjectBuilder()
                .add("id", actor.id().value().toString())
                .add("username", actor.username())
                .add("displayName", actor.displayName())
                .add("role", lower(actor.role()))
                .add("functions", texts(actor.functions().stream().sorted().toList()))
                .add("kind", lower(actor.kind()));
    }

    private static JsonArrayBuilder votes(List<DecidedVote> votes) {
        var all = Json.createArrayBuilder();
        votes.forEach(vote -> {
            var text = Json.createObjectBuilder()
                    .add("by", vote.username())
                    .add("role", lower(vote.role()))
                    .add("functions", texts(vote.functions().stream().sorted().toList()))
                    .add("value", vote.choice().name())
                    .add("at", time(vote.castAt()))
                    .add("outdated", false);
            vote.label().ifPresent(label -> text.add("label", label));
            if (!vote.onBehalfOf().isEmpty()) {
                text.add("onBehalfOf", texts(vote.onBehalfOf()));
            }
            all.add(text);
        });
        return all;
    }

    private static JsonArrayBuilder explanation(List<StageExplanation> stages) {
        var all = Json.createArrayBuilder();
        stages.forEach(stage -> all.add(Json.createObjectBuilder()
                .add("stage", stage.stage())
                .add("status", stage.status().name())
                .add("need", stage.need())
                .add("have", stage.have())
                .add("waitingFor", texts(stage.waitingFor()))
                .add("blockedBy", texts(stage.blockedBy()))
                .add("text", stage.text())));
        return all;
    }

    private static JsonObject origin(ConnectionId connection) {
        return Json.createObjectBuilder()
                .add("connectionId", connection.value().toString())
                .build();
    }

    private static JsonArrayBuilder texts(List<String> texts) {
        var all = Json.createArrayBuilder();
        texts.forEach(all::add);
        return all;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
