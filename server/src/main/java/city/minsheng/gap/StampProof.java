package city.minsheng.gap;

import city.minsheng.knowledge.Library;
import city.minsheng.platform.Promise;
import city.minsheng.workorder.Asked;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Only here both sides are known: the orders that name an article, and the articles. */
@Component
class StampProof implements Promise {

    private final Asked asked;
    private final Library library;

    StampProof(Asked asked, Library library) {
        this.asked = asked;
        this.library = library;
    }

    @Override
    public String name() {
        return "every answer that names an article rests on a version that had been published by then";
    }

    @Override
    public long check(Consumer<Lie> lies) {
        var count = new AtomicLong();
        asked.stamped(stamped -> {
            count.incrementAndGet();
            if (!library.wasPublished(stamped.article(), stamped.version(), stamped.firstAt())) {
                lies.accept(new Lie(stamped.article(), "version %d was told at %s and had not been published".formatted(stamped.version(), stamped.firstAt())));
            }
        });
        return count.get();
    }
}
