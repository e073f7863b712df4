package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.SwitchEvent;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** What there is to know and to do on the switch's one thread. */
record Parts(Requests requests, Bridges bridges, Lines lines, Conversations conversations, Ears ears, Keys keys, Playing playing,
        Recordings recordings, Seats seats, Picture picture) {

    static Parts of(Ari ari, ScheduledExecutorService thread, AsteriskPlace place, Clock clock, Consumer<SwitchEvent> tell) {
        var requests = new Requests(ari);
        var lines = new Lines(requests);
        var bridges = new Bridges();
        var recordings = new Recordings(requests, bridges, place, tell);
        var conversations = new Conversations(requests, bridges, lines, recordings, tell);
        return new Parts(requests, bridges, lines, conversations, new Ears(requests, conversations), new Keys(thread, tell),
                new Playing(requests, lines, place), recordings, new Seats(requests, tell), new Picture(clock));
    }
}
