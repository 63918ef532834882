package dev.rushlight.tools.demo;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.installation.Installation;
import dev.rushlight.tools.control.ControlFile;
import dev.rushlight.tools.control.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the demo artist beside a server, from the moment it is ready until it ends. */
@Command(name = "demo-artist", description = "Submits work to the server of the data directory and answers it.")
public final class DemoArtistCommand implements Callable<Integer> {

    private static final String USER = "demo-artist";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Supplier<Installation> installation;

    @Option(names = "--server-pid", required = true, description = "The process to wait for and to end with.")
    private long serverPid;

    @Spec
    private CommandSpec command;

    public DemoArtistCommand(Supplier<Installation> installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws InterruptedException {
        var server = ProcessHandle.of(serverPid);
        var clock = Executors.newSingleThreadScheduledExecutor();
        try {
            var ended = new CountDownLatch(server.isPresent() ? 1 : 0);
            server.ifPresent(process -> clock.scheduleWithFixedDelay(
                    () -> countDownAfter(process, ended), 0, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
            var data = installation.get().data();
            var control = ready(data, ended);
            if (control.isPresent()) {
                work(data, control.get(), ended);
            }
            return 0;
        } finally {
            clock.shutdownNow();
        }
    }

    /** Looks for itself: only a parent is told at once that a process has ended. */
    private static void countDownAfter(ProcessHandle process, CountDownLatch ended) {
        if (!process.isAlive()) {
            ended.countDown();
        }
    }

    private static Optional<ControlFile> ready(Path data, CountDownLatch ended) throws InterruptedException {
        while (!ended.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
            var control = ControlFile.in(data).filter(announced -> new RunningServer(announced).answers());
            if (control.isPresent()) {
                return control;
            }
        }
        return Optional.empty();
    }

    private void work(Path data, ControlFile control, CountDownLatch ended) throws InterruptedException {
        var before = Studio.in(data);
        try (var gallery = Gallery.open(before.picturePort())) {
            var studio = before.withPicturePort(gallery.port());
            studio.keepIn(data);
            try (var hub = hub(data, control, studio)) {
                var artist = new DemoArtist(
                        Production.lanternfish(),
                        gallery::url,
                        hub::publishAndAwaitReply,
                        this::say,
                        DemoArtist.soon());
                hub.subscribe(DemoArtist.DECISIONS, artist::hear);
                artist.submitAll();
                ended.await();
            }
        }
    }

    /** Connects with the key of the last start, or with a new one when there is none or the hub refuses it. */
    private static EventHub hub(Path data, ControlFile control, Studio studio) {
        if (studio.key().isPresent()) {
            var hub = connected(control, studio.key().get());
            if (hub.awaitLive(ANSWER) || hub.status().state() != HubState.REFUSED) {
                return hub;
            }
            hub.close();
        }
        var key = new RunningServer(control).issueKey(USER);
        studio.withKey(key).keepIn(data);
        return connected(control, key);
    }

    private static EventHub connected(ControlFile control, String key) {
        var hub = EventHub.of(HubSettings.of(control.server(), new Credentials(USER, key))
                .withApplicationId("rushlight.demo-artist"));
        hub.connect();
        return hub;
    }

    private void say(String line) {
        var out = command.commandLine().getOut();
        out.println("demo artist: " + line);
        out.flush();
    }
}
