package dev.rushlight.campaign;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the database holds when all is over, one JSON object a line: every vote, every decision, and every event owed. */
public final class DatabaseExport {
    private static final String VOTES = "select v.id, v.vote_key, w.item_id, v.choice, v.reason from review.vote v"
            + " join review.review_version w on w.id = v.version_id order by v.id";
    private static final String DECISIONS =
            "select id, item_id, sequence, outcome from review.decision order by item_id, sequence";
    private static final String OWED = "select o.id, o.line_id, o.event_id, o.kind, o.subject_id, o.state, o.attempts"
            + " from review.outbox o join review.hub_connection c on c.id = o.connection_id where c.name = ? order by o.id";

    private DatabaseExport() {}

    /** @param ledgerIsWhole what {@code ledger verify} came to */
    public static void write(Connection database, String hub, boolean ledgerIsWhole, Path file)
            throws SQLException, IOException {
        try (var out = Files.newBufferedWriter(file);
                var votes = database.prepareStatement(VOTES);
                var decisions = database.prepareStatement(DECISIONS);
                var owed = database.prepareStatement(OWED)) {
            owed.setString(1, hub);
            write(
                    votes.executeQuery(),
                    out,
                    row -> line("vote")
                            .add("id", row.getLong("id"))
                            .add("key", row.getString("vote_key"))
                            .add("item", row.getString("item_id"))
                            .add("choice", row.getString("choice"))
                            .add("reason", text(row, "reason")));
            write(
                    decisions.executeQuery(),
                    out,
                    row -> line("decision")
                            .add("id", row.getString("id"))
                            .add("item", row.getString("item_id"))
                            .add("sequence", row.getLong("sequence"))
                            .add("outcome", row.getString("outcome")));
            write(
                    owed.executeQuery(),
                    out,
                    row -> line("owed")
                            .add("id", row.getLong("id"))
                            .add("item", row.getString("line_id"))
                            .add("event", row.getString("event_id"))
                            .add("kind", row.getString("kind"))
                            .add("subject", row.getString("subject_id"))
                            .add("state", row.getString("state"))
                            .add("attempts", row.getInt("attempts")));
            out.write(line("ledger").add("whole", ledgerIsWhole).build() + "\n");
        }
    }

    private static JsonObjectBuilder line(String what) {
        return Json.createObjectBuilder().add("what", what);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }

    private static void write(ResultSet rows, Writer out, Row row) throws SQLException, IOException {
        while (rows.next()) {
            out.write(row.of(rows).build() + "\n");
        }
    }

    @FunctionalInterface
    private interface Row {
        JsonObjectBuilder of(ResultSet row) throws SQLException;
    }
}
