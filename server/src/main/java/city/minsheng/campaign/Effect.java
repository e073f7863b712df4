package city.minsheng.campaign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 成效: calls on the topic before, during and after the sweep, at places swept against places not swept. The difference of the two
 * changes is what the sweep may have done: what would have gone down by itself went down elsewhere too.
 *
 * @param swept      places where somebody has been
 * @param others     places on the list where nobody has been, and everywhere else in the topic's area
 * @param difference percentage points by which the change at places swept is below (negative) or above that of the others
 * @param small      too few calls or days to say anything
 */
public record Effect(List<Span> spans, Group swept, Group others, @Nullable Double difference, boolean small, List<Week> weeks) {

    public enum Period { BEFORE, DURING, AFTER }

    /** @param days of it that have passed */
    public record Span(Period period, LocalDate from, LocalDate to, int days) {}

    /** @param change calls a day after against before; null where there were none before, or nothing is after yet */
    public record Group(int places, int before, int during, int after, @Nullable Double change) {}

    public record Week(LocalDate from, int swept, int others) {}

    /** A call on the topic. @param task the place on the list that it is about */
    public record Call(UUID order, LocalDate day, @Nullable UUID task, boolean swept) {}

    /** Fewer calls than this before the sweep, or fewer days after it, prove nothing. */
    static final int FEW = 10;
    static final int SHORT = 14;

    /** @param end the day of the sweep's end; null while it runs */
    static List<Span> spans(LocalDate start, @Nullable LocalDate end, int days, LocalDate today) {
        var spans = new ArrayList<Span>();
        spans.add(span(Period.BEFORE, start.minusDays(days), start.minusDays(1), today));
        spans.add(span(Period.DURING, start, end == null ? today : end, today));
        if (end != null && today.isAfter(end)) {
            spans.add(span(Period.AFTER, end.plusDays(1), end.plusDays(days), today));
        }
        return spans;
    }

    private static Span span(Period period, LocalDate from, LocalDate to, LocalDate today) {
        var last = to.isAfter(today) ? today : to;
        return new Span(period, from, last, (int) ChronoUnit.DAYS.between(from, last) + 1);
    }

    static @Nullable Period period(List<Span> spans, LocalDate day) {
        return spans.stream().filter(span -> !day.isBefore(span.from()) && !day.isAfter(span.to())).map(Span::period).findFirst().orElse(null);
    }

    static Effect of(List<Span> spans, List<Call> calls, int sweptPlaces, int otherPlaces) {
        var swept = group(spans, calls.stream().filter(Call::swept).toList(), sweptPlaces);
        var others = group(spans, calls.stream().filter(call -> !call.swept()).toList(), otherPlaces);
        var difference = swept.change() == null || others.change() == null ? null : swept.change() - others.change();
        int after = spans.stream().filter(span -> span.period() == Period.AFTER).mapToInt(Span::days).findFirst().orElse(0);
        return new Effect(spans, swept, others, difference, swept.before() < FEW || others.before() < FEW || after < SHORT, weeks(spans, calls));
    }

    private static Group group(List<Span> spans, List<Call> calls, int places) {
        int before = count(spans, calls, Period.BEFORE);
        int after = count(spans, calls, Period.AFTER);
        return new Group(places, before, count(spans, calls, Period.DURING), after, change(spans, before, after));
    }

    private static @Nullable Double change(List<Span> spans, int before, int after) {
        int daysBefore = spans.getFirst().days();
        var last = spans.getLast();
        return before == 0 || last.period() != Period.AFTER ? null : 100.0 * ((double) after / last.days() / ((double) before / daysBefore) - 1);
    }

    private static int count(List<Span> spans, List<Call> calls, Period period) {
        return (int) calls.stream().filter(call -> period(spans, call.day()) == period).count();
    }

    /** Whole weeks from the first day on. */
    private static List<Week> weeks(List<Span> spans, List<Call> calls) {
        var weeks = new ArrayList<Week>();
        for (var from = spans.getFirst().from(); !from.isAfter(spans.getLast().to()); from = from.plusDays(7)) {
            var first = from;
            var within = calls.stream().filter(call -> !call.day().isBefore(first) && call.day().isBefore(first.plusDays(7)))
                    .filter(call -> period(spans, call.day()) != null).toList();
            int swept = (int) within.stream().filter(Call::swept).count();
            weeks.add(new Week(first, swept, within.size() - swept));
        }
        return weeks;
    }
}
