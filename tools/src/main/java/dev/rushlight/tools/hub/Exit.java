package dev.rushlight.tools.hub;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ends, as a script sees it; the numbers are a promise. */
enum Exit {
    DONE(0, "done"),
    REFUSED(1, "the server refused it, or it failed"),
    USAGE(2, "the command, a setting or a file it names is wrong; nothing was sent"),
    NOT_REACHED(3, "the server was not reached"),
    NO_ANSWER(4, "no answer in time; what was sent may have arrived");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    /** For the help text. */
    static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        for (var exit : values()) {
            meanings.put(Integer.toString(exit.code), exit.meaning);
        }
        return meanings;
    }
}
