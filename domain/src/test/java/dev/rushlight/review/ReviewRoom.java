package dev.rushlight.review;

import dev.rushlight.installation.Database;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Stage;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The review room for tests of what is built around it: desks that join a transaction, and work that is a given. */
public final class ReviewRoom {

    private final ReviewBench bench;

    public ReviewRoom(Database database, Function<EntityManager, DecidingGuests> guests) {
        bench = new ReviewBench(database, guests);
    }

    public SteppingClock clock() {
        return bench.clock;
    }

    public ReviewDesk desk(EntityManager entities) {
        return bench.desk(entities);
    }

    public ReviewItems items(EntityManager entities) {
        return bench.items(entities);
    }

    public ReviewQueue queue(EntityManager entities) {
        return bench.queue(entities);
    }

    public Identity somebody(String name, Role role) {
        return bench.somebody(name, role);
    }

    /** The next version of a line. */
    public ReviewItemId submitted(String project, String lineKey) {
        return bench.submit(bench.submission(lineKey).project(project).build())
                .item()
                .orElseThrow();
    }

    public ReviewItemId submitted(String project, String lineKey, Content content) {
        return bench.submit(bench.submission(lineKey)
                        .project(project)
                        .content(content)
                        .build())
                .item()
                .orElseThrow();
    }

    /** The next version of a line, which has a video of 120 frames and an image. */
    public ReviewItemId shot(String project, String lineKey) {
        return submitted(project, lineKey, LineBench.shot());
    }

    /** A line that is judged by these stages. */
    public ReviewItemId submitted(String project, String lineKey, Stage... stages) {
        return bench.submit(bench.submission(lineKey)
                        .project(project)
                        .policy(bench.policy(UnaryOperator.identity(), stages).id())
                        .build())
                .item()
                .orElseThrow();
    }

    /** Judges an item anew if anything changed about whom its policy can ask; true if it did. */
    public boolean caughtUp(ReviewItemId item) {
        var isBehind = bench.upkeep(desk -> desk.outdated(Optional.empty(), Integer.MAX_VALUE)).stream()
                .anyMatch(one -> one.id().equals(item));
        if (isBehind) {
            bench.upkeep(desk -> {
                desk.rejudge(item);
                return item;
            });
        }
        return isBehind;
    }

    public List<String> awaited(ReviewItemId item) {
        return bench.awaited(item);
    }

    /** So many lines, first line first. */
    public List<ReviewItemId> submitted(String project, int lines) {
        return bench.submitAll(IntStream.range(0, lines)
                .mapToObj(number -> bench.submission("line %03d".formatted(number))
                        .project(project)
                        .build())
                .toList());
    }

    public void vote(Identity voter, ReviewItemId item, int version, Choice choice) {
        bench.vote(voter, item, version, choice, "because");
    }

    public ReviewItemDetail detail(ReviewItemId item) {
        return bench.detail(item);
    }
}
