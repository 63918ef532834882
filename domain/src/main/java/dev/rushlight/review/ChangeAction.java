package dev.rushlight.review;

/** What happened to a file. */
public enum ChangeAction {
    ADD,
    MODIFY,
    DELETE,
    RENAME
}
