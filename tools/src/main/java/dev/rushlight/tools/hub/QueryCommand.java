package dev.rushlight.tools.hub;

import dev.rushlight.hub.api.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a query finds. */
@Command(
        name = "query",
        description = "Prints the entities that a query finds, page by page as they come.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./rushlight query 'select name, status.name from Task where project.name is \"spy\"'",
            "  ./rushlight query 'select name from Shot order by name' --limit 10",
            "  ./rushlight query 'select id, name from User' --json | jq -r .name",
            "  ./rushlight query 'Project'",
        })
final class QueryCommand implements Callable<Integer> {

    @Mixin
    private final ServerOptions server;

    @Parameters(
            index = "0",
            paramLabel = "QUERY",
            description =
                    "Such as 'select name from Task where name like \"comp%%\"'. Without select, what the server's "
                            + "schema says is usual.")
    private String query = "";

    @ArgGroup
    private @Nullable Form form;

    @Option(names = "--limit", paramLabel = "N", description = "Prints at most so many.")
    private @Nullable Integer limit;

    @Spec
    private CommandSpec command;

    /** How to print. */
    private static final class Form {

        @Option(names = "--json", description = "Prints each entity as a JSON object on a line of its own.")
        private boolean json;

        @Option(names = "--table", description = "Prints a table whose columns are the projections; this is usual.")
        private boolean table;
    }

    QueryCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw CommandFailed.usage("--limit is a number from 1, not %s", limit);
        }
        var text = QueryText.read(query);
        var most =
                Math.min(limit == null ? Integer.MAX_VALUE : limit, text.limit().orElse(Integer.MAX_VALUE));
        var lines = new Lines(command.commandLine().getOut());
        try (var session = Session.open(server.settings())) {
            var rows = new Rows(session, text, most);
            if (form != null && form.json) {
                rows.forEachPage(page -> page.forEach(lines::write));
            } else {
                var table = new Table(rows.columns(), lines);
                if (rows.forEachPage(table::print) == 0) {
                    Diagnostics.of(command.commandLine()).say("nothing found");
                }
            }
        }
        return Exit.DONE.code();
    }
}
