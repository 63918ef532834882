package dev.rushlight.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rushlight.people.Identity;
import dev.rushlight.policy.Outcome;
import jakarta.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What somebody was answered to a request, to be answered again. */
@Entity
@Table(schema = "review", name = "answered_request")
class AnsweredRequest {

    @Id
    private UUID id;

    private String answer;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @SuppressWarnings("NullAway.Init")
    protected AnsweredRequest() {} // for JPA

    AnsweredRequest(UUID id, Verdict verdict, Instant now) {
        this.id = id;
        this.answer = write(verdict);
        this.answeredAt = now;
    }

    /** Nobody is answered what somebody else asked. */
    static UUID idOf(Identity asker, UUID request) {
        return UUID.nameUUIDFromBytes("%s:%s".formatted(asker.id(), request).getBytes(UTF_8));
    }

    Verdict verdict() {
        try (var reader = Json.createReader(new StringReader(answer))) {
            var text = reader.readObject();
            return new Verdict(
                    Outcome.valueOf(text.getString("outcome")),
                    Optional.of(text.getString("decision")).flatMap(DecisionId::parse),
                    text.getBoolean("late"));
        }
    }

    private static String write(Verdict verdict) {
        return Json.createObjectBuilder()
                .add("outcome", verdict.outcome().name())
                .add("decision", verdict.decision().map(DecisionId::toString).orElse(""))
                .add("late", verdict.late())
                .build()
                .toString();
    }
}
