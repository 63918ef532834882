package dev.rushlight.web.reviewsession;

import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonKind;
import dev.rushlight.reviewsession.ImpossibleMove;
import dev.rushlight.reviewsession.NoSuchReviewSession;
import dev.rushlight.reviewsession.NoVersionToPin;
import dev.rushlight.reviewsession.NotInReviewSession;
import dev.rushlight.reviewsession.ReviewSessionClosed;
import dev.rushlight.reviewsession.ReviewSessionFull;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;

/** Who is offered to arrange a review session, and what they read when somebody else was faster. */
final class Arranging {

    private Arranging() {}

    /** The desk decides; this is about which buttons to show. */
    static boolean isAllowed(Identity person) {
        return person.kind() == PersonKind.HUMAN && person.role().mayLead();
    }

    /** Does it, or says why it cannot be done. */
    static void attempt(Runnable act) {
        try {
            act.run();
        } catch (ReviewSessionClosed
                | ReviewSessionFull
                | NotInReviewSession
                | NoVersionToPin
                | NoSuchReviewSession
                | ImpossibleMove refused) {
            Toast.show(Symbol.WARNING, Tone.CARE, refused.getMessage() + ".");
        }
    }
}
