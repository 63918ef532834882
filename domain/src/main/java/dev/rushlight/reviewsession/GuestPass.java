package dev.rushlight.reviewsession;

import dev.rushlight.people.Identity;
import java.time.Instant;

/**
 * What somebody has who came in by a guest link. It stays on the server, and proves nothing but which link it was: each
 * time it is shown, everything is looked up anew.
 *
 * @param expires when it opens nothing any more at the latest
 */
public record GuestPass(
        GuestLinkId link, ReviewSessionId reviewSession, Identity guest, GuestRight right, Instant expires) {}
