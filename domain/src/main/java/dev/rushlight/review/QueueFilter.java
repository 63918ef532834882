package dev.rushlight.review;

import java.util.Optional;

/** Which review items the queue shows. */
public record QueueFilter(QueueTab tab, Optional<String> project, Optional<Kind> kind) {

    public static QueueFilter of(QueueTab tab) {
        return new QueueFilter(tab, Optional.empty(), Optional.empty());
    }
}
