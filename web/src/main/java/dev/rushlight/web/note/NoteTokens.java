package dev.rushlight.web.note;

import dev.rushlight.web.look.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the words of a note what leads somewhere: addresses of the web, people, frames and time codes. */
final class NoteTokens {

    /** What a piece of text is. */
    enum Kind {
        WORDS,
        LINK,
        MENTION,
        FRAME
    }

    /**
     * A piece of text; all pieces together are the text.
     *
     * @param address where a link leads, else empty
     * @param frame which frame is meant, else 0
     */
    record Token(Kind kind, String text, String address, int frame) {

        static Token words(String text) {
            return new Token(Kind.WORDS, text, "", 0);
        }
    }

    private static final Pattern SPECIAL = Pattern.compile("(?<link>(?i:https?)://[^\\s<>\"]+)"
            + "|(?<![\\w.@/-])@(?<name>[\\w.@-]+)"
            + "|(?<![\\w:;.])(?<time>\\d{1,2}:\\d{2}:\\d{2}[:;]\\d{2,3})(?![\\w:;])"
            + "|(?<![\\w.@/-])(?<frame>[fF]\\d{1,9})(?![\\w])");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.,;:!?'*_]+$");
    private static final Pattern END_OF_NAME = Pattern.compile("[.@-]+$");

    private final Collection<String> people;
    private final Function<String, OptionalInt> frames;

    /**
     * @param people the usernames that stand for somebody
     * @param frames the frame that such a name of a frame means, if there is one
     */
    NoteTokens(Collection<String> people, Function<String, OptionalInt> frames) {
        this.people = List.copyOf(people);
        this.frames = frames;
    }

    List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        var special = SPECIAL.matcher(text);
        var end = 0;
        while (special.find(end)) {
            var found = token(special);
            // What leads nowhere is looked into no further.
            var token = found.orElseGet(() -> Token.words(special.group()));
            words(tokens, text.substring(end, special.start()));
            tokens.add(token);
            end = special.start() + token.text().length();
        }
        words(tokens, text.substring(end));
        return tokens;
    }

    private static void words(List<Token> tokens, String text) {
        if (!text.isEmpty()) {
            tokens.add(Token.words(text));
        }
    }

    private Optional<Token> token(Matcher special) {
        if (special.group("link") != null) {
            return link(special.group("link"));
        }
        if (special.group("name") != null) {
            return name(END_OF_NAME.matcher(special.group("name")).replaceFirst(""));
        }
        var typed = Optional.ofNullable(special.group("time")).orElseGet(() -> special.group("frame"));
        return frame(typed, typed);
    }

    private Optional<Token> name(String name) {
        if (people.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of(new Token(Kind.MENTION, "@" + name, "", 0));
        }
        return name.matches("\\d{1,9}") ? frame("@" + name, name) : Optional.empty();
    }

    private Optional<Token> frame(String shown, String typed) {
        var frame = frames.apply(typed);
        return frame.isPresent() ? Optional.of(new Token(Kind.FRAME, shown, "", frame.getAsInt())) : Optional.empty();
    }

    private static Optional<Token> link(String typed) {
        var text = withoutWhatFollows(typed);
        try {
            return WebAddress.of(new URI(text)).map(address -> new Token(Kind.LINK, text, address, 0));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    /** An address ends before the punctuation of its sentence, and before a bracket that was opened outside of it. */
    private static String withoutWhatFollows(String typed) {
        var text = END_OF_SENTENCE.matcher(typed).replaceFirst("");
        var closes = text.endsWith(")") && count(text, ')') > count(text, '(')
                || text.endsWith("]") && count(text, ']') > count(text, '[');
        return closes ? withoutWhatFollows(text.substring(0, text.length() - 1)) : text;
    }

    private static long count(String text, char character) {
        return text.chars().filter(found -> found == character).count();
    }
}
