package dev.rushlight.web.testing;

import dev.rushlight.people.Identity;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.reviewsession.EntrySummary;
import dev.rushlight.reviewsession.GuestLinkCursor;
import dev.rushlight.reviewsession.GuestLinkSummary;
import dev.rushlight.reviewsession.Keeping;
import dev.rushlight.reviewsession.Participant;
import dev.rushlight.reviewsession.Progress;
import dev.rushlight.reviewsession.ReviewSessionCursor;
import dev.rushlight.reviewsession.ReviewSessionDetail;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.ReviewSessionPlan;
import dev.rushlight.reviewsession.ReviewSessionScope;
import dev.rushlight.reviewsession.ReviewSessionStanding;
import dev.rushlight.reviewsession.ReviewSessionState;
import dev.rushlight.reviewsession.ReviewSessionSummary;
import dev.rushlight.reviewsession.ReviewSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One review session in memory, and a list of others. */
public final class MemoryReviewSessions extends ReviewSessions {

    public static final ReviewSessionId DAILIES = ReviewSessionId.random();

    public final List<ReviewSessionSummary> list = new ArrayList<>();
    public final List<EntrySummary> entries = new ArrayList<>();
    public final List<Participant> participants = new ArrayList<>();
    public final List<GuestLinkSummary> links = new ArrayList<>();
    public ReviewSessionPlan plan = ReviewSessionPlan.named("Dailies");
    public ReviewSessionState state = ReviewSessionState.OPEN;
    public boolean gone;

    /** How often somebody asked how it stands. */
    public int read;

    public static EntrySummary entry(String name, int place) {
        return entry(ReviewItemId.random(), name, place, Keeping.KEEP_LATEST, 1, Outcome.PENDING);
    }

    public static EntrySummary entry(
            ReviewItemId item, String name, int place, Keeping keeping, int version, Outcome outcome) {
        return new EntrySummary(
                item,
                "lanternfish",
                Kind.ASSET,
                keeping,
                version,
                OptionalInt.empty(),
                name,
                outcome,
                "tom",
                Samples.NOW,
                Optional.empty(),
                Optional.empty(),
                new EntryCursor(place, item.value(), 0));
    }

    public static ReviewSessionSummary row(String name) {
        var id = ReviewSessionId.random();
        return new ReviewSessionSummary(
                id,
                name,
                Optional.empty(),
                ReviewSessionState.OPEN,
                Optional.empty(),
                Optional.empty(),
                "lena",
                Samples.NOW,
                new Progress(Map.of(Outcome.APPROVED, 2, Outcome.PENDING, 3)),
                new ReviewSessionCursor(Samples.NOW, id.value()));
    }

    @Override
    public List<ReviewSessionSummary> page(
            Identity viewer, ReviewSessionScope scope, Optional<ReviewSessionCursor> after, int limit) {
        var shown = scope == ReviewSessionScope.MINE ? list.subList(0, Math.min(1, list.size())) : list;
        var start = after.map(cursor -> 1
                        + shown.stream()
                                .map(ReviewSessionSummary::cursor)
                                .toList()
                                .indexOf(cursor))
                .orElse(0);
        return List.copyOf(shown.subList(start, Math.min(shown.size(), start + limit)));
    }

    @Override
    public Optional<ReviewSessionDetail> detail(Identity viewer, ReviewSessionId id) {
        return Optional.of(id)
                .filter(DAILIES::equals)
                .map(known -> new ReviewSessionDetail(
                        id,
                        plan,
                        state,
                        "lena",
                        Samples.NOW,
                        participants,
                        new Progress(entries.isEmpty() ? Map.of() : Map.of(Outcome.PENDING, entries.size()))));
    }

    @Override
    public Optional<ReviewSessionStanding> standing(Identity viewer, ReviewSessionId id, ReviewItemId item) {
        read++;
        var counts = entries.stream().collect(Collectors.toMap(EntrySummary::outcome, entry -> 1, Integer::sum));
        return Optional.of(id)
                .filter(known -> known.equals(DAILIES) && !gone)
                .map(known -> new ReviewSessionStanding(
                        plan.name(),
                        new Progress(counts),
                        (int) waiting().count(),
                        entries.stream()
                                .filter(entry -> entry.item().equals(item))
                                .map(entry -> new ReviewSessionStanding.Here(entry, entries.indexOf(entry) + 1))
                                .findFirst()));
    }

    @Override
    public Optional<ReviewItemId> next(Identity reviewer, ReviewSessionId id, Optional<ReviewItemId> current) {
        return waiting()
                .map(EntrySummary::item)
                .filter(item -> !current.equals(Optional.of(item)))
                .findFirst();
    }

    private Stream<EntrySummary> waiting() {
        return entries.stream().filter(entry -> entry.outcome().isAsking());
    }

    @Override
    public List<EntrySummary> entriesBefore(Identity viewer, ReviewSessionId id, EntryCursor before, int limit) {
        var end = entries.stream().map(EntrySummary::cursor).toList().indexOf(before);
        return List.copyOf(entries.subList(Math.max(0, end - limit), Math.max(0, end)));
    }

    @Override
    public List<EntrySummary> entries(Identity viewer, ReviewSessionId id, Optional<EntryCursor> after, int limit) {
        var start = after.map(cursor ->
                        1 + entries.stream().map(EntrySummary::cursor).toList().indexOf(cursor))
                .orElse(0);
        return List.copyOf(entries.subList(start, Math.min(entries.size(), start + limit)));
    }

    @Override
    public List<GuestLinkSummary> guests(
            Identity lead, ReviewSessionId id, Optional<GuestLinkCursor> after, int limit) {
        var begin = after.map(cursor -> 1
                        + links.stream().map(GuestLinkSummary::cursor).toList().indexOf(cursor))
                .orElse(0);
        return links.stream().skip(begin).limit(limit).toList();
    }
}
