package dev.rushlight.people;

import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.Ledger;
import dev.rushlight.ledger.LedgerEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a reviewer who will be away names a deputy, until a date. */
@ApplicationScoped
@Transactional
public class DelegationDesk {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final JpaPeople people;
    private final Ledger ledger;
    private final Clock clock;
    private final Event<PeopleChanged> changes;

    @Inject
    DelegationDesk(JpaPeople people, Ledger ledger, Clock clock, Event<PeopleChanged> changes) {
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
        this.changes = changes;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected DelegationDesk() { // for CDI
        this(null, null, null, null);
    }

    /**
     * Lets the deputy vote for the delegator, whose own votes keep counting first. One deputy at a time, and no chains: a
     * deputy who has a deputy would be asked in vain.
     *
     * @param by the delegator, or an administrator
     */
    public void delegate(Identity by, PersonId delegator, PersonId deputy, Instant until) {
        requireMayArrange(by, delegator);
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new UnacceptableDelegation("A delegation ends within a year, and not before now");
        }
        lockInOrder(delegator, deputy);
        var absent = voter(delegator);
        var present = voter(deputy);
        if (delegator.equals(deputy)) {
            throw new UnacceptableDelegation("%s cannot stand in for themselves".formatted(absent.username()));
        }
        var others = people.delegations(now);
        if (others.stream().anyMatch(other -> other.delegator().equals(delegator))) {
            throw new UnacceptableDelegation(
                    "Somebody votes for %s already; end that first".formatted(absent.username()));
        }
        if (others.stream().anyMatch(other -> other.delegator().equals(deputy))) {
            throw new UnacceptableDelegation("Somebody else votes for %s".formatted(present.username()));
        }
        if (others.stream().anyMatch(other -> other.deputy().equals(delegator))) {
            throw new UnacceptableDelegation("%s votes for somebody else".formatted(absent.username()));
        }
        var delegation = new Delegation(delegator, deputy, until, by, now);
        people.add(delegation);
        changed(by.id());
        record(Act.DELEGATED, by, delegation, JsonValue.EMPTY_JSON_OBJECT, text(present, delegation));
    }

    /** Ends what was arranged before its time. */
    public void end(Identity by, PersonId delegator) {
        requireMayArrange(by, delegator);
        var now = clock.instant();
        var absent = people.locked(delegator).orElseThrow(() -> new NoSuchPerson(delegator));
        var delegation = people.delegations(now).stream()
                .filter(known -> known.delegator().equals(delegator))
                .findFirst()
                .orElseThrow(() -> new NoSuchDelegation(absent.username()));
        delegation.end(now);
        var deputy = people.find(delegation.deputy()).orElseThrow();
        changed(by.id());
        record(Act.DELEGATION_ENDED, by, delegation, text(deputy, delegation), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** What holds now: all of it for administrators, for others what they gave or were given. */
    public List<DelegationSummary> delegations(Identity viewer) {
        return people.delegations(clock.instant()).stream()
                .filter(delegation -> viewer.role().mayAdminister()
                        || delegation.delegator().equals(viewer.id())
                        || delegation.deputy().equals(viewer.id()))
                .map(delegation -> delegation.summary(
                        people.find(delegation.delegator()).orElseThrow(),
                        people.find(delegation.deputy()).orElseThrow()))
                .toList();
    }

    /** Who could vote for this person: everybody else who may vote, by name. */
    public List<Identity> candidates(Identity delegator) {
        return people.active().stream()
                .filter(person ->
                        person.kind() == PersonKind.HUMAN && person.role().mayVote())
                .filter(person -> !person.id().equals(delegator.id()))
                .sorted(Comparator.comparing(Identity::displayName, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Identity::username))
                .toList();
    }

    /** Closes delegations whose time is over, so that it is noticed whom items wait for now; returns how many. */
    public int endOverdue(int max) {
        var overdue = people.overdueDelegations(clock.instant(), max);
        overdue.forEach(delegation -> delegation.end(delegation.until()));
        overdue.stream().findFirst().ifPresent(delegation -> changed(delegation.delegator()));
        return overdue.size();
    }

    private static void requireMayArrange(Identity by, PersonId delegator) {
        if (!by.id().equals(delegator)) {
            by.requireAdmin();
        }
    }

    /** Everybody takes these locks in one order, whoever delegates to whom. */
    private void lockInOrder(PersonId one, PersonId other) {
        Stream.of(one, other)
                .distinct()
                .sorted((left, right) -> left.value().compareTo(right.value()))
                .forEach(people::locked);
    }

    private Person voter(PersonId id) {
        var person = people.find(id).orElseThrow(() -> new NoSuchPerson(id));
        if (!person.isActive()
                || person.kind() != PersonKind.HUMAN
                || !person.identity().role().mayVote()) {
            throw new UnacceptableDelegation("%s may not vote".formatted(person.username()));
        }
        return person;
    }

    private static JsonObject text(Person deputy, Delegation delegation) {
        return Json.createObjectBuilder()
                .add("deputy", deputy.username())
                .add("until", delegation.until().toString())
                .build();
    }

    private void record(Act act, Identity by, Delegation delegation, JsonObject before, JsonObject after) {
        ledger.record(new LedgerEntry(
                delegation.delegator().value(), act, by.author(), Optional.empty(), before, after, Optional.empty()));
    }

    private void changed(PersonId by) {
        people.changed(by);
        changes.fire(new PeopleChanged(by));
    }
}
