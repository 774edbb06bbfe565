package dev.laurel.testkit;

import java.util.function.Consumer;

/**
 * Something that a store promises.
 *
 * @param name the promise, as a sentence
 * @param body throws an {@link AssertionError} if it is not kept
 */
record StoreCheck(String name, Consumer<StoreRoom> body) {}
