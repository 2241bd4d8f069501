package io.safehand.server.start;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Ends requests whose body comes too slowly: after a quarter of a minute it must have come, and for each 8 KiB it has a
 * second more. The server's own limit is for one read, and a client that sends a byte now and then never meets it. What
 * nobody read is read to its end within the same limit, and no further than 64 KiB.
 */
@Configuration(proxyBeanMethods = false)
class SlowBodies {
  private static final Duration GRACE = Duration.ofSeconds(15);
  private static final long LEAST_BYTES_PER_SECOND = 8 << 10;
  private static final long MOST_UNREAD = 64 << 10;

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowBodiesEnd() {
    return server -> server.addEngineValves(new Ending());
  }

  private static final class Ending extends ValveBase {
    private Ending() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      org.apache.coyote.Request coyote = request.getCoyoteRequest();
      InputBuffer own = coyote.getInputBuffer();
      Timed timed = new Timed(own, System.nanoTime());
      coyote.setInputBuffer(timed);
      try {
        getNext().invoke(request, response);
        if (!request.isAsync()) {
          response.finishResponse();
          timed.readTheRest();
        }
      } finally {
        coyote.setInputBuffer(own);
        if (timed.isOver) {
          coyote.action(ActionCode.CLOSE_NOW, null);
        }
      }
    }
  }

  /** A body that is counted against the time since its head was read. For one thread. */
  private static final class Timed implements InputBuffer, ApplicationBufferHandler {
    private final InputBuffer body;
    private final long start;
    private long bytes;
    private boolean isOver;
    private ByteBuffer unread = ByteBuffer.allocate(0);

    private Timed(InputBuffer body, long start) {
      this.body = body;
      this.start = start;
    }

    @Override
    public int doRead(ApplicationBufferHandler to) throws IOException {
      requireTime();
      int read = body.doRead(to);
      bytes += Math.max(read, 0);
      requireTime();
      return read;
    }

    private void requireTime() throws IOException {
      Duration allowed = GRACE.plusSeconds(bytes / LEAST_BYTES_PER_SECOND);
      if (isOver || System.nanoTime() - start > allowed.toNanos()) {
        isOver = true;
        throw new SocketTimeoutException("the body came too slowly");
      }
    }

    private void readTheRest() {
      try {
        long before = bytes;
        while (doRead(this) >= 0) {
          isOver = bytes - before > MOST_UNREAD;
        }
      } catch (IOException gone) {
        isOver = true;
      }
    }

    @Override
    public int available() {
      return body.available();
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      unread = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return unread;
    }

    @Override
    public void expand(int size) {}
  }
}
