package dev.rushlight.web.access;

import dev.rushlight.people.PeopleDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The one-time way in for the first administrator: a secret of this process, worthless once there is one. */
@ApplicationScoped
public class SetUpLink {

    private final PeopleDesk people;
    private final String token = randomToken();

    @Inject
    public SetUpLink(PeopleDesk people) {
        this.people = people;
    }

    // for CDI
    @SuppressWarnings("NullAway")
    protected SetUpLink() {
        this(null);
    }

    /** The link to print at start, as long as nobody administers this installation. */
    public Optional<URI> on(URI publicUrl) {
        return people.adminExists()
                ? Optional.empty()
                : Optional.of(URI.create(publicUrl.toString().replaceAll("/+$", "") + "/setup/" + token));
    }

    /** Whether this is the token of the link, and the link still good. */
    public boolean opens(String given) {
        return MessageDigest.isEqual(bytes(token), bytes(given)) && !people.adminExists();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String randomToken() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
