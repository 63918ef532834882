package dev.rushlight.review;

import dev.rushlight.connection.ConnectionBench;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.ExchangeBench;
import dev.rushlight.exchange.OutboxDesk;
import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.HeardEvents;
import dev.rushlight.installation.Installation;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.ledger.RememberedLedger;
import dev.rushlight.people.DelegationDesk;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleBench;
import dev.rushlight.people.PeopleChanged;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.Selector;
import dev.rushlight.policy.Stage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A review room on one database with a connection of its own: each call is one transaction, as in the container. */
final class ReviewBench {

    static final Duration GRACE = Duration.ofSeconds(10);

    final SteppingClock clock = new SteppingClock();
    final ExchangeBench exchange = new ExchangeBench(clock);
    final HeardEvents<ReviewItemChanged> changes = new HeardEvents<>();
    final HeardEvents<PeopleChanged> peopleChanges = new HeardEvents<>();
    final RememberedLedger ledger = new RememberedLedger();
    final Database database;
    final ConnectionId connection;
    private final EntityManagerFactory factory;
    private final Duration grace;
    private final Function<EntityManager, DecidingGuests> deciding;
    private final Set<String> invited = ConcurrentHashMap.newKeySet();

    ReviewBench(Database database) {
        this(database, GRACE);
    }

    ReviewBench(Database database, Duration grace) {
        this(database, database.shared(), grace);
    }

    /** With guests as their review sessions have them. */
    ReviewBench(Database database, Function<EntityManager, DecidingGuests> deciding) {
        this(database, database.shared(), GRACE, Optional.of(deciding));
    }

    /** On a database that nobody else uses. */
    ReviewBench(Database database, EntityManagerFactory factory) {
        this(database, factory, GRACE);
    }

    private ReviewBench(Database database, EntityManagerFactory factory, Duration grace) {
        this(database, factory, grace, Optional.empty());
    }

    private ReviewBench(
            Database database,
            EntityManagerFactory factory,
            Duration grace,
            Optional<Function<EntityManager, DecidingGuests>> deciding) {
        this.database = database;
        this.factory = factory;
        this.grace = grace;
        this.deciding = deciding.orElse(entities -> this::invitedToEverything);
        this.connection = inTransaction(entities -> ConnectionBench.somewhere(entities, exchange, clock));
    }

    <T> T inTransaction(Function<EntityManager, T> work) {
        return Database.inTransaction(factory, work);
    }

    ReviewDesk desk(EntityManager entities) {
        var items = new JpaReviewItems(entities);
        var verdicts = verdicts(entities);
        var submissions = new Submissions(
                items,
                new JpaPolicies(entities),
                keeping(entities),
                verdicts,
                exchange.inbox(entities),
                exchange.outbox(entities),
                people(entities),
                installation(),
                clock);
        return new ReviewDesk(items, submissions, verdicts, exchange.outbox(entities), clock);
    }

    private Verdicts verdicts(EntityManager entities) {
        return new Verdicts(
                new JpaReviewItems(entities),
                new JpaPolicies(entities),
                people(entities),
                keeping(entities),
                deciding.apply(entities),
                exchange.outbox(entities),
                ledger,
                installation(),
                clock,
                changes);
    }

    ReviewItems items(EntityManager entities) {
        return new ReviewItems(
                new JpaReviewItems(entities),
                new JpaReviewLines(entities, new JpaReviewItems(entities)),
                exchange.outbox(entities),
                clock);
    }

    ReviewQueue queue(EntityManager entities) {
        return new ReviewQueue(
                new JpaQueue(entities, new JpaSearch(entities)),
                new JpaReviewItems(entities),
                people(entities),
                exchange.outbox(entities),
                clock);
    }

    static QueueKeeping keeping(EntityManager entities) {
        return new QueueKeeping(new JpaFollowing(entities), new JpaSearch(entities));
    }

    /** Lets an item wait for these from now on, whatever its policy says. */
    void await(ReviewItemId id, String... selectors) {
        inTransaction(entities -> {
            var items = new JpaReviewItems(entities);
            var item = items.find(id).orElseThrow();
            items.await(item, Stream.of(selectors).map(Selector::parse).toList(), item.submittedAt());
            return true;
        });
    }

    int backfill(int most) {
        return inTransaction(
                entities -> new SearchDesk(new JpaReviewItems(entities), new JpaSearch(entities), keeping(entities))
                        .backfill(most));
    }

    <T> T savedFilters(Function<SavedFilterDesk, T> work) {
        return inTransaction(entities -> work.apply(new SavedFilterDesk(new JpaSavedFilters(entities), clock)));
    }

    private PeopleDesk people(EntityManager entities) {
        return PeopleBench.desk(entities, clock, ledger);
    }

    private Installation installation() {
        return new Installation(
                Path.of("unused"),
                "127.0.0.1",
                8080,
                URI.create("https://review.example"),
                new DatabaseSettings("jdbc:h2:mem:unused", "u", "p"),
                grace);
    }

    Identity somebody(String name, Role role) {
        return inTransaction(entities -> PeopleBench.somebody(entities, name, role, clock));
    }

