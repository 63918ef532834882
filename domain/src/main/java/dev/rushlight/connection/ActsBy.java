package dev.rushlight.connection;

/**
 * For whom events of a hub may vote, comment and withdraw here. It takes a hub that stamps who sent an event: where
 * anybody can write anybody's name into it, it must be OFF.
 */
public enum ActsBy {
    /** For nobody. */
    OFF,
    /** For those hub users whom an administrator mapped to a person. */
    MAPPED,
    /** For those, and for hub users who are called as a person here. */
    SAME_NAMES
}
