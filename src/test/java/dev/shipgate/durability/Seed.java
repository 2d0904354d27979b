package dev.shipgate.durability;

import java.util.Random;

/** The seed that tests draw their accidents from. Another seed: {@code -Dshipgate.seed=...}. */
public final class Seed {

    private static final String PROPERTY = "shipgate.seed";

    private Seed() {}

    public static Random next() {
        long seed = Long.getLong(PROPERTY, System.nanoTime());
        System.out.println(PROPERTY + "=" + seed);
        return new Random(seed);
    }
}
