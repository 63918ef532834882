package dev.rushlight.tools.hub;

import java.util.function.Supplier;

/** What still has to be done when the process is told to end in the middle of something. */
final class CtrlC {

    private CtrlC() {}

    /** Does something; if the process is told to end meanwhile, the rest, which must be quick, is done first. */
    static <T> T during(Supplier<T> something, Runnable rest) {
        var hook = new Thread(rest, "ctrl-c");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return something.get();
        } finally {
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process ends already, and the hook is at work.
            return;
        }
    }
}
