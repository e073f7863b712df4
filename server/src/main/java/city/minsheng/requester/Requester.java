package city.minsheng.requester;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 诉求人, as screens may show one: masked. */
public record Requester(UUID id, @Nullable String name, @Nullable String phone) {}
