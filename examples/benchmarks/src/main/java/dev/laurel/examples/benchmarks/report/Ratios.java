package dev.laurel.examples.benchmarks.report;

import java.util.Locale;

/** How ratios are written. */
public final class Ratios {
    private Ratios() {}

    /** With two digits below ten, where they count, and with none from ten on. */
    public static String inWords(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
    }
}
