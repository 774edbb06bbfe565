/** Programs and histories made up from seeds, and what every store promises: for tests of hosts and of stores. */
module dev.laurel.testkit {
    requires transitive dev.laurel.core;
    requires com.google.common;
    // Annotations in signatures: for compilers and tools only, so a host needs neither at run time.
    requires static transitive com.google.errorprone.annotations;
    requires static transitive org.jspecify;

    exports dev.laurel.testkit;
}
