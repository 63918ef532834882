package dev.rushlight.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What accounts promise on every database. */
abstract class AccountsContract {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private DataSource dataSource;
    private Accounts accounts;

    /** A database of its own for each test. */
    abstract DataSource emptyDatabase() throws SQLException;

    @BeforeEach
    void open() throws SQLException {
        dataSource = emptyDatabase();
        accounts = Accounts.open(dataSource, clock);
    }

    @Test
    void issuedKeyIsGoodForItsUserOnly() {
        var issued = accounts.issueKey("jo");
        accounts.issueKey("ann");

        assertThat(accounts.verify("jo", issued.key())).map(Account::username).contains("jo");
        assertThat(accounts.verify("ann", issued.key())).isEmpty();
        assertThat(accounts.verify("JO", issued.key())).isEmpty();
        assertThat(accounts.verify("nobody", issued.key())).isEmpty();
    }

    @Test
    void keyHas256BitsAndNoColon() {
        assertThat(accounts.issueKey("jo").key()).matches("[0-9a-f]{64}");
        assertThat(accounts.issueKey("jo").key())
                .isNotEqualTo(accounts.issueKey("jo").key());
    }

    @Test
    void keyIsStoredNowhere() throws Exception {
        var issued = accounts.issueKey("jo");

        assertThat(allText()).isNotEmpty().noneMatch(text -> text.contains(issued.key()));
        assertThat(issued.toString()).doesNotContain(issued.key());
    }

    @Test
    void accountKeepsItsIdWithEveryKey() {
        var first = accounts.issueKey("jo");
        var second = accounts.issueKey("jo");

        assertThat(accounts.verify("jo", first.key())).isEqualTo(accounts.verify("jo", second.key()));
        assertThat(accounts.all()).singleElement().satisfies(account -> {
            assertThat(account.username()).isEqualTo("jo");
            assertThat(account.active()).isTrue();
            assertThat(account.createdAt()).isEqualTo(NOW);
            assertThat(account.keys())
                    .containsExactlyInAnyOrder(new KeySummary(first.id(), NOW), new KeySummary(second.id(), NOW));
        });
    }

    @Test
    void accountsAreListedByName() {
        accounts.issueKey("jo");
        accounts.issueKey("ann");

        assertThat(accounts.all()).extracting(AccountSummary::username).containsExactly("ann", "jo");
    }

    @Test
    void keysSurviveARestart() {
        var issued = accounts.issueKey("jo");

        assertThat(Accounts.open(dataSource).verify("jo", issued.key())).isPresent();
    }

    @Test
    void transientKeyEndsWithTheProcess() throws Exception {
        var issued = accounts.issueTransientKey("bridge");

        assertThat(accounts.verify("bridge", issued.key())).isPresent();
        assertThat(accounts.all())
                .singleElement()
                .satisfies(account -> assertThat(account.keys()).isEmpty());
        assertThat(Accounts.open(dataSource).verify("bridge", issued.key())).isEmpty();
    }

    @Test
    void transientAndStoredKeysBelongToOneAccount() {
        var stored = accounts.issueKey("jo");
        var transientKey = accounts.issueTransientKey("jo");

        assertThat(accounts.verify("jo", transientKey.key())).isEqualTo(accounts.verify("jo", stored.key()));
    }

    @Test
    void revokedKeyIsNotGoodAnyMore() {
        var revoked = accounts.issueKey("jo");
        var kept = accounts.issueKey("jo");
        var passing = accounts.issueTransientKey("jo");

        accounts.revoke(revoked.id());
        accounts.revoke(passing.id());
        accounts.revoke(new KeyId(UUID.randomUUID()));

        assertThat(accounts.verify("jo", revoked.key())).isEmpty();
        assertThat(accounts.verify("jo", passing.key())).isEmpty();
        assertThat(accounts.verify("jo", kept.key())).isPresent();
        assertThat(accounts.all().get(0).keys()).extracting(KeySummary::id).containsExactly(kept.id());
    }

