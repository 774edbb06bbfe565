package dev.laurel.examples.replay.sample;

import java.time.Month;

/** What the shop sells: how much of it, at what prices, how often. */
enum Category {
    FRAGRANCE("fragrance", 46, 28, 145, 70),
    LIPSTICK("lipstick", 54, 9, 38, 110),
    LIP_GLOSS("lip-gloss", 28, 8, 28, 60),
    MASCARA("mascara", 30, 9, 32, 85),
    EYELINER("eyeliner", 26, 7, 26, 55),
    EYESHADOW("eyeshadow", 32, 12, 62, 55),
    BROW("brow", 22, 8, 28, 35),
    FOUNDATION("foundation", 40, 14, 52, 70),
    CONCEALER("concealer", 26, 9, 34, 45),
    BLUSH("blush", 22, 10, 40, 40),
    HIGHLIGHTER("highlighter", 20, 12, 42, 25),
    CLEANSER("cleanser", 30, 9, 38, 70),
    SKINCARE("skincare", 48, 14, 98, 95),
    SERUM("serum", 30, 18, 120, 55),
    SUNSCREEN("sunscreen", 22, 12, 42, 40),
    FACE_MASK("face-mask", 24, 4, 48, 40),
    NAIL_POLISH("nail-polish", 30, 6, 18, 40),
    HAIR_CARE("hair-care", 26, 9, 46, 60),
    BODY_CARE("body-care", 22, 8, 44, 40),
    TOOLS("tools", 18, 6, 60, 30),
    /** Not drawn as the others are, since few baskets hold one. */
    GIFT_CARD("gift-card", 4, 25, 100, 0);

    private final String label;
    private final int products;
    private final int lowestDollars;
    private final int highestDollars;
    private final int weight;

    Category(String label, int products, int lowestDollars, int highestDollars, int weight) {
        this.label = label;
        this.products = products;
        this.lowestDollars = lowestDollars;
        this.highestDollars = highestDollars;
        this.weight = weight;
    }

    /** How histories call it. */
    String label() {
        return label;
    }

    /** How many products there are. */
    int products() {
        return products;
    }

    int lowestDollars() {
        return lowestDollars;
    }

    int highestDollars() {
        return highestDollars;
    }

    /** How often it is bought in a month, compared with the others. */
    int weightIn(Month month) {
        int percent = switch (this) {
            case FRAGRANCE -> month == Month.DECEMBER || month == Month.MAY ? 200 : 100;
            case SUNSCREEN ->
                switch (month) {
                    case MAY, JUNE, JULY, AUGUST -> 250;
                    case NOVEMBER, DECEMBER, JANUARY, FEBRUARY -> 40;
                    default -> 100;
                };
            default -> 100;
        };
        return weight * percent / 100;
    }
}
