package dev.rushlight.people;

import java.time.Instant;

/** A delegation that holds: who votes for whom, until when, and who arranged it. */
public record DelegationSummary(
        PersonSummary delegator, PersonSummary deputy, Instant until, String madeBy, Instant madeAt) {}
