package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestFormTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final GuestForm form = GuestForm.client(" Anna ", GuestRight.VIEW, NOW.plus(Duration.ofDays(30)));

    @Test
    void aGuestHasANameAndIsAClient() {
        assertThat(form.displayName()).isEqualTo("Anna");
        assertThat(form.functions()).containsExactly("client");
        for (var name : List.of(" ", "a\tb", "x".repeat(101))) {
            assertThatExceptionOfType(UnacceptableGuest.class)
                    .isThrownBy(() -> GuestForm.client(name, GuestRight.VIEW, NOW));
        }
    }

    @Test
    void anAddressLooksLikeOne() {
        assertThat(form.withEmail(" anna@client.example ").email()).contains("anna@client.example");
        assertThat(form.withEmail("").email()).isEmpty();
        for (var address : List.of("anna", "@client", "anna@", "a b@c", "a@b@c", "x".repeat(250) + "@y.example")) {
            assertThatExceptionOfType(UnacceptableGuest.class).isThrownBy(() -> form.withEmail(address));
        }
    }

    @Test
    void aPassphraseIsNotTooShort() {
        assertThat(form.withPassphrase("").passphrase()).isEmpty();
        assertThat(form.withPassphrase("12345678").passphrase()).contains("12345678");
        for (var typed : List.of("1234567", " ".repeat(8), "x".repeat(1001))) {
            assertThatExceptionOfType(UnacceptableGuest.class).isThrownBy(() -> form.withPassphrase(typed));
        }
    }

    @Test
    void aLinkLastsThirtyDaysAtMost() {
        assertThatCode(() -> form.requireExpiryAfter(NOW)).doesNotThrowAnyException();
        assertThatExceptionOfType(UnacceptableGuest.class)
                .isThrownBy(() -> form.requireExpiryAfter(NOW.minusSeconds(1)))
                .withMessage("A guest link may last 30 days, until 2026-12-23T11:59:59Z");
        assertThatExceptionOfType(UnacceptableGuest.class)
                .isThrownBy(() -> form.requireExpiryAfter(form.expires()))
                .withMessage("A guest link cannot expire at 2026-12-23T12:00:00Z, which is past");
    }

    @Test
    void nothingSecretOrPrivateIsPrinted() {
        assertThat(form.withEmail("anna@client.example").withPassphrase("open sesame"))
                .asString()
                .contains("Anna")
                .doesNotContain("client.example", "sesame");
    }

    @Test
    void rightsIncludeOneAnother() {
        assertThat(GuestRight.DECIDE.includes(GuestRight.COMMENT)).isTrue();
        assertThat(GuestRight.COMMENT.includes(GuestRight.VIEW)).isTrue();
        assertThat(GuestRight.COMMENT.includes(GuestRight.COMMENT)).isTrue();
        assertThat(GuestRight.VIEW.includes(GuestRight.COMMENT)).isFalse();
        assertThat(GuestRight.COMMENT.includes(GuestRight.DECIDE)).isFalse();
    }
}
