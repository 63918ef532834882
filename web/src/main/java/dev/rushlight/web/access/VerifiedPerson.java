package dev.rushlight.web.access;

import dev.rushlight.people.Identity;
import jakarta.security.enterprise.credential.Credential;

/** The only credential this application accepts: a person whose password {@link SignIn} has just verified. */
record VerifiedPerson(Identity identity) implements Credential {}
