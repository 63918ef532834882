package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HandlerLaneTest {

    private final Queue<Runnable> executor = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final HandlerLane lane = new HandlerLane(executor::add, 3, 100);

    @Test
    void workIsDoneInOrderByOneTaskAtATime() {
        offer("a");
        offer("b");
        assertThat(executor).hasSize(1);
        executor.remove().run();
        assertThat(done).containsExactly("a", "b");
        offer("c");
        executor.remove().run();
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void thereIsRoomForSoManyPiecesOnly() {
        assertThat(offer("a") && offer("b") && offer("c")).isTrue();
        assertThat(offer("d")).isFalse();
        executor.remove().run();
        assertThat(offer("e")).isTrue();
        executor.remove().run();
        assertThat(done).containsExactly("a", "b", "c", "e");
    }

    @Test
    void thereIsRoomForSoManyBytesButAlwaysForOnePiece() {
        assertThat(lane.offer(() -> done.add("huge"), 1_000)).isTrue();
        assertThat(lane.offer(() -> done.add("tiny"), 1)).isFalse();
        executor.remove().run();
        assertThat(lane.offer(() -> done.add("next"), 60)).isTrue();
        assertThat(lane.offer(() -> done.add("too much"), 60)).isFalse();
        executor.remove().run();
        assertThat(done).containsExactly("huge", "next");
    }

    @Test
    void workThatThrowsHoldsNothingUp() {
        lane.offer(
                () -> {
                    throw new StackOverflowError("broken on purpose");
                },
                1);
        offer("b");
        executor.remove().run();
        assertThat(done).containsExactly("b");
    }

    @Test
    void aClosedLaneDoesWhatItHasTaken() throws InterruptedException {
        offer("a");
        lane.close(inAMinute());
        assertThat(offer("b")).isFalse();
        executor.remove().run();
        assertThat(done).containsExactly("a");
        assertThat(lane.awaitIdle(inAMinute())).isTrue();
    }

    @Test
    void aClosedLaneDropsWhatHasNotBegunInTime() throws InterruptedException {
        offer("a");
        lane.close(System.nanoTime());
        assertThat(lane.awaitIdle(System.nanoTime() + 1_000_000)).isFalse();
        executor.remove().run();
        assertThat(done).isEmpty();
        assertThat(lane.awaitIdle(inAMinute())).isTrue();
    }

    @Test
    void aLaneDoesNotWaitForItself() {
        lane.offer(
                () -> {
                    try {
                        done.add("idle: " + lane.awaitIdle(inAMinute()));
                    } catch (InterruptedException e) {
                        done.add("interrupted");
                    }
                },
                1);
        executor.remove().run();
        assertThat(done).containsExactly("idle: true");
    }

    @Test
    void othersWaitForIt() throws InterruptedException, ExecutionException {
        var waiter = Executors.newSingleThreadExecutor();
        try {
            offer("a");
            var idle = waiter.submit(() -> lane.awaitIdle(inAMinute()));
            executor.remove().run();
            assertThat(idle.get()).isTrue();
            assertThat(done).containsExactly("a");
        } finally {
            waiter.shutdownNow();
        }
    }

    @Test
    void anExecutorThatHasEndedClosesTheLane() throws InterruptedException {
        var orphan = new HandlerLane(
                work -> {
                    throw new RejectedExecutionException();
                },
                3,
                100);
        orphan.offer(() -> done.add("a"), 1);
        assertThat(orphan.offer(() -> done.add("b"), 1)).isFalse();
        assertThat(orphan.awaitIdle(inAMinute())).isTrue();
        assertThat(done).isEmpty();
    }

    private static long inAMinute() {
        return System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    }

    private boolean offer(String name) {
        return lane.offer(() -> done.add(name), 1);
    }
}
