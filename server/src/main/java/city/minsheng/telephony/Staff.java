package city.minsheng.telephony;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who sits at a seat. */
public record Staff(String username, String name, String english, @Nullable String group, List<CallRouter.Skill> skills) {}
