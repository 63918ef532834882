package dev.rushlight.server.event;

import dev.rushlight.hub.JsonText;

/** A packet ready to be sent, weighed once however many connections it goes to. */
record Message(String text, long bytes) {
    static Message of(String text) {
        return new Message(text, JsonText.utf8Length(text));
    }
}
