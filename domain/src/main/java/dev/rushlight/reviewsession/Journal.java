package dev.rushlight.reviewsession;

import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.Author;
import dev.rushlight.ledger.Ledger;
import dev.rushlight.ledger.LedgerEntry;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.review.ReviewItemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Optional;

/** Writes down in the ledger what is done with a review session: all of it in the review session's own chain. */
@Dependent
class Journal {

    private final Ledger ledger;

    @Inject
    Journal(Ledger ledger) {
        this.ledger = ledger;
    }

    void record(Act act, ReviewSessionId reviewSession, Identity by, JsonObject before, JsonObject after) {
        ledger.record(new LedgerEntry(
                reviewSession.value(),
                act,
                new Author(
                        by.id().value(),
                        by.username(),
                        by.displayName(),
                        by.role().name()),
                Optional.empty(),
                before,
                after,
                Optional.empty()));
    }

    void added(ReviewSessionId reviewSession, Identity by, Collection<ReviewItemId> items, Keeping keeping) {
        record(
                Act.SESSION_CHANGED,
                reviewSession,
                by,
                JsonValue.EMPTY_JSON_OBJECT,
                Json.createObjectBuilder()
                        .add("items", texts(items))
                        .add("keeping", keeping.name())
                        .build());
    }

    void removed(ReviewSessionId reviewSession, Identity by, Collection<ReviewItemId> items) {
        record(
                Act.SESSION_CHANGED,
                reviewSession,
                by,
                Json.createObjectBuilder().add("items", texts(items)).build(),
                JsonValue.EMPTY_JSON_OBJECT);
    }

    void welcomed(ReviewSessionId reviewSession, Identity by, Collection<PersonId> people) {
        record(Act.SESSION_CHANGED, reviewSession, by, JsonValue.EMPTY_JSON_OBJECT, participants(people));
    }

    void dismissed(ReviewSessionId reviewSession, Identity by, Collection<PersonId> people) {
        record(Act.SESSION_CHANGED, reviewSession, by, participants(people), JsonValue.EMPTY_JSON_OBJECT);
    }

    private static JsonObject participants(Collection<PersonId> people) {
        return Json.createObjectBuilder().add("participants", texts(people)).build();
    }

    private static JsonArray texts(Collection<?> values) {
        return Json.createArrayBuilder(values.stream().map(Object::toString).toList())
                .build();
    }
}
