package dev.rushlight.server.event;

/** An event was understood but cannot be taken; the message tells its publisher why. */
final class Refused extends Exception {
    Refused(String why) {
        super(why);
    }
}
