package dev.rushlight.connection;

import dev.rushlight.people.Identity;
import jakarta.json.JsonObject;

/** What somebody asks for over a hub; it is done in the same transaction in which the event is taken in. */
@FunctionalInterface
public interface Errand {
    /** Does it, and says what the asker is answered; whatever may not be is thrown. */
    JsonObject doneFor(Identity actor);
}
