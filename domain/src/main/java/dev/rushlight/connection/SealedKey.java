package dev.rushlight.connection;

/** An API key that only the master key with this id can read. */
record SealedKey(String keyId, String text) {}
