package dev.rushlight.web.bridge;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.feedback.NoteTold;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.event.HubListener;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.VersionId;
import dev.rushlight.review.VoteId;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.logging.Logger;

/** One connection at work: its hub, the intake of what comes from there and the relay of what is owed to it. */
final class OpenHub implements Outlet {
    /** Who we are in {@code source.applicationId}. */
    static final String APPLICATION = "webreview";

    /** So short that a lost hub soon gives its rows back to the outbox, where they wait for its return. */
    private static final Duration PUBLISH_DEADLINE = Duration.ofSeconds(8);

    /** As long as the slowest of the usual clients waits between two tries to reconnect, and a bit. */
    private static final Duration COMEBACK = Duration.ofSeconds(16);

    /** What a decision tells of the notes at most; whoever wants more asks. */
    static final int MOST_NOTES = 20;

    /** What is asked of us. */
    private static final List<String> INTAKE = List.of(
            SubmissionTaker.TOPIC, AskedReader.VOTE, AskedReader.COMMENT, AskedReader.WITHDRAW, AskedReader.QUERY);

    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(OpenHub.class.getName());

    private final ConnectionId connection;
    private final String name;
    private final HubSettings settings;
    private final ScheduledThreadPoolExecutor hubThread;
    private final ExecutorService intakeThread;
    private final ScheduledThreadPoolExecutor relayThread;
    private final EventHub hub;
    private final ReviewIntake intake;
    private final DecisionRelay relay;
    private final HubListener unreadable;

    /** Whether other clients, too, have just lost this hub; confined to the status listener. */
    private boolean othersWereCut;

    /**
     * @param startsWithUs whether the hub itself was started just now, so that its clients have yet to come back
     * @param mark what our own events bear, which we hear again from relays
     */
    OpenHub(
            ConnectionId connection,
            String name,
            HubSettings settings,
            boolean startsWithUs,
            Desks desks,
            OwnMark mark,
            ThreadFactory threads) {
        this.connection = connection;
        this.name = name;
        this.settings = settings.withApplicationId(APPLICATION);
        othersWereCut = startsWithUs;
        hubThread = thread(threads);
        intakeThread = Executors.newSingleThreadExecutor(threads);
        relayThread = thread(threads);
        hub = EventHub.builder(this.settings)
                .clock(desks.clock())
                .publishDeadline(PUBLISH_DEADLINE)
                .resendAfterLoss(false)
                .hubThread(hubThread)
                .handlers(intakeThread)
                .build();
        var writer = new EventWriter(desks.publicUrl(), mark);
        var submissions = new SubmissionTaker(connection, desks.reviews(), new SubmissionReader());
        var errands = new ErrandTaker(connection, new HubCounter(connection, desks, writer));
        intake = new ReviewIntake(
                event -> event.topic().equals(SubmissionTaker.TOPIC) ? submissions : errands,
                event -> mark.isOn(event) || isOurs(event),
                (event, data) -> hub.reply(event, writer.marked(connection, data)),
                desks.clock());
        unreadable = new HubListener() {
            @Override
            public void unreadableEvent(String text, String why) {
                desks.unreadable().keep(connection, Optional.empty(), text, why);
            }
        };
        relay = new DecisionRelay(
                connection, desks.outbox(), owed -> write(owed, writer, desks), this, desks.clock(), relayThread);
    }

    private static ScheduledThreadPoolExecutor thread(ThreadFactory threads) {
        var thread = new ScheduledThreadPoolExecutor(1, threads);
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return thread;
    }

    void open(Consumer<ConnectionId> onChange) {
        hub.listen(unreadable);
        hub.onStatus(status -> {
            log(status);
            if (status.state() == HubState.LIVE) {
                relay.recover(othersWereCut ? COMEBACK : Duration.ZERO);
                othersWereCut = true;
            }
            onChange.accept(connection);
        });
        INTAKE.forEach(topic -> hub.subscribe("topic=" + topic, event -> {
            intake.take(event);
            return Optional.empty();
        }));
        hub.connect();
    }

    void wake() {
        relay.wake();
    }

    /** Says goodbye; what was underway is given back to the outbox if that is quick. */
    void close() {
        intake.close();
        hub.close();
        relay.close(FAREWELL);
        intakeThread.shutdown();
        hubThread.shutdown();
    }

    boolean uses(HubSettings others) {
        return settings.equals(others.withApplicationId(APPLICATION));
    }

    HubStatus status() {
        return hub.status();
    }

    Optional<Instant> lastReceived() {
        return hub.lastReceived();
    }

    @Override
    public boolean isLive() {
        return hub.status().state() == HubState.LIVE;
    }

    @Override
    public CompletionStage<Delivery> publish(Event event) {
        return hub.publish(event);
    }

    private boolean isOurs(Event event) {
        return event.sourceId().filter(hub.id()::equals).isPresent()
                && event.source().get("applicationId") instanceof JsonString application
                && application.getString().equals(APPLICATION);
    }

    private static Event write(OwedEvent owed, EventWriter writer, Desks desks) {
        return switch (owed.kind()) {
            case RECEIPT -> writer.receipt(owed);
            case ITEM_RECEIVED -> writer.received(desks.items().received(new VersionId(subject(owed))));
            case ITEM_SUPERSEDED -> writer.superseded(desks.items().superseded(new VersionId(subject(owed))));
            case ITEM_WITHDRAWN -> writer.withdrawn(desks.items().withdrawn(new VersionId(subject(owed))));
            case VOTE_RECORDED -> writer.voteRecorded(desks.items().recorded(new VoteId(subject(owed))));
            case NOTE_CREATED -> writer.noteCreated(note(owed, desks));
            case NOTE_RESOLVED -> writer.noteResolved(note(owed, desks));
            case DECISION -> decision(owed, writer, desks);
        };
    }

    /** With the notes that were open when it was taken, as far as they are for the eyes of those who listen there. */
    private static Event decision(OwedEvent owed, EventWriter writer, Desks desks) {
        var decision = desks.items().decision(new DecisionId(subject(owed)));
        var audience = switch (desks.connections().rules(owed.connection()).visibility()) {
            case TEAM -> Visibility.TEAM;
            case CLIENT -> Visibility.CLIENT;
        };
        return writer.decision(
                decision,
                desks.notes()
                        .forDecision(decision.item(), decision.version(), decision.decidedAt(), audience, MOST_NOTES));
    }

    private static NoteTold note(OwedEvent owed, Desks desks) {
        return desks.notes()
                .told(subject(owed))
                .orElseThrow(() -> new IncompleteEvent("The note was deleted for good meanwhile"));
    }

    private static UUID subject(OwedEvent owed) {
        return owed.subject().orElseThrow(() -> new IncompleteEvent("The event tells of nothing"));
    }

    private void log(HubStatus status) {
        LOG.fine(() -> "Connection \"%s\" is %s%s"
                .formatted(
                        name,
                        status.state(),
                        status.detail().map(why -> ": " + why).orElse("")));
    }
}
