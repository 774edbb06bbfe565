/** The values, the ledger and the engine of Laurel. */
module dev.laurel.core {
    requires com.google.common;
    requires org.slf4j;
    // Annotations in signatures: for compilers and tools only, so a host needs neither at run time.
    requires static transitive com.google.errorprone.annotations;
    requires static transitive org.jspecify;

    exports dev.laurel.account;
    exports dev.laurel.codec;
    exports dev.laurel.condition;
    exports dev.laurel.counter;
    exports dev.laurel.customer;
    exports dev.laurel.decision;
    exports dev.laurel.engine;
    exports dev.laurel.event;
    exports dev.laurel.id;
    exports dev.laurel.ledger;
    exports dev.laurel.money;
    exports dev.laurel.occasion;
    exports dev.laurel.program;
    exports dev.laurel.receipt;
    exports dev.laurel.reward;
    exports dev.laurel.rule;
    exports dev.laurel.service;
    exports dev.laurel.tier;
    exports dev.laurel.time;
}
