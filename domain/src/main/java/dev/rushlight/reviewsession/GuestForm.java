package dev.rushlight.reviewsession;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a lead typed about a guest.
 *
 * @param functions what the guest is in production, for policies that ask for it
 */
public record GuestForm(
        String displayName,
        Optional<String> email,
        GuestRight right,
        Instant expires,
        Optional<String> passphrase,
        Set<String> functions) {

    private static final Duration LONGEST_LIFE = Duration.ofDays(30);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final int SHORTEST_PASSPHRASE = 8;
    private static final int LONGEST_PASSPHRASE = 1000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    public GuestForm {
        displayName = Typed.line(displayName, "The name of a guest", LONGEST_NAME, UnacceptableGuest::new);
        if (displayName.isEmpty()) {
            throw new UnacceptableGuest("A guest needs a name");
        }
        email = email.map(typed ->
                        Typed.line(typed, "The e-mail address of a guest", LONGEST_EMAIL, UnacceptableGuest::new))
                .filter(text -> !text.isEmpty());
        email.filter(text -> !EMAIL.matcher(text).matches()).ifPresent(text -> {
            throw new UnacceptableGuest("%s is no e-mail address".formatted(text));
        });
        expires = expires.truncatedTo(ChronoUnit.MICROS);
        passphrase = passphrase.filter(typed -> !typed.isEmpty());
        passphrase.ifPresent(GuestForm::requireAcceptable);
        functions = Set.copyOf(functions);
    }

    /** A client, without address or passphrase. */
    public static GuestForm client(String displayName, GuestRight right, Instant expires) {
        return new GuestForm(displayName, Optional.empty(), right, expires, Optional.empty(), Set.of("client"));
    }

    public GuestForm withEmail(String address) {
        return new GuestForm(displayName, Optional.of(address), right, expires, passphrase, functions);
    }

    public GuestForm withPassphrase(String typed) {
        return new GuestForm(displayName, email, right, expires, Optional.of(typed), functions);
    }

    public GuestForm withFunctions(Set<String> others) {
        return new GuestForm(displayName, email, right, expires, passphrase, others);
    }

    void requireExpiryAfter(Instant now) {
        if (!expires.isAfter(now)) {
            throw new UnacceptableGuest("A guest link cannot expire at %s, which is past".formatted(expires));
        }
        if (expires.isAfter(now.plus(LONGEST_LIFE))) {
            throw new UnacceptableGuest(
                    "A guest link may last %d days, until %s".formatted(LONGEST_LIFE.toDays(), now.plus(LONGEST_LIFE)));
        }
    }

    private static void requireAcceptable(String passphrase) {
        var length = passphrase.codePointCount(0, passphrase.length());
        if (passphrase.isBlank() || length < SHORTEST_PASSPHRASE || length > LONGEST_PASSPHRASE) {
            throw new UnacceptableGuest("A passphrase needs %d to %d characters, and not only blanks"
                    .formatted(SHORTEST_PASSPHRASE, LONGEST_PASSPHRASE));
        }
    }

    @Override
    public String toString() {
        return "GuestForm[displayName=%s, email=%s, right=%s, expires=%s, passphrase=%s, functions=%s]"
                .formatted(
                        displayName,
                        email.map(text -> "***"),
                        right,
                        expires,
                        passphrase.map(text -> "***"),
                        functions);
    }
}
