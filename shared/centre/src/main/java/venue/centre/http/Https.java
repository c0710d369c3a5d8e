package venue.centre.http;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.centre.CentreFailure;

/// The HTTPS server: nobody gets past TLS without a certificate of the venue's device authority;
/// each request runs on a thread of its own.
public final class Https implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Https.class);
    private static final int IDLE_MILLIS = 30_000;

    private final Server server;
    private final ServerConnector connector;
    private final ServerConnector duty;

    private Https(Server server, ServerConnector connector, ServerConnector duty) {
        this.server = server;
        this.connector = connector;
        this.duty = duty;
    }

    /// Listens on `port`, or on any free one if it is 0.
    public static Https start(House house, int port, Path dataDir) {
        var threads = new QueuedThreadPool();
        threads.setName("centre");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var server = new Server(threads);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.addCustomizer(new SecureRequestCustomizer(false));
        var factory = new HttpConnectionFactory(http);
        var connector = new ServerConnector(server,
                new SslConnectionFactory(tls(house), factory.getProtocol()), factory);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        var duty = new ServerConnector(server, new HttpConnectionFactory());
        duty.setHost("127.0.0.1");
        duty.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(duty);
        server.setHandler(new Router(house));
        var https = new Https(server, connector, duty);
        try {
            connector.open();
            server.start();
            return https;
        } catch (BindException e) {
            https.close();
            throw new CentreFailure(CentreFailure.PORT_BUSY, e, String.valueOf(port));
        } catch (Exception e) {
            https.close();
            throw failure(e, port, dataDir);
        }
    }

    /// Jetty wraps a busy port into an IOException of its own.
    private static CentreFailure failure(Exception e, int port, Path dataDir) {
        return e instanceof IOException && e.getCause() instanceof BindException
                ? new CentreFailure(CentreFailure.PORT_BUSY, e, String.valueOf(port))
                : new CentreFailure(CentreFailure.SERVER, e, dataDir,
                        String.valueOf(e.getMessage()));
    }

    private static SslContextFactory.Server tls(House house) {
        var tls = new SslContextFactory.Server();
        tls.setKeyStore(house.identity().keys());
        tls.setKeyStorePassword(house.identity().pin());
        tls.setTrustStore(house.identity().trust());
        tls.setNeedClientAuth(true);
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return tls;
    }

    /// The port in use.
    public int port() {
        return connector.getLocalPort();
    }

    /// The port of the duty officer's page: plain HTTP, this machine only, nothing but that page.
    public int dutyPort() {
        return duty.getLocalPort();
    }

    /// Stops at once; requests under way are cut, which clients must bear at any time anyway.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.error("the server did not stop in order", e);
            throw new IllegalStateException("the server did not stop in order", e);
        }
    }
}
