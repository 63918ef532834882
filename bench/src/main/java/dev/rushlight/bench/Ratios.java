package dev.rushlight.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/** The results of one run in relation to each other, as a Markdown table. */
final class Ratios {

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final List<Row> ROWS = List.of(
            new Row("publish with acknowledgement, one at a time", "Publish.client", "Publish.bare"),
            new Row("publish with acknowledgement, many under way", "Publish.clientPipelined", "Publish.barePipelined"),
            new Row(
                    "receive, 1 simple subscriber, to reading the text off a socket",
                    "Receive.client 1 SIMPLE",
                    "BareReceive.text"),
            new Row(
                    "receive, 1 simple subscriber, to reading its JSON, too",
                    "Receive.client 1 SIMPLE",
                    "BareReceive.json"),
            new Row(
                    "receive, 10 subscribers of different topics to 1",
                    "Receive.client 10 SIMPLE",
                    "Receive.client 1 SIMPLE"),
            new Row(
                    "receive, 100 subscribers of different topics to 1",
                    "Receive.client 100 SIMPLE",
                    "Receive.client 1 SIMPLE"),
            new Row(
                    "receive, 10 compound subscribers of one topic to 1",
                    "Receive.client 10 COMPOUND",
                    "Receive.client 1 COMPOUND"),
            new Row(
                    "receive, 100 compound subscribers of one topic to 1",
                    "Receive.client 100 COMPOUND",
                    "Receive.client 1 COMPOUND"),
            new Row(
                    "receive, 1 subscriber, compound to simple",
                    "Receive.client 1 COMPOUND",
                    "Receive.client 1 SIMPLE"),
            new Row(
                    "receive, 100 subscribers, compound to simple",
                    "Receive.client 100 COMPOUND",
                    "Receive.client 100 SIMPLE"),
            new Row("receive, 100 handlers called to 1", "Receive.client 100 EVERYONE", "Receive.client 1 EVERYONE"),
            new Row("compile, compound to simple", "Expressions.compile COMPOUND", "Expressions.compile SIMPLE"),
            new Row("compile, 64 terms to simple", "Expressions.compile LONGEST", "Expressions.compile SIMPLE"),
            new Row("match, compound to simple", "Expressions.match COMPOUND", "Expressions.match SIMPLE"),
            new Row("match, 64 terms to simple", "Expressions.match LONGEST", "Expressions.match SIMPLE"));

    private final Map<String, RunResult> results = new HashMap<>();

    private record Row(String what, String measured, String against) {}

    Ratios(Collection<RunResult> run) {
        run.forEach(result -> results.put(nameOf(result), result));
    }

    /** One row for each relation whose two sides were measured. */
    String table() {
        return ROWS.stream()
                .filter(row -> results.containsKey(row.measured()) && results.containsKey(row.against()))
                .map(this::line)
                .collect(Collectors.joining(
                        "",
                        "| measured | time | CPU | bytes allocated | against |\n| --- | --- | --- | --- | --- |\n",
                        ""));
    }

    private String line(Row row) {
        var measured = results.get(row.measured());
        var against = results.get(row.against());
        return String.format(
                Locale.ROOT,
                "| %s | ×%.2f | ×%.2f | %.0f | %.0f |%n",
                row.what(),
                measured.getPrimaryResult().getScore()
                        / against.getPrimaryResult().getScore(),
                secondary(measured, CpuProfiler.RESULT) / secondary(against, CpuProfiler.RESULT),
                secondary(measured, ALLOCATION),
                secondary(against, ALLOCATION));
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }

    /** The class without {@code Benchmark}, the method and the values of the parameters. */
    private static String nameOf(RunResult result) {
        var parameters = result.getParams();
        var name = parameters.getBenchmark();
        var type = name.substring(0, name.lastIndexOf('.'));
        var simple = type.substring(type.lastIndexOf('.') + 1).replace("Benchmark", "");
        var values = parameters.getParamsKeys().stream()
                .sorted((one, other) -> other.compareTo(one))
                .map(key -> " " + parameters.getParam(key))
                .collect(Collectors.joining());
        return simple + name.substring(name.lastIndexOf('.')) + values;
    }
}
