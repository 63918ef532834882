package dev.rushlight.hub.peer.studio;

import java.util.ArrayList;
import java.util.List;

/** A piece of a query: a word, a quoted text without its quotes, or a sign. */
record Token(Kind kind, String text) {

    enum Kind {
        WORD,
        QUOTED,
        SIGN
    }

    private static final String SIGNS = "(),=<>!";

    static List<Token> all(String expression) {
        var tokens = new ArrayList<Token>();
        var at = 0;
        while (at < expression.length()) {
            var c = expression.charAt(at);
            var end = at + 1;
            if (c == '"' || c == '\'') {
                end = quoteEnd(expression, at);
                tokens.add(new Token(Kind.QUOTED, unescaped(expression.substring(at + 1, end - 1))));
            } else if (SIGNS.indexOf(c) >= 0) {
                end = "<>!".indexOf(c) >= 0 && expression.startsWith("=", end) ? end + 1 : end;
                tokens.add(new Token(Kind.SIGN, expression.substring(at, end)));
            } else if (!Character.isWhitespace(c)) {
                end = wordEnd(expression, at);
                tokens.add(new Token(Kind.WORD, expression.substring(at, end)));
            }
            at = end;
        }
        return tokens;
    }

    boolean is(String word) {
        return kind != Kind.QUOTED && text.equals(word);
    }

    private static int quoteEnd(String expression, int start) {
        for (var at = start + 1; at < expression.length(); at++) {
            if (expression.charAt(at) == '\\') {
                at++;
            } else if (expression.charAt(at) == expression.charAt(start)) {
                return at + 1;
            }
        }
        throw Refused.unreadable("A quoted text does not end");
    }

    private static String unescaped(String text) {
        return text.replaceAll("(?s)\\\\(.)", "$1");
    }

    private static int wordEnd(String expression, int start) {
        var at = start;
        while (at < expression.length()
                && !Character.isWhitespace(expression.charAt(at))
                && (SIGNS + "\"'").indexOf(expression.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
