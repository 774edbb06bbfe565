/** A store of accounts in a relational database, in the host's transactions or in its own. */
module dev.laurel.jdbc {
    requires transitive dev.laurel.core;
    requires transitive java.sql;
    requires com.google.common;
    requires org.slf4j;
    // Annotations in signatures: for compilers and tools only, so a host needs neither at run time.
    requires static transitive com.google.errorprone.annotations;
    requires static transitive org.jspecify;

    exports dev.laurel.jdbc;
}
