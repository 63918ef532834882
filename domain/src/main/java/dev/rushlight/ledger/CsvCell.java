package dev.rushlight.ledger;

/**
 * A text as a cell by RFC 4180 that no spreadsheet takes for a formula: one that begins like a formula, if need be behind
 * what cannot be seen, gets an apostrophe before it.
 */
final class CsvCell {

    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠";
    private static final String BREAKS_A_CELL = "\t\r\n";
    private static final String NEEDS_QUOTES = ",;\"'\t\r\n";

    private CsvCell() {}

    static String of(String text) {
        var cell = isActive(text) ? "'" + text : text;
        return needsQuotes(cell) ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private static boolean isActive(String text) {
        if (text.isEmpty()) {
            return false;
        }
        var visible = text.codePoints().dropWhile(CsvCell::isInvisible).findFirst();
        return BREAKS_A_CELL.indexOf(text.charAt(0)) >= 0
                || visible.isPresent() && BEGINS_A_FORMULA.indexOf(visible.getAsInt()) >= 0;
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.CONTROL
                || Character.getType(character) == Character.FORMAT;
    }

    private static boolean needsQuotes(String cell) {
        return cell.chars().anyMatch(character -> NEEDS_QUOTES.indexOf(character) >= 0) || !cell.equals(cell.strip());
    }
}
