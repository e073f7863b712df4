package city.minsheng.intake;

/**
 * 语言模型: a port. Off unless the city names one inside its own network; everything works without it. It is given concealed texts
 * only, and what it writes is a draft.
 */
interface LanguageModel {

    boolean isOn();

    /** Its name, for the mark on the draft. */
    String name();

    /** @throws city.minsheng.platform.Refusal {@code language-model-silent} if it does not answer in time */
    String write(String task, String material);
}
