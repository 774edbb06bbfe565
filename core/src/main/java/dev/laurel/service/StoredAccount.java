package dev.laurel.service;

import dev.laurel.account.Account;
import java.time.Instant;

/**
 * An account as a store has it.
 *
 * @param account the account
 * @param revision how many events were committed to it, which is also the position of the last one in its journal; a commit names the
 *     one that it builds on
 * @param recordedAt when the last of them was recorded
 */
public record StoredAccount(Account account, long revision, Instant recordedAt) {}
