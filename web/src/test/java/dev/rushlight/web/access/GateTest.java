package dev.rushlight.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinRequest;
import dev.rushlight.people.Role;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.Somebody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Browser browser = new Browser();

    @BeforeEach
    void open() {
        browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void nobodyHasNoName() {
        assertThat(new Gate(Somebody.unknown()).getPrincipal(VaadinRequest.getCurrent()))
                .isNull();
    }

    @Test
    void theRoleThatCountsIsThePresentOne() {
        var lead = new Gate(Somebody.as(Role.LEAD));
        assertThat(lead.getPrincipal(VaadinRequest.getCurrent()).getName()).isEqualTo("maria");
        assertThat(lead.getRolesChecker(VaadinRequest.getCurrent()))
                .accepts("VIEWER", "REVIEWER", "LEAD")
                .rejects("ADMIN");
    }

    @Test
    void whoeverLeftHasNoRole() {
        var somebody = Somebody.as(Role.ADMIN);
        somebody.leave();
        assertThat(new Gate(somebody).getRolesChecker(VaadinRequest.getCurrent()))
                .rejects("VIEWER", "ADMIN");
    }
}
