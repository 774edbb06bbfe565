package dev.laurel.time;

import java.util.Locale;

/** The name of a window in a word, made of how it describes itself. */
final class WindowId {
    private WindowId() {}

    static String of(Window window) {
        return window.describe()
                .replaceFirst("^per (calendar |ISO )?", "")
                .replace(' ', '-')
                .toLowerCase(Locale.ROOT);
    }
}
