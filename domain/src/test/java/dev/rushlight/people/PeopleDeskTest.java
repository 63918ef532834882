package dev.rushlight.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.rushlight.installation.Database;
import dev.rushlight.installation.HeardEvents;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.LedgerEntry;
import dev.rushlight.ledger.RememberedLedger;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final RememberedLedger ledger = new RememberedLedger();
    private final HeardEvents<PeopleChanged> changes = new HeardEvents<>();
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
    void peopleAreFoundByHowTheirNamesBegin() {
        Map.of("mia", "Mia Long", "long_1", "Mia Other", "tom", "Tom Milongo").forEach((username, shown) -> {
            var invitation = at(desk -> desk.invite(root, username, shown, Role.VIEWER));
            at(desk -> desk.accept(invitation.token(), PASSWORD));
        });
        at(desk -> desk.createBot(root, "longbot", "Long Bot", Role.REVIEWER));
        at(desk -> desk.invite(root, "longest", "Not here yet", Role.VIEWER));

        assertThat(named(root, " LONG", 8)).containsExactly("long_1", "mia");
        assertThat(named(root, "lo%", 8)).isEmpty();
        assertThat(named(root, "", 2)).hasSize(2);
        Identity guest = at(desk -> desk.createGuest("A client", List.of(), false));
        assertThat(named(guest, "", 8)).isEmpty();
    }

    private List<String> named(Identity by, String beginning, int most) {
        List<Identity> found = at(desk -> desk.named(by, beginning, most));
        return found.stream().map(Identity::username).toList();
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
    void aStrangersGuessesDoNotKeepAnybodyOut() {
        for (var guess = 0; guess < 5; guess++) {
            at(desk -> desk.authenticate("root", "wrong password", "203.0.113.9"));
        }

        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> at(desk -> desk.authenticate("root", PASSWORD, "203.0.113.9")));
        assertThat(at(desk -> desk.authenticate("root", PASSWORD, "10.0.0.1")).orElseThrow())
                .isEqualTo(root);
    }

    @Test
    void whatCannotBeAUsernameIsSlowedDownToo() {
        for (var guess = 0; guess < 5; guess++) {
            var name = "no such ' name " + guess;
            at(desk -> desk.authenticate(name, PASSWORD, "203.0.113.9"));
        }

        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> at(desk -> desk.authenticate("' another", PASSWORD, "203.0.113.9")));
        assertThat(at(desk -> desk.authenticate("root", PASSWORD, "203.0.113.9"))
                        .orElseThrow())
                .isEqualTo(root);
    }

    @Test
    void noTransactionIsOpenWhileAPasswordIsHashed() {
        storeHash("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
        clock.advance(Duration.ofHours(1));
        var logIns = new OwnTransactions(factory, clock);
        var passwords = new WatchedPasswords(logIns);
        var desk = deskAtNight(logIns, passwords);

        assertThat(desk.authenticate("root", "password", "10.0.0.1")).contains(root);

        assertThat(passwords.seen).containsExactly("compared, 0 open", "hashed, 0 open");
        assertThat(logIns.begun).isEqualTo(2);
        assertThat(summary(root.id()).lastLogin()).contains(clock.instant());
        assertThat(desk.authenticate("root", "password", "10.0.0.1")).contains(root);
        assertThat(passwords.seen).containsExactly("compared, 0 open", "hashed, 0 open", "compared, 0 open");
    }

    @Test
    void whoIsDeactivatedOrGetsAnotherPasswordMeanwhileIsNotLetIn() {
        var maria = somebody("maria", Role.REVIEWER);
        var logIns = new OwnTransactions(factory, clock);

        var beforeNewPassword = logIns.account(new Username("maria")).orElseThrow();
        var invitation = at(desk -> desk.reinvite(root, maria.id()));
        at(desk -> desk.accept(invitation.token(), "another password"));
        assertThat(logIns.remember(beforeNewPassword, Optional.empty())).isEmpty();

        var beforeDeactivation = logIns.account(new Username("maria")).orElseThrow();
        act(desk -> desk.deactivate(root, maria.id()));
        assertThat(logIns.remember(beforeDeactivation, Optional.empty())).isEmpty();
        assertThat(logIns.account(new Username("maria"))).isEmpty();
    }

    @Test
    void theContainerHoldsNoTransactionForALogIn() throws Exception {
        for (var logIn : List.of(
                PeopleDesk.class.getMethod("authenticate", String.class, String.class),
                PeopleDesk.class.getMethod("authenticate", String.class, String.class, String.class))) {
            assertThat(logIn.getAnnotation(Transactional.class).value()).isEqualTo(TxType.NOT_SUPPORTED);
        }
        assertThat(LoginDesk.class.getAnnotation(Transactional.class).value()).isEqualTo(TxType.REQUIRED);
    }

    @Test
    void aDatabaseInTroubleIsNotTakenForAnAccountThatExists() {
        var broken = database.open(database.fresh());
        try {
            Database.inTransaction(
                    broken,
                    entities -> entities.createNativeQuery("alter table review.person drop column display_name")
                            .executeUpdate());
            var person = Person.invited("maria", "Maria", Role.REVIEWER, clock.instant());
            var founder = Person.founding("root", "Root", "no password", clock.instant());

            assertThatExceptionOfType(PersistenceException.class)
                    .isThrownBy(() -> Database.inTransaction(broken, entities -> {
                        new JpaPeople(entities).add(person);
                        return person;
                    }));
            assertThatExceptionOfType(PersistenceException.class)
                    .isThrownBy(() -> Database.inTransaction(broken, entities -> {
                        new JpaPeople(entities).found(founder, new Founding(founder.id(), clock.instant()));
                        return founder;
                    }));
        } finally {
            broken.close();
        }
    }

    @Test
    void aNameThatSomebodyTookAMomentAgoIsTaken() {
        var second = Person.invited("root", "Another", Role.REVIEWER, clock.instant());

        assertThatExceptionOfType(UsernameTaken.class)
                .isThrownBy(() -> Database.inTransaction(factory, entities -> {
                    new JpaPeople(entities).add(second);
                    return second;
                }));
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

    /** Each look into the database as a transaction of its own, as in the container. */
    private static final class OwnTransactions extends LoginDesk {

        private final EntityManagerFactory factory;
        private final Clock clock;
        private int begun;
        private int open;

        OwnTransactions(EntityManagerFactory factory, Clock clock) {
            this.factory = factory;
            this.clock = clock;
        }

        @Override
        public Optional<Account> account(Username name) {
            return alone(logIns -> logIns.account(name));
        }

        @Override
        public Optional<Identity> remember(Account proven, Optional<String> strongerHash) {
            return alone(logIns -> logIns.remember(proven, strongerHash));
        }

        private <T> T alone(Function<LoginDesk, T> work) {
            begun++;
            open++;
            try {
                return Database.inTransaction(
                        factory, entities -> work.apply(new LoginDesk(new JpaPeople(entities), clock)));
            } finally {
                open--;
            }
        }
    }

    private static final class WatchedPasswords extends Passwords {

        private final OwnTransactions transactions;
        private final List<String> seen = new ArrayList<>();

        WatchedPasswords(OwnTransactions transactions) {
            this.transactions = transactions;
        }

        @Override
        public boolean matches(String password, Optional<String> stored) {
            seen.add("compared, %d open".formatted(transactions.open));
            return super.matches(password, stored);
        }

        @Override
        public String hash(String password) {
            if (transactions != null) { // not the one that the constructor makes
                seen.add("hashed, %d open".formatted(transactions.open));
            }
            return super.hash(password);
        }
    }

    @Test
    void whoIsWhatIsWrittenDown() {
        var token = at(desk -> desk.invite(root, "tom", "Tom", Role.REVIEWER)).token();
        var tom = at(desk -> desk.accept(token, PASSWORD));
        at(desk -> {
            desk.assignRole(root, tom.id(), Role.LEAD);
            desk.assignFunctions(root, tom.id(), List.of("VFX supervisor"));
            desk.deactivate(root, tom.id());
            desk.reactivate(root, tom.id());
            return tom;
        });

        assertThat(ledger.of(tom.id().value()))
                .extracting(entry -> entry.act(), entry -> entry.author().username())
                .containsExactly(
                        tuple(Act.PERSON_INVITED, "root"),
                        tuple(Act.PERSON_CHANGED, "tom"),
                        tuple(Act.PERSON_CHANGED, "root"),
                        tuple(Act.PERSON_CHANGED, "root"),
                        tuple(Act.PERSON_DEACTIVATED, "root"),
                        tuple(Act.PERSON_REACTIVATED, "root"));
        var promoted = ledger.of(tom.id().value()).get(2);
        assertThat(promoted.before().getString("role")).isEqualTo("REVIEWER");
        assertThat(promoted.after().getString("role")).isEqualTo("LEAD");
        assertThat(ledger.of(tom.id().value()).toString()).doesNotContain(PASSWORD, token);
        assertThat(ledger.of(root.id().value())).extracting(LedgerEntry::act).containsExactly(Act.PERSON_CHANGED);
    }

    @Test
    void whoeverPoliciesCanAskIsCounted() {
        var before = at(PeopleDesk::changes);
        var heard = changes.heard().size();

        var token = at(desk -> desk.invite(root, "tom", "Tom", Role.REVIEWER)).token();
        assertThat(at(PeopleDesk::changes)).isEqualTo(before);
        var tom = at(desk -> desk.accept(token, PASSWORD));
        assertThat(at(PeopleDesk::changes)).isEqualTo(before + 1);
        at(desk -> {
            desk.assignRole(root, tom.id(), Role.LEAD);
            return tom;
        });

        assertThat(at(PeopleDesk::changes)).isEqualTo(before + 2);
        assertThat(at(PeopleDesk::lastChangedBy).orElseThrow().username()).isEqualTo("root");
        assertThat(at(PeopleDesk::electorate).number()).isEqualTo(before + 2);
        assertThat(changes.heard().subList(heard, changes.heard().size()))
                .containsExactly(new PeopleChanged(tom.id()), new PeopleChanged(root.id()));
    }

    /** A desk whose own look into the database is shut: what it needs it must get from the log-ins. */
    private PeopleDesk deskAtNight(LoginDesk logIns, Passwords passwords) {
        var entities = factory.createEntityManager();
        entities.close();
        return new PeopleDesk(
                new JpaPeople(entities), passwords, new Tokens(), clock, backOff, logIns, ledger, changes::fire);
    }

    private void storeHash(String hash) {
        Database.inTransaction(
                factory,
                entities -> entities.createNativeQuery("update review.person set password_hash = ?")
                        .setParameter(1, hash)
                        .executeUpdate());
        factory.getCache().evictAll();
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
        return Database.inTransaction(
                factory, entities -> work.apply(PeopleBench.desk(entities, clock, backOff, ledger, changes)));
    }
}
