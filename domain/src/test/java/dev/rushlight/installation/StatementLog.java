package dev.rushlight.installation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/** Passes everything on to a data source, and remembers every statement as it is sent. */
public final class StatementLog {

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    public List<String> statements() {
        return List.copyOf(statements);
    }

    public DataSource listeningTo(DataSource dataSource) {
        return listening(DataSource.class, dataSource);
    }

    private <T> T listening(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                        statements.add(sql);
                    }
                    try {
                        var result = method.invoke(target, arguments);
                        return result instanceof Connection ? listening(Connection.class, result) : result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
