package dev.rushlight.hub.peer;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpRequest;
import dev.rushlight.hub.peer.studio.Studio;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A whole ftrack-like server for tests: entities and media of a {@link Studio} behind a {@link ScriptedPeer}, decent
 * unless it is told to misbehave.
 *
 * <p>Everything is in memory and ends with {@link #close}. It knows the user and the key of {@link #settings()}.
 */
public final class StudioPeer implements AutoCloseable {

    private final ScriptedPeer peer = new ScriptedPeer();
    private final Studio studio = new Studio(peer.address().toString(), Clock.systemUTC());
    private final StudioMedia media = new StudioMedia(studio);
    private final AtomicInteger batches = new AtomicInteger();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Queue<HttpAnswer> transfers = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<Misdeed>> misdeeds = new ConcurrentHashMap<>();

    /** Something else than answering; the supplier answers decently. */
    private interface Misdeed {
        HttpAnswer insteadOf(Supplier<HttpAnswer> decent);
    }

    public StudioPeer() {
        admit(
                peer.settings().credentials().user(),
                peer.settings().credentials().key());
        peer.onApi(this::api);
        peer.onOther(this::transfer);
    }

    public URI address() {
        return peer.address();
    }

    public HubSettings settings() {
        return peer.settings();
    }

    /** The transport, with its event hub and the requests that came. */
    public ScriptedPeer transport() {
        return peer;
    }

    /** Lets one more person use the studio. */
    public void admit(String user, String key) {
        studio.admit(user, key);
    }

    /** The bytes that are stored for a component. */
    public Optional<byte[]> media(String component) {
        return studio.shelf().get(component);
    }

    /** How many batches came, answered or not. */
    public int batches() {
        return batches.get();
    }

    /** How many operations of this action came, answered or not. */
    public int calls(String action) {
        return calls.computeIfAbsent(action, it -> new AtomicInteger()).get();
    }

    /** The next batch with this action is refused with an error of this name, and not done. */
    public void failNext(String action, String exception, String content) {
        next(
                action,
                decent -> HttpAnswer.ok(
                        "{\"exception\":\"%s\",\"content\":\"%s\",\"error_code\":null}".formatted(exception, content)));
    }

    /** The next batch with this action gets this answer, and is not done. */
    public void answerNext(String action, HttpAnswer answer) {
        next(action, decent -> answer);
    }

    /** The connection ends before the next batch with this action is done. */
    public void hangUpBefore(String action) {
        next(action, decent -> HttpAnswer.hangUp());
    }

    /** The next batch with this action is done, and then the connection ends without an answer. */
    public void hangUpAfter(String action) {
        next(action, decent -> {
            decent.get();
            return HttpAnswer.hangUp();
        });
    }

    /** The next batch with this action is neither done nor answered before the latch opens. */
    public void holdNext(String action, CountDownLatch until) {
        next(action, decent -> {
            await(until);
            return decent.get();
        });
    }

    /** The next upload or download gets this answer, and is not done. */
    public void answerNextTransfer(HttpAnswer answer) {
        transfers.add(answer);
    }

    @Override
    public void close() {
        peer.close();
    }

    private void next(String action, Misdeed misdeed) {
        misdeeds.computeIfAbsent(action, it -> new ConcurrentLinkedQueue<>()).add(misdeed);
    }

    private HttpAnswer transfer(HttpRequest request) {
        return Optional.ofNullable(transfers.poll()).orElseGet(() -> media.answer(request));
    }

    private HttpAnswer api(HttpRequest request) {
        Supplier<HttpAnswer> decent = () -> decently(request);
        batches.incrementAndGet();
        for (var action : Studio.actions(request.body())) {
            calls.computeIfAbsent(action, it -> new AtomicInteger()).incrementAndGet();
        }
        for (var action : Studio.actions(request.body())) {
            var misdeed =
                    misdeeds.getOrDefault(action, new ConcurrentLinkedQueue<>()).poll();
            if (misdeed != null) {
                return misdeed.insteadOf(decent);
            }
        }
        return decent.get();
    }

    private HttpAnswer decently(HttpRequest request) {
        var reply = studio.answer(
                request.body(),
                request.headers().getOrDefault("ftrack-user", ""),
                request.headers().getOrDefault("ftrack-api-key", ""),
                request.headers().getOrDefault("ftrack-strict-api", "false").equals("true"));
        return HttpAnswer.of(reply.status(), reply.body());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody let the peer go on");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
