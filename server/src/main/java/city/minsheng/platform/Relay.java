package city.minsheng.platform;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hands the outbox on: to the screens of this node, and beside that to what is done once for the whole city. */
@Component
class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final long LOOK_AGAIN_MS = 200;
    private static final long GATHER_NODE_MS = 40; // what is written in so short a time is handed on together
    private static final long GATHER_CITY_MS = 100; // what nobody sits and waits for costs less in larger lots
    private final CityDelivery city;
    private final NodeCursor node;
    private final Signal signal;
    private volatile boolean running;
    private List<Thread> threads = List.of();

    Relay(CityDelivery city, NodeCursor node, Signal signal) {
        this.city = city;
        this.node = node;
        this.signal = signal;
    }

    @Override
    public void start() {
        running = true;
        threads = List.of( // two, so that the screens never wait for a backlog
                Thread.ofPlatform().daemon().name("outbox-node").start(() -> loop(node::deliver, GATHER_NODE_MS)),
                Thread.ofPlatform().daemon().name("outbox-city").start(() -> loop(city::deliver, GATHER_CITY_MS)));
    }

    private void loop(Runnable deliver, long gather) {
        long seen = 0;
        while (running) {
            try {
                seen = signal.await(seen, LOOK_AGAIN_MS);
                Thread.sleep(gather);
                if (running) {
                    deliver.run();
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("outbox: cannot read, trying again: {}", e.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is being handed on comes to its end: an interruption would break its way to the database. */
    @Override
    public void stop() {
        running = false;
        signal.raise();
        threads.forEach(thread -> {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
