package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.feedback.NoteId;
import dev.rushlight.installation.Database;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PeopleBench;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.ReviewItemId;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that a guest can call, in every situation in which it can be called. */
@ParameterizedClass
@EnumSource(Database.class)
class GuestMatrixTest {

    private static final String ADDRESS = "192.0.2.1";

    /** The calls; their names are those of the desk's methods. */
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
        NOTES("notes") {
            @Override
            void make(Scene scene) {
                scene.bench.guest(desk -> desk.notes(scene.pass, scene.item, Optional.empty(), 10));
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
                scene.bench.guest(
                        desk -> desk.comment(scene.pass, scene.item, scene.version, scene.bench.note("heard")));
            }
        },
        ANSWER("answer") {
            @Override
            void make(Scene scene) {
                scene.bench.guest(desk ->
                        desk.answer(scene.pass, scene.item, scene.version, scene.question, scene.bench.note("heard")));
            }
        };

        private final String method;

        Call(String method) {
            this.method = method;
        }

        abstract void make(Scene scene);
    }

    private static final Set<Call> ALL = EnumSet.allOf(Call.class);
    private static final Set<Call> ON_ITEMS = EnumSet.of(Call.ITEM, Call.NOTES, Call.VOTE, Call.COMMENT, Call.ANSWER);
    private static final Set<Call> ON_VERSIONS = EnumSet.of(Call.VOTE, Call.COMMENT, Call.ANSWER);

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
                scene.bench.room.submitted("%s %s".formatted(scene.bench.project, scene.id), "line 000");
                scene.version = 2;
            }
        },
        ONLY_VIEW(ON_VERSIONS, Optional.of(NotAllowed.class)) {
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
        ReviewItemId item;
        int version = 1;
        String code;
        String passphrase = "open sesame";
        GuestPass pass;

        Scene(Database database) {
            bench = new ReviewSessionBench(database);
            id = bench.opened(2);
            item = bench.order(id).get(0);
            question = bench.clientNote(item, "What do you think?");
            comeWith(GuestRight.DECIDE);
        }

        private void comeWith(GuestRight right) {
            var invited = bench.invited(id, bench.form(right).withPassphrase(passphrase));
            code = invited.code();
            pass = bench.entered(code, passphrase, ADDRESS);
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

    private final Database database;

    GuestMatrixTest(Database database) {
        this.database = database;
    }

    @ParameterizedTest
    @EnumSource
    void everyCallOfAGuestGetsThroughOrIsKeptOutWithoutATrace(Situation situation) {
        var scene = new Scene(database);
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
    void everyMethodOfTheDeskIsInTheMatrix() {
        assertThat(Arrays.stream(GuestDesk.class.getDeclaredMethods())
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
            var scene = new Scene(database);
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
        var mine = new Scene(database);
        var others = new Scene(database);
        var forged = new GuestPass(
                mine.pass.link(), others.id, others.pass.guest(), GuestRight.DECIDE, others.pass.expires());

        assertThatExceptionOfType(LinkLeadsNowhere.class)
                .isThrownBy(() -> mine.bench.guest(desk -> desk.item(forged, others.item)));
        Supplier<List<GuestItemSummary>> seen =
                () -> mine.bench.guest(desk -> desk.items(forged, Optional.empty(), 10));
        assertThat(seen.get()).extracting(GuestItemSummary::item).isEqualTo(mine.bench.order(mine.id));
    }
}
