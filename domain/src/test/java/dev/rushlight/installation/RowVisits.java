package dev.rushlight.installation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Has the database tell how many rows and index entries it looks at for every selection: each is explained with its own
 * values before it runs.
 */
public final class RowVisits {

    private static final Pattern SELECTION = Pattern.compile("\\(?select\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern H2_SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern POSTGRESQL_SCANNED =
            Pattern.compile("Scan[^(]*\\(cost[^)]*\\) \\(actual time=\\S+ rows=(\\d+) loops=(\\d+)\\)");
    private static final Pattern POSTGRESQL_IN_VAIN = Pattern.compile("Rows Removed by (?:Index )?\\w+: (\\d+)");

    private long visits;
    private final List<String> plans = new ArrayList<>();

    private record Value(Method setter, Object[] arguments) {}

    public DataSource counting(DataSource dataSource) {
        return proxy(DataSource.class, (method, arguments) -> {
            var result = call(dataSource, method, arguments);
            return result instanceof Connection connection ? counting(connection) : result;
        });
    }

    public void forget() {
        visits = 0;
        plans.clear();
    }

    public long visits() {
        return visits;
    }

    /** The plans of what was asked since, for whoever wonders. */
    public String plans() {
        return String.join("\n\n", plans);
    }

    private Connection counting(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            var result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                            && SELECTION.matcher(arguments[0].toString()).lookingAt()
                    ? counting(connection, statement, arguments[0].toString())
                    : result;
        });
    }

    private PreparedStatement counting(Connection connection, PreparedStatement statement, String sql) {
        var values = new ArrayList<Value>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length >= 2 && arguments[0] instanceof Integer) {
                values.add(new Value(method, arguments));
            }
            if (method.getName().equals("executeQuery")) {
                explain(connection, sql, values);
            }
            return call(statement, method, arguments);
        });
    }

    private void explain(Connection connection, String sql, List<Value> values) throws Throwable {
        try (var explained = connection.prepareStatement("explain analyze " + sql)) {
            for (var value : values) {
                call(explained, value.setter(), value.arguments());
            }
            var plan = new StringBuilder();
            try (var rows = explained.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            count(plan.toString());
        }
    }

    private void count(String plan) {
        plans.add(plan);
        H2_SCANNED.matcher(plan).results().forEach(found -> visits += Long.parseLong(found.group(1)));
        POSTGRESQL_SCANNED
                .matcher(plan)
                .results()
                .forEach(found -> visits += Long.parseLong(found.group(1)) * Long.parseLong(found.group(2)));
        POSTGRESQL_IN_VAIN.matcher(plan).results().forEach(found -> visits += Long.parseLong(found.group(1)));
    }

    @FunctionalInterface
    private interface Call {
        Object with(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.with(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
