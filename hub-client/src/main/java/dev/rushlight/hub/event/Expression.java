package dev.rushlight.hub.event;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/**
 * Says which events are wanted, such as {@code topic=ftrack.update and source.user.username!=jo}, or which subscribers
 * an event is for.
 *
 * <p>The language has quirks that every ftrack client and server shares: a value ending in {@code *} asks whether the
 * text before it is contained anywhere, values are always texts, so that a number equals nothing, and a key that is
 * missing makes every comparison false. Reading and matching take time linear in the text.
 */
public final class Expression {

    static final int LONGEST = 4096;
    static final int MOST_TERMS = 64;

    private final String text;
    private final Condition condition;
    private final Optional<Set<String>> topics;

    private Expression(String text, Condition condition) {
        this.text = text;
        this.condition = condition;
        this.topics = condition.topics();
    }

    /**
     * Reads an expression.
     *
     * @throws MalformedExpression if it is not one, holds half of a surrogate pair, or has more than 4 KB, 64 terms or 64
     *     levels
     */
    public static Expression compile(String text) {
        if (text.length() > LONGEST || JsonText.utf8Length(text) > LONGEST) {
            throw new MalformedExpression("The expression is longer than " + LONGEST + " bytes", LONGEST);
        }
        if (!JsonText.isWholeText(text)) {
            throw new MalformedExpression("The expression holds half of a surrogate pair", 0);
        }
        return new Expression(text, new ExpressionReader(text).read());
    }

    public boolean matches(JsonObject json) {
        return condition.holds(name -> Subject.member(json, name));
    }

    /** Whether the event's envelope matches, which is found out without building that, often from the topic alone. */
    public boolean matches(Event event) {
        return matches(event.topic(), event.asSubject());
    }

    /** Whether an event on this topic matches. */
    boolean matches(String topic, Subject event) {
        return switch (condition.onTopic(topic)) {
            case HOLDS -> true;
            case FAILS -> false;
            case OPEN -> condition.holds(event);
        };
    }

    /** The one topic that an event must have to match, where the expression names one. */
    public Optional<String> requiredTopic() {
        return topics.filter(all -> all.size() == 1).map(all -> all.iterator().next());
    }

    /** The topics of which an event must have one to match; empty if it may have any. */
    Optional<Set<String>> topics() {
        return topics;
    }

    public String text() {
        return text;
    }

    /** Writes {@code field=value} so that it means equality, which is impossible for a few odd values. */
    static Optional<String> equalTo(String field, String value) {
        if (value.endsWith("*") || value.length() > LONGEST / 2) {
            return Optional.empty();
        }
        if (!value.isEmpty() && value.chars().allMatch(ExpressionReader::isBareValuePart)) {
            return Optional.of(field + "=" + value);
        }
        if (value.matches("[^\"\\\\\\r\\n]*")) {
            return Optional.of(field + "=\"" + value + '"');
        }
        return value.matches("[^'\\\\\\r\\n]*") ? Optional.of(field + "='" + value + "'") : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
