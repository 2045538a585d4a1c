package org.parley.start;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jboss.logging.Logger;

/**
 * SIGHUP, which asks a server to read its settings or its data anew; without this it would end the program. By the JDK's own classes
 * (of the module jdk.unsupported, which is there to be used), by their names: the compiler warns of them, and can't be told not to.
 * The executable knows them by {@code META-INF/native-image}.
 */
final class Hangup {
    private static final Logger LOG = Logger.getLogger(Hangup.class);

    private Hangup() {}

    /** Has each SIGHUP call this, on a thread of its own; nothing where the system has no such signal, as Windows. */
    static void calls(Runnable handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object handling = Proxy.newProxyInstance(
                    handlerType.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, given) -> {
                        if (method.getName().equals("handle")) {
                            handler.run();
                            return null;
                        }
                        return ofObject(proxy, method.getName(), given);
                    });
            signal.getMethod("handle", signal, handlerType)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), handling);
        } catch (InvocationTargetException e) {
            // The constructor knows no such signal, or the JVM was told (-Xrs) to leave signals alone.
            LOG.debug("SIGHUP can't be listened to", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every JDK has sun.misc.Signal", e);
        }
    }

    /** What every object has, and the JDK asks a handler for. */
    private static Object ofObject(Object proxy, String method, Object[] given) {
        return switch (method) {
            case "equals" -> proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "SIGHUP";
        };
    }
}
