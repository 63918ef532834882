package dev.rushlight.feedback;

import dev.rushlight.review.Content;

/** The version as a whole. */
public record WholeVersion() implements Place {

    @Override
    public void requireIn(Content content) {
        // every version has a whole
    }

    @Override
    public <T> T readBy(PlaceReader<T> reader) {
        return reader.whole(this);
    }
}
