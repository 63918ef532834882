package dev.rushlight.tools.hub;

/** A command cannot do what it was asked to: what to tell a person, and what to tell a script. */
final class CommandFailed extends RuntimeException {

    private final Exit exit;

    CommandFailed(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    /** What the person at the keyboard can put right. */
    static CommandFailed usage(String message, Object... values) {
        return new CommandFailed(Exit.USAGE, message.formatted(values));
    }

    Exit exit() {
        return exit;
    }
}
