package dev.laurel.examples.replay;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows how much of a history was read, if there is a terminal to show it on. */
final class Progress implements LongConsumer, AutoCloseable {
    private static final long KIBIBYTE = 1024;

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** Counts the bytes of a file. */
    static Progress of(Path file) throws ReplayException {
        if (!isTerminal()) {
            return new Progress(null);
        }
        try {
            return new Progress(new ProgressBarBuilder()
                    .setTaskName("replay")
                    .setInitialMax(Files.size(file))
                    .setUnit(" KB", KIBIBYTE)
                    .build());
        } catch (IOException e) {
            throw new ReplayException(file + ": cannot be read: " + e, e);
        }
    }

    /** Counts events. */
    static Progress ofEvents(long events) {
        if (!isTerminal()) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName("replay")
                .setInitialMax(events)
                .setUnit(" events", 1)
                .build());
    }

    // Null says so up to JDK 21; where there always is a console, it has a method that says so.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public void accept(long read) {
        if (bar != null) {
            bar.stepBy(read);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
