package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.FeedbackRoom;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Stroke;
import dev.rushlight.installation.Database;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PeopleBench;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.ReviewItemId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that a guest can call, in every situation in which it can be called. */
@ParameterizedClass
@EnumSource(Database.class)
class GuestMatrixTest {

    private static final String ADDRESS = "192.0.2.1";

    /** The calls; their names are those of the desks' methods. */
    enum Call {
        ENTER("enter") {
            @Override
            void make(Scene scene) {
                scene.bench.entered(scene.code, scene.passphrase, ADDRESS);
            }
        },
        REVIEW_SESSION("reviewSession") {
            @Override
            void make(Scene scene) {
                scene.bench.guest(desk -> desk.reviewSession(scene.pass));
            }
        },
        ITEMS("items") {
            @Override
            void make(Scene scene) {
                scene.bench.guest(desk -> desk.items(scene.pass, Optional.empty(), 10));
            }
        },
        ITEM("item") {
            @Override
            void make(Scene scene) {
                scene.bench.guest(desk -> desk.item(scene.pass, scene.item));
            }
        },
        WAY("way") {
            @Override
            void make(Scene scene) {
                scene.bench.guest(desk -> desk.way(scene.pass, scene.item));
            }
        },
        ITEMS_BEFORE("itemsBefore") {
            @Override
            void make(Scene scene) {
                scene.bench.guest(desk -> desk.itemsBefore(scene.pass, new EntryCursor(1, scene.item.value(), 0), 10));
            }
        },
        CONTENT("content") {
            @Override
            void make(Scene scene) {
                scene.bench.guest(desk -> desk.content(scene.sight()));
            }
        },
        ATTACHMENT("attachment") {
            @Override
            void make(Scene scene) {
                scene.bench.files(desk -> desk.attachment(scene.sight(), scene.file));
            }
        },
        ATTACH("attach") {
            @Override
            void make(Scene scene) {
                scene.bench.attach(scene.sight(), scene.own, scene.file, "sky.txt", Scene.bytes());
            }
        },
        REMOVE("remove") {
            @Override
            void make(Scene scene) {
                scene.bench.files(desk -> {
                    desk.remove(scene.sight(), scene.own, scene.file);
                    return true;
                });
            }
        },
        THREADS("threads") {
            @Override
            void make(Scene scene) {
                scene.bench.says(desk -> desk.threads(scene.sight(), NoteFilter.ALL, Optional.empty(), 10));
            }
        },
        THREAD("thread") {
            @Override
            void make(Scene scene) {
                scene.bench.says(desk -> desk.thread(scene.sight(), scene.question));
            }
        },
        TALLY("tally") {
            @Override
            void make(Scene scene) {
                scene.bench.says(desk -> desk.tally(scene.sight()));
            }
        },
        PINS("pins") {
            @Override
            void make(Scene scene) {
                scene.bench.says(desk -> desk.pins(scene.sight()));
            }
        },
        SHEET("sheet") {
            @Override
            void make(Scene scene) {
                scene.bench.draws(desk -> desk.sheet(scene.sight(), 0));
            }
        },
        STROKES("strokes") {
            @Override
            void make(Scene scene) {
                scene.bench.draws(desk -> desk.strokes(scene.sight(), 0, List.of(scene.dot.id())));
            }
        },
        VOTE("vote") {
            @Override
            void make(Scene scene) {
                scene.bench.guest(desk -> desk.vote(scene.pass, scene.item, scene.version, Choice.APPROVE, ""));
            }
        },
        COMMENT("comment") {
            @Override
            void make(Scene scene) {
                scene.bench.says(desk -> desk.comment(scene.sight(), scene.bench.note("heard")));
            }
        },
        ANSWER("answer") {
            @Override
            void make(Scene scene) {
                scene.bench.says(desk -> desk.answer(scene.sight(), scene.question, scene.bench.note("heard")));
            }
        },
        EDIT("edit") {
            @Override
            void make(Scene scene) {
                scene.bench.does(desk -> desk.edit(scene.sight(), scene.own, "put otherwise"));
            }
        },
        RESOLVE("resolve") {
            @Override
            void make(Scene scene) {
                scene.bench.does(desk -> desk.resolve(scene.sight(), scene.own));
            }
        },
        REOPEN("reopen") {
            @Override
            void make(Scene scene) {
                scene.bench.does(desk -> desk.reopen(scene.sight(), scene.own));
            }
        },
        DELETE("delete") {
            @Override
            void make(Scene scene) {
                scene.bench.does(desk -> desk.delete(scene.sight(), scene.own));
            }
        },
        RESTORE("restore") {
            @Override
            void make(Scene scene) {
                scene.bench.does(desk -> desk.restore(scene.sight(), scene.own));
            }
        },
        DRAW("draw") {
            @Override
            void make(Scene scene) {
                scene.bench.drew(desk -> desk.draw(scene.sight(), scene.drawing()));
            }
        },
        TAKE_BACK("takeBack") {
            @Override
            void make(Scene scene) {
                scene.bench.drew(desk -> desk.takeBack(scene.sight(), scene.drawn, List.of(scene.dot.id())));
            }
        },
        PUT_BACK("putBack") {
            @Override
            void make(Scene scene) {
                scene.bench.drew(desk -> desk.putBack(scene.sight(), scene.drawn, List.of(scene.dot.id())));
            }
        };

