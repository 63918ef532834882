package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The programs of {@code docs/quickstart} do what their README says. */
@ExtendWith(SharedStudio.class)
class QuickstartIT {
    private static final Pattern RECEIPT = Pattern.compile("^receipt: (\\S+/item/\\S+)$");

    @Test
    void javaScriptPublishesAndListens(Studio studio) throws Exception {
        var directory = FtrackJs.packages();
        var script = Files.copy(
                Built.quickstart().resolve("javascript/publish_and_listen.js"),
                directory.resolve("publish_and_listen.js"),
                StandardCopyOption.REPLACE_EXISTING);

        publishesAndListens(studio, "javascript", "Hello from JavaScript", List.of("node", script.toString()));
    }

    @Test
    void javaPublishesAndListens(Studio studio) throws Exception {
        publishesAndListens(
                studio,
                "java",
                "Hello from Java",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        Built.toolsLibraries() + "/*",
                        Built.quickstart().resolve("java/PublishAndListen.java").toString()));
    }

    private static void publishesAndListens(Studio studio, String user, String name, List<String> command)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FTRACK_SERVER", studio.rushlight().url().toString());
        builder.environment().put("FTRACK_API_USER", user);
        builder.environment().put("FTRACK_API_KEY", studio.apiKey(user));
        var program = builder.start();
        try {
            var output = Output.of(
                    program.getInputStream(), Built.output("quickstart").resolve(user + ".log"));
            var url = Eventually.present(
                    user + " prints its receipt", Duration.ofSeconds(30), () -> output.find(RECEIPT));
            ItemPage.open(studio.admin(), url).requestChanges("Say hello louder");
            var decision = Eventually.present(
                    user + " prints the decision",
                    Duration.ofSeconds(30),
                    () -> output.find(Pattern.compile("^(decision: " + name + " .*)$")));
            assertThat(decision)
                    .isEqualTo("decision: %s v001 is CHANGES_REQUESTED by Maria Silva: Say hello louder", name);
        } finally {
            program.destroy();
        }
    }
}
