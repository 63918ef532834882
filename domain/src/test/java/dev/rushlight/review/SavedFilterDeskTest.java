package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class SavedFilterDeskTest {

    private final Database database;
    private ReviewBench bench;
    private Identity maria;

    SavedFilterDeskTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheRoom() {
        bench = new ReviewBench(database);
        maria = bench.somebody("maria", Role.REVIEWER);
    }

    @Test
    void everybodyHasTheirOwnByName() {
        save(maria, " Comps ", "tab=all&q=comp");
        save(maria, "Anim", "q=anim");
        save(bench.somebody("tom", Role.REVIEWER), "Lighting", "q=light");

        assertThat(of(maria))
                .containsExactly(
                        new SavedFilterSummary("Anim", "q=anim"), new SavedFilterSummary("Comps", "tab=all&q=comp"));
    }

    @Test
    void aNameThatIsTakenGetsTheNewFilter() {
        save(maria, "Comps", "q=comp");
        save(maria, "Comps", "q=comp&kind=asset");

        assertThat(of(maria)).containsExactly(new SavedFilterSummary("Comps", "q=comp&kind=asset"));
    }

    @Test
    void oneIsDeletedOnceAndTheOthersStay() {
        save(maria, "Comps", "q=comp");
        save(maria, "Anim", "q=anim");
        var tom = bench.somebody("tom", Role.REVIEWER);
        save(tom, "Comps", "q=comp");

        delete(maria, "Comps");
        delete(maria, "Comps");

        assertThat(of(maria)).extracting(SavedFilterSummary::name).containsExactly("Anim");
        assertThat(of(tom)).hasSize(1);
    }

    @Test
    void namesAndFiltersThatCannotBeKeptAreRefused() {
        for (var name : List.of("", "   ", "x".repeat(61), "a\0b", "a\nb")) {
            assertThatExceptionOfType(UnacceptableFilter.class)
                    .isThrownBy(() -> save(maria, name, ""))
                    .withMessage("The name of a filter has 1 to 60 characters");
        }
        assertThatExceptionOfType(UnacceptableFilter.class).isThrownBy(() -> save(maria, "Long", "q".repeat(4001)));
        assertThatExceptionOfType(UnacceptableFilter.class).isThrownBy(() -> save(maria, "Odd", "q=\0"));
        assertThat(of(maria)).isEmpty();
    }

    @Test
    void thereAreFortyAtMost() {
        for (var number = 0; number < 40; number++) {
            save(maria, "Filter " + number, "q=" + number);
        }

        assertThatExceptionOfType(TooManyFilters.class)
                .isThrownBy(() -> save(maria, "One more", ""))
                .withMessage("You have saved 40 filters, which is as many as there may be; delete one first");
        save(maria, "Filter 7", "q=another");
        assertThat(of(maria)).hasSize(40);
    }

    private void save(Identity owner, String name, String query) {
        bench.savedFilters(desk -> {
            desk.save(owner, name, query);
            return name;
        });
    }

    private void delete(Identity owner, String name) {
        bench.savedFilters(desk -> {
            desk.delete(owner, name);
            return name;
        });
    }

    private List<SavedFilterSummary> of(Identity owner) {
        return bench.savedFilters(desk -> desk.of(owner));
    }
}
