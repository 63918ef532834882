package dev.rushlight.web.reviewsession;

import dev.rushlight.reviewsession.GuestRight;

/** What guests may do, as the page says it. */
final class RightWords {

    private RightWords() {}

    static String of(GuestRight right) {
        return switch (right) {
            case VIEW -> "Look";
            case COMMENT -> "Look and comment";
            case DECIDE -> "Look, comment and decide";
        };
    }
}
