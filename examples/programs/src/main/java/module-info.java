/** Programs as a shop would write them, and proof that Laurel's modules can be used as modules. */
module dev.laurel.examples.programs {
    requires transitive dev.laurel.dsl;
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;

    exports dev.laurel.examples.programs;
}
