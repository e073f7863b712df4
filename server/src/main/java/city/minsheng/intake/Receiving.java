package city.minsheng.intake;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.Invalid;
import city.minsheng.requester.Contact;
import city.minsheng.requester.PhoneNumbers;
import city.minsheng.requester.Requesters;
import city.minsheng.workorder.Answering;
import city.minsheng.workorder.Avoiding;
import city.minsheng.workorder.Dispatching;
import city.minsheng.workorder.Informing;
import city.minsheng.workorder.Joining;
import city.minsheng.workorder.On;
import city.minsheng.workorder.Registering;
import city.minsheng.workorder.WorkOrder;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 一次接收: takes a request once, registers it, and does the first thing with it, all or nothing. */
@Service
public class Receiving {

    /** Who asks. Without phone and account: anonymous. @param account what the channel calls the person */
    public record From(@Nullable String name, @Nullable String phone, boolean confidential, @Nullable String account) {

        public From(@Nullable String name, @Nullable String phone, boolean confidential) {
            this(name, phone, confidential, null);
        }

        @Override
        public String toString() { // goes into the digest of an idempotency key; a record of it must not show the number
            return "From[" + (name == null ? 0 : name.hashCode()) + ", " + (phone == null ? 0 : phone.hashCode()) + ", " + confidential + "]";
        }
    }

    /** What is done at once. Exactly one of them, or none: then the order waits for a dispatcher. */
    public record First(Answering.@Nullable Answer answer, Answering.@Nullable Transfer transfer, Answering.@Nullable Decline decline,
            Informing.@Nullable Question ask, Joining.@Nullable Join join, Dispatching.@Nullable Dispatch dispatch) {}

    /** @param kind null: what requests of the category mostly are @param level null: the category's */
    public record Incoming(String channel, @Nullable String externalId, @Nullable Instant receivedAt, @Nullable Kind kind,
            @Nullable String category, @Nullable Level level, @Nullable String area, @Nullable String address, @Nullable String title,
            String body, @Nullable From requester, @Nullable First first) {}

    private final Requesters requesters;
    private final PhoneNumbers numbers;
    private final Registering registering;
    private final Answering answering;
    private final Avoiding avoiding;
    private final Informing informing;
    private final Joining joining;
    private final Dispatching dispatching;
    private final Catalogue catalogue;
    private final Clock clock;

    Receiving(Requesters requesters, PhoneNumbers numbers, Registering registering, Answering answering, Avoiding avoiding, Informing informing,
            Joining joining, Dispatching dispatching, Catalogue catalogue, Clock clock) {
        this.requesters = requesters;
        this.numbers = numbers;
        this.registering = registering;
        this.answering = answering;
        this.avoiding = avoiding;
        this.informing = informing;
        this.joining = joining;
        this.dispatching = dispatching;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Transactional
    public WorkOrder receive(Incoming incoming, Actor actor, Role role) {
        var from = incoming.requester() == null ? new From(null, null, false) : incoming.requester();
        boolean anonymous = from.phone() == null || from.phone().isBlank();
        new Invalid.Check().given(incoming.body(), "/body").given(incoming.channel(), "/channel")
                .atMost(from.name(), 40, "/requester/name")
                .that(anonymous || numbers.normal(from.phone()).isPresent(), "/requester/phone", "no-phone").done();
        var requester = requesters.remember(new Contact(blank(from.name()), blank(from.phone())), from.account() == null ? null : incoming.channel() + " " + from.account());
        var category = catalogue.category(incoming.category());
        var kind = incoming.kind() != null ? incoming.kind()
                : category.map(Category::kinds).filter(kinds -> !kinds.isEmpty()).map(kinds -> kinds.getFirst()).orElse(Kind.ASSISTANCE);
        var level = incoming.level() != null ? incoming.level() : category.map(Category::level).orElse(Level.GENERAL);
        var receivedAt = incoming.receivedAt() == null ? clock.instant() : incoming.receivedAt();
        if (incoming.first() != null && incoming.first().dispatch() != null) {
            avoiding.check(kind, incoming.title() + incoming.body(), incoming.first().dispatch().department(), incoming.first().dispatch().note());
        }
        return registering.register(new Registering.Request(incoming.channel(), incoming.externalId(), receivedAt, kind,
                blank(incoming.category()), level, blank(incoming.area()), incoming.address() == null ? "" : incoming.address(),
                incoming.title(), incoming.body(), requester, from.confidential()), actor, role, on -> first(incoming.first(), on));
    }

    private void first(@Nullable First first, On on) {
        if (first == null) {
            return;
        }
        if (first.answer() != null) {
            answering.answer(on, first.answer());
        } else if (first.dispatch() != null) {
            dispatching.dispatch(on, first.dispatch());
        } else if (first.transfer() != null) {
            answering.transfer(on, first.transfer());
        } else if (first.decline() != null) {
            answering.decline(on, first.decline());
        } else if (first.ask() != null) {
            informing.ask(on, first.ask());
        } else if (first.join() != null) {
            joining.join(on, first.join());
        }
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
