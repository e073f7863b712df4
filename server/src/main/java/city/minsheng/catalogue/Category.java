package city.minsheng.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 事项分类. @param kinds what requests of it mostly are, the likeliest first @param words what callers say */
public record Category(String code, @Nullable String parent, String name, String english, List<Kind> kinds, Level level, List<String> words) {}
