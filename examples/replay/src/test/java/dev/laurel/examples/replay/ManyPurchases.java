package dev.laurel.examples.replay;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;

/** Makes up purchases, by time over all customers, and keeps none: as many as a disk or a pipe takes. */
final class ManyPurchases {
    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
    private static final long SECONDS = 2L * 365 * 86_400;
    private static final int MAX_LINES = 3;
    private static final int MAX_CENTS = 6_000;
    private static final String[] CATEGORIES = {"fragrance", "makeup", "skincare", "hair"};

    private ManyPurchases() {}

    /** Writes so many purchases, of so many customers, to the standard output. */
    public static void main(String[] args) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
            write(Long.parseLong(args[0]), Integer.parseInt(args[1]), out);
        }
    }

    static void write(long purchases, int customers, OutputStream out) throws IOException {
        SplittableRandom random = new SplittableRandom(1997);
        StringBuilder line = new StringBuilder();
        for (long i = 0; i < purchases; i++) {
            line.setLength(0);
            line.append("{\"type\":\"purchase\",\"id\":\"p").append(i).append("\",\"customer\":\"c");
            line.append(random.nextInt(customers)).append("\",\"at\":\"");
            line.append(START.plusSeconds(i * SECONDS / purchases)).append("\",\"currency\":\"USD\",\"lines\":[");
            addLines(line, random);
            line.append("]}\n");
            out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void addLines(StringBuilder text, SplittableRandom random) {
        int lines = 1 + random.nextInt(MAX_LINES);
        for (int i = 1; i <= lines; i++) {
            int cents = 100 + random.nextInt(MAX_CENTS);
            text.append(i == 1 ? "" : ",").append("{\"id\":\"").append(i);
            text.append("\",\"sku\":\"s").append(random.nextInt(5_000)).append("\",\"categories\":[\"");
            text.append(CATEGORIES[random.nextInt(CATEGORIES.length)]).append("\"],\"quantity\":\"1\",\"net\":\"");
            text.append(cents / 100)
                    .append('.')
                    .append(cents % 100 / 10)
                    .append(cents % 10)
                    .append("\"}");
        }
    }
}
