package dev.rushlight.web.access;

import java.io.Serializable;
import java.time.Instant;

/** Kept in the HTTP session: who signed in, and when. */
record SignedIn(String username, Instant at) implements Serializable {}
