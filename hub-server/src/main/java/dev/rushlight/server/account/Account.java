package dev.rushlight.server.account;

/** The account that a key was verified for. */
public record Account(AccountId id, String username) {}
