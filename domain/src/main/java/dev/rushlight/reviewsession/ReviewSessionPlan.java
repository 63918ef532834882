package dev.rushlight.reviewsession;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a lead says about a review session: what it is called, what it is about, and from when until when guests are let
 * in.
 */
public record ReviewSessionPlan(
        String name,
        Optional<String> description,
        Optional<String> project,
        Optional<Instant> opens,
        Optional<Instant> closes) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_PROJECT = 100;

    public ReviewSessionPlan {
        name = Typed.line(name, "The name of a review session", LONGEST_NAME, UnacceptableReviewSession::new);
        if (name.isEmpty()) {
            throw new UnacceptableReviewSession("A review session needs a name");
        }
        description = description
                .map(typed -> Typed.text(
                        typed,
                        "The description of a review session",
                        LONGEST_DESCRIPTION,
                        UnacceptableReviewSession::new))
                .filter(text -> !text.isEmpty());
        project = project.map(typed -> Typed.line(
                        typed, "The project of a review session", LONGEST_PROJECT, UnacceptableReviewSession::new))
                .filter(text -> !text.isEmpty());
        opens = opens.map(ReviewSessionPlan::asExactAsItIsKept);
        closes = closes.map(ReviewSessionPlan::asExactAsItIsKept);
        if (opens.isPresent() && closes.isPresent() && !opens.get().isBefore(closes.get())) {
            throw new UnacceptableReviewSession(
                    "A review session cannot close at %s, before it opens at %s".formatted(closes.get(), opens.get()));
        }
    }

    public static ReviewSessionPlan named(String name) {
        return new ReviewSessionPlan(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ReviewSessionPlan withName(String newName) {
        return new ReviewSessionPlan(newName, description, project, opens, closes);
    }

    public ReviewSessionPlan withDescription(String newDescription) {
        return new ReviewSessionPlan(name, Optional.of(newDescription), project, opens, closes);
    }

    public ReviewSessionPlan withDates(Optional<Instant> newOpens, Optional<Instant> newCloses) {
        return new ReviewSessionPlan(name, description, project, newOpens, newCloses);
    }

    /** In words, what differs from what somebody saw. */
    List<String> changesSince(ReviewSessionPlan seen) {
        var changes = new ArrayList<String>();
        if (!name.equals(seen.name)) {
            changes.add("its name is now \"%s\"".formatted(name));
        }
        if (!description.equals(seen.description)) {
            changes.add("its description is another one");
        }
        if (!project.equals(seen.project)) {
            changes.add(project.map("its project is now %s"::formatted).orElse("it is of no project any more"));
        }
        if (!opens.equals(seen.opens)) {
            changes.add(opens.map("it now opens at %s"::formatted).orElse("it has no beginning any more"));
        }
        if (!closes.equals(seen.closes)) {
            changes.add(closes.map("it now closes at %s"::formatted).orElse("it has no end any more"));
        }
        return changes;
    }

    JsonObject json() {
        var json = Json.createObjectBuilder().add("name", name);
        description.ifPresent(text -> json.add("description", text));
        project.ifPresent(text -> json.add("project", text));
        opens.ifPresent(instant -> json.add("opens", instant.toString()));
        closes.ifPresent(instant -> json.add("closes", instant.toString()));
        return json.build();
    }

    private static Instant asExactAsItIsKept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