        private final String method;

        Call(String method) {
            this.method = method;
        }

        abstract void make(Scene scene);
    }

    private static final Set<Call> ALL = EnumSet.allOf(Call.class);
    private static final Set<Call> ON_ITEMS =
            EnumSet.complementOf(EnumSet.of(Call.ENTER, Call.REVIEW_SESSION, Call.ITEMS, Call.ITEMS_BEFORE));
    private static final Set<Call> ON_VERSIONS = without(ON_ITEMS, Call.ITEM, Call.WAY);
    private static final Set<Call> ACTS = without(
            ON_VERSIONS,
            Call.CONTENT,
            Call.ATTACHMENT,
            Call.THREADS,
            Call.THREAD,
            Call.TALLY,
            Call.PINS,
            Call.SHEET,
            Call.STROKES);

    private static Set<Call> without(Set<Call> calls, Call... others) {
        var rest = EnumSet.copyOf(calls);
        List.of(others).forEach(rest::remove);
        return rest;
    }

    /** What the calls are made in, which of them it keeps out, and how. */
    enum Situation {
        VALID(Set.of(), Optional.empty()),
        UNKNOWN(ALL, nowhere()) {
            @Override
            void arise(Scene scene) {
                scene.code = PeopleBench.tokens().fresh();
                scene.pass = new GuestPass(
                        GuestLinkId.random(),
                        scene.pass.reviewSession(),
                        scene.pass.guest(),
                        scene.pass.right(),
                        scene.pass.expires());
            }
        },
        EXPIRED(ALL, nowhere()) {
            @Override
            void arise(Scene scene) {
                scene.bench.clock.advance(Duration.ofDays(7));
            }
        },
        REVOKED(ALL, nowhere()) {
            @Override
            void arise(Scene scene) {
                scene.bench.revoke(scene.pass.link());
            }
        },
        CLEARED(ALL, nowhere()) {
            @Override
            void arise(Scene scene) {
                scene.bench.clock.advance(Duration.ofDays(120));
                for (var done = 1; done > 0; ) {
                    done = scene.bench.links(desk -> desk.tend(100));
                }
            }
        },
        CLOSED(ALL, nowhere()) {
            @Override
            void arise(Scene scene) {
                scene.bench.at(desk -> desk.close(scene.bench.lead, scene.id));
            }
        },
        NOT_YET_OPEN(ALL, nowhere()) {
            @Override
            void arise(Scene scene) {
                scene.date(Optional.of(scene.bench.clock.instant().plusSeconds(1)), Optional.empty());
            }
        },
        OVER(ALL, nowhere()) {
            @Override
            void arise(Scene scene) {
                scene.date(Optional.empty(), Optional.of(scene.bench.clock.instant()));
            }
        },
        GUEST_DEACTIVATED(ALL, nowhere()) {
            @Override
            void arise(Scene scene) {
                scene.bench.database.doInTransaction(entities -> PeopleBench.desk(entities, scene.bench.clock)
                        .retireGuest(scene.pass.guest().id()));
            }
        },
        FOREIGN_ITEM(ON_ITEMS, nowhere()) {
            @Override
            void arise(Scene scene) {
                scene.item = scene.bench.order(scene.bench.opened(1)).get(0);
            }
        },
        UNKNOWN_ITEM(ON_ITEMS, nowhere()) {
            @Override
            void arise(Scene scene) {
                scene.item = ReviewItemId.random();
            }
        },
        FOREIGN_VERSION(ON_VERSIONS, nowhere()) {
            @Override
            void arise(Scene scene) {
                scene.bench.at(desk -> desk.pin(scene.bench.lead, scene.id, scene.item, 1));
                scene.bench.shot(scene.id, 0);
                scene.version = 2;
            }
        },
        ONLY_VIEW(ACTS, Optional.of(NotAllowed.class)) {
            @Override
            void arise(Scene scene) {
                scene.comeWith(GuestRight.VIEW);
            }
        },
        ONLY_COMMENT(EnumSet.of(Call.VOTE), Optional.of(NotAllowed.class)) {
            @Override
            void arise(Scene scene) {
                scene.comeWith(GuestRight.COMMENT);
            }
        },
        WRONG_PASSPHRASE(EnumSet.of(Call.ENTER), Optional.of(WrongPassphrase.class)) {
            @Override
            void arise(Scene scene) {
                scene.passphrase = "open barley";
            }
        },
        RATE_EXCEEDED(ALL, Optional.of(TooManyGuestActs.class)) {
            @Override
            void arise(Scene scene) {
                Call.ITEMS.make(scene);
                assertThatExceptionOfType(TooManyGuestActs.class).isThrownBy(() -> {
                    for (var turn = 0; turn < 1_000; turn++) {
                        scene.bench.pace.spend(scene.pass.link(), GuestPace.LOOK);
                    }
                });
            }
        };

