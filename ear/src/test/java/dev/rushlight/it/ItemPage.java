package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;

/** One review item's page, as a reviewer uses it. */
final class ItemPage {
    private final Visitor visitor;

    private ItemPage(Visitor visitor) {
        this.visitor = visitor;
        assertThat(outcome()).isVisible();
    }

    static ItemPage open(Visitor visitor, String url) {
        return new ItemPage(visitor.open(URI.create(url)));
    }

    /** The page that the visitor came to by a click. */
    static ItemPage shownTo(Visitor visitor) {
        return new ItemPage(visitor);
    }

    /** The queue, from which one comes here, has a field of the same name. */
    Locator outcome() {
        return visitor.find(".outcome-card #outcome");
    }

    Locator delivery() {
        return visitor.find("#delivery");
    }

    Locator version(int number) {
        return visitor.find("#version-" + number);
    }

    ItemPage approve() {
        visitor.click("#vote-approve");
        return shows("Approved");
    }

    ItemPage requestChanges(String reason) {
        visitor.fill("reason", reason).click("#vote-request-changes");
        return shows("Changes requested");
    }

    ItemPage undo() {
        visitor.click("#undo");
        assertThat(visitor.find("#undo")).hasCount(0);
        return this;
    }

    ItemPage shows(String outcome) {
        assertThat(outcome()).hasText(outcome);
        return this;
    }

    ItemPage deliveryShows(String state) {
        assertThat(delivery()).containsText(state);
        return this;
    }
}
