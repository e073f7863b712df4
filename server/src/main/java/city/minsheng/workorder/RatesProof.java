package city.minsheng.workorder;

import city.minsheng.platform.Promise;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the cases of every rate once more, from the steps alone. Those that the screens count must be the same, order by order. */
@Component
class RatesProof implements Promise {

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static final int BATCH = 500;
    private final JdbcClient jdbc;
    private final Rates rates;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    RatesProof(JdbcClient jdbc, Rates rates, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rates = rates;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    @Override
    public String name() {
        return "every rate is what the steps add up to";
    }

    @Override
    public long check(Consumer<Lie> lies) {
        var checked = snapshot.execute(status -> {
            var now = clock.instant();
            long count = 0;
            var after = new UUID(0, 0);
            for (List<Named> page; !(page = page(after)).isEmpty(); after = page.getLast().id()) {
                compare(page, now, lies);
                count += (long) page.size() * Rate.values().length;
            }
            return count;
        });
        return checked == null ? 0 : checked;
    }

    private record Named(UUID id, String number) {}

    private void compare(List<Named> page, Instant now, Consumer<Lie> lies) {
        var ids = page.stream().map(Named::id).toList();
        var told = fromSteps(ids, now);
        var shown = new HashMap<UUID, List<String>>();
        for (var rate : Rate.values()) {
            rates.cases(rate, new Rates.Period(Instant.EPOCH, FAR, List.of()), ids)
                    .forEach(one -> shown.computeIfAbsent(one.order(), id -> new ArrayList<>()).add(words(rate, one.department(), one.hit())));
        }
        for (var order : page) {
            var one = shown.getOrDefault(order.id(), List.of()).stream().sorted().toList();
            var other = told.getOrDefault(order.id(), List.of()).stream().sorted().toList();
            if (!one.equals(other)) {
                lies.accept(new Promise.Lie(order.number(), "counts as %s, its steps say %s".formatted(without(one, other), without(other, one))));
            }
        }
    }

    private static String words(Rate rate, String department, boolean hit) {
        return "%s %s of %s".formatted(hit ? "a hit" : "a miss", rate, department.isEmpty() ? "the city" : department);
    }

    private static List<String> without(List<String> all, List<String> those) {
        var left = new ArrayList<>(all);
        those.forEach(left::remove);
        return left;
    }

    private Map<UUID, List<String>> fromSteps(List<UUID> ids, Instant now) {
        var histories = new HashMap<UUID, History>();
        jdbc.sql(Steps.COLUMNS + " where order_id = any(:ids) order by order_id, seq").param("ids", ids.toArray(UUID[]::new)).query(row -> {
            histories.computeIfAbsent(row.getObject("order_id", UUID.class), id -> new History()).add(Steps.read(row, ""));
        });
        var told = new HashMap<UUID, List<String>>();
        histories.forEach((id, history) -> {
            var cases = new ArrayList<String>();
            history.cases(now, (rate, department, hit) -> cases.add(words(rate, department, hit)));
            told.put(id, cases);
        });
        return told;
    }

    private List<Named> page(UUID after) {
        return jdbc.sql("select id, number from work_order where id > :after order by id limit :batch").param("after", after).param("batch", BATCH)
                .query((row, n) -> new Named(row.getObject(1, UUID.class), row.getString(2))).list();
    }

    private interface Cases {
        void add(Rate rate, String department, boolean hit);
    }

    /** One order, step by step. */
    private static final class History {

        private static final Map<String, Rate> BY_CLOCK = Map.of("ACCEPT", Rate.ACCEPTED_IN_TIME, "CONTACT", Rate.CONTACTED_IN_TIME, "HANDLE", Rate.HANDLED_IN_TIME);
        private static final Map<String, Set<Action>> KEPT_BY = Map.of("ACCEPT", Set.of(Action.ACCEPT),
                "CONTACT", Set.of(Action.RECORD_CONTACT, Action.REPLY), "HANDLE", Set.of(Action.REPLY));
        private static final Set<String> HANDLED = Set.of("RESOLVED", "PARTLY_RESOLVED", "UNRESOLVED");

        private static final class Ticking {
            String kind = "";
            String holder = "";
            Instant due = FAR;
            Instant stopped = FAR;
            boolean kept;
        }

        private static final class Given {
            String department = "";
            boolean returned;
            boolean extended;
            boolean recalled;
        }

        private final Map<Integer, Ticking> clocks = new TreeMap<>();
        private final List<Given> given = new ArrayList<>();
        private final Map<String, String> facts = new TreeMap<>();
        private int reassigned;

        void add(Step step) {
            step.changes().forEach((fact, value) -> {
                if (value == null) {
                    facts.remove(fact);
                } else {
                    facts.put(fact, value);
                }
            });
            step.clocks().forEach(move -> turn(clocks.computeIfAbsent(move.n(), n -> new Ticking()), move, step));
            follow(step);
        }

        private static void turn(Ticking ticking, ClockMove.Written move, Step step) {
            if (move.move().equals("stop")) {
                ticking.stopped = step.at();
                ticking.kept = KEPT_BY.getOrDefault(ticking.kind, Set.of()).contains(step.action());
                return;
            }
            ticking.due = java.util.Objects.requireNonNull(move.due());
            if (move.move().equals("start")) {
                ticking.kind = String.valueOf(move.kind());
                ticking.holder = String.valueOf(move.holder());
            }
        }

        private void follow(Step step) {
            switch (step.action()) {
                case DISPATCH, REASSIGN -> {
                    reassigned += step.action() == Action.REASSIGN ? 1 : 0;
                    given.add(new Given());
                    given.getLast().department = facts.getOrDefault("lead", "");
                }
                case RECALL -> given.getLast().recalled = true;
                case RETURN -> given.getLast().returned = true;
                case GRANT_EXTENSION -> given.getLast().extended = true;
                case REWORK -> {
                    if (step.changes().containsKey("parent")) { // one that was joined is given to its parent's department
                        given.add(new Given());
                        given.getLast().department = facts.getOrDefault("lead", "");
                    }
                }
                default -> { }
            }
        }

        void cases(Instant now, Cases cases) {
            clocks.values().stream().filter(ticking -> BY_CLOCK.containsKey(ticking.kind) && ticking.holder.startsWith("DEPARTMENT:")).forEach(ticking -> {
                boolean inTime = !ticking.stopped.isAfter(ticking.due);
                if (inTime ? ticking.kept : ticking.due.isBefore(now)) {
                    cases.add(BY_CLOCK.get(ticking.kind), ticking.holder.substring("DEPARTMENT:".length()), inTime);
                }
            });
            var stayed = given.stream().filter(one -> !one.recalled).toList();
            stayed.forEach(one -> {
                cases.add(Rate.RETURNED, one.department, one.returned);
                cases.add(Rate.EXTENDED, one.department, one.extended);
            });
            stayed.stream().findFirst().ifPresent(one -> cases.add(Rate.FIRST_RIGHT, one.department, reassigned == 0));
            ended(cases);
            cases.add(Rate.ANSWERED_DIRECTLY, "", !facts.containsKey("dispatched_at"));
        }

        private void ended(Cases cases) {
            var lead = facts.get("lead");
            if (lead == null || !facts.containsKey("closed_at") || !HANDLED.contains(facts.getOrDefault("outcome", ""))) {
                return;
            }
            var contacted = facts.get("contacted");
            var solved = facts.get("solved");
            var rating = facts.get("rating");
            if (contacted != null) {
                cases.add(Rate.RESPONDED, lead, contacted.equals("true"));
            }
            if (solved != null) {
                cases.add(Rate.SOLVED, lead, solved.equals("YES"));
            }
            if (rating != null) {
                cases.add(Rate.SATISFIED, lead, Set.of("VERY", "YES", "FAIR").contains(rating));
            }
            cases.add(Rate.CALLED_BACK, lead, contacted != null || solved != null || rating != null);
            cases.add(Rate.REWORKED, lead, Integer.parseInt(facts.getOrDefault("reworks", "0")) > 0);
        }
    }
}
