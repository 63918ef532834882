package dev.rushlight.tools.demo;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonObject;
import java.util.List;

/** The demo's small production: its lines of work, in the order in which they are submitted. */
record Production(List<LineOfWork> lines) {

    static Production lanternfish() {
        var production = JsonText.parseObject(DemoFiles.text("production.json"));
        var project = production.getString("project");
        return new Production(production.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                .map(line -> new LineOfWork(
                        project, line.getString("kind"), line.getJsonObject("line"), line.getJsonArray("takes")))
                .toList());
    }
}
