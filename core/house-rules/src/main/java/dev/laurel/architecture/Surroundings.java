package dev.laurel.architecture;

import java.util.Set;

/** What would let the same event have another outcome on another day, machine or JVM. */
final class Surroundings {

    static final Forbidden CLOCKS_AND_CHANCE = new Forbidden(
            Set.of(
                    "java.time.Clock",
                    "java.time.InstantSource",
                    "java.util.Calendar",
                    "java.util.Date",
                    "java.util.GregorianCalendar",
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.Timer",
                    "java.util.TimerTask",
                    "java.util.random..",
                    "java.security.SecureRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "com.google.common.base.Stopwatch",
                    "com.google.common.base.Ticker",
                    "com.google.common.cache.."),
            Set.of(
                    "java.time.*#now",
                    "java.time.chrono.*#now",
                    "java.time.chrono.*#dateNow",
                    "java.lang.System#currentTimeMillis",
                    "java.lang.System#nanoTime",
                    "java.lang.System#identityHashCode",
                    "java.lang.Math#random",
                    "java.lang.StrictMath#random",
                    "java.util.UUID#randomUUID",
                    "java.util.Collections#shuffle",
                    "com.google.common.hash.Hashing#goodFastHash"),
            Set.of());

    static final Forbidden DEFAULTS_OF_THE_MACHINE = new Forbidden(
            Set.of(
                    "java.lang.ClassLoader",
                    "java.lang.Process",
                    "java.lang.ProcessBuilder",
                    "java.lang.Runtime",
                    "java.text..",
                    "java.util.Formatter",
                    "java.util.ResourceBundle",
                    "java.util.ServiceLoader",
                    "java.util.TimeZone",
                    "java.util.SimpleTimeZone",
                    "java.util.logging..",
                    "java.util.prefs.."),
            Set.of(
                    "java.lang.Boolean#getBoolean",
                    "java.lang.Class#forName",
                    "java.lang.Integer#getInteger",
                    "java.lang.Long#getLong",
                    "java.lang.String#<init>([B)",
                    "java.lang.String#<init>([B,int,int)",
                    "java.lang.String#format(java.lang.String,[Ljava.lang.Object;)",
                    "java.lang.String#formatted",
                    "java.lang.String#getBytes()",
                    "java.lang.String#toLowerCase()",
                    "java.lang.String#toUpperCase()",
                    "java.lang.System#*",
                    "java.io.ByteArrayOutputStream#toString()",
                    "java.io.InputStreamReader#<init>(java.io.InputStream)",
                    "java.io.OutputStreamWriter#<init>(java.io.OutputStream)",
                    "java.nio.charset.Charset#defaultCharset",
                    "java.time.ZoneId#systemDefault",
                    "java.time.format.DateTimeFormatter#ofLocalizedDate",
                    "java.time.format.DateTimeFormatter#ofLocalizedDateTime",
                    "java.time.format.DateTimeFormatter#ofLocalizedTime",
                    "java.time.format.DateTimeFormatter#ofPattern(java.lang.String)",
                    "java.time.format.DateTimeFormatterBuilder#toFormatter()",
                    "java.util.Currency#getDisplayName()",
                    "java.util.Currency#getSymbol()",
                    "java.util.Locale#getDefault"),
            Set.of("java.text.Normalizer", "java.lang.System#arraycopy"));

    static final Forbidden THREADS = new Forbidden(
            Set.of(
                    "java.lang.InheritableThreadLocal",
                    "java.lang.Thread",
                    "java.lang.ThreadGroup",
                    "java.lang.ThreadLocal",
                    "java.lang.ref..",
                    "java.util.concurrent..",
                    "com.google.common.util.concurrent.."),
            Set.of(
                    "*#parallelStream",
                    "java.lang.Object#notify",
                    "java.lang.Object#notifyAll",
                    "java.lang.Object#wait",
                    "java.util.Arrays#parallelPrefix",
                    "java.util.Arrays#parallelSetAll",
                    "java.util.Arrays#parallelSort",
                    "java.util.stream.*#parallel"),
            Set.of());

    static final Forbidden FILES = new Forbidden(
            Set.of(
                    "java.io.Console",
                    "java.io.File",
                    "java.io.FileDescriptor",
                    "java.io.FileInputStream",
                    "java.io.FileOutputStream",
                    "java.io.FileReader",
                    "java.io.FileWriter",
                    "java.io.PrintStream",
                    "java.io.PrintWriter",
                    "java.io.RandomAccessFile",
                    "java.net..",
                    "java.nio.channels..",
                    "java.nio.file..",
                    "java.sql..",
                    "java.util.Scanner",
                    "java.util.jar..",
                    "javax.sql..",
                    "com.google.common.io..",
                    "com.google.common.net.."),
            Set.of("java.lang.Class#getResource", "java.lang.Class#getResourceAsStream"),
            Set.of());

    /** The JDK salts the order of these once for each JVM. */
    static final Forbidden SALTED_ORDER = new Forbidden(
            Set.of(),
            Set.of(
                    "java.util.Map#copyOf",
                    "java.util.Map#of",
                    "java.util.Map#ofEntries",
                    "java.util.Set#copyOf",
                    "java.util.Set#of",
                    "java.util.stream.Collectors#toUnmodifiableMap",
                    "java.util.stream.Collectors#toUnmodifiableSet"),
            Set.of(
                    "java.util.Map#of()",
                    "java.util.Map#of(java.lang.Object,java.lang.Object)",
                    "java.util.Set#of()",
                    "java.util.Set#of(java.lang.Object)"));

    private Surroundings() {}
}
