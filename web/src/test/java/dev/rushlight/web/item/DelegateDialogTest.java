package dev.rushlight.web.item;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rushlight.web.item.ItemBench.click;
import static dev.rushlight.web.item.ItemBench.text;
import static dev.rushlight.web.item.ItemBench.toasts;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import dev.rushlight.people.DelegationSummary;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonState;
import dev.rushlight.people.PersonSummary;
import dev.rushlight.people.Role;
import dev.rushlight.people.UnacceptableDelegation;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DelegateDialogTest {

    private static final Identity MARIA = Somebody.person("maria", Role.REVIEWER);
    private static final Identity TOM = Somebody.person("tom", Role.REVIEWER);
    private static final ReviewItemId ID = ReviewItemId.random();

    private final ItemBench bench = new ItemBench();

    @BeforeEach
    void openAPage() {
        bench.put(ID, Versions.of(1, Outcome.PENDING).build());
        bench.open(Somebody.as(Role.REVIEWER), ID, "");
        bench.deputies.add(TOM);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void somebodyVotesUntilTheEndOfADayWhereThePersonIs() {
        open();
        deputy().setValue(TOM);
        _get(DatePicker.class).setValue(LocalDate.parse("2026-12-04"));
        click("delegation-go");
        assertThat(bench.asked).containsExactly("delegate to %s until 2026-12-04T23:00:00Z".formatted(TOM.id()));
        assertThat(toasts()).contains("Tom votes for you until");
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void withoutADeputyNothingIsArranged() {
        open();
        click("delegation-go");
        assertThat(bench.asked).isEmpty();
        assertThat(deputy().isInvalid()).isTrue();
    }

    @Test
    void whatCannotBeArrangedIsSaidAtTheField() {
        open();
        deputy().setValue(TOM);
        bench.refusal = Optional.of(new UnacceptableDelegation("Somebody else votes for tom"));
        click("delegation-go");
        assertThat(deputy().getErrorMessage()).isEqualTo("Somebody else votes for tom");
    }

    @Test
    void whatHoldsIsShownAndEnded() {
        bench.delegations.add(new DelegationSummary(
                summary(MARIA), summary(TOM), Samples.NOW.plusSeconds(86_400), "maria", Samples.NOW));
        open();
        assertThat(text(_get(Dialog.class))).contains("Tom votes for you until");
        click("delegation-end");
        assertThat(bench.asked).containsExactly("end delegation");
    }

    private void open() {
        new DelegateDialog(
                        bench.delegating(),
                        MARIA,
                        Clock.fixed(Samples.NOW, ZoneOffset.UTC),
                        ZoneId.of("Europe/Berlin"),
                        () -> {})
                .open();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ComboBox<Identity> deputy() {
        return _get(ComboBox.class);
    }

    private static PersonSummary summary(Identity person) {
        return new PersonSummary(
                person.id(),
                person.username(),
                person.displayName(),
                person.role(),
                PersonState.ACTIVE,
                Optional.empty());
    }
}
