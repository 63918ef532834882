package dev.rushlight.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Writes down every statement that a thread sends, with its values, transaction by transaction, to be played again without what made them. */
public final class Score {

    private static final Set<String> SENDING = Set.of("execute", "executeQuery", "executeUpdate");

    private final Map<Thread, List<Bar>> bars = new ConcurrentHashMap<>();

    /** What one transaction sent. */
    public record Bar(List<Note> notes) {

        /** Sends it all once more, reads what comes, and commits. */
        public void play(Connection connection) throws SQLException {
            for (var note : notes) {
                note.play(connection);
            }
            connection.commit();
        }
    }

    /** One statement with the calls that gave it its values. */
    public record Note(String sql, List<Call> values) {

        private void play(Connection connection) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                for (var value : values) {
                    value.repeat(statement);
                }
                if (statement.execute()) {
                    try (var rows = statement.getResultSet()) {
                        var columns = rows.getMetaData().getColumnCount();
                        while (rows.next()) {
                            for (var column = 1; column <= columns; column++) {
                                rows.getObject(column);
                            }
                        }
                    }
                }
            }
        }
    }

    /** A call of a setter. */
    public record Call(Method method, Object[] arguments) {

        private void repeat(PreparedStatement statement) throws SQLException {
            invoke(method, statement, arguments);
        }
    }

    /** Passes everything on, and writes it down. */
    public DataSource listeningTo(DataSource dataSource) {
        return proxy(DataSource.class, (method, arguments) -> {
            var result = invoke(method, dataSource, arguments);
            return result instanceof Connection connection ? listeningTo(connection) : result;
        });
    }

    /** What each thread sent since it was first heard. */
    public List<List<Bar>> voices() {
        return bars.values().stream().map(List::copyOf).toList();
    }

    private Connection listeningTo(Connection connection) {
        var notes = new ArrayList<Note>();
        return proxy(Connection.class, (method, arguments) -> {
            var result = invoke(method, connection, arguments);
            if (method.getName().equals("commit") && !notes.isEmpty()) {
                bars.computeIfAbsent(Thread.currentThread(), first -> new ArrayList<>())
                        .add(new Bar(List.copyOf(notes)));
                notes.clear();
            }
            return result instanceof PreparedStatement statement
                    ? listeningTo(statement, (String) arguments[0], notes)
                    : result;
        });
    }

    private static PreparedStatement listeningTo(PreparedStatement statement, String sql, List<Note> notes) {
        var values = new ArrayList<Call>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                values.add(new Call(method, arguments));
            } else if (SENDING.contains(method.getName())) {
                notes.add(new Note(sql, List.copyOf(values)));
            }
            return invoke(method, statement, arguments);
        });
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof SQLException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
