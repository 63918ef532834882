package dev.rushlight.web.guest;

import dev.rushlight.installation.Installation;
import dev.rushlight.reviewsession.GuestAttachmentDesk;
import dev.rushlight.reviewsession.GuestDesk;
import dev.rushlight.reviewsession.GuestFeedbackDesk;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.LiveViews;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** What it takes to show an item to a guest, and to hear what they say of it. */
@Dependent
public record GuestDesks(
        GuestDesk guests,
        GuestFeedbackDesk feedback,
        GuestAttachmentDesk files,
        LiveViews live,
        BackgroundWork background,
        Installation installation,
        Clock clock) {

    @Inject
    public GuestDesks {}
}
