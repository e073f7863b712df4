package city.minsheng.telephony;

import static city.minsheng.telephony.SeatState.AFTER_CALL;
import static city.minsheng.telephony.SeatState.BREAK;
import static city.minsheng.telephony.SeatState.CONFERENCE;
import static city.minsheng.telephony.SeatState.HOLDING;
import static city.minsheng.telephony.SeatState.MUTED;
import static city.minsheng.telephony.SeatState.NOT_READY;
import static city.minsheng.telephony.SeatState.READY;
import static city.minsheng.telephony.SeatState.RINGING;
import static city.minsheng.telephony.SeatState.SIGNED_OUT;
import static city.minsheng.telephony.SeatState.TALKING;
import static city.minsheng.telephony.SeatState.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.platform.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A seat's state")
class SeatStateTests {

    /** Written a second time, from the trade and not from the code: whoever changes one must change the other. */
    private static final Map<SeatState, Set<SeatState>> ARROWS = new EnumMap<>(Map.ofEntries(
            Map.entry(SIGNED_OUT, EnumSet.of(NOT_READY)),
            Map.entry(READY, EnumSet.of(RINGING, TALKING, NOT_READY, BREAK, TRAINING, SIGNED_OUT)),
            Map.entry(RINGING, EnumSet.of(TALKING, CONFERENCE, READY, NOT_READY)),
            Map.entry(TALKING, EnumSet.of(HOLDING, MUTED, CONFERENCE, AFTER_CALL, NOT_READY)),
            Map.entry(HOLDING, EnumSet.of(TALKING, CONFERENCE, AFTER_CALL, NOT_READY)),
            Map.entry(MUTED, EnumSet.of(TALKING, HOLDING, CONFERENCE, AFTER_CALL, NOT_READY)),
            Map.entry(CONFERENCE, EnumSet.of(TALKING, HOLDING, MUTED, AFTER_CALL, NOT_READY)),
            Map.entry(AFTER_CALL, EnumSet.of(READY, NOT_READY, TALKING, BREAK, TRAINING, SIGNED_OUT)),
            Map.entry(NOT_READY, EnumSet.of(READY, RINGING, TALKING, BREAK, TRAINING, SIGNED_OUT)),
            Map.entry(BREAK, EnumSet.of(READY, NOT_READY, TRAINING, SIGNED_OUT)),
            Map.entry(TRAINING, EnumSet.of(READY, NOT_READY, BREAK, SIGNED_OUT))));

    @ParameterizedTest
    @EnumSource(SeatState.class)
    void goesOnlyWhereAnArrowLeads(SeatState from) {
        for (var to : SeatState.values()) {
            var router = new Acd(new VirtualLoop(), Map.of());
            var changes = new ArrayList<CallRouter.RouterEvent>();
            router.start(changes::add);
            router.staff("1", List.of(), from);

            if (ARROWS.get(from).contains(to)) {
                router.seatState("1", to, "why");
                assertThat(changes).as("%s → %s", from, to).containsExactly(new CallRouter.RouterEvent.SeatStateChanged("1", from, to, "why"));
            } else if (from == to) {
                router.seatState("1", to, "why");
                assertThat(changes).as("%s again", from).isEmpty();
            } else {
                assertThatExceptionOfType(Refusal.class).as("%s → %s", from, to).isThrownBy(() -> router.seatState("1", to, null))
                        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("seat-not-now"));
                assertThat(changes).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SeatState.class)
    void leadsBackToSignedOut(SeatState from) {
        var seen = EnumSet.of(from);
        var next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            ARROWS.get(next.poll()).stream().filter(seen::add).forEach(next::add);
        }
        assertThat(seen).contains(SIGNED_OUT);
    }

    @Test
    void ofACallIsLeftOnlyForWrapUpOrBecauseSomethingBroke() {
        for (var inCall : List.of(TALKING, HOLDING, MUTED, CONFERENCE)) {
            assertThat(inCall.isInCall()).isTrue();
            assertThat(ARROWS.get(inCall)).doesNotContain(READY, SIGNED_OUT, BREAK, TRAINING, RINGING);
        }
    }
}
