package dev.rushlight.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written about the keys is what they do. */
class KeysDocumentTest {

    @Test
    void theTablesSayWhatThePresetsSay() throws IOException {
        assertThat(Files.readString(Path.of("../docs/keys.md"))).contains(tables());
    }

    private static String tables() {
        return Stream.of(KeyGroup.values()).map(KeysDocumentTest::table).collect(Collectors.joining("\n"));
    }

    private static String table(KeyGroup group) {
        var presets = Stream.of(KeyPreset.values());
        var lines = Stream.of(KeyAction.values())
                .filter(action -> action.group() == group)
                .map(KeysDocumentTest::line)
                .collect(Collectors.joining());
        return "### %s\n\n| | %s | `room-action` |\n|---|---|---|---|---|\n%s"
                .formatted(group.words(), presets.map(KeyPreset::words).collect(Collectors.joining(" | ")), lines);
    }

    private static String line(KeyAction action) {
        var cells = Stream.of(KeyPreset.values())
                .map(preset -> preset.chords(action).stream()
                        .map(chord -> "`` %s ``".formatted(chord))
                        .collect(Collectors.joining(" ")));
        return "| %s | %s | `%s` |\n".formatted(action.words(), cells.collect(Collectors.joining(" | ")), action.id());
    }
}
