package org.parley.operate;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections on which a request's headers don't come to their end in time: the connection's own timeout begins anew with
 * every byte, and Vert.x tells of a request only when its headers are whole. Netty tells of the connection, to whoever its service
 * loader finds; that is in the packaged program alone, for in quarkus:dev and in tests Netty does not see Parley's own classes.
 */
@RegisterForReflection // made by the service loader
public final class SlowHeads extends ChannelInitializerExtension {
    /** Each connection's, by its two ends: all that Netty and Vert.x both tell of it. */
    private static final Map<Ends, Watch> WATCHES = new ConcurrentHashMap<>();

    /** Null until the server is set up. Whoever is made by the service loader is told nothing. */
    private static volatile Patience patience;

    /**
     * In milliseconds.
     *
     * @param first for the first headers, from when the connection was opened
     * @param next  for the next ones, from when the answer before began; 0 without end
     */
    private record Patience(long first, long next) {}

    private record Ends(String client, int clientPort, int port) {

        static Ends of(InetSocketAddress client, InetSocketAddress server) {
            return new Ends(client.getAddress().getHostAddress(), client.getPort(), server.getPort());
        }

        static Ends of(HttpConnection connection) {
            return new Ends(
                    connection.remoteAddress().hostAddress(),
                    connection.remoteAddress().port(),
                    connection.localAddress().port());
        }
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        Patience given = patience;
        if (given != null
                && channel.remoteAddress() instanceof InetSocketAddress client
                && channel.localAddress() instanceof InetSocketAddress server) {
            channel.pipeline().addFirst(new Watch(Ends.of(client, server), given));
        }
    }

    /** How one connection is waited for; on its own thread alone. */
    private static final class Watch extends ChannelInboundHandlerAdapter {
        private final Ends ends;
        private final Patience patience;
        private ChannelHandlerContext channel;
        private Future<?> timer;
        private int unanswered;

        Watch(Ends ends, Patience patience) {
            this.ends = ends;
            this.patience = patience;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            channel = context;
            WATCHES.put(ends, this);
            waitFor(patience.first, this::close);
            context.fireChannelActive();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            WATCHES.remove(ends, this);
            stop();
            context.fireChannelInactive();
        }

        /** The headers of a request are whole. */
        void begin() {
            channel.executor().execute(() -> {
                unanswered++;
                stop();
            });
        }

        /** An answer begins. */
        void answer() {
            channel.executor().execute(() -> {
                unanswered--;
                if (unanswered == 0 && patience.next > 0 && channel.channel().isActive()) {
                    waitFor(patience.next, this::closeAfterAnswer);
                }
            });
        }

        /** Whoever takes the answer slowly is given as much time again. */
        private void closeAfterAnswer() {
            Future<?> late = waitFor(patience.next, this::close);
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(taken -> {
                if (timer == late) {
                    close();
                }
            });
        }

        private void close() {
            channel.close();
        }

        private Future<?> waitFor(long milliseconds, Runnable then) {
            stop();
            timer = channel.executor().schedule(then, milliseconds, TimeUnit.MILLISECONDS);
            return timer;
        }

        private void stop() {
            if (timer != null) {
                timer.cancel(false);
                timer = null;
            }
        }
    }

    /** Sets it up, and tells the watches of requests. */
    @ApplicationScoped
    static class Requests implements HttpServerOptionsCustomizer {
        /** Ahead of all who may answer. */
        private static final int FIRST = Integer.MIN_VALUE;

        private final long first;

        Requests(Settings.Http settings) {
            first = settings.headerTimeout().toMillis();
        }

        @Override
        public void customizeHttpServer(HttpServerOptions options) {
            // Behind the proxies of that protocol Vert.x knows another end of a connection than Netty.
            if (!options.isUseProxyProtocol()) {
                long idle = options.getIdleTimeoutUnit().toMillis(options.getIdleTimeout());
                patience = new Patience(first, idle == 0 ? 0 : idle + first);
                System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
            }
        }

        @Override
        public void customizeHttpsServer(HttpServerOptions options) {
            customizeHttpServer(options);
        }

        void init(@Observes Router router) {
            router.route().order(FIRST).handler(Requests::watch);
        }

        private static void watch(RoutingContext context) {
            Watch watch = WATCHES.get(Ends.of(context.request().connection()));
            if (watch != null) {
                watch.begin();
                context.addHeadersEndHandler(begun -> watch.answer());
            }
            context.next();
        }
    }
}
