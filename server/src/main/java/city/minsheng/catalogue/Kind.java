package city.minsheng.catalogue;

/** 诉求类型. */
public enum Kind {
    INQUIRY,      // 咨询
    ASSISTANCE,   // 求助
    COMPLAINT,    // 投诉
    REPORT,       // 举报
    SUGGESTION,   // 建议
    COMMENDATION  // 表扬
}
