package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever adds a field to type in has to add it to what scripts are tried in. */
class FreeTextTest {

    private static final Pattern FIELD = Pattern.compile("new (TextField|TextArea|NamesField|NoteField|LoginForm)\\b"
            + "|setAllowCustomValue\\(true\\)|<textarea|contenteditable=|createElement\\('(input|textarea)'\\)");

    /** What cannot be changed where it stands: the name that an invitation is for, and notes of which only a copy is left. */
    private static final List<String> READ_ONLY = List.of("access/InviteView.java", "room/line-typing.ts");

    @Test
    void everyFieldIsListed() throws IOException {
        var listed = FreeText.allSources();
        assertThat(withFields(Built.web().resolve("java/dev/rushlight/web")))
                .isNotEmpty()
                .allMatch(file -> listed.contains(file) || READ_ONLY.contains(file));
        assertThat(withFields(Built.web().resolve("frontend/rush")))
                .isNotEmpty()
                .allMatch(file -> listed.contains(file) || READ_ONLY.contains(file));
    }

    private static List<String> withFields(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|ts)"))
                    .filter(FreeTextTest::hasField)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static boolean hasField(Path file) {
        try {
            return FIELD.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
