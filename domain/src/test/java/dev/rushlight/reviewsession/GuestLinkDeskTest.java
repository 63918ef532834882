package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.LedgerEntry;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PeopleBench;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class GuestLinkDeskTest {

    private final Database database;
    private ReviewSessionBench bench;
    private ReviewSessionId id;

    GuestLinkDeskTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheRoom() {
        bench = new ReviewSessionBench(database);
        id = bench.opened(1);
    }

    @Test
    void aLinkMakesAPersonWhoCannotLogIn() {
        var decider = bench.invited(id, bench.form(GuestRight.DECIDE)).guest();
        var viewer = bench.invited(id, bench.form(GuestRight.COMMENT).withFunctions(Set.of("Art director")))
                .guest();

        assertThat(decider.kind()).isEqualTo(PersonKind.GUEST);
        assertThat(decider.displayName()).isEqualTo("Anna Client");
        assertThat(decider.role()).isEqualTo(Role.REVIEWER);
        assertThat(decider.functions()).containsExactly("client");
        assertThat(viewer.role()).isEqualTo(Role.VIEWER);
        assertThat(viewer.functions()).containsExactly("art_director");
        for (var password : List.of("", "no password", "null")) {
            assertThat(database.<Optional<Identity>>inTransaction(entities ->
                            PeopleBench.desk(entities, bench.clock).authenticate(decider.username(), password)))
                    .isEmpty();
        }
    }

    @Test
    void codesAreLongAndRandom() {
        var codes = new HashSet<String>();
        var ones = 0;
        var bits = 0;
        for (var number = 0; number < 100; number++) {
            var code = PeopleBench.tokens().fresh();
            codes.add(code);
            for (var each : Base64.getUrlDecoder().decode(code)) {
                ones += Integer.bitCount(each & 0xff);
                bits += 8;
            }
        }

        assertThat(codes).hasSize(100);
        assertThat(bits / 100).isGreaterThanOrEqualTo(128);
        assertThat(ones).isBetween(bits * 48 / 100, bits * 52 / 100);
        var invited = bench.invited(id, bench.form(GuestRight.VIEW));
        assertThat(Base64.getUrlDecoder().decode(invited.code())).hasSize(32);
    }

    @Test
    void nothingSecretIsKeptInAnyTableAndNothingPrivateInTheLedger() {
        var invited = bench.invited(
                id,
                bench.form(GuestRight.DECIDE).withEmail("canary@client.example").withPassphrase("canary passphrase"));
        bench.entered(invited.code(), "canary passphrase", "192.0.2.1");

        assertThat(rowsWith(invited.code())).isEmpty();
        assertThat(rowsWith("canary passphrase")).isEmpty();
        assertThat(rowsWith("canary@client.example")).containsOnlyOnce("guest_link.email");
        assertThat(rowsWith(PeopleBench.tokens().hash(invited.code()))).containsExactly("guest_link.code_hash");
        assertThat(bench.ledger.entries())
                .extracting(LedgerEntry::toString)
                .noneMatch(text -> text.contains("canary") || text.contains(invited.code()));
        assertThat(invited.toString()).doesNotContain(invited.code());
        assertThat(bench.guests(id).toString()).doesNotContain("canary");
    }

    @Test
    void leadsSeeTheirGuestsAndHowTheLinksAreUsed() {
        var anna = bench.invited(
                id,
                bench.form(GuestRight.COMMENT).withEmail("anna@client.example").withPassphrase("open sesame"));
        bench.clock.advance(Duration.ofSeconds(1));
        var ben = bench.invited(
                id,
                GuestForm.client("Ben", GuestRight.VIEW, bench.clock.instant().plusSeconds(60)));
        assertThat(bench.guests(id)).extracting(GuestLinkSummary::id).containsExactly(ben.link(), anna.link());
        assertThat(bench.guests(id)).extracting(GuestLinkSummary::lastUsed).containsOnly(Optional.empty());

        bench.entered(anna.code(), "open sesame", "192.0.2.1");
        bench.clock.advance(Duration.ofHours(1));
        var pass = bench.entered(anna.code(), "open sesame", "192.0.2.1");
        var entered = bench.clock.instant();

        var seen = bench.guests(id).get(1);
        assertThat(seen.displayName()).isEqualTo("Anna Client");
        assertThat(seen.email()).contains("anna@client.example");
        assertThat(seen.right()).isEqualTo(GuestRight.COMMENT);
        assertThat(seen.hasPassphrase()).isTrue();
        assertThat(seen.inForce()).isTrue();
        assertThat(seen.entered()).isEqualTo(2);
        assertThat(seen.lastUsed()).contains(entered);
        assertThat(bench.guests(id).get(0).inForce()).isFalse();

        bench.clock.advance(Duration.ofSeconds(59));
        bench.guest(desk -> desk.items(pass, Optional.empty(), 10));
        assertThat(bench.guests(id).get(1).lastUsed()).contains(entered);
        bench.clock.advance(Duration.ofSeconds(2));
        bench.guest(desk -> desk.items(pass, Optional.empty(), 10));
        assertThat(bench.guests(id).get(1).lastUsed()).contains(bench.clock.instant());
    }

    @Test
    void guestsAreReadPageByPage() {
        var made = new ArrayList<GuestLinkId>();
        for (var number = 0; number < 7; number++) {
            made.add(0, bench.invited(id, bench.form(GuestRight.VIEW)).link());
            bench.clock.advance(Duration.ofSeconds(number % 2));
        }

        var seen = new ArrayList<GuestLinkId>();
        var cursor = Optional.<GuestLinkCursor>empty();
        for (var page = guests(cursor); !page.isEmpty(); page = guests(cursor)) {
            page.forEach(row -> seen.add(row.id()));
            cursor = Optional.of(page.get(page.size() - 1).cursor());
        }
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void noLinkLastsLongerThanThirtyDays() {
        var now = bench.clock.instant();
        for (var expires :
                List.of(now.minusSeconds(1), now, now.plus(Duration.ofDays(30)).plusSeconds(1))) {
            assertThatExceptionOfType(UnacceptableGuest.class)
                    .isThrownBy(() -> bench.invited(id, GuestForm.client("Anna", GuestRight.VIEW, expires)));
        }
        assertThatExceptionOfType(NoSuchReviewSession.class)
                .isThrownBy(() -> bench.invited(ReviewSessionId.random(), bench.form(GuestRight.VIEW)));
    }

    @Test
    void aRevokedLinkOpensNothingFromThenOn() {
        var invited = bench.invited(id, bench.form(GuestRight.DECIDE));
        var pass = bench.entered(invited);

        bench.revoke(invited.link());
        bench.revoke(invited.link());

        assertThatExceptionOfType(LinkLeadsNowhere.class)
                .isThrownBy(() -> bench.guest(desk -> desk.items(pass, Optional.empty(), 1)));
        assertThatExceptionOfType(LinkLeadsNowhere.class).isThrownBy(() -> bench.entered(invited));
        assertThat(bench.revocations.heard()).containsExactly(new GuestLinkRevoked(invited.link()));
        assertThat(bench.ledger.acts(id.value()))
                .endsWith(Act.GUEST_INVITED, Act.GUEST_ENTERED, Act.GUEST_REVOKED)
                .containsOnlyOnce(Act.GUEST_REVOKED);
        assertThat(bench.guests(id).get(0).revoked()).contains(bench.clock.instant());
        assertThat(mayBeAsked(invited.guest())).isFalse();
    }

    @Test
    void onlyLeadsRevoke() {
        var invited = bench.invited(id, bench.form(GuestRight.VIEW));
        var maria = bench.room.somebody("maria", Role.REVIEWER);

        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> database.doInTransaction(
                        entities -> bench.linkDesk(entities).revoke(maria, invited.link())));
        assertThatExceptionOfType(NoSuchGuestLink.class).isThrownBy(() -> bench.revoke(GuestLinkId.random()));
    }

    @Test
    void aLinkCanBeRevokedAlsoWhenTheReviewSessionIsClosed() {
        var invited = bench.invited(id, bench.form(GuestRight.VIEW));
        bench.at(desk -> desk.close(bench.lead, id));

        bench.revoke(invited.link());

        assertThat(bench.revocations.heard()).hasSize(1);
    }

    @Test
    void guestsOfExpiredLinksAreRetiredAndWhatIsPrivateIsClearedNinetyDaysLater() {
        var form = bench.form(GuestRight.DECIDE)
                .withEmail("anna.%s@client.example".formatted(id))
                .withPassphrase("open sesame");
        var invited = bench.invited(id, form);
        tendAll();
        assertThat(mayBeAsked(invited.guest())).isTrue();

        bench.clock.advance(Duration.ofDays(7));
        tendAll();
        assertThat(mayBeAsked(invited.guest())).isFalse();
        assertThat(bench.revocations.heard()).contains(new GuestLinkRevoked(invited.link()));
        assertThat(bench.guests(id).get(0).email()).isPresent();

        bench.clock.advance(Duration.ofDays(90).minusSeconds(1));
        tendAll();
        assertThat(bench.guests(id).get(0).email()).isPresent();
        bench.clock.advance(Duration.ofSeconds(1));
        tendAll();

        var left = bench.guests(id).get(0);
        assertThat(left.displayName()).isEqualTo("Anna Client");
        assertThat(left.email()).isEmpty();
        assertThat(left.hasPassphrase()).isFalse();
        assertThat(rowsWith(form.email().orElseThrow())).isEmpty();
        assertThat(rowsWith(PeopleBench.tokens().hash(invited.code()))).isEmpty();
        assertThat(tend(100)).isZero();
    }

    @Test
    void revokedLinksAreClearedNinetyDaysAfterTheyWere() {
        var invited = bench.invited(id, bench.form(GuestRight.VIEW).withEmail("anna@client.example"));
        bench.clock.advance(Duration.ofDays(1));
        bench.revoke(invited.link());

        bench.clock.advance(Duration.ofDays(90));
        tendAll();

        assertThat(bench.guests(id).get(0).email()).isEmpty();
        assertThat(bench.revocations.heard()).containsOnlyOnce(new GuestLinkRevoked(invited.link()));
    }

    @Test
    void tendingTakesSoManyAtOnce() {
        for (var number = 0; number < 5; number++) {
            bench.invited(id, bench.form(GuestRight.VIEW));
        }
        bench.clock.advance(Duration.ofDays(7));

        for (var done = tend(3); done > 0; done = tend(3)) {
            assertThat(done).isLessThanOrEqualTo(3);
        }
        assertThat(bench.revocations.heard())
                .extracting(GuestLinkRevoked::id)
                .containsAll(bench.guests(id).stream().map(GuestLinkSummary::id).toList());
    }

    private int tend(int most) {
        return bench.links(desk -> desk.tend(most));
    }

    private void tendAll() {
        while (tend(100) > 0) {
            // other tests leave links behind, too
        }
    }

    /** Whether policies count this person among those who can vote. */
    private boolean mayBeAsked(Identity guest) {
        return database.inTransaction(entities -> PeopleBench.desk(entities, bench.clock).voters().stream()
                .anyMatch(voter -> voter.id().equals(guest.id())));
    }

    private List<GuestLinkSummary> guests(Optional<GuestLinkCursor> after) {
        return bench.read(sessions -> sessions.guests(bench.lead, id, after, 3));
    }

    /** The columns of all tables in which the text is found. */
    private List<String> rowsWith(String text) {
        return database.inTransaction(entities -> {
            List<?> columns = entities.createNativeQuery(
                            "select lower(table_name), lower(column_name) from information_schema.columns"
                                    + " where lower(table_schema) = 'review' and table_name <> 'flyway_schema_history'")
                    .getResultList();
            var found = new ArrayList<String>();
            for (var column : columns) {
                var name = (Object[]) column;
                var hits = (Number) entities.createNativeQuery(
                                "select count(*) from review.%s where cast(%s as varchar) like '%%%s%%'"
                                        .formatted(name[0], name[1], text))
                        .getSingleResult();
                if (hits.intValue() > 0) {
                    found.add("%s.%s".formatted(name[0], name[1]));
                }
            }
            assertThat(columns).hasSizeGreaterThan(100);
            return found;
        });
    }
}
