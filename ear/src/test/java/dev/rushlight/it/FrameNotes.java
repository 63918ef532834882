package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import dev.rushlight.it.PlayerPage.SeenFrame;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Notes that are begun by key wherever the player is, and what became of them. */
final class FrameNotes {

    private final PlayerPage player;
    private final Random random;
    private final List<Written> written = new ArrayList<>();

    FrameNotes(PlayerPage player, int seed) {
        this.player = player;
        this.random = new Random(seed);
    }

    /** A note, and what was on the screen when it was written. */
    record Written(NumberedClips clip, String words, SeenFrame seen) {

        private Place place() {
            return new Place(
                    clip.ordinal(), seen.picture(), seen.picture(), Integer.parseInt(seen.source()), seen.timecode());
        }
    }

    /** Where a note is, by all its names. */
    record Place(int media, int first, int last, int source, String timecode) {

        private static Place of(JsonObject note) {
            return new Place(
                    note.getInt("media"),
                    note.getInt("frame"),
                    note.getInt("frameEnd"),
                    note.getInt("startFrame") + note.getInt("frame"),
                    note.getString("timecode"));
        }
    }

    /** Writes notes after seeks, after steps and out of the playing clip: so many of each. */
    List<Written> write(NumberedClips clip, int ofEach) {
        var before = written.size();
        for (var turn = 1; turn <= ofEach; turn++) {
            player.seek(random.nextInt(NumberedClips.FRAMES / 2));
            write(clip, "sought", turn);

            // The note is begun while the step is still on its way.
            player.press("ArrowRight", "Shift+ArrowRight");
            write(clip, "stepped", turn);

            player.seek(random.nextInt(NumberedClips.FRAMES / 4));
            player.press("Space").awaitFrames(5 + random.nextInt(20));
            write(clip, "played", turn);
        }
        return List.copyOf(written.subList(before, written.size()));
    }

    private void write(NumberedClips clip, String how, int turn) {
        var words = "%s %s %d".formatted(clip, how, turn);
        player.press("c");
        player.visitor().page().keyboard().type(words);
        var seen = player.becomesReady().look();
        player.press("Enter");
        assertThat(thread(words)).isVisible();
        player.press("Escape").act("stop");
        written.add(new Written(clip, words, seen));
    }

    /** Goes elsewhere, and comes back by the note's place in the panel; what is on the screen then. */
    Written reopen(Written note) {
        player.seek((note.seen().picture() + NumberedClips.FRAMES / 2) % NumberedClips.FRAMES);
        thread(note.words()).locator(".place-chip").click();
        player.shows(note.clip()).standsOn(note.seen().picture());
        return new Written(note.clip(), note.words(), player.look());
    }

    private Locator thread(String words) {
        return player.visitor().find(".thread").filter(new FilterOptions().setHasText(words));
    }

    /** By their words, where the notes were. */
    Map<String, Place> places() {
        return written.stream().collect(Collectors.toMap(Written::words, Written::place, (a, b) -> b, TreeMap::new));
    }

    /** By their words, where the notes of an item are that hubs are told of. */
    static Map<String, Place> stored(FtrackJs client, String item) {
        var query = Json.createObjectBuilder().add("itemId", item).build();
        var state = client.ask("webreview.query", UUID.randomUUID().toString(), query)
                .getJsonObject("data");
        return state.getJsonArray("notes").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(note -> note.getString("text"), Place::of, (a, b) -> b, TreeMap::new));
    }
}
