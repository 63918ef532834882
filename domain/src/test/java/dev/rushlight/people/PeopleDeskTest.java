package dev.rushlight.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import dev.rushlight.installation.SteppingClock;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class PeopleDeskTest {

    private static final String PASSWORD = "correct horse battery";

    // Emptied before each test, because there is but one first administrator.
    private static final Map<Database, EntityManagerFactory> EMPTIED = new ConcurrentHashMap<>();

    private final Database database;
    private final SteppingClock clock = new SteppingClock();
    private final LoginBackOff backOff = new LoginBackOff(clock);
    private EntityManagerFactory factory;
    private Identity root;

    PeopleDeskTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void found() {
        factory = EMPTIED.computeIfAbsent(database, ours -> ours.open(ours.fresh()));
        Database.inTransaction(factory, entities -> {
            entities.createNativeQuery("delete from review.founding").executeUpdate();
            return entities.createNativeQuery("delete from review.person").executeUpdate();
        });
        assertThat(adminExists()).isFalse();
        root = at(desk -> desk.createFirstAdmin(" Root ", "The Root", PASSWORD));
    }

    @Test
    void theFirstAdministratorIsMadeOnce() {
        assertThat(root.username()).isEqualTo("root");
        assertThat(root.displayName()).isEqualTo("The Root");
        assertThat(root.role()).isEqualTo(Role.ADMIN);
        assertThat(adminExists()).isTrue();
        assertThatExceptionOfType(AdminExists.class)
                .isThrownBy(() -> at(desk -> desk.createFirstAdmin("second", "Second", PASSWORD)));
    }

    @Test
    void ofManyWhoComeFirstOneIsLetIn() throws Exception {
        var empty = database.open(database.fresh());
        var threads = Executors.newFixedThreadPool(4);
        try {
            var tries = new ArrayList<Callable<Identity>>();
            for (var number = 0; number < 4; number++) {
                var name = "admin" + number;
                tries.add(() -> Database.inTransaction(
                        empty, entities -> PeopleBench.desk(entities, clock).createFirstAdmin(name, name, PASSWORD)));
            }
            var founded = 0;
            for (var done : threads.invokeAll(tries)) {
                try {
                    done.get();
                    founded++;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(AdminExists.class);
                }
            }
            assertThat(founded).isEqualTo(1);
        } finally {
            threads.shutdownNow();
            empty.close();
        }
    }

    @Test
    void logInIgnoresTheCaseOfTheNameOnly() {
        assertThat(isLetIn("ROOT ", PASSWORD)).isTrue();
        assertThat(isLetIn("root", "Correct Horse Battery")).isFalse();
        assertThat(isLetIn("nobody", PASSWORD)).isFalse();
        assertThat(isLetIn("no such ' name", PASSWORD)).isFalse();
    }

    @Test
    void aLogInIsRemembered() {
        clock.advance(Duration.ofHours(1));
        at(desk -> desk.authenticate("root", PASSWORD));

        assertThat(summary(root.id()).lastLogin()).contains(clock.instant());
    }

    @Test
    void guessingIsSlowedDown() {
        for (var guess = 0; guess < 5; guess++) {
            at(desk -> desk.authenticate("root", "wrong password"));
        }

        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> at(desk -> desk.authenticate("root", PASSWORD)));
        clock.advance(Duration.ofSeconds(1));
        assertThat(isLetIn("root", PASSWORD)).isTrue();
    }

    @Test
    void anInvitationLetsOnePersonInOnce() {
        var invitation = at(desk -> desk.invite(root, "Maria", "Maria S.", Role.REVIEWER));
        assertThat(invitation.toString()).doesNotContain(invitation.token());
        assertThat(at(desk -> desk.invited(invitation.token())).orElseThrow().username())
                .isEqualTo("maria");
        assertThat(isActive("maria")).isFalse();

        var maria = at(desk -> desk.accept(invitation.token(), PASSWORD));

        assertThat(maria.role()).isEqualTo(Role.REVIEWER);
        assertThat(at(desk -> desk.active("MARIA")).orElseThrow()).isEqualTo(maria);
        assertThat(at(desk -> desk.authenticate("maria", PASSWORD)).orElseThrow())
                .isEqualTo(maria);
        assertThat(isInvited(invitation.token())).isFalse();
        assertThatExceptionOfType(NoSuchInvitation.class)
                .isThrownBy(() -> at(desk -> desk.accept(invitation.token(), "another password")));
    }

    @Test
    void anInvitationIsGoodForSevenDays() {
        var invitation = at(desk -> desk.invite(root, "maria", "Maria", Role.REVIEWER));
        clock.advance(Duration.ofDays(7));

        assertThat(isInvited(invitation.token())).isFalse();
        assertThatExceptionOfType(NoSuchInvitation.class)
                .isThrownBy(() -> at(desk -> desk.accept(invitation.token(), PASSWORD)));
    }

    @Test
    void aNewInvitationVoidsTheOldOne() {
        var first = at(desk -> desk.invite(root, "maria", "Maria", Role.REVIEWER));
        var second = at(desk -> desk.reinvite(root, first.person()));

        assertThat(isInvited(first.token())).isFalse();
        assertThat(isInvited(second.token())).isTrue();
    }

    @Test
    void anInvitedActivePersonChoosesANewPassword() {
        var maria = somebody("maria", Role.REVIEWER);
        var invitation = at(desk -> desk.reinvite(root, maria.id()));
        assertThat(isLetIn("maria", PASSWORD)).isTrue();

        at(desk -> desk.accept(invitation.token(), "another password"));

        assertThat(isLetIn("maria", PASSWORD)).isFalse();
        assertThat(isLetIn("maria", "another password")).isTrue();
    }

    @Test
    void aNameIsTakenOnce() {
        at(desk -> desk.invite(root, "maria", "Maria", Role.REVIEWER));

        assertThatExceptionOfType(UsernameTaken.class)
                .isThrownBy(() -> at(desk -> desk.invite(root, "MARIA", "Another", Role.VIEWER)));
    }

    @Test
    void namesKeepToTheirRules() {
        for (var name : List.of("", "a b", "ä", "x".repeat(65), "a/b", "a\0")) {
            assertThatExceptionOfType(UnacceptableUsername.class)
                    .isThrownBy(() -> at(desk -> desk.invite(root, name, "Name", Role.VIEWER)));
        }
        assertThatExceptionOfType(UnacceptableDisplayName.class)
                .isThrownBy(() -> at(desk -> desk.invite(root, "a", "x".repeat(101), Role.VIEWER)));
        assertThatExceptionOfType(UnacceptableDisplayName.class)
                .isThrownBy(() -> at(desk -> desk.invite(root, "a", "line\nbreak", Role.VIEWER)));
        assertThat(at(desk -> desk.invite(root, "m.s_1@studio-a", " ", Role.VIEWER))
                        .username())
                .isEqualTo("m.s_1@studio-a");
    }

    @Test
    void onlyAdministratorsAdminister() {
        var lead = somebody("lena", Role.LEAD);

        for (var act : List.<Consumer<PeopleDesk>>of(
                desk -> desk.people(lead),
                desk -> desk.invite(lead, "x", "X", Role.ADMIN),
                desk -> desk.reinvite(lead, root.id()),
                desk -> desk.assignRole(lead, lead.id(), Role.ADMIN),
                desk -> desk.deactivate(lead, root.id()),
                desk -> desk.reactivate(lead, root.id()))) {
            assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> act(act));
        }
    }

    @Test
    void whoWasDemotedAMomentAgoAdministersNoMore() {
        var ada = somebody("ada", Role.ADMIN);
        act(desk -> desk.assignRole(root, ada.id(), Role.REVIEWER));

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> act(desk -> desk.people(ada)));
    }

    @Test
    void theLastAdministratorStays() {
        assertThatExceptionOfType(LastAdmin.class)
                .isThrownBy(() -> act(desk -> desk.assignRole(root, root.id(), Role.LEAD)));
        assertThatExceptionOfType(LastAdmin.class).isThrownBy(() -> act(desk -> desk.deactivate(root, root.id())));

        var ada = somebody("ada", Role.ADMIN);
        act(desk -> desk.deactivate(root, root.id()));
        assertThatExceptionOfType(LastAdmin.class).isThrownBy(() -> act(desk -> desk.deactivate(ada, ada.id())));
    }

    @Test
    void whoIsDeactivatedIsOutUntilBroughtBack() {
        var maria = somebody("maria", Role.REVIEWER);
        var pending = at(desk -> desk.reinvite(root, maria.id()));

        act(desk -> desk.deactivate(root, maria.id()));

        assertThat(isActive("maria")).isFalse();
        assertThat(isLetIn("maria", PASSWORD)).isFalse();
        assertThat(isInvited(pending.token())).isFalse();
        assertThat(summary(maria.id()).state()).isEqualTo(PersonState.DEACTIVATED);

        act(desk -> desk.reactivate(root, maria.id()));
        assertThat(isLetIn("maria", PASSWORD)).isTrue();
    }

    @Test
    void whoNeverCameInIsInvitedAgainAfterReactivation() {
        var invitation = at(desk -> desk.invite(root, "maria", "Maria", Role.REVIEWER));
        act(desk -> desk.deactivate(root, invitation.person()));
        act(desk -> desk.reactivate(root, invitation.person()));

        assertThat(summary(invitation.person()).state()).isEqualTo(PersonState.INVITED);
        assertThat(isInvited(invitation.token())).isFalse();
    }

    @Test
    void aNewRoleHoldsFromNowOn() {
        var maria = somebody("maria", Role.REVIEWER);

        act(desk -> desk.assignRole(root, maria.id(), Role.LEAD));

        assertThat(at(desk -> desk.active("maria")).orElseThrow().role()).isEqualTo(Role.LEAD);
    }

    @Test
    void neitherPasswordsNorTokensAreInTheDatabase() {
        var invitation = at(desk -> desk.invite(root, "maria", "Maria", Role.REVIEWER));

        List<?> rows = Database.inTransaction(
                factory,
                entities -> entities.createNativeQuery(
                                "select password_hash from review.person where password_hash is not null"
                                        + " union all select invitation_hash from review.person where invitation_hash is not null")
                        .getResultList());
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.toString()).doesNotContain(PASSWORD).doesNotContain(invitation.token());
    }

    private Identity somebody(String name, Role role) {
        var invitation = at(desk -> desk.invite(root, name, name, role));
        return at(desk -> desk.accept(invitation.token(), PASSWORD));
    }

    private PersonSummary summary(PersonId id) {
        return at(desk -> desk.people(root)).stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean adminExists() {
        return at(PeopleDesk::adminExists);
    }

    private boolean isLetIn(String username, String password) {
        return at(desk -> desk.authenticate(username, password)).isPresent();
    }

    private boolean isActive(String username) {
        return at(desk -> desk.active(username)).isPresent();
    }

    private boolean isInvited(String token) {
        return at(desk -> desk.invited(token)).isPresent();
    }

    private void act(Consumer<PeopleDesk> work) {
        at(desk -> {
            work.accept(desk);
            return root;
        });
    }

    private <T> T at(Function<PeopleDesk, T> work) {
        return Database.inTransaction(factory, entities -> work.apply(PeopleBench.desk(entities, clock, backOff)));
    }
}
