package dev.rushlight.feedback;

import dev.rushlight.review.Content;

/** What a note is about: a whole version, some of its frames, or a line of one of its files. */
public sealed interface Place permits WholeVersion, OnFrames, InFile {

    /** Refuses a place that this content does not have. */
    void requireIn(Content content);

    /** Hands this place to the reader's method for its shape. */
    <T> T readBy(PlaceReader<T> reader);
}
