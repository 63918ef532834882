package dev.rushlight.web.guest;

import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.keyboard.KeyGroup;
import dev.rushlight.keyboard.KeyPreset;
import dev.rushlight.keyboard.Keyboard;
import dev.rushlight.review.Kind;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.web.keyboard.ReviewKeys;
import java.util.Set;

/** The usual keys, as far as they do something that a guest may do. */
final class GuestKeys extends ReviewKeys {

    private static final Set<KeyAction> WRITING =
            Set.of(KeyAction.NOTE, KeyAction.DRAW, KeyAction.UNDO, KeyAction.REDO);

    GuestKeys(Kind kind, GuestRight right) {
        show(Keyboard.of(KeyPreset.RUSHLIGHT));
        serve(kind, action -> isFor(action, right));
    }

    /** Abstaining is for those who are asked by name. */
    private static boolean isFor(KeyAction action, GuestRight right) {
        if (action == KeyAction.ABSTAIN) {
            return false;
        }
        if (action.group() == KeyGroup.DECISION) {
            return right.includes(GuestRight.DECIDE);
        }
        return !WRITING.contains(action) || right.includes(GuestRight.COMMENT);
    }
}
