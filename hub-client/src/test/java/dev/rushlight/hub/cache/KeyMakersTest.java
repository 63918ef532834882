package dev.rushlight.hub.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyMakersTest {

    private static final List<String> AWKWARD = List.of(
            "", "/", "\\", "a", "a/b", "a\\/b", "a\\", "\\a", "//", ",", "\uD800", "\uD801", "?", "é", "e\u0301");

    @Test
    void aTextIsReadable() {
        assertThat(KeyMakers.text().key("Task", List.of("11c137c0"))).isEqualTo("Task/11c137c0");
        assertThat(KeyMakers.text().key("Metadata", List.of("p/1", "back\\slash")))
                .isEqualTo("Metadata/p\\/1/back\\\\slash");
    }

    @Test
    void aHashIsTheSha256OfTheTextInLowerCase() {
        // printf 'Task/1' | iconv -t UTF-16BE | sha256sum
        assertThat(KeyMakers.hashed().key("Task", List.of("1")))
                .isEqualTo("1e0c059d3ca3db76195d66ba2d4c9788db038f69200a66eb271c1ae0a86d3238");
    }

    @Test
    void noTwoEntitiesShareAText() {
        assertThat(everyKeyMadeBy(KeyMakers.text())).doesNotHaveDuplicates();
    }

    @Test
    void noTwoEntitiesShareAHash() {
        assertThat(everyKeyMadeBy(KeyMakers.hashed()))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[0-9a-f]{64}"));
    }

    /** Up to three parts of what could be taken for a separator, an escape or each other. */
    private static List<String> everyKeyMadeBy(KeyMaker keys) {
        var primaryKeys = new ArrayList<List<String>>();
        primaryKeys.add(List.of());
        AWKWARD.forEach(first -> primaryKeys.add(List.of(first)));
        AWKWARD.forEach(first -> AWKWARD.forEach(second -> primaryKeys.add(List.of(first, second))));
        return AWKWARD.stream()
                .flatMap(type -> primaryKeys.stream().map(primaryKey -> keys.key(type, primaryKey)))
                .toList();
    }
}
