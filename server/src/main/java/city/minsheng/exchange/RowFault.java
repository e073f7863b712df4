package city.minsheng.exchange;

/** A row that cannot be taken. @param line where it begins in the file, the head being line 1 */
record RowFault(long line, String why) {}
