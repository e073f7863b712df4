package city.minsheng.knowledge;

import city.minsheng.directory.Actor;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 部门审核: what only the owner can say: that it may be told, that it still holds, that it must not be told any more. */
@Service
public class Signing {

    /** @param expiresAt null: until it is replaced */
    public record Renewal(@Nullable LocalDate reviewOn, @Nullable Instant expiresAt, @Nullable String note) {}

    private final Articles articles;
    private final Shelving shelving;
    private final OwnerClocks clocks;
    private final CitySettings city;

    Signing(Articles articles, Shelving shelving, OwnerClocks clocks, CitySettings city) {
        this.articles = articles;
        this.shelving = shelving;
        this.clocks = clocks;
        this.city = city;
    }

    /** By somebody else than its writer. What was told so far goes on until the new text takes effect. */
    @Transactional
    public void publish(String code, int seen, Actor actor) {
        shelving.act(code, seen, Action.PUBLISH, actor, on -> {
            var draft = on.version();
            if (draft.writtenBy().equals(actor.username())) {
                throw new Refusal("own-words");
            }
            draft.text().complete(on.now(), LocalDate.ofInstant(on.now(), city.zone())).done();
            var wished = draft.text().effectiveAt();
            var effective = wished == null || wished.isBefore(on.now()) ? on.now() : wished;
            articles.publish(draft.article(), draft.version(), actor.username(), effective, on.now());
            clocks.stop(OwnerClocks.Kind.REVIEW, draft.article(), on.now());
            clocks.stop(OwnerClocks.Kind.RENEW, draft.article(), on.now());
            if (on.last() != null && on.last().status().isLive() && !effective.isAfter(on.now())) {
                replace(on.last(), actor, on.role().name(), on.now());
            }
            return "";
        });
    }

    private void replace(Version old, Actor actor, String role, Instant now) {
        articles.setStatus(old.article(), old.version(), Status.SUPERSEDED, now);
        shelving.record(old, old.status(), Status.SUPERSEDED, Action.SUPERSEDE, actor, role, "", now);
    }

    @Transactional
    public void sendBack(String code, int seen, String reason, Actor actor) {
        new Invalid.Check().given(reason, "/reason").atMost(reason, 1000, "/reason").done();
        shelving.act(code, seen, Action.SEND_BACK, actor, on -> {
            clocks.stop(OwnerClocks.Kind.REVIEW, on.version().article(), on.now());
            return reason.strip();
        });
    }

    /** The same words with new dates: a version of its own, so that the history says until when each was good. */
    @Transactional
    public void renew(String code, int seen, Renewal renewal, Actor actor) {
        shelving.act(code, seen, Action.RENEW, actor, on -> {
            var old = on.version();
            var text = old.text().dated(on.now(), renewal.reviewOn(), renewal.expiresAt());
            text.complete(on.now(), LocalDate.ofInstant(on.now(), city.zone())).done();
            int next = articles.versions(code).getFirst().version() + 1;
            articles.insert(old.article(), next, Status.PUBLISHED, text, old.writtenBy(), actor.username(), on.now(), on.now());
            shelving.record(shelving.get(code, next), null, Status.PUBLISHED, Action.RENEW, actor, on.role().name(), note(renewal.note()), on.now());
            clocks.stop(OwnerClocks.Kind.RENEW, old.article(), on.now());
            return note(renewal.note());
        });
    }

    /** At once, whatever its dates say. */
    @Transactional
    public void withdraw(String code, int seen, String reason, Actor actor) {
        new Invalid.Check().given(reason, "/reason").atMost(reason, 1000, "/reason").done();
        shelving.act(code, seen, Action.WITHDRAW, actor, on -> {
            if (clocks.of(on.version().article()).stream().noneMatch(running -> running.kind() == OwnerClocks.Kind.RENEW)) {
                clocks.start(OwnerClocks.Kind.RENEW, on.version().article(), null, on.version().text().owner(), on.now(), clocks.due(OwnerClocks.Kind.RENEW, on.now()));
            }
            return reason.strip();
        });
    }

    /** It will not come back: nobody owes anything for it any more. */
    @Transactional
    public void retire(String code, int seen, String reason, Actor actor) {
        new Invalid.Check().given(reason, "/reason").atMost(reason, 1000, "/reason").done();
        shelving.act(code, seen, Action.RETIRE, actor, on -> {
            clocks.stop(OwnerClocks.Kind.RENEW, on.version().article(), on.now());
            return reason.strip();
        });
    }

    private static String note(@Nullable String words) {
        return words == null ? "" : words.strip();
    }
}
