package city.minsheng.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Eight who do the same thing, for some time, as fast as it goes or at a given pace. */
final class Load {

    static final int CLIENTS = 8;

    /** One of the eight, and what it does each time. */
    interface Worker extends AutoCloseable {
        void work() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    interface Workers {
        Worker make(int number) throws Exception;
    }

    /** @param times of each piece of work, in nanoseconds, sorted */
    record Times(double seconds, long[] times) {

        double perSecond() {
            return times.length / seconds;
        }

        double ms(double quantile) {
            return times.length == 0 ? Double.NaN : times[(int) Math.min(times.length - 1, (long) (times.length * quantile))] / 1e6;
        }

        Times and(Times other) {
            var both = Arrays.copyOf(times, times.length + other.times.length);
            System.arraycopy(other.times, 0, both, times.length, other.times.length);
            Arrays.sort(both);
            return new Times(seconds + other.seconds, both);
        }

        static Times none() {
            return new Times(0, new long[0]);
        }
    }

    private Load() {}

    static Times run(double seconds, Workers workers) throws Exception {
        return run(seconds, 0, workers);
    }

    /** @param perSecond the pace of all together; 0: as fast as it goes. With a pace, waiting for one's turn is counted. */
    static Times run(double seconds, double perSecond, Workers workers) throws Exception {
        var all = new ArrayList<Worker>();
        for (int i = 0; i < CLIENTS; i++) {
            all.add(workers.make(i));
        }
        var fault = new AtomicReference<Exception>();
        var times = new ArrayList<List<Long>>();
        var threads = new ArrayList<Thread>();
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * 1e9);
        for (int i = 0; i < CLIENTS; i++) {
            var worker = all.get(i);
            var own = new ArrayList<Long>();
            times.add(own);
            double gap = perSecond == 0 ? 0 : CLIENTS / perSecond * 1e9;
            long offset = (long) (gap * i / CLIENTS);
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (long n = 0; fault.get() == null; n++) {
                        long due = gap == 0 ? System.nanoTime() : begun + offset + (long) (n * gap);
                        if (due >= end) {
                            return;
                        }
                        for (long now; (now = System.nanoTime()) < due; ) {
                            LockSupport.parkNanos(due - now);
                        }
                        worker.work();
                        own.add(System.nanoTime() - due);
                    }
                } catch (Exception e) {
                    fault.set(e);
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        double took = (System.nanoTime() - begun) / 1e9;
        for (var worker : all) {
            worker.close();
        }
        if (fault.get() != null) {
            throw fault.get();
        }
        return new Times(took, times.stream().flatMap(List::stream).mapToLong(Long::longValue).sorted().toArray());
    }
}
