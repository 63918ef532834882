package dev.rushlight.web.bridge;

import dev.rushlight.connection.Arrival;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.Place;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.ReviewItemId;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;

/** What an event asks for, besides having something reviewed. */
sealed interface Asked {
    /** Has it done or answered; the receipt is owed then. */
    JsonObject handTo(HubCounter counter, Arrival arrival);

    /** The field that says which item is meant. */
    default String itemField() {
        return ById.FIELD;
    }

    /** A vote on the version that the voter saw. */
    record ForVote(ReviewItemId item, int version, Choice choice, String reason, Optional<String> label)
            implements Asked {
        @Override
        public JsonObject handTo(HubCounter counter, Arrival arrival) {
            return counter.vote(arrival, this);
        }
    }

    /** A note, or an answer to one. */
    record ForComment(ReviewItemId item, int version, String text, Place place, Optional<NoteId> inReplyTo)
            implements Asked {
        @Override
        public JsonObject handTo(HubCounter counter, Arrival arrival) {
            return counter.comment(arrival, this);
        }
    }

    /** That a version is taken back; the current one, unless it is named. */
    record ForWithdrawal(Named item, OptionalInt version, String reason) implements Asked {
        @Override
        public String itemField() {
            return item.field();
        }

        @Override
        public JsonObject handTo(HubCounter counter, Arrival arrival) {
            return counter.withdraw(arrival, this);
        }
    }

    /** How an item stands, or which decisions there were after the given one. */
    record ForState(Named item, OptionalInt sinceSequence) implements Asked {
        @Override
        public String itemField() {
            return item.field();
        }

        @Override
        public JsonObject handTo(HubCounter counter, Arrival arrival) {
            return counter.query(arrival, this);
        }
    }

    /** The ways to say which item is meant. */
    sealed interface Named {
        ReviewItemId in(HubCounter counter);

        /** The field that says so. */
        String field();
    }

    /** By its id. */
    record ById(ReviewItemId id) implements Named {
        static final String FIELD = "itemId";

        @Override
        public String field() {
            return FIELD;
        }

        @Override
        public ReviewItemId in(HubCounter counter) {
            return id;
        }
    }

    /** By what its submitters call it. */
    record ByLine(String project, String key) implements Named {
        @Override
        public String field() {
            return "line.key";
        }

        @Override
        public ReviewItemId in(HubCounter counter) {
            return counter.line(project, key);
        }
    }

    /** By the key under which one of its versions was submitted. */
    record BySubmission(String key) implements Named {
        @Override
        public String field() {
            return "submissionKey";
        }

        @Override
        public ReviewItemId in(HubCounter counter) {
            return counter.submission(key);
        }
    }
}
