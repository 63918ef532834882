package dev.rushlight.review;

/** Whoever treats each shape of content in its own way; a new shape adds a method here. */
public interface ContentReader<T> {

    T media(MediaContent content);

    T changeset(ChangesetContent content);

    T task(TaskContent content);
}
