package dev.laurel.examples.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.ledger.Balance;
import dev.laurel.tier.TierStanding;
import java.io.IOException;

/** Writes an account as it stands at the end. */
final class AccountsFile {
    private AccountsFile() {}

    static void write(JsonOutput out, FinalAccount last) throws IOException {
        JsonGenerator json = out.generator();
        Account account = last.account();
        TierStanding standing = account.standing();
        json.writeStartObject();
        json.writeStringField("customer", account.customer());
        out.writeInstant("at", account.asOf());
        json.writeStringField("tier", standing == null ? null : standing.tier().id());
        out.writeInstant("tierUntil", standing == null ? null : standing.until());
        json.writeObjectFieldStart("balances");
        for (Wallet wallet : account.wallets()) {
            write(json, wallet);
        }
        json.writeEndObject();
        json.writeStringField("digest", last.digest());
        json.writeEndObject();
        out.endLine();
    }

    private static void write(JsonGenerator json, Wallet wallet) throws IOException {
        Balance balance = wallet.balance();
        json.writeObjectFieldStart(wallet.currency());
        json.writeNumberField("opened", balance.opened());
        json.writeNumberField("available", balance.available());
        json.writeNumberField("pending", balance.pending());
        json.writeNumberField("held", balance.held());
        json.writeNumberField("debt", balance.debt());
        json.writeNumberField("earned", balance.earned());
        json.writeNumberField("redeemed", balance.redeemed());
        json.writeNumberField("expired", balance.expired());
        json.writeNumberField("clawedBack", balance.clawedBack());
        json.writeNumberField("adjustedUp", balance.adjustedUp());
        json.writeNumberField("adjustedDown", balance.adjustedDown());
        json.writeNumberField("received", balance.received());
        json.writeNumberField("sent", balance.sent());
        json.writeEndObject();
    }
}
