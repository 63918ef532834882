package dev.rushlight.tools.control;

/** What was asked for breaks a rule of the installation; the message is for the person who asked. */
public final class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }

    Refused(RuntimeException rule) {
        super(rule.getMessage(), rule);
    }
}
