package city.minsheng.workorder;

/** The citizen's word on whether it is solved. */
public enum Solved { YES, PARTLY, NO }
