package city.minsheng.workorder;

import org.springframework.context.MessageSourceResolvable;

/** A word of the trade inside a sentence, said in the reader's language: {@code status.CLOSED} → 已办结. */
record Word(String code) implements MessageSourceResolvable {

    @Override
    public String[] getCodes() {
        return new String[] {code};
    }

    @Override
    public String getDefaultMessage() {
        return code;
    }
}
