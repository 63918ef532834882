package dev.rushlight.web.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rushlight.connection.Arrival;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.ReplyDraft;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.people.Identity;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.Request;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewLine;
import dev.rushlight.review.SubmissionWarning;
import dev.rushlight.review.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where whoever comes over a hub is served: the hub's user acts as the person that the connection's rules say, with that
 * person's rights, on what can be reached through the connection. The desks decide; here it is only passed on.
 *
 * @param warnings what was odd about the event that is served
 */
record HubCounter(ConnectionId connection, Desks desks, EventWriter writer, List<SubmissionWarning> warnings) {
    static final String RECEIPT = "webreview.act.receipt/1";

    HubCounter(ConnectionId connection, Desks desks, EventWriter writer) {
        this(connection, desks, writer, List.of());
    }

    HubCounter noting(List<SubmissionWarning> odd) {
        return new HubCounter(connection, desks, writer, odd);
    }

    JsonObject vote(Arrival arrival, Asked.ForVote asked) {
        return desks.errands().carryOut(arrival, voter -> {
            var line = reach().item(asked.item());
            var verdict = desks.reviews()
                    .vote(
                            voter,
                            line.item(),
                            asked.version(),
                            asked.choice(),
                            asked.reason(),
                            asked.label(),
                            request(voter, arrival));
            return receipt(line, asked.version(), verdict).build();
        });
    }

    JsonObject comment(Arrival arrival, Asked.ForComment asked) {
        return desks.errands().carryOut(arrival, author -> {
            var line = reach().item(asked.item());
            var note = asked.inReplyTo()
                    .map(to -> answer(author, arrival, asked, to))
                    .orElseGet(() -> note(author, arrival, asked));
            return receipt(line, asked.version()).add("noteId", note.toString()).build();
        });
    }

    private NoteId note(Identity author, Arrival arrival, Asked.ForComment asked) {
        return desks.feedback()
                .add(
                        author,
                        new NoteDraft(
                                new NoteId(idOf(author, arrival)),
                                asked.item(),
                                asked.version(),
                                asked.place(),
                                asked.text(),
                                reach().audience(),
                                false,
                                List.of(),
                                Optional.of(arrival.eventId())));
    }

    /** Where clients listen, nobody answers what is not for their eyes. */
    private NoteId answer(Identity author, Arrival arrival, Asked.ForComment asked, NoteId to) {
        var audience = reach().audience();
        var thread =
                desks.notes().thread(author, asked.item(), asked.version(), to).orElseThrow(() -> new NoSuchNote(to));
        if (audience == Visibility.CLIENT && thread.note().visibility() != Visibility.CLIENT) {
            throw new NoSuchNote(to);
        }
        return desks.feedback()
                .reply(
                        author,
                        new ReplyDraft(
                                new NoteId(idOf(author, arrival)),
                                asked.item(),
                                to,
                                asked.text(),
                                audience,
                                List.of(),
                                Optional.of(arrival.eventId())));
    }

    JsonObject withdraw(Arrival arrival, Asked.ForWithdrawal asked) {
        return desks.errands().carryOut(arrival, submitter -> {
            var line = reach().item(asked.item().in(this));
            var version = asked.version().orElse(line.currentVersion());
            var verdict = desks.supervision()
                    .withdraw(submitter, line.item(), version, asked.reason(), request(submitter, arrival));
            return receipt(line, version, verdict).build();
        });
    }

    JsonObject query(Arrival arrival, Asked.ForState asked) {
        return desks.errands().answer(arrival, () -> {
            var reach = reach();
            var line = reach.item(asked.item().in(this));
            var detail = desks.items().standing(line.item()).orElseThrow(() -> new NoSuchReviewItem(line.item()));
            var answers = new AnswerWriter(writer, desks, reach, warnings);
            return asked.sinceSequence().isPresent()
                    ? answers.decisions(detail, asked.sinceSequence().getAsInt())
                    : answers.state(detail);
        });
    }

    JsonObject refuse(Arrival arrival, JsonObject receipt) {
        return desks.errands().refuse(arrival, receipt);
    }

    ReviewItemId line(String project, String key) {
        return desks.items()
                .line(connection, project, key)
                .map(ReviewLine::item)
                .orElseThrow(() -> new NoSuchReviewItem(ReviewItemId.random()));
    }

    ReviewItemId submission(String key) {
        return desks.errands()
                .submitted(connection, key)
                .map(ReviewItemId::new)
                .orElseThrow(() -> new NoSuchReviewItem(ReviewItemId.random()));
    }

    private Reach reach() {
        return new Reach(connection, desks.connections().rules(connection), desks.items());
    }

    private JsonObjectBuilder receipt(ReviewLine line, int version, Verdict verdict) {
        var receipt =
                receipt(line, version).add("outcome", verdict.outcome().name()).add("late", verdict.late());
        verdict.decision().ifPresent(decision -> receipt.add("decisionId", decision.toString()));
        return receipt;
    }

    private JsonObjectBuilder receipt(ReviewLine line, int version) {
        return Json.createObjectBuilder()
                .add("schema", RECEIPT)
                .add("success", true)
                .add("itemId", line.item().toString())
                .add("url", writer.url(line.item()))
                .add("version", version)
                .add("warnings", AnswerWriter.warnings(warnings));
    }

    private static Request request(Identity actor, Arrival arrival) {
        return Request.of(idOf(actor, arrival)).causedBy(arrival.eventId());
    }

    /**
     * The same for the same event of the same person, so that it leaves one trace even where nobody remembers the event any
     * more, and through whatever connections a relay carries it here.
     */
    private static UUID idOf(Identity actor, Arrival arrival) {
        return UUID.nameUUIDFromBytes(
                "%s:%s".formatted(actor.id().value(), arrival.eventId()).getBytes(UTF_8));
    }
}
