package dev.rushlight.web.item;

import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.look.Origin;

/** Somebody looks at the newest version of an item, and goes nowhere. */
record FixedRoom(ReviewItemDetail item, Identity person) implements Room {

    @Override
    public VersionDetail version() {
        return item.versions().get(0);
    }

    @Override
    public boolean isWriting() {
        return false;
    }

    @Override
    public Origin from() {
        return Origin.USUAL;
    }

    @Override
    public void refresh() {}

    @Override
    public void choose(int version) {
        throw new UnsupportedOperationException("There is one version");
    }

    @Override
    public void open(ReviewItemId other) {
        throw new UnsupportedOperationException("There is one item");
    }
}
