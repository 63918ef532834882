package dev.rushlight.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.ReviewSessionId;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ItemAddressTest {

    private static final ReviewItemId ID = ReviewItemId.random();

    @Test
    void whatNeedsMeNeedsNoWords() {
        assertThat(ItemAddress.of(ID, QueueFilter.of(QueueTab.NEEDS_ME))).isEqualTo("item/" + ID);
    }

    @Test
    void aPartOfTheQueueIsFoundAgain() {
        var part = QueueFilter.of(QueueTab.ALL)
                .in("spy & co")
                .standing(Outcome.REJECTED)
                .with("50% shot");
        var address = new Location(ItemAddress.of(ID, part));
        assertThat(ItemAddress.from(address.getQueryParameters())).isEqualTo(Origin.of(part));
    }

    @Test
    void aVersionMayBeNamed() {
        var parameters = ItemAddress.parameters(Origin.of(QueueFilter.of(QueueTab.MINE)), OptionalInt.of(3), "");
        assertThat(ItemAddress.version(parameters)).hasValue(3);
        assertThat(ItemAddress.from(parameters).queue().tab()).isEqualTo(QueueTab.MINE);
    }

    @Test
    void theReviewSessionIsFoundAgain() {
        var dailies = ReviewSessionId.random();
        var address = new Location(Pages.item(ID, dailies));
        var from = ItemAddress.from(address.getQueryParameters());
        assertThat(from.reviewSession()).contains(dailies);
        assertThat(ItemAddress.parameters(from)).isEqualTo(address.getQueryParameters());
    }

    @Test
    void whatMeansNothingCountsAsNotBeingThere() {
        var nonsense = QueryParameters.fromString("version=latest&from=tab%3Dnowhere&session=dailies");
        assertThat(ItemAddress.version(nonsense)).isEmpty();
        assertThat(ItemAddress.from(nonsense)).isEqualTo(Origin.USUAL);
    }
}
