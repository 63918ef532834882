package dev.rushlight.review;

/** Which version of a line it is and from whom it came, without what there is to look at. */
public record LineVersion(VersionId id, ReviewItemId item, int number, String name, String submitter, String eventId) {}
