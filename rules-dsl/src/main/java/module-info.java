/** The words in which a loyalty program reads like its terms. */
module dev.laurel.dsl {
    requires transitive dev.laurel.core;
    requires static transitive com.google.errorprone.annotations;
    requires static transitive org.jspecify;

    exports dev.laurel.dsl;
    exports dev.laurel.dsl.syntax;
}
