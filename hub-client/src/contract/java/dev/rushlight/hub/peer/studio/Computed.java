package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the server derives from other rows whenever it is asked for. */
final class Computed {

    /** What clients may read and never write. */
    static final Set<String> NAMES =
            Set.of("link", "latest_version", "is_latest_version", "is_open", "thumbnail_url", "url");

    private static final JsonProvider JSON = JsonProvider.provider();

    private final Rows rows;
    private final String origin;

    Computed(Rows rows, String origin) {
        this.rows = rows;
        this.origin = origin;
    }

    String origin() {
        return origin;
    }

    /** The value of a computed attribute, or nothing if it is no such attribute. */
    Optional<JsonValue> value(Row row, String name) {
        return switch (name) {
            case "link" -> Optional.of(link(row));
            case "project_id" -> projectId(row).map(JSON::createValue);
            case "is_latest_version" -> Optional.of(truth(isLatest(row)));
            case "is_open" -> Optional.of(JsonValue.TRUE);
            case "thumbnail_url" ->
                Optional.of(row.text("thumbnail_id").map(this::url).orElse(JsonValue.NULL));
            case "url" -> Optional.of(row.text("component_id").map(this::url).orElse(JsonValue.NULL));
            default -> Optional.empty();
        };
    }

    /** A context belongs to the project above it, other rows to the one that they name. */
    Optional<String> projectId(Row row) {
        if (!rows.schemas().isA(row.type(), "Context")) {
            return row.text("project_id");
        }
        return Optional.of(path(row).getFirst())
                .filter(it -> it.type().equals("Project"))
                .map(Row::id);
    }

    Optional<Row> latestVersion(Row asset) {
        return rows.where("AssetVersion", "asset_id", asset.id()).max(Comparator.comparingInt(Computed::number));
    }

    static int number(Row version) {
        return version.value("version").map(it -> ((JsonNumber) it).intValue()).orElse(0);
    }

    private boolean isLatest(Row version) {
        return version.text("asset_id")
                .flatMap(asset -> rows.find("Asset", List.of(asset)))
                .flatMap(this::latestVersion)
                .filter(latest -> latest.key().equals(version.key()))
                .isPresent();
    }

    private JsonValue link(Row row) {
        var link = JSON.createArrayBuilder();
        path(row)
                .forEach(it -> link.add(JSON.createObjectBuilder()
                        .add("type", linkType(it))
                        .add("id", it.id())
                        .add("name", it.text("name").orElse(String.format(Locale.ROOT, "v%03d", number(it))))));
        return link.build();
    }

    private String linkType(Row row) {
        return rows.schemas().isA(row.type(), "TypedContext") ? "TypedContext" : row.type();
    }

    /** From the project down to the row itself; an asset stands for its context and is no part of the path. */
    private Deque<Row> path(Row row) {
        var path = new ArrayDeque<Row>();
        path.add(row);
        for (var above = above(row); above.isPresent() && !path.contains(above.get()); above = above(above.get())) {
            path.addFirst(above.get());
        }
        return path;
    }

    private Optional<Row> above(Row row) {
        if (row.type().equals("AssetVersion")) {
            return row.text("asset_id")
                    .flatMap(id -> rows.find("Asset", List.of(id)))
                    .flatMap(asset -> asset.text("context_id"))
                    .flatMap(id -> rows.find("Context", List.of(id)));
        }
        return row.text("parent_id").flatMap(id -> rows.find("Context", List.of(id)));
    }

    private JsonValue url(String component) {
        return JSON.createObjectBuilder()
                .add("value", origin + "/component/get?id=" + component)
                .build();
    }

    private static JsonValue truth(boolean value) {
        return value ? JsonValue.TRUE : JsonValue.FALSE;
    }
}
