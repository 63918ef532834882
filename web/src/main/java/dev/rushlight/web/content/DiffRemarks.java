package dev.rushlight.web.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands around the lines of a diff, put into words where its meaning is known and kept as it is where not. */
final class DiffRemarks {

    private static final Pattern MODE = Pattern.compile("(old|new|new file|deleted file) mode (\\d{6})\\s*");
    private static final Pattern LIKENESS = Pattern.compile("similarity index (\\d{1,3})%\\s*");
    private static final Pattern SUBMODULE = Pattern.compile("index [0-9a-f]+\\.\\.[0-9a-f]+ 160000\\s*");
    private static final Pattern BINARY =
            Pattern.compile("Binary files (.* )?differ\\s*|GIT binary patch\\s*|Files .* differ\\s*", Pattern.DOTALL);
    private static final Pattern KNOWN = Pattern.compile(
            "diff .*|index [0-9a-f]+\\.\\..*|--- .*|\\+\\+\\+ .*|=+\\s*|(rename|copy) (from|to) .*|dissimilarity index .*|\\s*",
            Pattern.DOTALL);

    private final List<String> words = new ArrayList<>();
    private String oldMode = "";
    private boolean inBinaryPatch;

    void take(String line) {
        if (inBinaryPatch) {
            return;
        }
        var mode = MODE.matcher(line);
        var likeness = LIKENESS.matcher(line);
        if (mode.matches()) {
            takeMode(mode);
        } else if (likeness.matches()) {
            words.add("%s %% the same".formatted(likeness.group(1)));
        } else if (SUBMODULE.matcher(line).matches()) {
            words.add("Submodule");
        } else if (BINARY.matcher(line).matches()) {
            words.add("Binary file");
            inBinaryPatch = line.startsWith("GIT");
        } else if (!KNOWN.matcher(line).matches()) {
            words.add(line.stripTrailing());
        }
    }

    private void takeMode(Matcher mode) {
        switch (mode.group(1)) {
            case "old" -> oldMode = mode.group(2);
            case "new" -> words.add("Mode %s → %s".formatted(oldMode, mode.group(2)));
            default -> kind(mode.group(2));
        }
    }

    private void kind(String mode) {
        switch (mode) {
            case "120000" -> words.add("Symbolic link");
            case "160000" -> words.add("Submodule");
            case "100755" -> words.add("Executable");
            default -> {
                // An ordinary file, of which nothing needs to be said.
            }
        }
    }

    List<String> inWords() {
        return List.copyOf(words);
    }
}
