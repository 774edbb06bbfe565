package dev.laurel.service;

/**
 * Runs something once the transaction is committed of which an event is part. A host whose transactions the store joins says how; the
 * listeners are told by way of it, so that nobody hears of what is rolled back.
 *
 * <pre>{@code
 * // Spring
 * AfterCommit spring = task -> {
 *     if (TransactionSynchronizationManager.isActualTransactionActive()) {
 *         TransactionSynchronizationManager.registerSynchronization(
 *                 new TransactionSynchronization() { public void afterCommit() { task.run(); } });
 *     } else {
 *         task.run();
 *     }
 * };
 * // JTA
 * AfterCommit jta = task -> registry.registerInterposedSynchronization(
 *         new Synchronization() {
 *             public void beforeCompletion() {}
 *             public void afterCompletion(int status) { if (status == Status.STATUS_COMMITTED) task.run(); }
 *         });
 * }</pre>
 */
@FunctionalInterface
public interface AfterCommit {
    /** For stores that commit by themselves, and for listeners that may hear of what is rolled back: all is told at once. */
    AfterCommit AT_ONCE = Runnable::run;

    /**
     * Runs the task after the commit, at once if there is none to wait for, and never after a rollback. The task must not write in the
     * transaction that was just committed, as the frameworks that call it may still have its connection at hand.
     */
    void run(Runnable task);
}
