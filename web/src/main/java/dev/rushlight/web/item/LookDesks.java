package dev.rushlight.web.item;

import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.web.content.LineNotes;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.LiveViews;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What it takes to show a version, and what was said and drawn on it. */
@Dependent
public record LookDesks(
        ReviewItems items,
        ReviewDesk reviews,
        FeedbackNotes notes,
        LineNotes lineNotes,
        LiveViews live,
        BackgroundWork background) {

    @Inject
    public LookDesks {}
}
