package dev.rushlight.hub.api;

import dev.rushlight.hub.plugin.Plugins.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where plugins are looked for, and what was given as a place and is none. */
record PluginPaths(List<Path> places, List<Problem> problems) {

    PluginPaths {
        places = List.copyOf(places);
        problems = List.copyOf(problems);
    }

    static PluginPaths of(List<Path> places) {
        return new PluginPaths(places, List.of());
    }

    /** Reads each text as a path of this system. */
    static PluginPaths parse(List<String> texts) {
        var places = new ArrayList<Path>();
        var problems = new ArrayList<Problem>();
        for (var text : texts) {
            try {
                places.add(Path.of(text));
            } catch (InvalidPathException e) {
                problems.add(new Problem(text, "is not a path: " + e.getReason()));
            }
        }
        return new PluginPaths(places, problems);
    }
}
