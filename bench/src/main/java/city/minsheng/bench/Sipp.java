package city.minsheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SIPp as callers at 127.0.0.9 and as all seats at 127.0.0.8. */
final class Sipp implements AutoCloseable {

    private static final String SDP = """
            v=0
            o=user1 53655765 2353687637 IN IP[local_ip_type] [local_ip]
            s=-
            c=IN IP[media_ip_type] [media_ip]
            t=0 0
            m=audio [auto_media_port] RTP/AVP 8
            a=rtpmap:8 PCMA/8000
            """;
    private static final String SOUND = "<nop><action><exec play_pcap_audio=\"/usr/share/sip-tester/g711a.pcap\"/></action></nop>";
    private final Process process;

    private Sipp(Process process) {
        this.process = process;
    }

    static Sipp seats(Path folder, int port, boolean sound) throws IOException {
        return start(folder, "seats", """
                <scenario name="seat"><recv request="INVITE" rrs="true"/>%s%s<recv request="ACK"/>%s<recv request="BYE"/>%s</scenario>
                """.formatted(answer("180 Ringing", ""), answer("200 OK", SDP), sound ? SOUND : "", answer("200 OK", "")),
                List.of("-i", "127.0.0.8", "-mi", "127.0.0.8", "-p", "" + port, "-mp", "42000"));
    }

    /** @param to 12345 for us, 99 or 98 for Asterisk's own queue */
    static Sipp callers(Path folder, int sip, String to, double rate, int calls, double talk, boolean sound) throws IOException {
        var scenario = """
                <scenario name="caller"><send retrans="500"><![CDATA[
                INVITE sip:%s@[remote_ip]:[remote_port] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                From: <sip:[field0]@[local_ip]:[local_port]>;tag=[pid]c[call_number]
                To: <sip:%s@[remote_ip]:[remote_port]>
                Call-ID: [call_id]
                CSeq: 1 INVITE
                Contact: <sip:caller@[local_ip]:[local_port]>
                Max-Forwards: 70
                Content-Type: application/sdp
                Content-Length: [len]

                %s]]></send>
                <recv response="100" optional="true"/><recv response="180" optional="true"/><recv response="183" optional="true"/>
                <recv response="486" optional="true" next="busy"/><recv response="503" optional="true" next="busy"/><recv response="603" optional="true" next="busy"/>
                <recv response="200" rrs="true" timeout="60000"/>%s%s<pause milliseconds="%d"/>%s<recv response="200" next="end"/>
                <label id="busy"/>%s<label id="end"/></scenario>
                """.formatted(to, to, SDP, say("ACK", 1), sound ? SOUND : "", Math.round(talk * 1000), say("BYE", 2), busy());
        scenario = scenario.replace("next=\"busy\"", "next=\"1\"").replace("id=\"busy\"", "id=\"1\"").replace("next=\"end\"", "next=\"2\"").replace("id=\"end\"", "id=\"2\"");
        var numbers = Files.writeString(folder.resolve("numbers.csv"), "SEQUENTIAL\n"
                + IntStream.rangeClosed(1, calls).mapToObj("1380%07d\n"::formatted).collect(Collectors.joining()));
        return start(folder, "callers", scenario, List.of("127.0.0.1:" + sip, "-i", "127.0.0.9", "-mi", "127.0.0.9", "-p", "" + Hall.freeUdp(), "-mp", "52000",
                "-r", "" + Math.round(rate * 10), "-rp", "10000", "-m", "" + calls, "-l", "" + calls, "-inf", numbers.toString()));
    }

    private static Sipp start(Path folder, String name, String scenario, List<String> words) throws IOException {
        var file = Files.writeString(folder.resolve(name + ".xml"), "<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?>\n" + scenario);
        var command = new ArrayList<>(List.of("sipp", "-sf", file.toString(), "-nostdin", "-trace_err", "-error_file", folder.resolve(name + ".err").toString(), "-recv_timeout", "90000"));
        command.addAll(words);
        return new Sipp(new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** Without indentation: headers begin at the line's beginning. */
    private static String answer(String status, String sdp) {
        return """
                <send><![CDATA[
                SIP/2.0 %s
                [last_Via:]
                [last_From:]
                [last_To:];tag=[pid]s[call_number]
                [last_Call-ID:]
                [last_CSeq:]
                Contact: <sip:seat@[local_ip]:[local_port];transport=[transport]>
                %sContent-Length: [len]

                %s]]></send>""".formatted(status, sdp.isEmpty() ? "" : "Content-Type: application/sdp\n", sdp);
    }

    private static String say(String method, int sequence) {
        return """
                <send><![CDATA[
                %s [next_url] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                [routes]
                From: <sip:[field0]@[local_ip]:[local_port]>;tag=[pid]c[call_number]
                [last_To:]
                Call-ID: [call_id]
                CSeq: %d %s
                Max-Forwards: 70
                Content-Length: 0

                ]]></send>""".formatted(method, sequence, method);
    }

    private static String busy() {
        return """
                <send><![CDATA[
                ACK [next_url] SIP/2.0
                [last_Via:]
                From: <sip:[field0]@[local_ip]:[local_port]>;tag=[pid]c[call_number]
                [last_To:]
                Call-ID: [call_id]
                CSeq: 1 ACK
                Max-Forwards: 70
                Content-Length: 0

                ]]></send>""";
    }

    /** Whether everybody had hung up by then. */
    boolean await(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
