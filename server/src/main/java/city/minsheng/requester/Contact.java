package city.minsheng.requester;

import org.jspecify.annotations.Nullable;

/** How somebody can be reached, in clear: never logged, never part of an address. */
public record Contact(@Nullable String name, @Nullable String phone) {

    @Override
    public String toString() {
        return "Contact[sealed]";
    }
}