    Identity somebody(String name, Role role, String function) {
        return inTransaction(entities -> PeopleBench.somebody(entities, name, role, Set.of(function), clock));
    }

    private Map<ReviewItemId, Set<String>> invitedToEverything(Collection<ReviewItemId> items) {
        return items.stream().collect(Collectors.toMap(item -> item, item -> invited));
    }

    Identity bot(String name) {
        return inTransaction(entities -> PeopleBench.bot(entities, name, clock));
    }

    Identity guest(String name, String function) {
        var guest = people(desk -> desk.createGuest(name, List.of(function), true));
        invited.add(guest.username());
        return guest;
    }

    /** Saves a policy under an id that nobody else uses. */
    Policy policy(UnaryOperator<Policy> how, Stage... stages) {
        var admin = somebody("root", Role.ADMIN);
        var made = how.apply(Policy.of("p-" + UUID.randomUUID(), "Made for a test", stages));
        return policies(desk -> desk.save(admin, made, 0));
    }

    ReviewItemId submitted(String lineKey, Policy policy) {
        return submit(submission(lineKey).policy(policy.id()).build()).item().orElseThrow();
    }

    <T> T reviews(Function<ReviewDesk, T> work) {
        return inTransaction(entities -> work.apply(desk(entities)));
    }

    <T> T supervision(Function<SupervisionDesk, T> work) {
        return inTransaction(
                entities -> work.apply(new SupervisionDesk(new JpaReviewItems(entities), verdicts(entities), clock)));
    }

    <T> T briefings(Function<BriefingDesk, T> work) {
        return inTransaction(entities -> work.apply(new BriefingDesk(
                new JpaReviewItems(entities), new JpaPolicies(entities), people(entities), deciding.apply(entities))));
    }

    <T> T policies(Function<PolicyDesk, T> work) {
        return inTransaction(entities -> work.apply(new PolicyDesk(
                new JpaPolicies(entities),
                new Rehearsal(new JpaReviewItems(entities), people(entities), deciding.apply(entities)),
                verdicts(entities),
                ledger,
                clock)));
    }

    <T> T upkeep(Function<UpkeepDesk, T> work) {
        return inTransaction(entities ->
                work.apply(new UpkeepDesk(new JpaReviewItems(entities), verdicts(entities), people(entities), clock)));
    }

    <T> T people(Function<PeopleDesk, T> work) {
        return inTransaction(entities -> work.apply(people(entities)));
    }

    <T> T delegations(Function<DelegationDesk, T> work) {
        return inTransaction(entities -> work.apply(PeopleBench.delegations(entities, clock, ledger, peopleChanges)));
    }

    Receipt submit(Submission submission) {
        return inTransaction(entities -> desk(entities).submit(submission));
    }

    /** Many at once, to be quick. */
    List<ReviewItemId> submitAll(List<Submission> submissions) {
        return inTransaction(entities -> submissions.stream()
                .map(desk(entities)::submit)
                .map(receipt -> receipt.item().orElseThrow())
                .toList());
    }

    Receipt refuse(RefusedSubmission refused) {
        return inTransaction(entities -> desk(entities).refuse(refused));
    }

    ReviewItemId submitted(String lineKey) {
        return submit(submission(lineKey).build()).item().orElseThrow();
    }

    Optional<DecisionId> vote(Identity voter, ReviewItemId item, int version, Choice choice, String reason) {
        return cast(voter, item, version, choice, reason).decision();
    }

    Verdict cast(Identity voter, ReviewItemId item, int version, Choice choice, String reason) {
        return reviews(desk -> desk.vote(voter, item, version, choice, reason));
    }

    Optional<DecisionId> vote(Identity voter, ReviewItemId item, Choice choice) {
        return vote(voter, item, 1, choice, "because");
    }

    Verdict revoke(Identity voter, VoteId vote) {
        return reviews(desk -> desk.revoke(voter, vote, "", Request.plain()));
    }

    void seen(Identity viewer, ReviewItemId item) {
        var version = current(item).id();
        reviews(desk -> {
            desk.seen(viewer, version);
            return version;
        });
    }

    Verdict notes(Identity by, ReviewItemId item, int open, int blockers) {
        var version = current(item).id();
        return reviews(desk -> desk.feedbackStands(by, version, open, blockers));
    }

    VersionDetail current(ReviewItemId item) {
        return detail(item).versions().get(0);
    }

