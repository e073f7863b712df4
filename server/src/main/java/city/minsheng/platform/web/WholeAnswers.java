package city.minsheng.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What fits into the buffer leaves in one piece and says its length; the converters would send it in two. */
@Component
class WholeAnswers extends OncePerRequestFilter {

    private static final int BUFFER = 32 * 1024;

    /** Pages know their length already, and a forward would end them before the security headers are written. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        response.setBufferSize(BUFFER);
        chain.doFilter(request, new Whole(response));
    }

    private static final class Whole extends HttpServletResponseWrapper {

        Whole(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new Held(super.getOutputStream());
        }

        @Override
        public void flushBuffer() throws IOException {
            if (isLive()) {
                super.flushBuffer();
            }
        }

        /** Live screens are sent what there is, as soon as it is there. */
        private boolean isLive() {
            return String.valueOf(getContentType()).startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
        }

        private final class Held extends ServletOutputStream {
            private final ServletOutputStream out;

            Held(ServletOutputStream out) {
                this.out = out;
            }

            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                if (isLive()) {
                    out.flush();
                }
            }

            @Override
            public void close() throws IOException {
                out.close();
            }

            @Override
            public boolean isReady() {
                return out.isReady();
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                out.setWriteListener(listener);
            }
        }
    }
}
