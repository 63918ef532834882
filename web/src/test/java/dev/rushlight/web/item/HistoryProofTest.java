package dev.rushlight.web.item;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.rushlight.audit.AuditDesk;
import dev.rushlight.ledger.Finding;
import dev.rushlight.ledger.LedgerReport;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.DecisionDetail;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.DeliveryState;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryProofTest {

    private static final ReviewItemId ID = ReviewItemId.random();
    private static final Finding CHANGED =
            new Finding(Finding.Kind.MANIPULATED, Optional.of(ID.value()), OptionalLong.of(2), "Entry 2 was changed");

    private final Browser browser = new Browser();
    private final Checks audit = new Checks();

    @BeforeEach
    void open() {
        browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anAdministratorGetsTheCertificateOfWhatIsDecided() {
        var proof = shownTo(Role.ADMIN, ID);
        assertThat(certificates()).isEmpty();

        proof.show(Samples.item(ID, List.of(approval()), Samples.version(1, Outcome.APPROVED, Samples.video("/v1"))));
        assertThat(certificates()).hasSize(1);
    }

    @Test
    void anAdministratorHasTheHistoryVerifiedWhetherDecidedOrNot() {
        shownTo(Role.ADMIN, ID);
        audit.found = List.of();
        _click(_get(Button.class, spec -> spec.withId("verify-history")));
        assertThat(result()).isEqualTo("The history is whole: 7 entries");

        audit.found = List.of(CHANGED);
        _click(_get(Button.class, spec -> spec.withId("verify-history")));
        assertThat(result()).isEqualTo("The history is not whole: 7 entriesEntry 2 was changed");
        assertThat(audit.asked).containsExactly(ID.value(), ID.value());
    }

    @Test
    void whatWasFoundHoldsUntilSomethingHappensToTheItem() {
        var proof = shownTo(Role.ADMIN, ID);
        var pending = Samples.version(1, Outcome.PENDING, Samples.video("/v1"));
        proof.show(Samples.item(ID, List.of(), pending));
        _click(_get(Button.class, spec -> spec.withId("verify-history")));
        proof.show(Samples.item(ID, List.of(), pending));
        assertThat(result()).isNotEmpty();

        proof.show(Samples.item(ID, List.of(approval()), pending));
        assertThat(result()).isEmpty();
    }

    @Test
    void nobodyElseIsOfferedAnyOfIt() {
        var proof = shownTo(Role.LEAD, ID);
        proof.show(Samples.item(ID, List.of(approval()), Samples.version(1, Outcome.APPROVED, Samples.video("/v1"))));

        assertThat(certificates()).isEmpty();
        assertThat(_find(Button.class)).isEmpty();
    }

    private HistoryProof shownTo(Role role, ReviewItemId item) {
        var proof = new HistoryProof(audit, Somebody.as(role));
        UI.getCurrent().add(proof);
        show(proof, item);
        return proof;
    }

    private static void show(HistoryProof proof, ReviewItemId item) {
        proof.show(Samples.item(item, List.of(), Samples.version(1, Outcome.PENDING, Samples.video("/v1"))));
    }

    private static List<Component> certificates() {
        return _find(Component.class, spec -> spec.withId("certificate"));
    }

    private static String result() {
        return _get(Div.class, spec -> spec.withId("history-result"))
                .getElement()
                .getTextRecursively();
    }

    private static DecisionDetail approval() {
        return Samples.decision(
                DecisionId.random(),
                1,
                Outcome.APPROVED,
                Somebody.as(Role.LEAD).require(),
                Samples.delivery(DeliveryState.HELD));
    }

    private static final class Checks extends AuditDesk {

        private final List<UUID> asked = new ArrayList<>();
        private List<Finding> found = List.of();

        @Override
        public LedgerReport verifyLine(Identity admin, UUID line) {
            asked.add(line);
            return new LedgerReport(1, 7, 0, 0, Set.of(), found, 0);
        }
    }
}
