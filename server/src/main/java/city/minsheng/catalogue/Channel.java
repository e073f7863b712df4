package city.minsheng.catalogue;

/** 渠道. @param core one of the two core platforms @param medium PHONE or WEB */
public record Channel(String code, String name, String english, boolean core, String medium) {}
