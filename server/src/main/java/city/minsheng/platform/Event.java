package city.minsheng.platform;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Something that has happened, told to the rooms above through the outbox.
 *
 * @param id      sorts by real time; the same event always bears the same id, so a listener can know it again
 * @param subject what it is about, a work order for the most part; events of one subject arrive in order
 * @param kind    such as {@code work-order.dispatched}
 * @param at      when it happened, by the clock of the rules
 */
public record Event(UUID id, UUID subject, String kind, Instant at, JsonNode data) {}
