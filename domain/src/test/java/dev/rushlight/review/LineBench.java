package dev.rushlight.review;

import dev.rushlight.connection.ConnectionBench;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.Outbox;
import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Lines under review for tests of what is said of them. */
public final class LineBench {

    public static final Duration GRACE = ReviewBench.GRACE;

    private final ReviewBench bench;

    public LineBench(Database database) {
        bench = new ReviewBench(database);
    }

    public SteppingClock clock() {
        return bench.clock;
    }

    public ConnectionId connection() {
        return bench.connection;
    }

    /** One that hears of nothing but its own items. */
    public ConnectionId anotherConnection() {
        return bench.inTransaction(entities -> ConnectionBench.somewhere(entities, bench.exchange, bench.clock));
    }

    public ReviewLines lines(EntityManager entities) {
        return linesIn(entities);
    }

    public static ReviewLines linesIn(EntityManager entities) {
        return new JpaReviewLines(entities, new JpaReviewItems(entities));
    }

    public Outbox outbox(EntityManager entities) {
        return bench.exchange.outbox(entities);
    }

    public Identity somebody(String name, Role role) {
        return bench.somebody(name, role);
    }

    /** The next version of a shot: 120 frames at 23.976 from 1001 on, and a still. */
    public ReviewItemId shot(String lineKey) {
        return submitted(lineKey, shot());
    }

    public ReviewItemId changeset(String lineKey) {
        return submitted(
                lineKey,
                new ChangesetContent(List.of(
                        new Change("shot.nk", Optional.empty(), ChangeAction.MODIFY, Optional.of("-a\n+b")),
                        new Change("new.nk", Optional.of("old.nk"), ChangeAction.RENAME, Optional.empty()))));
    }

    public ReviewItemId task(String lineKey) {
        return submitted(lineKey, new TaskContent("wip", Optional.empty(), "", List.of(), List.of(), List.of()));
    }

    private ReviewItemId submitted(String lineKey, Content content) {
        return bench.submit(bench.submission(lineKey).content(content).build())
                .item()
                .orElseThrow();
    }

    static Content shot() {
        return new MediaContent(List.of(
                medium(MediaType.VIDEO, Optional.of(new FrameRate(24000, 1001)), OptionalInt.of(120)),
                medium(MediaType.IMAGE, Optional.empty(), OptionalInt.empty())));
    }

    private static Media medium(MediaType type, Optional<FrameRate> rate, OptionalInt frames) {
        return new Media(
                URI.create("https://studio.example/" + type),
                type,
                type == MediaType.VIDEO ? "video/mp4" : "image/png",
                Optional.empty(),
                rate,
                frames,
                1001,
                Optional.empty(),
                false,
                OptionalInt.of(1920),
                OptionalInt.of(1080),
                Optional.empty());
    }

    /** Who submits all of them. */
    public String submitter() {
        return "artist";
    }

    public void vote(Identity voter, ReviewItemId item, int version, Choice choice) {
        bench.vote(voter, item, version, choice, "because");
    }

    public ReviewItemDetail detail(ReviewItemId item) {
        return bench.detail(item);
    }

    public VersionId version(ReviewItemId item, int number) {
        return detail(item).versions().stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** What leaves for the hub now. */
    public List<OwedEvent> deliverEverything() {
        return bench.deliverEverything();
    }
}
