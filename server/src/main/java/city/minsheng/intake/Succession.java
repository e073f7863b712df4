package city.minsheng.intake;

import org.jspecify.annotations.Nullable;

/**
 * Whether a model that was just learned takes the place of the one in use. Compared on orders that neither has seen: those decided
 * since the old one was learned, guessed by the new one while they were held back. Where these are few, by what both measured.
 */
record Succession(boolean accepted, Why why) {

    /** Why it was accepted or refused. */
    public enum Why {
        FIRST,           // 首个模型
        BETTER_ON_FRESH, // 对新工单不逊于原模型
        WORSE_ON_FRESH,  // 对新工单逊于原模型，不换
        AS_GOOD,         // 实测质量不逊
        WORSE            // 实测质量下降，不换
    }

    /** Fewer say nothing. */
    static final int ENOUGH = 50;

    /** Within this, two models are as good as each other; the newer one knows more words. */
    static final double NOISE = 0.01;

    /** How often each was right on the orders that are new to both. @param texts how many */
    record Fresh(int texts, double old, double young) {}

    /** @param oldAccuracy as it measured itself; null: there is none in use @param youngTexts that the new one was measured on */
    static Succession decide(@Nullable Double oldAccuracy, double youngAccuracy, int youngTexts, Fresh fresh) {
        if (oldAccuracy == null) {
            return new Succession(true, Why.FIRST);
        }
        if (fresh.texts() >= ENOUGH) {
            boolean better = fresh.young() >= fresh.old() - NOISE;
            return new Succession(better, better ? Why.BETTER_ON_FRESH : Why.WORSE_ON_FRESH);
        }
        boolean asGood = youngTexts >= ENOUGH && youngAccuracy >= oldAccuracy - NOISE;
        return new Succession(asGood, asGood ? Why.AS_GOOD : Why.WORSE);
    }
}
