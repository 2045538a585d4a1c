package org.parley.start;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jboss.logging.Logger;

/**
 * Handles POSIX signals with {@code sun.misc.Signal}, which module jdk.unsupported exports. It is used by reflection, because the
 * compiler warns of it, and no option or annotation suppresses that warning. It is registered for the native executable in
 * {@code META-INF/native-image}.
 */
final class Signals {
    private static final Logger LOG = Logger.getLogger(Signals.class);

    private Signals() {}

    /**
     * Calls the handler at each signal of this name, on a new thread. Does nothing if the system has no such signal, or if the process
     * was started with the signal ignored, as a shell does with SIGINT for a background job of a script.
     *
     * @param name without SIG, such as TERM
     */
    static void on(String name, Runnable handler) {
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
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
        } catch (InvocationTargetException e) {
            // The system has no such signal, or the JVM reserves it, as with -Xrs.
            LOG.debugf(e.getCause(), "SIG%s can't be listened to", name);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every JDK has sun.misc.Signal", e);
        }
    }

    /** The methods of Object, which a proxy must implement as well. */
    private static Object ofObject(Object proxy, String method, Object[] given) {
        return switch (method) {
            case "equals" -> proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "Parley's signal handler";
        };
    }
}
