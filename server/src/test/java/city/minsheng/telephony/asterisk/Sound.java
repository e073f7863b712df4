package city.minsheng.telephony.asterisk;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** The sound of a call: RTP with G.711 A-law. Says one tone, and can tell which tones it hears. */
final class Sound implements AutoCloseable {

    private static final int SAMPLES = 160; // 20 ms
    private static final int REMEMBERED = 8000; // a second

    private final DatagramSocket socket;
    private final double tone;
    private final float[] heard = new float[REMEMBERED];
    private final java.util.Queue<Integer> keys = new java.util.concurrent.ConcurrentLinkedQueue<>();
    private volatile SocketAddress to = new InetSocketAddress("127.0.0.1", 9);
    private int at;

    Sound(InetAddress address, double tone) throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(address, 0));
        this.tone = tone;
        Thread.ofPlatform().daemon().name("sound out").start(this::speak);
        Thread.ofPlatform().daemon().name("sound in").start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    void to(SocketAddress address) {
        to = address;
    }

    void press(int key) {
        keys.add(key);
    }

    /** How loud that tone was in the last second, between 0 and 1. */
    double loudness(double frequency) {
        float[] copy;
        synchronized (heard) {
            copy = heard.clone();
        }
        double re = 0;
        double im = 0;
        for (int i = 0; i < copy.length; i++) {
            re += copy[i] * Math.cos(2 * Math.PI * frequency * i / 8000);
            im += copy[i] * Math.sin(2 * Math.PI * frequency * i / 8000);
        }
        return 2 * Math.hypot(re, im) / copy.length;
    }

    void forget() {
        synchronized (heard) {
            Arrays.fill(heard, 0);
        }
    }

    private void speak() {
        int sequence = 0;
        long sample = 0;
        int rest = 0;
        long next = System.nanoTime();
        while (!socket.isClosed()) {
            var key = --rest > 0 ? null : keys.poll();
            if (key == null) {
                send(packet(8, sequence++, sample, tones(sample)));
                sample += SAMPLES;
                LockSupport.parkNanos((next += 20_000_000) - System.nanoTime());
                continue;
            }
            for (int i = 1; i <= 10; i++) { // RFC 4733: one event, its time grows, the end is said three times
                int length = Math.min(i, 8) * SAMPLES;
                send(packet(101, sequence++, sample, new byte[] {key.byteValue(), (byte) (i >= 8 ? 0x8a : 0x0a), (byte) (length >> 8), (byte) length}));
                LockSupport.parkNanos((next += 20_000_000) - System.nanoTime());
            }
            sample += 10 * SAMPLES;
            rest = 6; // a finger goes to the next key
        }
    }

    private byte[] tones(long sample) {
        var payload = new byte[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            payload[i] = alaw(tone == 0 ? 0 : (int) (8000 * Math.sin(2 * Math.PI * tone * (sample + i) / 8000)));
        }
        return payload;
    }

    private static byte[] packet(int type, int sequence, long sample, byte[] payload) {
        var packet = new byte[12 + payload.length];
        packet[0] = (byte) 0x80;
        packet[1] = (byte) type;
        packet[2] = (byte) (sequence >> 8);
        packet[3] = (byte) sequence;
        for (int i = 0; i < 4; i++) {
            packet[4 + i] = (byte) (sample >> 24 - 8 * i);
        }
        packet[11] = 7;
        System.arraycopy(payload, 0, packet, 12, payload.length);
        return packet;
    }

    private void send(byte[] bytes) {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException | IllegalArgumentException gone) {
            // the other side has closed: its end is told elsewhere
        }
    }

    private void listen() {
        var packet = new DatagramPacket(new byte[2048], 2048);
        while (!socket.isClosed()) {
            try {
                packet.setLength(2048);
                socket.receive(packet);
            } catch (java.net.PortUnreachableException notYet) {
                continue;
            } catch (IOException closed) {
                return;
            }
            if ((packet.getData()[1] & 0x7f) == 8) {
                remember(packet);
            }
        }
    }

    private void remember(DatagramPacket packet) {
        synchronized (heard) {
            for (int i = 12; i < packet.getLength(); i++) {
                heard[at] = linear(packet.getData()[i]) / 32768f;
                at = (at + 1) % REMEMBERED;
            }
        }
    }

    /** G.711, A-law. */
    static byte alaw(int linear) {
        int sign = linear >= 0 ? 0x80 : 0;
        int size = Math.min(linear >= 0 ? linear : -linear - 1, 32635) >> 4;
        int exponent = Math.max(0, 27 - Integer.numberOfLeadingZeros(Math.max(1, size)));
        exponent = size < 32 ? size >= 16 ? 1 : 0 : exponent;
        int mantissa = exponent < 2 ? size & 15 : size >> exponent - 1 & 15;
        return (byte) ((sign | exponent << 4 | mantissa) ^ 0x55);
    }

    static int linear(byte law) {
        int value = (law & 0xff) ^ 0x55;
        int exponent = value >> 4 & 7;
        int size = (value & 15) << 4 | 8;
        size = exponent == 0 ? size : (size | 0x100) << exponent - 1;
        return (value & 0x80) != 0 ? size : -size;
    }

    @Override
    public void close() {
        socket.close();
    }
}
