package dev.rushlight.hub;

/** A place in a text, as editors name it: lines and columns count from 1, and columns are characters. */
record TextPlace(int line, int column) {

    static TextPlace of(String text, int position) {
        var before = text.substring(0, Math.min(position, text.length()));
        var lineStart = before.lastIndexOf('\n') + 1;
        var line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new TextPlace(line, 1 + before.codePointCount(lineStart, before.length()));
    }

    @Override
    public String toString() {
        return "line %s, column %s".formatted(line, column);
    }
}
