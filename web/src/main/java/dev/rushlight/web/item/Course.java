package dev.rushlight.web.item;

import com.vaadin.flow.component.html.Anchor;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.ReviewQueue;
import dev.rushlight.reviewsession.EntrySummary;
import dev.rushlight.reviewsession.Keeping;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.ReviewSessions;
import dev.rushlight.web.filmstrip.Filmstrip;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import java.util.Optional;
import java.util.OptionalInt;

/** Where somebody goes from one item to the next: through the review session that they came from, else through the queue. */
final class Course {

    private final ReviewQueue queue;
    private final ReviewSessions reviewSessions;
    private final FirstMedium firstMedium;
    private final Room room;
    private final Notices notices;
    private final WalkBar bar = new WalkBar(this::go);
    private final Filmstrip filmstrip = new Filmstrip();
    private Optional<Walk> walk = Optional.empty();
    private Optional<SessionWalk> session = Optional.empty();

    Course(ReviewQueue queue, ReviewSessions reviewSessions, ReviewItems items, Room room, Notices notices) {
        this.queue = queue;
        this.reviewSessions = reviewSessions;
        this.firstMedium = new FirstMedium(items);
        this.room = room;
        this.notices = notices;
    }

    WalkBar bar() {
        return bar;
    }

    Filmstrip filmstrip() {
        return filmstrip;
    }

    /** Another item is on the page. */
    void enter() {
        var wanted = room.from().reviewSession();
        session = wanted.flatMap(id -> SessionWalk.through(reviewSessions, firstMedium, room, id));
        walk = Optional.of(session.<Walk>map(found -> found).orElseGet(this::throughTheQueue));
        if (wanted.isPresent() && session.isEmpty()) {
            sayGone();
        }
        session.filter(found -> found.entry().isEmpty())
                .ifPresent(found -> notices.say(
                        Symbol.SESSION,
                        Tone.CARE,
                        "%s is not in “%s”, or not any more."
                                .formatted(room.item().name(), found.name()),
                        back(found)));
        session.ifPresentOrElse(
                found -> filmstrip.enter(
                        new SessionFilm(reviewSessions, room, found.id()),
                        room.item().id(),
                        found.entry().map(EntrySummary::cursor)),
                filmstrip::clear);
        bar.show(way().whereabouts());
    }

    /** The version that the review session holds the item at, if it does. */
    OptionalInt pinnedVersion() {
        return session.flatMap(SessionWalk::entry)
                .filter(entry -> entry.keeping() == Keeping.PINNED)
                .map(EntrySummary::version)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** The review session that is walked through, with the name that it has. */
    Optional<Whereabouts.Through> through() {
        return session.map(found -> new Whereabouts.Through(found.id(), found.name()));
    }

    boolean isThrough(ReviewSessionId id) {
        return room.from().reviewSession().filter(id::equals).isPresent();
    }

    /** Counts anew what is left. */
    void count() {
        if (session.filter(found -> !found.read()).isPresent()) {
            session = Optional.empty();
            walk = Optional.of(throughTheQueue());
            filmstrip.clear();
            sayGone();
        }
        session.ifPresent(found -> filmstrip.refresh());
        bar.show(way().whereabouts());
    }

    Optional<String> nextMedia() {
        return walk.flatMap(Walk::nextMedia);
    }

    void go(boolean forward) {
        var other = forward ? way().next() : way().previous();
        other.ifPresentOrElse(
                room::open,
                () -> Toast.show(
                        Symbol.QUEUE,
                        Tone.QUIET,
                        forward ? "There is no other item here." : "This is the first one here."));
    }

    /** Goes on after a vote to what waits for this person; in a review session to whatever follows if nothing does. */
    void goOn() {
        var waiting = way().nextToDecide();
        if (waiting.isPresent()) {
            room.open(waiting.get());
        } else if (session.isEmpty()) {
            Toast.show(Symbol.APPROVE, Tone.GOOD, "Nothing waits for you.");
        } else {
            way().next()
                    .ifPresentOrElse(
                            next -> {
                                Toast.show(Symbol.APPROVE, Tone.GOOD, "Nothing here waits for your vote any more.");
                                room.open(next);
                            },
                            this::sayThrough);
        }
    }

    private void sayThrough() {
        session.ifPresent(found -> notices.say(
                Symbol.APPROVE,
                Tone.GOOD,
                found.isAllDecided()
                        ? "All of “%s” is decided.".formatted(found.name())
                        : "This is the end of “%s”, and nothing in it waits for you.".formatted(found.name()),
                back(found)));
    }

    private void sayGone() {
        var sessions = new Anchor(Pages.REVIEW_SESSIONS, "Review sessions");
        sessions.addClassName("button-link");
        notices.say(
                Symbol.SESSION,
                Tone.CARE,
                "This review session does not exist, or it is not for you. The way leads through your queue instead.",
                sessions);
    }

    private static Anchor back(SessionWalk session) {
        var link = new Anchor(Pages.reviewSession(session.id()), "Back to " + session.name());
        link.setId("back-to-session");
        link.addClassName("button-link");
        return link;
    }

    private Walk way() {
        return walk.orElseThrow();
    }

    private Walk throughTheQueue() {
        return new QueueWalk(queue, firstMedium, room);
    }
}
