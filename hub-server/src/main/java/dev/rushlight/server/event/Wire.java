package dev.rushlight.server.event;

import jakarta.websocket.SendHandler;

/** The way out to one client: a socket, or a test. */
interface Wire {
    /** Starts to send a text and returns at once; the handler hears what became of it, on any thread. */
    void send(String text, SendHandler done);

    /** Closes the socket; on a closed one it does nothing. */
    void close(Ending ending);
}
