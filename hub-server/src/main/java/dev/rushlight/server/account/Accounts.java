package dev.rushlight.server.account;

import static dev.rushlight.server.account.Tables.ACCOUNT;
import static dev.rushlight.server.account.Tables.ACCOUNT_CREATED_AT;
import static dev.rushlight.server.account.Tables.ACCOUNT_ID;
import static dev.rushlight.server.account.Tables.ACTIVE;
import static dev.rushlight.server.account.Tables.API_KEY;
import static dev.rushlight.server.account.Tables.KEY_ACCOUNT_ID;
import static dev.rushlight.server.account.Tables.KEY_CREATED_AT;
import static dev.rushlight.server.account.Tables.KEY_ID;
import static dev.rushlight.server.account.Tables.REVOKED_AT;
import static dev.rushlight.server.account.Tables.SHA256;
import static dev.rushlight.server.account.Tables.USERNAME;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.rushlight.server.store.HubDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/**
 * The accounts of the hub and their keys.
 *
 * <p>A key can be read once, in the {@link IssuedKey} that made it; what is stored is its digest. It stays good until it
 * is revoked or its account deactivated. The application's own account has transient keys only. Works with and without a
 * running server, from any thread.
 */
public final class Accounts {
    /** The account of the application around the hub: whoever hears an event of it can trust that it comes from there. */
    public static final String OWN = "rushlight";

    private final DSLContext database;
    private final Clock clock;

    /** By the digest of the key; gone with the process. */
    private final Map<String, TransientKey> transientKeys = new ConcurrentHashMap<>();

    private final List<Consumer<AccountId>> withdrawalListeners = new CopyOnWriteArrayList<>();

