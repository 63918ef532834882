package dev.rushlight.web.bridge;

import dev.rushlight.review.DecisionDetail;
import dev.rushlight.review.DeliveryState;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.SubmissionWarning;
import dev.rushlight.review.VoteDetail;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes the answers to questions, none longer than what a hub carries well. */
record AnswerWriter(EventWriter writer, Desks desks, Reach reach, List<SubmissionWarning> warnings) {
    /** An answer with its envelope stays below 64 kB. */
    static final int LONGEST = 60_000;

    private static final int MOST_OF_VOTES = 20_000;
    private static final int MOST_NOTES = 200;

    /** What no hub has heard of is not told to anybody who asks, either. */
    private static final Set<DeliveryState> UNTOLD = EnumSet.of(DeliveryState.HELD, DeliveryState.UNDONE);

    static JsonArrayBuilder warnings(List<SubmissionWarning> warnings) {
        var all = Json.createArrayBuilder();
        warnings.forEach(warning ->
                all.add(Json.createObjectBuilder().add("code", warning.code()).add("message", warning.message())));
        return all;
    }

    /** How the item's current version stands at this moment. */
    JsonObject state(ReviewItemDetail item) {
        var version = item.versions().get(0);
        var votes = new Bounded(MOST_OF_VOTES);
        version.votes().stream().filter(VoteDetail::inForce).forEach(vote -> votes.add(vote(vote)));
        var answer = answer("webreview.state/1", item)
                .add("version", version.number())
                .add("outcome", version.outcome().name())
                .add("final", version.isFinal())
                .add(
                        "sequence",
                        told(item).stream()
                                .mapToLong(DecisionDetail::sequence)
                                .max()
                                .orElse(0))
                .add("submitter", version.submitter())
                .add("submittedAt", EventWriter.time(version.submittedAt()))
                .add(
                        "policy",
                        Json.createObjectBuilder()
                                .add("id", version.policy())
                                .add("revision", version.policyRevision())
                                .add("explanation", EventWriter.explanation(version.explanation())))
                .add("votes", votes.entries())
                .add("votesTruncated", votes.truncated())
                .build();
        var open = desks.notes()
                .forDecision(item.id(), version.number(), desks.clock().instant(), reach.audience(), MOST_NOTES);
        var notes = new Bounded(LONGEST - Bounded.lengthOf(answer));
        open.notes().forEach(note -> notes.add(writer.note(item.id(), note).build()));
        return Json.createObjectBuilder(answer)
                .add("notes", notes.entries())
                .add("notesTruncated", open.truncated() || notes.truncated())
                .build();
    }

    /** What hubs were told of the item after the given decision, oldest first; as much as fits. */
    JsonObject decisions(ReviewItemDetail item, long since) {
        var answer = answer("webreview.decisions/1", item);
        var page = new Bounded(LONGEST - 2_000);
        var last = since;
        var more = false;
        for (var decision : told(item).stream()
                .filter(known -> known.sequence() > since)
                .sorted(Comparator.comparingLong(DecisionDetail::sequence))
                .toList()) {
            if (!page.add(event(decision, OpenHub.MOST_NOTES))) {
                if (!page.isEmpty()) {
                    more = true;
                    break;
                }
                page.force(event(decision, 0));
            }
            last = decision.sequence();
        }
        answer.add("sinceSequence", since).add("events", page.entries());
        if (more) {
            answer.add("next", last);
        }
        return answer.build();
    }

    private JsonObject event(DecisionDetail decision, int mostNotes) {
        var record = desks.items().decision(decision.id());
        var event = writer.decision(
                record,
                desks.notes()
                        .forDecision(record.item(), record.version(), record.decidedAt(), reach.audience(), mostNotes));
        return Json.createObjectBuilder()
                .add("eventId", event.id())
                .add("topic", event.topic())
                .add("submissionEventId", record.inReplyToEvent())
                .add("data", event.data())
                .build();
    }

    private static List<DecisionDetail> told(ReviewItemDetail item) {
        return item.decisions().stream()
                .filter(decision -> decision.delivery()
                        .filter(delivery -> !UNTOLD.contains(delivery.state()))
                        .isPresent())
                .toList();
    }

    private JsonObjectBuilder answer(String schema, ReviewItemDetail item) {
        return Json.createObjectBuilder()
                .add("schema", schema)
                .add("success", true)
                .add("duplicate", false)
                .add(
                        "item",
                        writer.item(
                                item.id(),
                                item.project(),
                                item.lineKey(),
                                item.name(),
                                item.kind(),
                                item.currentVersion()))
                .add("warnings", warnings(warnings));
    }

    private static JsonObject vote(VoteDetail vote) {
        var text = Json.createObjectBuilder()
                .add("by", vote.username())
                .add("role", EventWriter.lower(vote.role()))
                .add(
                        "functions",
                        EventWriter.texts(vote.functions().stream().sorted().toList()))
                .add("value", vote.choice().name())
                .add("at", EventWriter.time(vote.castAt()));
        vote.label().ifPresent(label -> text.add("label", label));
        if (!vote.onBehalfOf().isEmpty()) {
            text.add("onBehalfOf", EventWriter.texts(vote.onBehalfOf()));
        }
        return text.build();
    }
}
