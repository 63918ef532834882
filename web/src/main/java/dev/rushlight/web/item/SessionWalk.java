package dev.rushlight.web.item;

import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.reviewsession.EntrySummary;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.ReviewSessionStanding;
import dev.rushlight.reviewsession.ReviewSessions;
import java.util.List;
import java.util.Optional;

/**
 * The way through a review session in its order. Should the item be taken out of it meanwhile, the way goes on from where
 * it was.
 */
final class SessionWalk implements Walk {

    private final ReviewSessions reviewSessions;
    private final FirstMedium firstMedium;
    private final Room room;
    private final ReviewSessionId id;
    private ReviewSessionStanding standing;
    private Optional<EntryCursor> place = Optional.empty();

    private SessionWalk(
            ReviewSessions reviewSessions,
            FirstMedium firstMedium,
            Room room,
            ReviewSessionId id,
            ReviewSessionStanding standing) {
        this.reviewSessions = reviewSessions;
        this.firstMedium = firstMedium;
        this.room = room;
        this.id = id;
        this.standing = standing;
        keepPlace();
    }

    /** The way from the item in the room; nothing if there is no such review session. */
    static Optional<SessionWalk> through(
            ReviewSessions reviewSessions, FirstMedium firstMedium, Room room, ReviewSessionId id) {
        return reviewSessions
                .standing(room.person(), id, room.item().id())
                .map(standing -> new SessionWalk(reviewSessions, firstMedium, room, id, standing));
    }

    /** Reads anew where one is; false if there is no such review session any more. */
    boolean read() {
        var news = reviewSessions.standing(room.person(), id, room.item().id());
        news.ifPresent(known -> {
            standing = known;
            keepPlace();
        });
        return news.isPresent();
    }

    private void keepPlace() {
        place = entry().map(EntrySummary::cursor).or(() -> place);
    }

    ReviewSessionId id() {
        return id;
    }

    String name() {
        return standing.name();
    }

    /** The entry of the item in the room, if it is in the review session. */
    Optional<EntrySummary> entry() {
        return standing.here().map(ReviewSessionStanding.Here::entry);
    }

    boolean isAllDecided() {
        return standing.progress().decided() == standing.progress().total();
    }

    @Override
    public Optional<ReviewItemId> next() {
        return following().map(EntrySummary::item);
    }

    private Optional<EntrySummary> following() {
        return reviewSessions.entries(room.person(), id, place, 1).stream().findFirst();
    }

    @Override
    public Optional<ReviewItemId> previous() {
        return place.map(here -> reviewSessions.entriesBefore(room.person(), id, here, 1)).orElse(List.of()).stream()
                .map(EntrySummary::item)
                .findFirst();
    }

    @Override
    public Optional<ReviewItemId> nextToDecide() {
        return reviewSessions.next(room.person(), id, Optional.of(room.item().id()));
    }

    @Override
    public Optional<String> nextMedia() {
        return following()
                .filter(next -> next.kind() == Kind.ASSET)
                .flatMap(next -> firstMedium.of(room.person(), next.item(), next.version()));
    }

    @Override
    public Whereabouts whereabouts() {
        var number = standing.here()
                .map(here ->
                        "%d of %d".formatted(here.number(), standing.progress().total()))
                .orElse("Not in");
        return new Whereabouts(number, Optional.of(new Whereabouts.Through(id, name())), left());
    }

    private String left() {
        if (isAllDecided()) {
            return "all decided";
        }
        if (!room.person().role().mayVote()) {
            var progress = standing.progress();
            return "%d undecided".formatted(progress.total() - progress.decided());
        }
        return standing.awaiting() == 0 ? "nothing waits for you" : "%d left".formatted(standing.awaiting());
    }
}
