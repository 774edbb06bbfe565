package dev.laurel.examples.replay.retail;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A row of the table: some units of one article on an invoice.
 *
 * @param number the row's own number, unique in the table
 * @param invoice the invoice; one that takes back has a C before its number
 * @param stockCode the article
 * @param quantity how many units, below zero where they are taken back
 * @param at when the row was entered
 * @param unitPrice what a unit costs, in pounds
 * @param customer whose invoice it is, or empty if nobody knows
 */
public record RetailRow(
        long number,
        String invoice,
        String stockCode,
        long quantity,
        Instant at,
        BigDecimal unitPrice,
        String customer) {
    boolean isCancellation() {
        return invoice.startsWith("C");
    }
}
