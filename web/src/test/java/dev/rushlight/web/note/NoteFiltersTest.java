package dev.rushlight.web.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.web.note.NoteFilters.Part;
import org.junit.jupiter.api.Test;

class NoteFiltersTest {

    @Test
    void anAddressSaysWhichNotesAreShown() {
        var filters = NoteFilters.read("mine,open,nonsense,");
        assertThat(filters.written()).isEqualTo("open,mine");
        assertThat(filters.filter()).isEqualTo(NoteFilter.ALL.onlyMine().onlyOpen());
        assertThat(NoteFilters.read("")).returns(true, NoteFilters::isAll).returns("", NoteFilters::written);
    }

    @Test
    void pressingAgainTakesAPartAway() {
        var filters = NoteFilters.ALL.toggle(Part.OPEN).toggle(Part.VERSION).toggle(Part.OPEN);
        assertThat(filters.filter()).isEqualTo(NoteFilter.ALL.onlyThisVersion());
    }

    @Test
    void notesAreForTheTeamOrForClients() {
        var filters = NoteFilters.ALL.toggle(Part.TEAM).toggle(Part.CLIENT);
        assertThat(filters.filter()).isEqualTo(NoteFilter.ALL.only(Visibility.CLIENT));
    }

    @Test
    void onlyWhatIsOpenBlocks() {
        assertThat(NoteFilters.read("blocking").filter())
                .isEqualTo(NoteFilter.ALL.onlyBlocking().onlyOpen());
    }
}
