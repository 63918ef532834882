package dev.rushlight.web.admin;

import dev.rushlight.people.Role;

/** What each role is called on the page. */
final class RoleWords {

    private RoleWords() {}

    static String of(Role role) {
        return switch (role) {
            case VIEWER -> "Viewer";
            case REVIEWER -> "Reviewer";
            case LEAD -> "Lead";
            case ADMIN -> "Admin";
        };
    }

    static String explain(Role role) {
        return switch (role) {
            case VIEWER -> "Sees everything, votes on nothing";
            case REVIEWER -> "Votes";
            case LEAD -> "Votes, and holds a veto";
            case ADMIN -> "Votes, holds a veto and administers";
        };
    }
}
