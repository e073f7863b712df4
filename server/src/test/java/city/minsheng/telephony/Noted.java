package city.minsheng.telephony;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A journal in memory. */
final class Noted implements Journal {

    record Change(String seat, SeatState from, SeatState to, @Nullable String reason, Instant at) {}

    final Map<UUID, Call> calls = new LinkedHashMap<>();
    final Map<UUID, List<Call.End>> ends = new LinkedHashMap<>();
    final Map<UUID, List<String>> logs = new LinkedHashMap<>();
    final List<Change> changes = new ArrayList<>();
    final Map<UUID, CallBack> callBacks = new LinkedHashMap<>();
    final List<CallBack.Result> attempts = new ArrayList<>();
    final Map<String, String> recordings = new LinkedHashMap<>();
    final Map<UUID, Integer> ratings = new LinkedHashMap<>();
    final List<UUID> asked = new ArrayList<>();
    final List<String> handOvers = new ArrayList<>();

    @Override
    public void call(Call call) {
        calls.put(call.id, call);
        if (call.end != null) {
            var seen = ends.computeIfAbsent(call.id, id -> new ArrayList<>());
            if (seen.isEmpty() || seen.getLast() != call.end) {
                seen.add(call.end);
            }
        }
    }

    @Override
    public void log(Call call, Instant at, String kind, @Nullable String seat, @Nullable String by, String words) {
        logs.computeIfAbsent(call.id, id -> new ArrayList<>()).add(kind);
    }

    @Override
    public void seat(Seat seat, @Nullable Staff staff, SeatState from, Instant at, @Nullable UUID call) {
        changes.add(new Change(seat.number, from, seat.state, seat.reason, at));
    }

    @Override
    public void callBack(CallBack callBack) {
        callBacks.put(callBack.id, callBack);
    }

    @Override
    public void attempt(CallBack callBack, Instant at, String by, CallBack.Result result, UUID call) {
        attempts.add(result);
    }

    @Override
    public void recordingBegun(Call call, String name, Instant at) {
        recordings.put(name, "RUNNING");
    }

    @Override
    public void recordingEnded(String name, @Nullable Path file, @Nullable Duration length, @Nullable String why) {
        recordings.put(name, why == null ? "KEPT" : "FAILED");
    }

    @Override
    public void rating(Call call, int stars, String by, Instant at) {
        ratings.put(call.id, stars);
    }

    @Override
    public void ratingWanted(Call call, Instant at) {
        asked.add(call.id);
    }

    @Override
    public void handOver(Call call, String service, String place, String summary, String mode, Staff by, Instant at) {
        handOvers.add(service + " " + place + " " + summary);
    }

    @Override
    public CompletableFuture<Void> written() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void key(String username, String key, Instant at) {}
}
