package city.minsheng.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The way to the PostgreSQL in the data folder: a file instead of the loopback, which passes each packet through the whole
 * network. The driver makes it by its name and the file's.
 */
public final class SocketFile extends SocketFactory {

    /** What an address of a socket can hold, on every Linux. */
    private static final int LONGEST = 107;
    private final Path file;

    public SocketFile(String file) {
        this.file = Path.of(file);
    }

    static boolean fits(Path file) {
        return file.toString().getBytes().length <= LONGEST;
    }

    @Override
    public Socket createSocket() {
        return new Way(file);
    }

    @Override
    public Socket createSocket(String host, int port) {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        return createSocket();
    }

    /** A socket as the driver wants one. It knows no timeout: the other end is on this machine, and when it dies the file says so. */
    private static final class Way extends Socket {

        private final Path file;
        private @Nullable SocketChannel channel;
        private boolean closed;

        Way(Path file) {
            this.file = file;
        }

        @Override
        public void connect(SocketAddress instead) throws IOException {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(file));
        }

        @Override
        public void connect(SocketAddress instead, int timeout) throws IOException {
            connect(instead);
        }

        private SocketChannel channel() throws SocketException {
            if (channel == null) {
                throw new SocketException("not connected");
            }
            return channel;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Channels.newInputStream(channel());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return Channels.newOutputStream(channel());
        }

        @Override
        public int getSendBufferSize() throws SocketException {
            try {
                return channel().getOption(StandardSocketOptions.SO_SNDBUF);
            } catch (IOException e) {
                throw new SocketException(e.getMessage());
            }
        }

        @Override
        public boolean isConnected() {
            return channel != null;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void close() throws IOException {
            closed = true;
            if (channel != null) {
                channel.close();
            }
        }

        @Override
        public void setSoTimeout(int milliseconds) {}

        @Override
        public int getSoTimeout() {
            return 0;
        }

        @Override
        public void setTcpNoDelay(boolean on) {}

        @Override
        public void setKeepAlive(boolean on) {}
    }
}