        private final Set<Call> keptOut;
        private final Optional<Class<? extends RuntimeException>> how;

        Situation(Set<Call> keptOut, Optional<Class<? extends RuntimeException>> how) {
            this.keptOut = keptOut;
            this.how = how;
        }

        void arise(Scene scene) {}

        Optional<Class<? extends RuntimeException>> refusal(Call call) {
            return keptOut.contains(call) ? how : Optional.empty();
        }
    }

    private static Optional<Class<? extends RuntimeException>> nowhere() {
        return Optional.of(LinkLeadsNowhere.class);
    }

    /** A guest who may do everything, in an open review session of two items. */
    static final class Scene {

        final ReviewSessionBench bench;
        final ReviewSessionId id;
        final NoteId question;
        final NoteId drawn = NoteId.random();
        final Stroke dot = FeedbackRoom.dot(1);
        final AttachmentId file = AttachmentId.random();
        NoteId own = NoteId.random();
        ReviewItemId item;
        int version = 1;
        String code;
        String passphrase = "open sesame";
        GuestPass pass;

        Scene(Database database, Path data) {
            bench = new ReviewSessionBench(database, data);
            id = bench.openedWithShots(2);
            item = bench.order(id).get(0);
            question = bench.clientNote(item, "What do you think?");
            comeWith(GuestRight.DECIDE);
        }

        private void comeWith(GuestRight right) {
            var invited = bench.invited(id, bench.form(right).withPassphrase(passphrase));
            code = invited.code();
            pass = bench.entered(code, passphrase, ADDRESS);
            if (right.includes(GuestRight.COMMENT)) {
                own = bench.says(desk -> desk.comment(sight(), bench.note("Mine")));
            }
        }

        private GuestSight sight() {
            return new GuestSight(pass, item, version);
        }

        private static InputStream bytes() {
            return new ByteArrayInputStream(new byte[] {1});
        }

        private GuestNote drawing() {
            return new GuestNote(drawn, new OnFrames(0, FrameRange.single(1)), "", List.of(dot));
        }

