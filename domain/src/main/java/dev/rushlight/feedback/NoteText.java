package dev.rushlight.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is written in a note, trimmed. */
final class NoteText {

    static final int LONGEST = 10_000;

    private static final Pattern MENTION = Pattern.compile("(?<![\\w.@/-])@([\\w.@-]+)");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.@-]+$");
    private static final int MOST_MENTIONS = 20;

    private NoteText() {}

    /** Without halves of surrogate pairs, which a text area cuts and no hub takes. */
    static String of(String typed) {
        var text = new String(typed.getBytes(UTF_8), UTF_8).replace("\0", "").strip();
        if (text.length() > LONGEST) {
            throw new NoteTooLong(text.length());
        }
        return text;
    }

    /** The names after an @, as usernames are kept, in the order in which they come first. */
    static List<String> mentioned(String text) {
        var names = new LinkedHashSet<String>();
        MENTION.matcher(text)
                .results()
                .map(found ->
                        END_OF_SENTENCE.matcher(found.group(1)).replaceFirst("").toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names.stream().limit(MOST_MENTIONS).toList();
    }
}
