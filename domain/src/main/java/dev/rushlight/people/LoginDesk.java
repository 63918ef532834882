package dev.rushlight.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * The two looks that a log-in takes into the database, each a short transaction of its own: a desk of its own, so that
 * no connection is held while a password waits for its turn and is hashed.
 */
@ApplicationScoped
@Transactional
public class LoginDesk {

    /** An active account and what its password is compared with. */
    record Account(PersonId id, String passwordHash) {

        @Override
        public String toString() {
            return "Account[id=%s]".formatted(id);
        }
    }

    private final JpaPeople people;
    private final Clock clock;

    @Inject
    LoginDesk(JpaPeople people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected LoginDesk() { // for CDI
        this(null, null);
    }

    public Optional<Account> account(Username name) {
        return people.named(name.text())
                .filter(Person::isActive)
                .flatMap(person -> person.passwordHash().map(hash -> new Account(person.id(), hash)));
    }

    /** Nobody, when the account was deactivated or got another password since the look before. */
    public Optional<Identity> remember(Account proven, Optional<String> strongerHash) {
        return people.locked(proven.id())
                .filter(Person::isActive)
                .filter(person -> person.passwordHash().equals(Optional.of(proven.passwordHash())))
                .map(person -> {
                    strongerHash.ifPresent(person::rehash);
                    person.loggedIn(clock.instant());
                    return person.identity();
                });
    }
}
