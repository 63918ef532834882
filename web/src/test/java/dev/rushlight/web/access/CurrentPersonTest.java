package dev.rushlight.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.people.Role;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.MemoryPeople;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurrentPersonTest {

    private final Browser browser = new Browser();
    private final MemoryPeople people = new MemoryPeople().with(Somebody.person("maria", Role.REVIEWER));
    private Instant now = Samples.NOW;
    private final CurrentPerson current =
            new CurrentPerson(people, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @BeforeEach
    void open() {
        browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void nobodyIsThereBeforeSigningIn() {
        assertThat(current.find()).isEmpty();
        assertThatExceptionOfType(SignedOut.class).isThrownBy(current::require);
    }

    @Test
    void whoeverSignedInIsThere() {
        current.remember("maria");
        assertThat(current.require().username()).isEqualTo("maria");
    }

    @Test
    void aChangedRoleCountsAtOnce() {
        current.remember("maria");
        people.with(Somebody.person("maria", Role.LEAD));
        assertThat(current.require().role()).isEqualTo(Role.LEAD);
    }

    @Test
    void aDeactivatedPersonIsGoneAtOnce() {
        current.remember("maria");
        people.deactivate(
                Somebody.person("admin", Role.ADMIN), current.require().id());
        assertThat(current.find()).isEmpty();
    }

    @Test
    void afterTwelveHoursAPersonHasToSignInAgain() {
        current.remember("maria");
        now = now.plus(Duration.ofHours(12)).minusMillis(1);
        assertThat(current.find()).isPresent();
        now = now.plusMillis(1);
        assertThat(current.find()).isEmpty();
    }
}
