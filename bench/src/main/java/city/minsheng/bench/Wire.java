package city.minsheng.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What SIP has passed on the loopback, by the clock of the machine's network: invitations and the answers to them. */
final class Wire implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("(?im)^From:[^\\n]*?sip:[^@\\n]*?(\\d{1,4})@");
    private static final Pattern CALL = Pattern.compile("(?im)^Call-ID: *(\\S+)");
    private final Process tcpdump;
    private final Path file;

    /**
     * @param offered  calls that were begun
     * @param answered of these, those for whom a seat has answered
     * @param shed     of these, those refused with a busy signal; what is still said of calls before is not counted
     * @param waits    from the caller's invitation to the seat's, in ms
     */
    record Seen(int offered, int answered, int shed, List<Double> waits) {

        double percentile(double share) {
            return waits.isEmpty() ? Double.NaN : waits.stream().sorted().toList().get((int) Math.min(waits.size() - 1, share * waits.size()));
        }
    }

    Wire(Path folder, int sip) throws IOException, InterruptedException {
        file = Files.createTempFile(folder, "wire", ".pcap");
        tcpdump = new ProcessBuilder("tcpdump", "-i", "lo", "-Z", "root", "-B", "65536", "-s", "1200", "-w", file.toString(),
                "udp port " + sip + " and (udp[8:4] = 0x494e5649 or udp[8:4] = 0x5349502f)")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Thread.sleep(500);
        if (!tcpdump.isAlive()) {
            throw new IOException("tcpdump cannot listen on the loopback: it needs root");
        }
    }

    Seen seen() throws IOException, InterruptedException {
        Thread.sleep(500);
        tcpdump.destroy();
        tcpdump.waitFor();
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var callers = new HashSet<String>();
        var numbers = new HashSet<String>();
        var refused = new HashSet<String>();
        var invited = new HashMap<String, Double>();
        var rung = new HashSet<String>();
        var answered = new HashSet<String>();
        var waits = new ArrayList<Double>();
        bytes.position(24);
        while (bytes.remaining() >= 16) {
            double at = bytes.getInt() * 1000.0 + bytes.getInt() / 1000.0;
            int length = bytes.getInt();
            bytes.getInt();
            var packet = new byte[length];
            bytes.get(packet);
            var from = packet[14 + 15] & 0xff;
            var to = packet[14 + 19] & 0xff;
            var text = new String(packet, 14 + 28, length - 42, StandardCharsets.UTF_8);
            var call = find(CALL, text);
            boolean invite = text.startsWith("INVITE ");
            boolean toInvite = text.contains(" INVITE\r\n") || text.contains(" INVITE\n");
            if (invite && from == 9 && callers.add(call)) {
                numbers.add(find(NUMBER, text));
                invited.put(find(NUMBER, text), at);
            } else if (invite && to == 8 && numbers.contains(find(NUMBER, text)) && rung.add(call)) {
                var begun = invited.remove(find(NUMBER, text));
                if (begun != null) {
                    waits.add(at - begun);
                }
            } else if (!invite && from == 8 && rung.contains(call) && toInvite && text.startsWith("SIP/2.0 200")) {
                answered.add(call);
            } else if (!invite && to == 9 && callers.contains(call) && toInvite && text.charAt(8) >= '4') {
                refused.add(call);
            }
        }
        Files.delete(file);
        return new Seen(callers.size(), answered.size(), refused.size(), waits);
    }

    private static String find(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        tcpdump.destroy();
    }
}
