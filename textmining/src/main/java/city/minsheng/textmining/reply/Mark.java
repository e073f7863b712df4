package city.minsheng.textmining.reply;

/**
 * One objection.
 *
 * @param words what it is about: the part of the request that is not answered, the phrase that only defers, the masked number
 */
public record Mark(Kind kind, String words) {

    public enum Kind {
        TOO_SHORT,     // 过短
        ONLY_DEFERRAL, // 只有推托
        NOT_ANSWERED,  // 没有回答所问
        NO_BASIS,      // 没有依据
        ID_NUMBER,     // 含身份证号
        PHONE          // 含电话号码
    }
}
