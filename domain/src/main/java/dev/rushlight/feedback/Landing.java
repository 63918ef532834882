package dev.rushlight.feedback;

import java.util.List;

/** The frame that was meant, and what had to be made fit for it. */
public record Landing(int frame, List<Adjustment> adjustments) {

    public Landing {
        adjustments = List.copyOf(adjustments);
    }
}
