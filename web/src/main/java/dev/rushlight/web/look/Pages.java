package dev.rushlight.web.look;

import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.ReviewSessionId;

/** The addresses of the pages, for links from one to another. */
public final class Pages {

    public static final String QUEUE = "";
    public static final String ITEM = "item/:id";
    public static final String LOGIN = "login";
    public static final String SET_UP = "setup/:token";
    public static final String INVITE = "invite/:token";
    public static final String REVIEW_SESSIONS = "sessions";
    public static final String REVIEW_SESSION = "sessions/:session";
    public static final String GUEST_DOOR = "guest/:code";
    public static final String GUEST = "guest";
    public static final String GUEST_ITEM = "guest/item/:id";
    public static final String CONNECTIONS = "admin/connections";
    public static final String EVENTS = "admin/events";
    public static final String PEOPLE = "admin/people";
    public static final String HUB_KEYS = "admin/hub-keys";
    public static final String POLICIES = "admin/policies";
    public static final String POLICY = "admin/policies/:policy";
    public static final String INSTALLATION = "admin/installation";

    private Pages() {}

    public static String item(ReviewItemId id) {
        return "item/" + id.value();
    }

    /** The item among those of a review session, which the page then walks through. */
    public static String item(ReviewItemId id, ReviewSessionId within) {
        return item(id) + "?session=" + within.value();
    }

    public static String reviewSession(ReviewSessionId id) {
        return REVIEW_SESSIONS + "/" + id.value();
    }

    public static String guestDoor(String code) {
        return GUEST + "/" + code;
    }

    public static String guestItem(ReviewItemId id) {
        return GUEST + "/item/" + id.value();
    }

    public static String policy(String id) {
        return POLICIES + "/" + id;
    }

    public static String invite(String token) {
        return "invite/" + token;
    }
}
