package org.parley.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Puts the code that a start and an answer run into one place of the executable. GraalVM sorts all code by the names of the classes,
 * so that a start runs some of it in nearly every 64 kilobytes, which is what the kernel maps at once: three quarters of the code
 * were resident, for a fifth that was run.
 *
 * <p>The names are in {@code called.txt}, which {@code bench/called} writes; one that is missing there costs a page, and one that is
 * no more costs nothing.
 *
 * <p>GraalVM's Community Edition has no option for the order. Its own is replaced inside of it, by reflection: a GraalVM that is made
 * otherwise says so in the log of the build, and sorts as it always does.
 */
public final class CodeLayout implements Feature {
    private static final String BUILDER = "com.oracle.svm.hosted.";

    @Override
    public void beforeCompilation(BeforeCompilationAccess access) {
        try {
            Class<?> layouter = Class.forName(BUILDER + "code.CodeSectionLayouter");
            Method name = Class.forName(BUILDER + "meta.HostedMethod").getMethod("getUniqueShortName");
            Set<String> called = called();
            singletons().compute(layouter, (key, given) -> layouter(layouter, given, name, called));
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.out.println("The code is laid out as ever: " + e);
        }
    }

    /** The builder's parts, by what they are. */
    @SuppressWarnings("unchecked") // as it is declared there
    private static Map<Class<?>, Object> singletons() throws ReflectiveOperationException {
        Class<?> management = Class.forName(BUILDER + "ImageSingletonsSupportImpl$HostedManagement");
        Field parts = management.getDeclaredField("configObjects");
        parts.setAccessible(true);
        return (Map<Class<?>, Object>) parts.get(management.getMethod("get").invoke(null));
    }

    /** Has one method, which puts compiled methods in order. */
    private static Object layouter(Class<?> type, Object given, Method name, Set<String> called) {
        if (given == null) {
            throw new IllegalStateException("the builder has no order that could be replaced");
        }
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, layout, arguments) -> {
            List<?> methods = (List<?>) layout.invoke(given, arguments);
            List<Object> ordered = new ArrayList<>(methods.size());
            List<Object> others = new ArrayList<>();
            Set<String> found = new HashSet<>();
            for (Object method : methods) {
                String shortName = shortName((String) name.invoke(method));
                if (called.contains(shortName)) {
                    ordered.add(method);
                    found.add(shortName);
                } else {
                    others.add(method);
                }
            }
            System.out.printf(
                    "Code: %d methods first, of %d; %d of %d names are there%n",
                    ordered.size(), methods.size(), found.size(), called.size());
            ordered.addAll(others);
            return ordered;
        });
    }

    /** As symbols are named: class and method, without the digest of the whole signature. */
    private static String shortName(String uniqueName) {
        int end = uniqueName.lastIndexOf('_');
        return end < 0 ? uniqueName : uniqueName.substring(0, end);
    }

    private static Set<String> called() {
        try (BufferedReader names = new BufferedReader(
                new InputStreamReader(CodeLayout.class.getResourceAsStream("called.txt"), StandardCharsets.UTF_8))) {
            return new HashSet<>(names.lines().toList());
        } catch (IOException e) {
            throw new IllegalStateException("The names of the code that is called can't be read", e);
        }
    }
}
