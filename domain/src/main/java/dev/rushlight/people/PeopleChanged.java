package dev.rushlight.people;

/** Whom policies can ask is different now, so open items may wait for somebody else; heard after the commit. */
public record PeopleChanged(PersonId by) {}
