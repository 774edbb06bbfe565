package dev.laurel.program;

import com.google.common.base.Ascii;

/** A Markdown document that is being written: blocks with an empty line between them. */
final class Markdown {
    /** What has a meaning inside a line, or would have one in a common dialect. */
    private static final String MARKS = "\\`*_[]{}<>#|~&$";

    private final StringBuilder text = new StringBuilder();

    void heading(int level, String title) {
        block("#".repeat(level) + " " + title);
    }

    void block(String content) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(content).append('\n');
    }

    String text() {
        return text.toString();
    }

    /** An item of a list; items that follow one another without an empty line are one list. */
    static String item(int depth, String content) {
        return "  ".repeat(depth) + "- " + content;
    }

    /** A kebab-case id or another text without backticks, as it is. */
    static String code(String id) {
        return "`" + id + "`";
    }

    /**
     * Somebody else's text inside a line: read as the same text and nothing else, so that it can neither end a cell, a line or a
     * block nor begin a link or a tag. Characters that cannot be seen become spaces.
     */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(codePoint -> {
            if (!isVisible(codePoint)) {
                escaped.append(' ');
            } else if (MARKS.indexOf(codePoint) >= 0 || completesAddress(escaped, codePoint)) {
                escaped.append('\\').appendCodePoint(codePoint);
            } else {
                escaped.appendCodePoint(codePoint);
            }
        });
        return escaped.toString();
    }

    /** In many dialects, what begins with {@code https:/} or {@code www.} is a link by itself. */
    private static boolean completesAddress(StringBuilder before, int codePoint) {
        int length = before.length();
        return switch (codePoint) {
            case '/' -> length > 0 && before.charAt(length - 1) == ':';
            case '.' -> length > 2 && Ascii.equalsIgnoreCase(before.substring(length - 3), "www");
            default -> false;
        };
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
