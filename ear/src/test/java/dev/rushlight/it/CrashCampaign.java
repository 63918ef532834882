package dev.rushlight.it;

import dev.rushlight.campaign.CrashChecker;
import dev.rushlight.campaign.CrashHistory;
import dev.rushlight.campaign.DatabaseExport;
import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.peer.FaultProxy;
import dev.rushlight.installation.Installation;
import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.people.Role;
import dev.rushlight.people.StandalonePeople;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Reviewers decide at a real server while it is killed and everything around it is cut. That server both commits the
 * decisions and relays them: its items came over a connection to another server's hub, which lives on, and there a consumer
 * in a third process records what it hears. All luck comes from the seed.
 */
final class CrashCampaign implements AutoCloseable {
    private static final int REVIEWERS = 4;
    private static final int DECISIONS_OF_AN_ITEM = 10;
    private static final String HUB = "outside";
    private static final String HUB_USER = "crash";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration DRAINING = Duration.ofMinutes(2);
    private static final Duration HEARING = Duration.ofSeconds(20);

    private final CrashStore store;
    private final int decisions;
    private final List<Strike> strikes;
    private final long seed;
    private final RandomGenerator luck;
    private final Rushlight hub;
    private final String key;
    private final FaultProxy hubLink;
    private final Rushlight rushlight;
    private final FaultProxy siteLink;
    private final Path directory;
    private final CrashHistory history;
    private final ExecutorService threads = Executors.newFixedThreadPool(REVIEWERS);
    private final AtomicLong operations = new AtomicLong();
    private final AtomicLong saved = new AtomicLong();

    /** A fault, and how many decisions are saved before it strikes. */
    private record Strike(int after, CrashFault fault) {}

    /**
     * @param hub whose hub the decisions are told; no fault meets it
     * @param cuts how many faults beside the kills
     */
    CrashCampaign(Rushlight hub, CrashStore store, int decisions, int kills, int cuts, long seed) {
        this.store = store;
        this.decisions = decisions;
        this.seed = seed;
        this.luck = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
        this.strikes = strikes(store.kind(), decisions, kills, cuts, luck);
        this.hub = hub;
        this.key = hub.apiKey(HUB_USER);
        this.hubLink = new FaultProxy(hub.url());
        var name = "crash-" + store.kind().name().toLowerCase(Locale.ROOT);
        var settings = new HashMap<>(store.settings());
        settings.put("RUSHLIGHT_UNDO_GRACE", "200ms");
        this.rushlight = Rushlight.named(name, settings);
        this.siteLink = new FaultProxy(rushlight.url());
        this.directory = Built.output("campaign/" + name);
        this.history = new CrashHistory(directory.resolve("history.jsonl"));
    }

    /** The last fault is a kill when all is decided, so that the next process finds everything owed that still is. */
    private static List<Strike> strikes(
            CrashStore.Kind store, int decisions, int kills, int cuts, RandomGenerator luck) {
        var strikes = new ArrayList<Strike>();
        IntStream.range(1, kills).forEach(number -> strikes.add(new Strike(luck.nextInt(decisions), CrashFault.KILL)));
        var possible = CrashFault.cuts(store);
        IntStream.range(0, cuts)
                .forEach(number ->
                        strikes.add(new Strike(luck.nextInt(decisions), possible.get(luck.nextInt(possible.size())))));
        strikes.sort(Comparator.comparingInt(Strike::after));
        if (kills > 0) {
            strikes.add(new Strike(decisions, CrashFault.KILL));
        }
        return strikes;
    }

    Rushlight rushlight() {
        return rushlight;
    }

    FaultProxy hubLink() {
        return hubLink;
    }

    FaultProxy siteLink() {
        return siteLink;
    }

    Optional<FaultProxy> databaseLink() {
        return store.link();
    }

    CrashChecker.Verdict run() throws Exception {
        var reviewers = IntStream.range(0, REVIEWERS)
                .mapToObj(number -> "reviewer" + number)
                .toList();
        makePeople(reviewers);
        rushlight.start();
        connect();
        try (var recorder = new Recorder(hub.url(), HUB_USER, key, directory.resolve("record.jsonl"))) {
            var items = submit(Math.max(2 * REVIEWERS, decisions / DECISIONS_OF_AN_ITEM), recorder);
            history.began(store.kind().name(), seed, rushlight.url().toString());
            reviewAndStrike(reviewers, items);
            drain();
            history.close();
            rushlight.stop();
            export(directory.resolve("export.jsonl"), recorder);
        }
        return report(CrashChecker.check(
                history.file(), directory.resolve("record.jsonl"), directory.resolve("export.jsonl")));
    }

    /** Before there is a server, in its database. */
    private void makePeople(List<String> reviewers) {
        try (var people = StandalonePeople.open(installation())) {
            people.inTransaction(desk -> {
                var admin = desk.createFirstAdmin(Studio.ADMIN, "Maria Silva", Studio.PASSWORD);
                reviewers.forEach(name -> desk.accept(
                        desk.invite(admin, name, name, Role.REVIEWER).token(), Studio.PASSWORD));
                return admin;
            });
        }
    }

    private Installation installation() {
        var settings = new HashMap<>(store.directSettings());
        settings.put("RUSHLIGHT_DATA", rushlight.data().toString());
        return Installation.from(name -> Optional.ofNullable(settings.get(name)));
    }

