package city.minsheng.directory;

import org.jspecify.annotations.Nullable;

/** 承办单位, or a part of it. @param kind HOTLINE, BUREAU, UTILITY, AREA or SUBUNIT @param area the township it is for */
public record Department(String code, @Nullable String parent, String name, String shortName, String english,
        String kind, @Nullable String area, String phone) {}
