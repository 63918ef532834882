package dev.rushlight.web.item;

import dev.rushlight.people.Identity;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.web.look.WebAddress;
import java.util.Optional;

/** Finds what there is to see first in a version that is not on the page yet. */
final class FirstMedium {

    private final ReviewItems items;

    FirstMedium(ReviewItems items) {
        this.items = items;
    }

    /** Its address; nothing for what has no media. */
    Optional<String> of(Identity viewer, ReviewItemId item, int version) {
        return items.version(viewer, item, version)
                .map(known -> items.content(viewer, known.id()))
                .filter(MediaContent.class::isInstance)
                .map(MediaContent.class::cast)
                .flatMap(content -> content.media().stream().findFirst())
                .flatMap(media -> WebAddress.of(media.url()));
    }
}
