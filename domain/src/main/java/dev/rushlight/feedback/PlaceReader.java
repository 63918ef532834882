package dev.rushlight.feedback;

/** Whoever treats each shape of place in its own way; a new shape adds a method here. */
public interface PlaceReader<T> {

    T whole(WholeVersion place);

    T frames(OnFrames place);

    T file(InFile place);
}