    @Test
    void deactivatedAccountIsShutOutUntilReactivated() {
        var stored = accounts.issueKey("jo");
        var passing = accounts.issueTransientKey("jo");

        accounts.deactivate("jo");

        assertThat(accounts.verify("jo", stored.key())).isEmpty();
        assertThat(accounts.verify("jo", passing.key())).isEmpty();
        assertThat(accounts.all().get(0).active()).isFalse();
        assertThatExceptionOfType(DeactivatedAccount.class)
                .isThrownBy(() -> accounts.issueKey("jo"))
                .withMessageContaining("jo is deactivated");

        accounts.reactivate("jo");

        assertThat(accounts.verify("jo", stored.key())).isPresent();
        assertThat(accounts.verify("jo", passing.key())).isEmpty();
    }

    @Test
    void whoeverListensHearsOfWithdrawnAccounts() {
        var withdrawn = new ArrayList<AccountId>();
        var stored = accounts.issueKey("jo");
        var passing = accounts.issueTransientKey("ann");
        var jo = accounts.verify("jo", stored.key()).orElseThrow().id();
        var ann = accounts.verify("ann", passing.key()).orElseThrow().id();
        accounts.onWithdrawal(withdrawn::add);

        accounts.revoke(stored.id());
        accounts.revoke(passing.id());
        accounts.deactivate("jo");
        accounts.deactivate("nobody");

        assertThat(withdrawn).containsExactly(jo, ann, jo);
    }

    @Test
    void withdrawnKeyIsNoGoodWhenItsWithdrawalIsAnnounced() {
        var stored = accounts.issueKey("jo");
        var passing = accounts.issueTransientKey("jo");
        var stillGood = new ArrayList<Boolean>();

        accounts.onWithdrawal(
                account -> stillGood.add(accounts.verify("jo", passing.key()).isPresent()));
        accounts.revoke(passing.id());
        accounts.onWithdrawal(
                account -> stillGood.add(accounts.verify("jo", stored.key()).isPresent()));
        accounts.revoke(stored.id());

        assertThat(stillGood).containsExactly(false, false, false);
    }

    @Test
    void ownAccountGetsTransientKeysOnly() {
        var passing = accounts.issueTransientKey(Accounts.OWN);

        assertThatExceptionOfType(ReservedAccount.class)
                .isThrownBy(() -> accounts.issueKey(Accounts.OWN))
                .isInstanceOf(UnacceptableUsername.class)
                .withMessage("The hub account rushlight is the server's own; choose another user name");
        assertThat(accounts.verify(Accounts.OWN, passing.key()))
                .hasValueSatisfying(account -> assertThat(account.isOwn()).isTrue());
    }

    @Test
    void storedKeyOfTheOwnAccountIsNoGood() throws SQLException {
        var stored = accounts.issueKey("jo");
        rename("jo", Accounts.OWN);

        assertThat(accounts.verify(Accounts.OWN, stored.key())).isEmpty();
        assertThat(accounts.all())
                .singleElement()
                .satisfies(account -> assertThat(account.keys()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "jo hn", "jo:hn", "jo\n", "jö", "a/b", "'; drop table account; --"})
    void unacceptableUserNameIsRefused(String user) {
        assertThatExceptionOfType(UnacceptableUsername.class).isThrownBy(() -> accounts.issueKey(user));
        assertThat(accounts.verify(user, "any key")).isEmpty();
    }

    @Test
    void userNameHasAtMost64Characters() {
        assertThat(accounts.issueKey("a".repeat(64)).user()).hasSize(64);
        assertThatExceptionOfType(UnacceptableUsername.class).isThrownBy(() -> accounts.issueKey("a".repeat(65)));
    }

    private void rename(String user, String other) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement("update \"hub\".account set username = ? where username = ?")) {
            statement.setString(1, other);
            statement.setString(2, user);
            statement.executeUpdate();
        }
    }

    private List<String> allText() throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select sha256 from \"hub\".api_key union all select username from \"hub\".account")) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
