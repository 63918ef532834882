package dev.rushlight.web.item;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.rushlight.web.item.ItemBench.act;
import static dev.rushlight.web.item.ItemBench.choose;
import static dev.rushlight.web.item.ItemBench.click;
import static dev.rushlight.web.item.ItemBench.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Power;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActingTest {

    private static final ReviewItemId ID = ReviewItemId.random();

    private final ItemBench bench = new ItemBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void onlyWhatOneMayDoIsOffered() {
        open(Role.LEAD, Power.HOLD, Power.WITHDRAW);
        assertThat(act("act-hold")).isPresent();
        assertThat(act("act-withdraw")).isPresent();
        assertThat(act("act-delegate")).isPresent();
        assertThat(act("act-override")).isEmpty();
        assertThat(act("act-resume")).isEmpty();
    }

    @Test
    void newsLeaveTheMenuAsItIs() {
        open(Role.LEAD, Power.HOLD);
        var hold = act("act-hold");

        bench.hear(ID);
        assertThat(act("act-hold")).isEqualTo(hold);
    }

    @Test
    void whatCanBeDoneAnewIsOffered() {
        open(Role.LEAD, Power.HOLD);
        bench.briefing.powers.add(Power.WITHDRAW);
        bench.hear(ID);
        assertThat(act("act-withdraw")).isPresent();
    }

    @Test
    void aViewerIsOfferedNothing() {
        open(Role.VIEWER);
        assertThat(act("act-delegate")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Power.class,
            names = {"HOLD", "REOPEN", "WITHDRAW"})
    void anActNeedsAReason(Power power) {
        open(Role.LEAD, power);
        choose("act-" + power.name().toLowerCase(Locale.ROOT));
        click("act-go");
        assertThat(bench.asked).isEmpty();
        assertThat(reason().isInvalid()).isTrue();

        _setValue(reason(), "plates are coming");
        click("act-go");

        assertThat(bench.asked)
                .containsExactly(
                        "%s v1: plates are coming".formatted(power.name().toLowerCase(Locale.ROOT)));
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void goingOnNeedsNone() {
        open(Role.LEAD, Power.RESUME);
        choose("act-resume");
        click("act-go");
        assertThat(bench.asked).containsExactly("resume v1: ");
    }

    @Test
    void theOutcomeIsSetWithItsReason() {
        open(Role.LEAD, Power.OVERRIDE);
        choose("act-override");
        group("override-outcome").setValue(Outcome.REJECTED);
        _setValue(reason(), "wrong shot");
        click("act-go");
        assertThat(bench.asked).containsExactly("override v1 REJECTED: wrong shot");
    }

    @Test
    void aVoteOfSomebodyElseIsDismissed() {
        var own = Samples.vote(Samples.reviewer(), Choice.APPROVE, "");
        var other = Samples.vote(Somebody.person("tom", Role.REVIEWER), Choice.REJECT, "No");
        open(Role.LEAD, Versions.of(1, Outcome.REJECTED, own, other), Power.DISMISS);
        choose("act-dismiss");
        RadioButtonGroup<VoteDetail> votes = group("dismiss-vote");
        assertThat(votes.getListDataView().getItems()).containsExactly(other);
        _setValue(reason(), "not his shot");
        click("act-go");
        assertThat(bench.asked).containsExactly("dismiss %s: not his shot".formatted(other.id()));
    }

    @Test
    void whatIsRefusedIsSaidOnThePage() {
        open(Role.LEAD, Power.HOLD);
        choose("act-hold");
        bench.refusal = Optional.of(new NotAllowed("Only a lead may do this, and maria is not one"));
        _setValue(reason(), "because");
        click("act-go");
        assertThat(text(_get(Banner.class))).contains("Only a lead may do this");
    }

    private void open(Role role, Power... powers) {
        open(role, Versions.of(1, Outcome.PENDING), powers);
    }

    private void open(Role role, Versions version, Power... powers) {
        Collections.addAll(bench.briefing.powers, powers);
        bench.put(ID, version.build());
        bench.open(Somebody.as(role), ID, "");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> RadioButtonGroup<T> group(String id) {
        return _get(RadioButtonGroup.class, spec -> spec.withId(id));
    }

    private static TextArea reason() {
        return _get(TextArea.class, spec -> spec.withId("act-reason"));
    }
}
