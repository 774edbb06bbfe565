package dev.laurel.service;

import com.google.common.collect.ComparisonChain;

/**
 * Where an account is found: one customer in one program.
 *
 * @param program the id of the program
 * @param customer the host's id of the customer
 */
public record AccountKey(String program, String customer) implements Comparable<AccountKey> {
    /** By program, then customer, as their characters compare. */
    @Override
    public int compareTo(AccountKey other) {
        return ComparisonChain.start()
                .compare(program, other.program)
                .compare(customer, other.customer)
                .result();
    }
}
