package dev.rushlight.hub.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * Keeps what a new connection brings until the application has said what was missed before it, and lets no event pass
 * twice.
 *
 * <p>If the connection is lost meanwhile, what is kept stays kept and the next one asks again from the same place; but
 * nothing is kept beyond the deadline. Confined to the hub thread.
 */
final class GapFiller {

    private static final int MOST_KEPT = 10_000;
    private static final long MOST_KEPT_CHARACTERS = 16L << 20;
    private static final int MOST_REMEMBERED = 2 * CatchUp.MOST_EVENTS;

    private final CatchUp catchUp;
    private final Duration deadline;
    private final HubThread thread;
    private final Executor asker;
    private final Clock clock;
    private final Dispatcher dispatcher;
    private final HubNews news;
    private final RecentIds passed = new RecentIds(MOST_REMEMBERED);
    private final ArrayDeque<Kept> kept = new ArrayDeque<>();
    private Optional<LastSeen> last;
    private Optional<Future<?>> alarm = Optional.empty();
    private boolean keeping;
    private long keptCharacters;
    private long question;
    private Instant asked = Instant.MIN;

    GapFiller(
            CatchUp catchUp,
            Optional<LastSeen> last,
            Duration deadline,
            HubThread thread,
            Executor asker,
            Clock clock,
            Dispatcher dispatcher,
            HubNews news) {
        this.catchUp = catchUp;
        this.last = last;
        this.deadline = deadline;
        this.thread = thread;
        this.asker = asker;
        this.clock = clock;
        this.dispatcher = dispatcher;
        this.news = news;
    }

    /** A connection begins to bring events. */
    void opened() {
        if (last.isPresent() && !keeping) {
            keeping = true;
            alarm = Optional.of(
                    thread.after(deadline, () -> giveUp("no answer within " + deadline.toMillis() + " ms")));
        }
    }

    /** Every subscription is in force, so nothing more can be missed. */
    void live() {
        if (last.isEmpty()) {
            last = Optional.of(new LastSeen(Optional.empty(), clock.instant()));
        }
        if (keeping) {
            asked = clock.instant();
            ask(++question, last.get());
        }
    }

    /** What is being asked no longer tells the whole gap. */
    void lost() {
        question++;
    }

    void take(Event event, int size) {
        var now = clock.instant();
        if (!keeping) {
            pass(event, size, now);
            return;
        }
        if (kept.size() >= MOST_KEPT || keptCharacters + size > MOST_KEPT_CHARACTERS) {
            giveUp("too much came in the meantime");
            pass(event, size, now);
            return;
        }
        kept.add(new Kept(event, size, now));
        keptCharacters += size;
    }

    /** Keeps nothing any more. */
    void close() {
        question++;
        cancelAlarm();
        kept.clear();
    }

    private void ask(long mine, LastSeen since) {
        try {
            asker.execute(() -> call(mine, since));
        } catch (RejectedExecutionException e) {
            giveUp("earlier calls have not returned");
        }
    }

    /** Runs on the asker's thread and may block. */
    private void call(long mine, LastSeen since) {
        try {
            catchUp.since(since).thenAccept(events -> answered(mine, events)).whenComplete((done, failure) -> {
                if (failure != null) {
                    failed(mine, failure);
                }
            });
        } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
            failed(mine, e);
        }
    }

    /** Runs on any thread. */
    private void answered(long mine, List<Event> events) {
        if (events.size() > CatchUp.MOST_EVENTS) {
            throw new IllegalArgumentException("more than " + CatchUp.MOST_EVENTS + " events");
        }
        var copy = List.copyOf(events);
        thread.post(() -> {
            if (mine == question && keeping) {
                fill(copy);
            }
        });
    }

    /** Runs on any thread. */
    private void failed(long mine, Throwable failure) {
        thread.post(() -> {
            if (mine == question && keeping) {
                giveUp(reason(failure));
            }
        });
    }

    private static String reason(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** The answer tells of what came before the question; what came after may be missing in it, whenever it arrives. */
    private void fill(List<Event> events) {
        var fresh = new ArrayList<Event>(events.size());
        for (var event : events) {
            if (passed.add(event.id())) {
                fresh.add(event);
                last = Optional.of(LastSeen.of(event.id(), asked));
            }
        }
        if (!fresh.isEmpty()) {
            dispatcher.dispatch(fresh);
        }
        letGo();
        news.tell(listener -> listener.caughtUp(fresh.size()));
    }

    private void giveUp(String why) {
        var since = last.orElseThrow();
        letGo();
        news.tell(listener -> listener.notCaughtUp(since, why));
    }

    private void letGo() {
        keeping = false;
        keptCharacters = 0;
        cancelAlarm();
        for (var next = kept.poll(); next != null; next = kept.poll()) {
            pass(next.event(), next.size(), next.at());
        }
    }

    private void pass(Event event, int size, Instant at) {
        if (passed.add(event.id())) {
            last = Optional.of(LastSeen.of(event.id(), at));
            dispatcher.dispatch(event, size);
        }
    }

    private void cancelAlarm() {
        alarm.ifPresent(it -> it.cancel(false));
        alarm = Optional.empty();
    }

    private record Kept(Event event, int size, Instant at) {}
}
