package city.minsheng.workorder;

import city.minsheng.platform.Refusal;

/** Where ready answers come from. The order keeps code and version as values; whether they are in force, a room above knows. */
public interface AnswerSource {

    /** @throws Refusal where nobody may be told this version now */
    void check(String article, int version);
}
