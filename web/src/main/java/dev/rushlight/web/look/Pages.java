package dev.rushlight.web.look;

import dev.rushlight.review.ReviewItemId;

/** The addresses of the pages, for links from one to another. */
public final class Pages {

    public static final String QUEUE = "";
    public static final String ITEM = "item/:id";
    public static final String LOGIN = "login";
    public static final String SET_UP = "setup/:token";
    public static final String INVITE = "invite/:token";
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

    public static String policy(String id) {
        return POLICIES + "/" + id;
    }

    public static String invite(String token) {
        return "invite/" + token;
    }
}
