package dev.rushlight.web.item;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.rushlight.web.item.ItemBench.click;
import static dev.rushlight.web.item.ItemBench.name;
import static dev.rushlight.web.item.ItemBench.page;
import static dev.rushlight.web.item.ItemBench.toasts;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.DeliveryState;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WalkTest {

    private static final ReviewItemId FIRST = ReviewItemId.random();
    private static final ReviewItemId SECOND = ReviewItemId.random();

    private final ItemBench bench = new ItemBench();

    @BeforeEach
    void queueTwo() {
        bench.put(FIRST, v(1));
        bench.put(SECOND, v(7));
        bench.line.items.add(FIRST);
        bench.line.items.add(SECOND);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aVoteLeadsToWhatWaitsNext() {
        open("");
        goOn();
        click("vote-approve");
        assertThat(name()).contains("v7");
        assertThat(toasts()).contains("Approve on sh020 comp v1");
    }

    @Test
    void whoeverWantsToStayStays() {
        open("");
        click("vote-approve");
        assertThat(name()).contains("v1");
    }

    @Test
    void afterTheLastOneNothingWaits() {
        bench.line.items.remove(SECOND);
        open("");
        goOn();
        click("vote-approve");
        assertThat(name()).contains("v1");
        assertThat(toasts()).contains("Nothing waits for you.");
    }

    @Test
    void aDecisionIsUndoneFromTheNextPage() {
        var decision = DecisionId.random();
        bench.consequence = Optional.of(Samples.decision(
                decision, 1, Outcome.REJECTED, Samples.reviewer(), Samples.delivery(DeliveryState.HELD)));
        open("");
        goOn();
        _setValue(reason(), "Wrong shot");
        click("vote-reject");
        assertThat(name()).contains("v7");
        assertThat(toasts()).contains("Reject on sh020 comp v1", "publishes in");

        click("undo");

        assertThat(bench.asked).containsExactly("maria REJECT v1 Wrong shot", "undo " + decision);
        assertThat(name()).contains("v7");
        assertThat(reason().getValue()).isEmpty();
        click("show-undone");
        assertThat(name()).contains("v1");
    }

    @Test
    void theVoteThatWasNotSavedLeadsNowhere() {
        open("");
        goOn();
        click("vote-reject");
        assertThat(name()).contains("v1");
        assertThat(bench.asked).isEmpty();
    }

    @Test
    void keysGoForthAndBack() {
        open("");
        bench.walk(true);
        assertThat(name()).contains("v7");
        bench.walk(true);
        assertThat(toasts()).contains("There is no other item here.");
        bench.walk(false);
        assertThat(name()).contains("v1");
        bench.walk(false);
        assertThat(toasts()).contains("This is the first one here.");
    }

    @Test
    void itGoesThroughThePartOfTheQueueThatOneCameFrom() {
        open("?from=tab%3Dall%26project%3Dspy");
        click("next-item");
        assertThat(name()).contains("v7");
        assertThat(bench.line.asked).containsOnly(QueueFilter.of(QueueTab.ALL).in("spy"));
        click("previous-item");
        assertThat(name()).contains("v1");
    }

    @Test
    void theVoteLeadsToWhatNeedsMeWhereverOneCameFrom() {
        open("?from=tab%3Dmine");
        goOn();
        bench.line.asked.clear();
        click("vote-approve");
        assertThat(bench.line.asked).first().isEqualTo(QueueFilter.of(QueueTab.NEEDS_ME));
    }

    @Test
    void howMuchIsLeftIsSaid() {
        open("");
        assertThat(page()).contains("2 left");
        bench.line.items.clear();
        bench.hear(FIRST);
        assertThat(page()).contains("Nothing waits for you");
    }

    @Test
    void whatIsSeenNextCanBeFetchedAhead() {
        var walk = bench.walkFrom(FIRST, Somebody.person("maria", Role.REVIEWER));
        assertThat(walk.nextMedia()).contains("http://artist/v.mp4");
        bench.line.items.remove(SECOND);
        assertThat(walk.nextMedia()).isEmpty();
    }

    @Test
    void whatWasTypedIsNotTakenToTheNextItem() {
        open("");
        _setValue(reason(), "Edge flicker");
        bench.walk(true);
        assertThat(reason().getValue()).isEmpty();
    }

    private void open(String query) {
        bench.open(Somebody.as(Role.REVIEWER), FIRST, query);
    }

    private static void goOn() {
        _setValue(_get(Checkbox.class, spec -> spec.withId("go-on")), true);
    }

    private static TextArea reason() {
        return _get(TextArea.class, spec -> spec.withId("reason"));
    }

    private static VersionDetail v(int number) {
        return Samples.version(number, Outcome.PENDING, Samples.video("http://artist/v.mp4"));
    }
}