        private void date(Optional<Instant> opens, Optional<Instant> closes) {
            var plan = bench.detail(id).orElseThrow().plan();
            bench.at(desk -> desk.change(bench.lead, id, plan, plan.withDates(opens, closes)));
        }

        /** All that a call could leave behind. */
        List<Object> traces() {
            return List.of(
                    bench.guests(id).toString(),
                    bench.guests(id).stream().map(GuestLinkSummary::lastUsed).toList(),
                    bench.guests(id).stream().map(GuestLinkSummary::entered).toList(),
                    bench.room.detail(bench.order(id).get(0)),
                    bench.threads(item).toString(),
                    bench.ledger.entries());
        }
    }

    @TempDir
    private Path data;

    private final Database database;

    GuestMatrixTest(Database database) {
        this.database = database;
    }

    @ParameterizedTest
    @EnumSource
    void everyCallOfAGuestGetsThroughOrIsKeptOutWithoutATrace(Situation situation) {
        var scene = new Scene(database, data);
        situation.arise(scene);

        for (var call : Call.values()) {
            var before = scene.traces();
            var refusal = situation.refusal(call);
            if (refusal.isEmpty()) {
                assertThatCode(() -> call.make(scene)).as(call.name()).doesNotThrowAnyException();
            } else {
                assertThatExceptionOfType(refusal.get()).as(call.name()).isThrownBy(() -> call.make(scene));
                assertThat(scene.traces()).as(call.name()).isEqualTo(before);
            }
        }
    }

    @Test
    void everyMethodOfTheDesksIsInTheMatrix() {
        assertThat(Stream.of(
                                GuestDesk.class,
                                GuestFeedbackDesk.class,
                                GuestDrawingDesk.class,
                                GuestAttachmentDesk.class,
                                GuestUploadDesk.class)
                        .flatMap(desk -> Arrays.stream(desk.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName))
                .containsExactlyInAnyOrder(
                        Stream.of(Call.values()).map(call -> call.method).toArray(String[]::new));
    }

    @Test
    void whyALinkLeadsNowhereShowsNeitherInWordsNorInWork() {
        var work = new EnumMap<Call, Map<Situation, List<String>>>(Call.class);
        for (var situation : Situation.values()) {
            if (!situation.how.equals(nowhere()) || situation == Situation.FOREIGN_VERSION) { // that one is known
                continue;
            }
            var scene = new Scene(database, data);
            situation.arise(scene);
            for (var call : situation.keptOut) {
                var compared = scene.bench.passwords.comparisons();

                var statements = scene.bench.statementsOf(() -> assertThatExceptionOfType(LinkLeadsNowhere.class)
                        .isThrownBy(() -> call.make(scene))
                        .withMessage("This link leads nowhere (any more)"));

                work.computeIfAbsent(call, same -> new EnumMap<>(Situation.class))
                        .put(situation, statements);
                assertThat(scene.bench.passwords.comparisons() - compared).isEqualTo(call == Call.ENTER ? 1 : 0);
            }
        }

        assertThat(work.keySet()).isEqualTo(ALL);
        assertThat(work).allSatisfy((call, bySituation) -> {
            assertThat(bySituation).hasSizeGreaterThanOrEqualTo(8);
            assertThat(bySituation.values().stream().collect(Collectors.toSet()))
                    .as("statements of %s", call)
                    .hasSize(1);
        });
    }

    @Test
    void aGoodPassOfOneReviewSessionIsNoneOfAnother() {
        var mine = new Scene(database, data);
        var others = new Scene(database, data);
        var forged = new GuestPass(
                mine.pass.link(), others.id, others.pass.guest(), GuestRight.DECIDE, others.pass.expires());

        assertThatExceptionOfType(LinkLeadsNowhere.class)
                .isThrownBy(() -> mine.bench.guest(desk -> desk.item(forged, others.item)));
        Supplier<List<GuestItemSummary>> seen =
                () -> mine.bench.guest(desk -> desk.items(forged, Optional.empty(), 10));
        assertThat(seen.get()).extracting(GuestItemSummary::item).isEqualTo(mine.bench.order(mine.id));
    }
}
