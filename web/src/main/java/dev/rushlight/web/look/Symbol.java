package dev.rushlight.web.look;

import java.util.Locale;

/** The little pictures of the theme, each drawn by the style class {@code icon-…} of the same name. */
public enum Symbol {
    ABSTAIN,
    APPROVE,
    ARROW,
    ASSET,
    ATTACH,
    CHANGES,
    CHANGESET,
    CLOCK,
    COPY,
    DELETE,
    DELIVERED,
    DOWN,
    EDIT,
    EVENTS,
    EXTERNAL,
    EYE,
    HOLD,
    HUB,
    INSTALLATION,
    KEY,
    KEYBOARD,
    LIGHT,
    MENU,
    NEXT,
    NOTES,
    PENDING,
    PEOPLE,
    PLUS,
    POLICY,
    QUEUE,
    REJECT,
    RETRY,
    SAVED,
    SEARCH,
    SEND,
    SESSION,
    SIGN_OUT,
    SUPERSEDED,
    TASK,
    UNDO,
    UP,
    WARNING,
    WITHDRAWN;

    /** The style classes that draw it. */
    public String styleClasses() {
        return "icon icon-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