    private Accounts(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens the accounts kept in the given database, migrating it first. */
    public static Accounts open(DataSource dataSource) {
        return open(dataSource, Clock.systemUTC());
    }

    /** As {@link #open(DataSource)}, with the time taken from the given clock. */
    public static Accounts open(DataSource dataSource, Clock clock) {
        return new Accounts(HubDatabase.open(dataSource), clock);
    }

    /**
     * Makes a new key, and the account when it is missing.
     *
     * @throws UnacceptableUsername if no account can have this name
     * @throws ReservedAccount if it is {@link #OWN}
     * @throws DeactivatedAccount if the account was shut out
     */
    public IssuedKey issueKey(String user) {
        UnacceptableUsername.unlessAcceptable(user);
        if (user.equals(OWN)) {
            throw new ReservedAccount(user);
        }
        var issued = new IssuedKey(KeyId.random(), user, KeyText.random());
        database.transaction(transaction -> {
            var account = accountOf(user, transaction.dsl());
            transaction
                    .dsl()
                    .insertInto(API_KEY)
                    .set(KEY_ID, issued.id().value())
                    .set(KEY_ACCOUNT_ID, account.id().value())
                    .set(SHA256, KeyText.sha256(issued.key()))
                    .set(KEY_CREATED_AT, now())
                    .execute();
        });
        return issued;
    }

    /** Makes a key that is kept in memory only and ends with this process, and the account when it is missing. */
    public IssuedKey issueTransientKey(String user) {
        UnacceptableUsername.unlessAcceptable(user);
        var issued = new IssuedKey(KeyId.random(), user, KeyText.random());
        var account = database.transactionResult(transaction -> accountOf(user, transaction.dsl()));
        transientKeys.put(KeyText.sha256(issued.key()), new TransientKey(issued.id(), account));
        return issued;
    }

    /** The account, if the key is one of its keys and both are still good. */
    public Optional<Account> verify(String user, String key) {
        if (!UnacceptableUsername.isAcceptable(user) || !KeyText.isPlausible(key)) {
            return Optional.empty();
        }
        return verifyDigest(user, KeyText.sha256(key));
    }

    /** All accounts by name, each with its stored keys. */
    public List<AccountSummary> all() {
        Map<UUID, List<KeySummary>> keys = database
                .select(KEY_ACCOUNT_ID, KEY_ID, KEY_CREATED_AT)
                .from(API_KEY)
                .join(ACCOUNT)
                .on(ACCOUNT_ID.eq(KEY_ACCOUNT_ID))
                .where(REVOKED_AT.isNull())
                .and(USERNAME.ne(OWN))
                .orderBy(KEY_CREATED_AT, KEY_ID)
                .stream()
                .collect(groupingBy(
                        row -> row.get(KEY_ACCOUNT_ID),
                        mapping(row -> new KeySummary(new KeyId(row.get(KEY_ID)), row.get(KEY_CREATED_AT)), toList())));
        return database.select(ACCOUNT_ID, USERNAME, ACTIVE, ACCOUNT_CREATED_AT)
                .from(ACCOUNT)
                .orderBy(USERNAME)
                .fetch(row -> new AccountSummary(
                        new AccountId(row.get(ACCOUNT_ID)),
                        row.get(USERNAME),
                        row.get(ACTIVE),
                        row.get(ACCOUNT_CREATED_AT),
                        keys.getOrDefault(row.get(ACCOUNT_ID), List.of())));
    }

    /** Ends one key, stored or transient; an unknown or already revoked one changes nothing. */
    public void revoke(KeyId id) {
        transientKeys.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .findAny()
                .ifPresent(entry -> {
                    transientKeys.remove(entry.getKey());
                    announceWithdrawal(entry.getValue().account().id());
                });
        var owner = database.select(KEY_ACCOUNT_ID)
                .from(API_KEY)
                .where(KEY_ID.eq(id.value()))
                .fetchOptional(KEY_ACCOUNT_ID);
        database.update(API_KEY)
                .set(REVOKED_AT, now())
                .where(KEY_ID.eq(id.value()))
                .and(REVOKED_AT.isNull())
                .execute();
        owner.map(AccountId::new).ifPresent(this::announceWithdrawal);
    }

    /** Shuts an account out: none of its keys is good any more, and its transient keys are gone. */
    public void deactivate(String user) {
        setActive(user, false);
        transientKeys.values().removeIf(key -> key.account().username().equals(user));
        find(user).map(Account::id).ifPresent(this::announceWithdrawal);
    }

    /** Lets a deactivated account in again, with the keys that were not revoked. */
    public void reactivate(String user) {
        setActive(user, true);
    }

    /** Calls the listener with each account that lost a key or was deactivated here; whoever still may comes back. */
    public void onWithdrawal(Consumer<AccountId> listener) {
        withdrawalListeners.add(listener);
    }

    Optional<Account> verifyDigest(String user, String sha256) {
        var transientKey = Optional.ofNullable(transientKeys.get(sha256)).map(TransientKey::account);
        return transientKey.or(() -> stored(sha256)).filter(account -> KeyText.same(account.username(), user));
    }

    private Optional<Account> stored(String sha256) {
        return database.select(ACCOUNT_ID, USERNAME, SHA256)
                .from(API_KEY)
                .join(ACCOUNT)
                .on(ACCOUNT_ID.eq(KEY_ACCOUNT_ID))
                .where(SHA256.eq(sha256))
                .and(REVOKED_AT.isNull())
                .and(ACTIVE.isTrue())
                .and(USERNAME.ne(OWN))
                .fetchOptional()
                .filter(row -> KeyText.same(row.get(SHA256), sha256))
                .map(row -> new Account(new AccountId(row.get(ACCOUNT_ID)), row.get(USERNAME)));
    }

    private Account accountOf(String user, DSLContext transaction) {
        transaction
                .insertInto(ACCOUNT)
                .set(ACCOUNT_ID, AccountId.random().value())
                .set(USERNAME, user)
                .set(ACTIVE, true)
                .set(ACCOUNT_CREATED_AT, now())
                .onConflict(USERNAME)
                .doNothing()
                .execute();
        var row = transaction
                .select(ACCOUNT_ID, ACTIVE)
                .from(ACCOUNT)
                .where(USERNAME.eq(user))
                .fetchSingle();
        if (!row.get(ACTIVE)) {
            throw new DeactivatedAccount(user);
        }
        return new Account(new AccountId(row.get(ACCOUNT_ID)), user);
    }

    private Optional<Account> find(String user) {
        return database.select(ACCOUNT_ID)
                .from(ACCOUNT)
                .where(USERNAME.eq(user))
                .fetchOptional(ACCOUNT_ID)
                .map(id -> new Account(new AccountId(id), user));
    }

    private void setActive(String user, boolean active) {
        database.update(ACCOUNT).set(ACTIVE, active).where(USERNAME.eq(user)).execute();
    }

    private void announceWithdrawal(AccountId account) {
        withdrawalListeners.forEach(listener -> listener.accept(account));
    }

    /** To the microsecond, which is what every database keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record TransientKey(KeyId id, Account account) {}
}
