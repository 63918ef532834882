package dev.rushlight.policy;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whom a stage asks, as text such as {@code user:maria}, {@code function:vfx_supervisor}, {@code role:REVIEWER} (that
 * role or a higher one) or {@code submission:reviewers} (whom the submitter named). However they are typed, roles are in
 * capital letters and everything else in small ones.
 */
public record Selector(Kind kind, String name) {

    private static final String NAMED = "reviewers";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.@+-]{1,64}");

    public Selector {
        name = kind.spelled(name);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A selector's name is 1 to 64 letters, digits or _ . @ + -, not \"%s\"".formatted(name));
        }
        if (kind == Kind.SUBMISSION && !name.equals(NAMED)) {
            throw new IllegalArgumentException("The only selector of that kind is submission:" + NAMED);
        }
    }

    /** Whom a selector goes by. */
    public enum Kind {
        USER,
        FUNCTION,
        ROLE,
        SUBMISSION;

        private String spelled(String name) {
            return switch (this) {
                case USER, FUNCTION, SUBMISSION -> name.toLowerCase(Locale.ROOT);
                case ROLE -> name.toUpperCase(Locale.ROOT);
            };
        }
    }

    public static Selector user(String username) {
        return new Selector(Kind.USER, username);
    }

    public static Selector function(String function) {
        return new Selector(Kind.FUNCTION, function);
    }

    public static Selector role(String role) {
        return new Selector(Kind.ROLE, role);
    }

    public static Selector namedBySubmitter() {
        return new Selector(Kind.SUBMISSION, NAMED);
    }

    /** Reads what {@link #text()} writes. */
    public static Selector parse(String text) {
        var parts = text.split(":", 2);
        for (var kind : Kind.values()) {
            if (parts.length == 2 && parts[0].equals(kind.name().toLowerCase(Locale.ROOT))) {
                return new Selector(kind, parts[1]);
            }
        }
        throw new IllegalArgumentException(
                "A reviewer is selected as user:NAME, function:NAME, role:NAME or submission:reviewers, not as \"%s\""
                        .formatted(text));
    }

    public String text() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }

    boolean selects(Member member, Hearing hearing) {
        return switch (kind) {
            case USER -> member.username().equals(name);
            case FUNCTION -> member.functions().contains(name);
            case ROLE -> member.roles().contains(name);
            case SUBMISSION -> hearing.namedReviewers().contains(member.username());
        };
    }

    /** As it reads after "waiting for". */
    String words(boolean other) {
        return switch (kind) {
            case USER -> name;
            case FUNCTION -> any(other) + name;
            case ROLE -> any(other) + name.toLowerCase(Locale.ROOT);
            case SUBMISSION -> any(other) + "reviewer named by the submitter";
        };
    }

    private static String any(boolean other) {
        return other ? "any other " : "any ";
    }
}
