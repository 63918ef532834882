package dev.rushlight.feedback;

import java.util.OptionalInt;

/**
 * A thread as a mark on the timeline.
 *
 * @param carriedFrom the version that it was said of, when that is an older one
 */
public record NotePin(
        NoteId note, Place place, NoteState state, boolean blocking, boolean drawn, OptionalInt carriedFrom) {}
