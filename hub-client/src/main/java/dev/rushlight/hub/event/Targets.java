package dev.rushlight.hub.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The targets of events as expressions; the last few are kept, because all replies to one hub have the same. */
final class Targets {

    private static final Logger LOG = System.getLogger(Targets.class.getName());
    private static final int MOST_KEPT = 64;

    // Guarded by this; the one that was not used for longest comes first.
    private final Map<String, Optional<Expression>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** The target's expression; empty if it is none. */
    synchronized Optional<Expression> read(String target) {
        var known = kept.get(target);
        if (known != null) {
            return known;
        }
        var expression = compile(target);
        kept.put(target, expression);
        if (kept.size() > MOST_KEPT) {
            var oldest = kept.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return expression;
    }

    private static Optional<Expression> compile(String target) {
        try {
            return Optional.of(Expression.compile(target));
        } catch (MalformedExpression e) {
            LOG.log(Level.WARNING, "An event has a target that cannot be read: {0}", e.getMessage());
            return Optional.empty();
        }
    }
}
