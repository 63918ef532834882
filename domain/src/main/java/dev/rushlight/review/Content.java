package dev.rushlight.review;

import java.net.URI;
import java.util.Optional;

/** What there is to look at in one version; one shape for each {@link Kind}. */
public sealed interface Content permits MediaContent, ChangesetContent, TaskContent {

    Kind kind();

    /** The picture that stands for this version in a list. */
    default Optional<URI> poster() {
        return Optional.empty();
    }

    /** The checksum by which others can tell that they look at the same thing. */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }

    /** Whether both are known to be the very same to look at. */
    default boolean showsTheSameAs(Content other) {
        return false;
    }

    /** Hands this content to the reader's method for its shape. */
    <T> T readBy(ContentReader<T> reader);
}
