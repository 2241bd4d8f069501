package io.safehand.server.start;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Ends connections on which the head of a request comes too slowly: a quarter of a minute after its first byte it must
 * be there. The server's own limit is for one read, and a client that sends a byte now and then never meets it.
 */
@Configuration(proxyBeanMethods = false)
class SlowHeads {
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowHeadsEnd() {
    return server -> server.setProtocol(Protocol.class.getName());
  }

  /** Made by the web server, which knows it by its name. */
  public static final class Protocol extends Http11NioProtocol {
    @Override
    protected Processor createProcessor() {
      return new Ending(this);
    }
  }

  private static final class Ending extends Http11Processor {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private boolean isHeadUnderWay;

    private Ending(AbstractHttp11Protocol<?> protocol) {
      super(protocol, protocol.getAdapter());
    }

    /** Called whenever some bytes have come, until the head is whole. */
    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
      if (isHeadUnderWay && System.nanoTime() - request.getStartTimeNanos() > LONGEST.toNanos()) {
        isHeadUnderWay = false;
        return SocketState.CLOSED;
      }
      SocketState state = super.service(socket);
      isHeadUnderWay = state == SocketState.LONG;
      return state;
    }
  }
}
