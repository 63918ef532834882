package dev.rushlight.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No table is without a rule for how long its rows stay. */
class RetentionTest {

    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    @Test
    void everyTableHasItsRule() throws IOException {
        assertThat(ruled()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tables());
    }

    private static List<String> tables() {
        List<?> names = Database.H2.inTransaction(entities -> entities.createNativeQuery(
                        "select lower(table_name) from information_schema.tables where lower(table_schema) = 'review'")
                .getResultList());
        return names.stream().map(String.class::cast).toList();
    }

    private static List<String> ruled() throws IOException {
        var document = Files.readString(Path.of("../docs/data.md"));
        var section =
                document.substring(document.indexOf("## The schema `review`"), document.indexOf("## The schema `hub`"));
        return section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> NAME.matcher(cell).results())
                .map((MatchResult name) -> name.group(1))
                .toList();
    }
}
