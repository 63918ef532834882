package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappedArraysTest {

    private final ScriptedCalls calls = new ScriptedCalls();
    private final Entities session = calls.session();
    private final Entity task = session.known("Task", Map.of("id", "t1"));

    @Test
    void metadataIsReadAsKeysAndValues() {
        calls.find(withMetadata(metadata("b", "2"), metadata("a", null)));
        assertThat(task.mapped("metadata")).containsExactly(Map.entry("b", "2"));
        assertThat(task.collection("metadata")).hasSize(2);
        assertThat(calls.asked()).startsWith("select metadata from Task where id is \"t1\"");
    }

    @Test
    void valuesThatAreNotLoadedAreAskedForAllAtOnce() {
        calls.find(withMetadata(
                        "{\"__entity_type__\":\"Metadata\",\"parent_id\":\"t1\",\"key\":\"a\"}",
                        "{\"__entity_type__\":\"Metadata\",\"parent_id\":\"t1\",\"key\":\"b\"}"))
                .find(metadata("a", "1"), metadata("b", "2"));
        assertThat(task.mapped("metadata")).containsEntry("a", "1").containsEntry("b", "2");
        assertThat(calls.sent())
                .hasSize(2)
                .last()
                .asString()
                .contains("select value from Metadata where (parent_id is \\\"t1\\\" and key is \\\"a\\\") or"
                        + " (parent_id is \\\"t1\\\" and key is \\\"b\\\")");
    }

    @Test
    void aNewKeyIsANewEntityInTheCollection() {
        calls.find(withMetadata(metadata("a", "1")));
        task.put("metadata", "k\"ey", "v");
        assertThat(task.mapped("metadata")).containsEntry("a", "1").containsEntry("k\"ey", "v");
        calls.sent();
        calls.answerAsSent();
        session.commit();
        assertThat(calls.sent())
                .containsExactly(
                        "[{\"action\":\"create\",\"entity_type\":\"Metadata\",\"entity_key\":[\"t1\",\"k\\\"ey\"],\"entity_data\":"
                                + "{\"__entity_type__\":\"Metadata\",\"parent_id\":\"t1\",\"key\":\"k\\\"ey\",\"value\":\"v\",\"parent_type\":\"Task\"}},"
                                + "{\"action\":\"update\",\"entity_type\":\"Task\",\"entity_key\":[\"t1\"],\"entity_data\":"
                                + "{\"__entity_type__\":\"Task\",\"metadata\":[{\"__entity_type__\":\"Metadata\",\"parent_id\":\"t1\",\"key\":\"a\"},"
                                + "{\"__entity_type__\":\"Metadata\",\"parent_id\":\"t1\",\"key\":\"k\\\"ey\"}]}}]");
        assertThat(task.mapped("metadata")).hasSize(2);
    }

    @Test
    void aKnownKeyIsUpdatedInPlace() {
        calls.find(withMetadata(metadata("a", "1"), metadata("b", "2")));
        task.put("metadata", "a", "9").put("metadata", "b", "2");
        calls.sent();
        calls.answerAsSent();
        session.commit();
        assertThat(calls.sent())
                .containsExactly("[{\"action\":\"update\",\"entity_type\":\"Metadata\",\"entity_key\":[\"t1\",\"a\"],"
                        + "\"entity_data\":{\"__entity_type__\":\"Metadata\",\"value\":\"9\"}},"
                        + "{\"action\":\"update\",\"entity_type\":\"Metadata\",\"entity_key\":[\"t1\",\"b\"],"
                        + "\"entity_data\":{\"__entity_type__\":\"Metadata\",\"value\":\"2\"}}]");
        assertThat(task.mapped("metadata")).containsEntry("a", "9").containsEntry("b", "2");
    }

    @Test
    void aRemovedKeyIsADeletedEntity() {
        calls.find(withMetadata(metadata("a", "1"), metadata("b", "2")));
        task.remove("metadata", "a").remove("metadata", "none");
        assertThat(task.mapped("metadata")).containsOnlyKeys("b");
        calls.sent();
        calls.answerAsSent();
        session.commit();
        assertThat(calls.sent())
                .containsExactly(
                        "[{\"action\":\"delete\",\"entity_type\":\"Metadata\",\"entity_key\":[\"t1\",\"a\"]}]");
        assertThat(task.mapped("metadata")).containsOnlyKeys("b");
        task.put("metadata", "a", "again");
        assertThat(task.mapped("metadata")).containsEntry("a", "again");
    }

    @Test
    void settingReplacesAllKeys() {
        calls.find(withMetadata(metadata("a", "1"), metadata("b", "2")));
        task.set("metadata", Map.of("b", "2", "c", "3"));
        assertThat(task.mapped("metadata")).containsOnly(Map.entry("b", "2"), Map.entry("c", "3"));
        task.unset("metadata");
        assertThat(task.mapped("metadata")).isEmpty();
        session.rollback();
        assertThat(task.mapped("metadata")).containsOnly(Map.entry("a", "1"), Map.entry("b", "2"));
    }

    @Test
    void aNewEntityBringsItsMetadataAlong() {
        var entries = new LinkedHashMap<String, String>();
        entries.put("a", "1");
        entries.put("b", "2");
        var created = session.create("Task", Map.of("id", "t9", "metadata", entries));
        assertThat(created.mapped("metadata")).isEqualTo(entries);
        calls.answerAsSent();
        session.commit();
        var batch = calls.sent().get(0);
        assertThat(batch.split("\"action\":\"create\"")).hasSize(4);
        assertThat(batch).contains("\"parent_id\":\"t9\",\"key\":\"a\",\"value\":\"1\",\"parent_type\":\"Task\"");
        assertThat(batch.indexOf("\"action\":\"update\"")).isGreaterThan(batch.lastIndexOf("\"action\":\"create\""));
        assertThat(created.mapped("metadata")).isEqualTo(entries);
    }

    @Test
    void wrongEntriesAreRefused() {
        calls.find(withMetadata());
        assertThatIllegalArgumentException().isThrownBy(() -> task.put("metadata", "k", 7));
        assertThatIllegalArgumentException().isThrownBy(() -> task.set("metadata", Map.of(7, "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> task.set("metadata", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> task.put("name", "k", "v"));
        calls.sent();
        session.commit();
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void customAttributesAreReadByTheKeyOfTheirConfiguration() {
        withCustomAttributes();
        assertThat(task.mapped("custom_attributes"))
                .containsOnly(Map.entry("fstart", "1001"), Map.entry("note", "text"));
        assertThat(calls.sent())
                .hasSize(2)
                .last()
                .asString()
                .contains(
                        "select key from CustomAttributeConfiguration where id in (\\\"c1\\\", \\\"c2\\\", \\\"c3\\\")");
        assertThat(task.mapped("custom_attributes")).hasSize(2);
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void theValuesOwnKeyIsTakenWhereItHasOne() {
        var user = session.known("User", Map.of("id", "u1"));
        calls.find(
                "{\"__entity_type__\":\"User\",\"id\":\"u1\",\"custom_attributes\":[{\"__entity_type__\":\"UserCustomAttributeValue\","
                        + "\"configuration_id\":\"c1\",\"entity_id\":\"u1\",\"key\":\"shoe\",\"value\":[42]}]}");
        assertThat(user.mapped("custom_attributes")).containsOnly(Map.entry("shoe", "[42]"));
        assertThat(calls.sent()).hasSize(1);
    }

    @Test
    void aCustomAttributeIsWrittenByUpdatingItsValue() {
        withCustomAttributes();
        task.put("custom_attributes", "fend", 1100);
        task.remove("custom_attributes", "note");
        calls.sent();
        calls.answerAsSent();
        session.commit();
        assertThat(calls.sent())
                .containsExactly(
                        "[{\"action\":\"update\",\"entity_type\":\"ContextCustomAttributeValue\",\"entity_key\":[\"c3\",\"t1\"],"
                                + "\"entity_data\":{\"__entity_type__\":\"ContextCustomAttributeValue\",\"value\":1100}},"
                                + "{\"action\":\"update\",\"entity_type\":\"ContextCustomAttributeValue\",\"entity_key\":[\"c2\",\"t1\"],"
                                + "\"entity_data\":{\"__entity_type__\":\"ContextCustomAttributeValue\",\"value\":null}}]");
        assertThat(task.mapped("custom_attributes"))
                .containsEntry("fend", "1100")
                .doesNotContainKey("note");
    }

    @Test
    void aCustomAttributeThatIsNotConfiguredIsRefused() {
        withCustomAttributes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task.put("custom_attributes", "fstrat", 1))
                .withMessage("Task[t1] has no key fstrat; did you mean fstart?");
    }

    @Test
    void aSessionThatMayNotPopulateSaysWhatIsMissing() {
        var quiet = calls.session(new NoCache(), false);
        var bare = quiet.known("Task", Map.of("id", "t1"));
        assertThatExceptionOfType(AttributeNotLoaded.class).isThrownBy(() -> bare.mapped("metadata"));
        calls.find(withMetadata(metadata("a", "1")));
        quiet.populate(List.of(bare), "metadata");
        assertThat(bare.mapped("metadata")).containsEntry("a", "1");
    }

    private void withCustomAttributes() {
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"custom_attributes\":[%s,%s,%s]}"
                        .formatted(custom("c1", "1001"), custom("c2", "\"text\""), custom("c3", "null")))
                .find(configuration("c1", "fstart"), configuration("c2", "note"), configuration("c3", "fend"));
    }

    private static String custom(String configuration, String value) {
        return "{\"__entity_type__\":\"ContextCustomAttributeValue\",\"configuration_id\":\"%s\",\"entity_id\":\"t1\",\"value\":%s}"
                .formatted(configuration, value);
    }

    private static String configuration(String id, String key) {
        return "{\"__entity_type__\":\"CustomAttributeConfiguration\",\"id\":\"%s\",\"key\":\"%s\"}".formatted(id, key);
    }

    private static String withMetadata(String... metadata) {
        return "{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"metadata\":[%s]}".formatted(String.join(",", metadata));
    }

    private static String metadata(String key, String value) {
        return "{\"__entity_type__\":\"Metadata\",\"parent_id\":\"t1\",\"key\":\"%s\",\"value\":%s}"
                .formatted(key, value == null ? "null" : "\"" + value + "\"");
    }
}
