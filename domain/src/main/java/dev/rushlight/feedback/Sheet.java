package dev.rushlight.feedback;

import java.util.List;

/**
 * Where a medium is drawn on, in the order in which it was; the strokes are read on their own, since they never change.
 *
 * @param truncated whether there is more than that
 */
public record Sheet(List<Mark> marks, boolean truncated) {

    public Sheet {
        marks = List.copyOf(marks);
    }
}
