package dev.rushlight.web.item;

import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.look.Origin;

/** The page of one item as its parts see it: what is looked at, by whom, and how to look at something else. */
interface Room {

    ReviewItemDetail item();

    /** The version on the screen. */
    VersionDetail version();

    Identity person();

    /** Whether somebody writes a note just now. */
    boolean isWriting();

    /** Where the person came from. */
    Origin from();

    /** Reads the item anew and shows what is different. */
    void refresh();

    void choose(int version);

    void open(ReviewItemId other);
}
