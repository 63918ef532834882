package dev.rushlight.web.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.event.Event;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The published event contracts of {@code docs/events}: their schemas and examples. */
final class Contracts {
    private static final Path EVENTS = Path.of("..", "docs", "events");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Contracts() {}

    static Stream<Path> exampleFiles() {
        try (var files = Files.list(EVENTS.resolve("examples"))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Event example(String name) {
        return event(EVENTS.resolve("examples").resolve(name + ".json"));
    }

    static Event event(Path file) {
        return Event.fromJson(JsonText.parseObject(text(file)));
    }

    /** What the schema that the data names has to say against it. */
    static List<String> violations(JsonValue data) {
        return violations(data, tree(data).path("schema").asText());
    }

    static List<String> violations(JsonValue data, String schema) {
        return validate(schema(schema), data);
    }

    /** The same, also naming every field that the schema does not describe. */
    static List<String> violationsOrSurprises(JsonValue data) {
        var closed = closed(schema(tree(data).path("schema").asText()), true);
        return validate(closed, data);
    }

    private static JsonNode schema(String name) {
        try {
            return MAPPER.readTree(text(EVENTS.resolve(name.replace('/', '-') + ".schema.json")));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode closed(JsonNode schema, boolean root) {
        var copy = schema.deepCopy();
        for (var child : copy) {
            closed(child);
        }
        if (root) {
            ((ObjectNode) copy).put("unevaluatedProperties", false);
        }
        return copy;
    }

    private static void closed(JsonNode schema) {
        for (var child : schema) {
            closed(child);
        }
        if (schema instanceof ObjectNode object
                && "object".equals(object.path("type").asText())
                && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
    }

    private static List<String> validate(JsonNode schema, JsonValue data) {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, config);
        return compiled.validate(tree(data)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonNode tree(JsonValue data) {
        try {
            return MAPPER.readTree(data.toString());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