    /** What somebody said last of the current version. */
    VoteDetail voteOf(Identity voter, ReviewItemId item) {
        return current(item).votes().stream()
                .filter(vote -> vote.voter().equals(voter.id()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Whom the item waits for. */
    List<String> awaited(ReviewItemId item) {
        return inTransaction(entities -> entities.createQuery(
                        "select a.selector from Awaited a where a.item = :item order by a.selector", String.class)
                .setParameter("item", item.value())
                .getResultList());
    }

    /** The outcomes that the hub is told from now on, once every grace is over. */
    List<Outcome> tellings() {
        clock.advance(Duration.ofDays(1));
        return deliverEverything().stream()
                .filter(event -> event.kind() == OwedKind.DECISION)
                .map(event -> decision(new DecisionId(event.subject().orElseThrow())))
                .map(DecisionRecord::outcome)
                .toList();
    }

    /** What was written down about the item, and by whom. */
    List<String> written(ReviewItemId item) {
        return ledger.of(item.value()).stream()
                .map(entry -> "%s by %s".formatted(entry.act(), entry.author().displayName()))
                .toList();
    }

    void undo(Identity voter, DecisionId decision) {
        inTransaction(entities -> desk(entities).undo(voter, decision));
    }

    ReviewItemDetail detail(ReviewItemId item) {
        return read(items -> items.detail(nobody(), item)).orElseThrow();
    }

    <T> T read(Function<ReviewItems, T> question) {
        return inTransaction(entities -> question.apply(items(entities)));
    }

    <T> T queue(Function<ReviewQueue, T> question) {
        return inTransaction(entities -> question.apply(queue(entities)));
    }

    <T> T outbox(Function<OutboxDesk, T> work) {
        return inTransaction(entities -> work.apply(exchange.desk(entities)));
    }

    DecisionRecord decision(DecisionId id) {
        return read(items -> items.decision(id));
    }

    List<ReviewItemSummary> page(QueueFilter filter, Optional<QueueCursor> after, int limit) {
        return page(nobody(), filter, after, limit);
    }

    List<ReviewItemSummary> page(Identity viewer, QueueFilter filter, Optional<QueueCursor> after, int limit) {
        return queue(queue -> queue.page(viewer, filter, after, limit));
    }

    QueueCount count(QueueFilter filter, int cap) {
        return queue(queue -> queue.count(nobody(), filter, cap));
    }

    Optional<Instant> nextDue() {
        return outbox(desk -> desk.nextDue(connection));
    }

    void released(OwedEvent owed, String error) {
        outbox(desk -> {
            desk.released(owed.id(), error);
            return owed;
        });
    }

    void acknowledged(List<OwedEvent> owed) {
        outbox(desk -> {
            desk.acknowledged(owed.stream().map(OwedEvent::id).toList());
            return owed;
        });
    }

    List<OwedEvent> claim() {
        return outbox(desk -> desk.claim(connection, OwedKind.ALL, 100));
    }

    /** Lets a hub take everything that is due, in the order in which it leaves. */
    List<OwedEvent> deliverEverything() {
        var delivered = new ArrayList<OwedEvent>();
        for (var batch = claim(); !batch.isEmpty(); batch = claim()) {
            acknowledged(batch);
            delivered.addAll(batch);
        }
        return delivered;
    }

    Identity nobody() {
        return new Identity(PersonId.random(), "viewer", "Viewer", Role.VIEWER);
    }

    SubmissionBuilder submission(String lineKey) {
        return new SubmissionBuilder(lineKey);
    }

    /** An acceptable submission, of which each test changes what it is about. */
    final class SubmissionBuilder {

        private final String lineKey;
        private String eventId = UUID.randomUUID().toString();
        private String project = "spy";
        private Optional<String> step = Optional.empty();
        private String submitter = "artist";
        private OptionalInt version = OptionalInt.empty();
        private Optional<String> submissionKey = Optional.empty();
        private Optional<String> policy = Optional.empty();
        private Optional<String> replyTarget = Optional.of("client-1");
        private List<String> reviewers = List.of();
        private String description = "first pass";
        private Content content = new ChangesetContent(
                List.of(new Change("shot.nk", Optional.empty(), ChangeAction.MODIFY, Optional.of("-a\n+b"))));

        private SubmissionBuilder(String lineKey) {
            this.lineKey = lineKey;
        }

        SubmissionBuilder event(String id) {
            eventId = id;
            return this;
        }

        SubmissionBuilder project(String name) {
            project = name;
            return this;
        }

        SubmissionBuilder step(String name) {
            step = Optional.of(name);
            return this;
        }

        SubmissionBuilder by(String name) {
            submitter = name;
            return this;
        }

        SubmissionBuilder saying(String what) {
            description = what;
            return this;
        }

        SubmissionBuilder version(int number) {
            version = OptionalInt.of(number);
            return this;
        }

        SubmissionBuilder key(String key) {
            submissionKey = Optional.of(key);
            return this;
        }

        SubmissionBuilder policy(String name) {
            policy = Optional.of(name);
            return this;
        }

        SubmissionBuilder askedBy(String client) {
            replyTarget = Optional.of(client);
            return this;
        }

        SubmissionBuilder reviewers(String... names) {
            reviewers = List.of(names);
            return this;
        }

        SubmissionBuilder content(Content what) {
            content = what;
            return this;
        }

        Submission build() {
            return new Submission(
                    connection,
                    eventId,
                    clock.instant(),
                    submitter,
                    replyTarget,
                    content.kind(),
                    project,
                    lineKey,
                    lineKey + " comp",
                    step,
                    version,
                    submissionKey,
                    Optional.of(description),
                    policy,
                    reviewers,
                    content,
                    "{\"topic\":\"webreview.submit\"}",
                    List.of());
        }
    }
}
