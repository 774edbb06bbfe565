package dev.laurel.examples.replay;

import dev.laurel.account.Account;

/**
 * An account as it stands at the end of a run.
 *
 * @param account the account
 * @param digest its digest, worked out by the thread that ran it
 */
record FinalAccount(Account account, String digest) {}
