package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A JVM that a test starts with its own class path. It says things by lines, each with an end of its own: what is cut short is not heard. */
final class ChildJvm {
    private final Process process;
    private final Thread reader;

    /**
     * Starts it.
     *
     * @param heard told each line as it comes, by one thread
     */
    ChildJvm(Consumer<String> heard, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        reader = new Thread(() -> read(heard));
        reader.start();
    }

    /** What such a JVM says a line by. If nobody hears it any more, it ends. */
    static synchronized void say(String what) {
        System.out.print(what + ";\n");
        System.out.flush();
        if (System.out.checkError()) {
            Runtime.getRuntime().halt(1);
        }
    }

    private void read(Consumer<String> heard) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.endsWith(";")) {
                    heard.accept(line.substring(0, line.length() - 1));
                }
            }
        } catch (IOException e) {
            // It was killed.
        }
    }

    /** Writes a line to what it reads. */
    void tell(String line) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Closes what it reads, at whose end it is to end by itself. */
    void letEnd() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is dead.
        }
    }

    /** Kills it if it is still alive a while later. */
    void killLater() throws InterruptedException {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            kill();
        }
        awaitDeath();
    }

    /** By its handle: the process itself would close what it is heard by, with all that was said and not yet heard. */
    void kill() {
        boolean unused = process.toHandle().destroyForcibly();
    }

    /** Waits until it is dead. All that it said is heard by then. */
    void awaitDeath() throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        reader.join();
    }
}