    private void connect() throws IOException {
        var page = new PlainVisitor(rushlight.url())
                .logIn(Studio.ADMIN, Studio.PASSWORD)
                .open("admin/connections");
        page.click("add-connection");
        page.send(
                PlainPage.typed(page.node("name"), HUB),
                PlainPage.typed(page.node("server"), hubLink.address().toString()),
                PlainPage.typed(page.node("user"), HUB_USER),
                PlainPage.typed(page.node("key"), key));
        page.click("save");
        Eventually.holds("the connection is live", Duration.ofSeconds(20), () -> connectionSays("Live"));
    }

    /** Looks at the page of the connections, as an administrator does who has to log in again after each start. */
    private boolean connectionSays(String words) {
        try {
            return new PlainVisitor(rushlight.url())
                    .logIn(Studio.ADMIN, Studio.PASSWORD)
                    .open("admin/connections")
                    .text("connection-" + HUB)
                    .contains(words);
        } catch (IOException notNow) {
            return false;
        }
    }

    private List<String> submit(int items, Recorder recorder) {
        var settings = HubSettings.of(hub.url(), new Credentials(HUB_USER, key));
        try (var artist = EventHub.builder(settings).build()) {
            artist.connect();
            IntStream.range(0, items)
                    .mapToObj(number -> Submissions.task("crash/" + number, "Crash " + number))
                    .map(submission -> artist.publish(Event.of("webreview.submit", submission)))
                    .toList()
                    .forEach(delivery -> delivery.toCompletableFuture().join());
            Eventually.holds(
                    "all items are received", PATIENCE, () -> received(recorder).size() == items);
        }
        return received(recorder);
    }

    /** What this campaign's server took in; the hub's own server hears of the same submissions. */
    private List<String> received(Recorder recorder) {
        return recorder.events().stream()
                .filter(event -> event.getString("topic").equals("webreview.item.received"))
                .map(event -> event.getJsonObject("data").getJsonObject("item"))
                .filter(item -> item.getString("url").startsWith(rushlight.url() + "/"))
                .map(item -> item.getString("id"))
                .toList();
    }

    private void reviewAndStrike(List<String> names, List<String> items) throws InterruptedException {
        var atWork = new ArrayList<Future<?>>();
        for (var number = 0; number < names.size(); number++) {
            var share = number;
            atWork.add(threads.submit(new ScriptedReviewer(
                    names.get(number),
                    Studio.PASSWORD,
                    // Half of them sit behind a link that can be cut; the others see a dead server for what it is.
                    number % 2 == 0 ? siteLink.address() : rushlight.url(),
                    IntStream.range(0, items.size())
                            .filter(place -> place % names.size() == share)
                            .mapToObj(items::get)
                            .toList(),
                    history,
                    operations,
                    saved,
                    () -> saved.get() >= decisions)));
        }
        for (var strike : strikes) {
            awaitSaved(strike.after(), atWork);
            if (strike.after() < decisions) {
                Eventually.pause(Duration.ofMillis(luck.nextLong(150)));
            }
            history.struck(strike.fault().name());
            strike.fault().strike(this, luck);
            history.healed(strike.fault().name());
        }
        awaitSaved(decisions, atWork);
        for (var reviewer : atWork) {
            result(reviewer);
        }
    }

    private void awaitSaved(int number, List<Future<?>> atWork) {
        var last = new AtomicLong(saved.get());
        while (saved.get() < number) {
            Eventually.holds("somebody's decision is saved; " + rushlight.saidLately(), PATIENCE, () -> {
                atWork.stream().filter(Future::isDone).forEach(CrashCampaign::result);
                return saved.get() > last.get() || saved.get() >= number;
            });
            last.set(saved.get());
        }
    }

    private static void result(Future<?> reviewer) {
        try {
            reviewer.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("A reviewer gave up", failed.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void drain() {
        Eventually.holds("nothing is owed any more", DRAINING, () -> connectionSays("nothing"));
        history.drained();
    }

    private void export(Path file, Recorder recorder) throws SQLException, IOException {
        var ledger = rushlight.toolRun("ledger", "verify");
        var database = new InstallationDataSource(installation().database());
        try (var connection = database.getConnection()) {
            DatabaseExport.write(connection, HUB, ledger.exitCode() == 0, file);
        }
        database.end();
        try (var lines = Files.lines(file)) {
            var owed = lines.filter(line -> line.contains("\"what\":\"owed\""))
                    .filter(line -> line.contains("\"DECISION\"") || line.contains("\"VOTE_RECORDED\""))
                    .count();
            giveTimeToHear(owed, recorder);
        }
    }

    /** What the hub has acknowledged may still be on its way to the consumer; whether it came is for the checker to say. */
    private static void giveTimeToHear(long events, Recorder recorder) {
        var deadline = System.nanoTime() + HEARING.toNanos();
        while (heard(recorder) < events && System.nanoTime() < deadline) {
            Eventually.pause(Duration.ofMillis(100));
        }
    }

    private static long heard(Recorder recorder) {
        return recorder.events().stream()
                .filter(event -> !event.getString("topic").startsWith("webreview.item."))
                .map((JsonObject event) -> event.getString("id"))
                .distinct()
                .count();
    }

    private CrashChecker.Verdict report(CrashChecker.Verdict verdict) throws IOException {
        var line = "campaign crash, %s, seed %d | %s%n".formatted(store.kind(), seed, verdict);
        System.out.print(line);
        Files.writeString(
                Built.output("campaign").resolve("report.txt"),
                line,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return verdict;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        rushlight.close();
        siteLink.close();
        hubLink.close();
        history.close();
    }
}
