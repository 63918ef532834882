package dev.rushlight.reviewsession;

import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * The two looks that letting a guest in takes into the database, each a short transaction of its own: a desk of its
 * own, so that no connection is held while a passphrase waits for its turn and is hashed.
 */
@ApplicationScoped
@Transactional
public class GuestDoorDesk {

    /** A link that opens something now, and what its passphrase is compared with. */
    record Door(GuestLinkId link, Optional<String> passphraseHash) {

        @Override
        public String toString() {
            return "Door[link=%s]".formatted(link);
        }
    }

    private final JpaGuestLinks links;
    private final PeopleDesk people;
    private final Journal journal;
    private final Clock clock;

    @Inject
    GuestDoorDesk(JpaGuestLinks links, PeopleDesk people, Journal journal, Clock clock) {
        this.links = links;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected GuestDoorDesk() { // for CDI
        this(null, null, null, null);
    }

    /** Nothing, whatever the reason is that this code opens nothing now. */
    public Optional<Door> door(String codeHash) {
        return links.openedBy(codeHash, clock.instant())
                .map(opened -> new Door(opened.link().id(), opened.link().passphraseHash()));
    }

    /** Nothing, when the link was revoked since the look before. */
    public Optional<GuestPass> enter(Door door) {
        var now = clock.instant();
        links.locked(door.link());
        return links.openedBy(door.link(), now).map(opened -> {
            var link = opened.link();
            link.entered(now);
            var guest = identity(link.guest());
            journal.record(
                    Act.GUEST_ENTERED,
                    link.reviewSession(),
                    guest,
                    JsonValue.EMPTY_JSON_OBJECT,
                    Json.createObjectBuilder().add("link", link.id().toString()).build());
            return new GuestPass(
                    link.id(),
                    link.reviewSession(),
                    guest,
                    link.right(),
                    opened.reviewSession().until(link.expiresAt()));
        });
    }

    private Identity identity(PersonId guest) {
        return people.identity(guest).orElseThrow();
    }
}
