package dev.laurel.engine.draft;

/** Holds lapse at their end. */
final class Lapses implements Timed {
    @Override
    public long nextChange(AccountDraft account) {
        return account.holds().nextLapse();
    }

    @Override
    public void settleDue(AccountDraft account) {
        account.holds().lapse();
    }
}
