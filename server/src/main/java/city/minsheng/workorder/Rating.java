package city.minsheng.workorder;

/** 满意度 of the matter (一事一评); the call has its own rating. */
public enum Rating { VERY, YES, FAIR, NO, VERY_NO }
