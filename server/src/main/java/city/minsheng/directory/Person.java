package city.minsheng.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who works with the system. */
public record Person(String username, String name, String english, String department, List<Role> roles,
        @Nullable String group, @Nullable String passwordHash, boolean mustChangePassword, int failures,
        @Nullable Instant lockedUntil, @Nullable Instant lastSignInAt) {}
