package dev.laurel.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells which classes named {@code *Properties} did not run: a test run that leaves them out looks just like one in which they
 * pass. It reads the reports of the unit tests, so it is asked after them.
 */
public final class PropertiesRan {
    private static final Pattern COUNTS =
            Pattern.compile("<testsuite [^>]*?\\btests=\"(\\d+)\"[^>]*?\\bskipped=\"(\\d+)\"");

    private PropertiesRan() {}

    /** The classes of the module in whose directory the tests run that have not run in this build. */
    public static List<String> notRunInThisBuild() {
        Instant buildStart = Optional.ofNullable(System.getProperty("laurel.build.started"))
                .map(Instant::parse)
                .orElse(Instant.EPOCH);
        return notRun(Path.of("target", "test-classes"), Path.of("target", "surefire-reports"), buildStart);
    }

    /** How many of them the module in whose directory the tests run has. */
    public static int inThisModule() {
        return propertiesClassesIn(Path.of("target", "test-classes")).size();
    }

    static List<String> notRun(Path testClasses, Path reports, Instant buildStart) {
        return propertiesClassesIn(testClasses).stream()
                .filter(name -> testsRun(name, reports, buildStart) == 0)
                .toList();
    }

    private static List<String> propertiesClassesIn(Path testClasses) {
        try (Stream<Path> files = Files.walk(testClasses)) {
            return files.map(it -> testClasses.relativize(it).toString())
                    .filter(it -> it.endsWith("Properties.class") && !it.contains("$"))
                    .map(it -> it.substring(0, it.length() - ".class".length()).replaceAll("[/\\\\]", "."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int testsRun(String className, Path reports, Instant buildStart) {
        if (!Files.isDirectory(reports)) {
            return 0;
        }
        Pattern report = Pattern.compile("TEST-" + Pattern.quote(className) + "(\\$.*)?\\.xml");
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(
                            it -> report.matcher(it.getFileName().toString()).matches())
                    .filter(it -> !modified(it).isBefore(buildStart))
                    .mapToInt(PropertiesRan::testsRun)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int testsRun(Path report) {
        try {
            Matcher counts = COUNTS.matcher(Files.readString(report));
            return counts.find() ? Integer.parseInt(counts.group(1)) - Integer.parseInt(counts.group(2)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
