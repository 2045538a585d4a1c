package org.parley.graph;

/**
 * How much of the heap a cache may take. The heap is as large as the virtual machine allows: by default a part of the memory of the
 * container, or of the machine.
 */
public final class Heap {
    private Heap() {}

    /**
     * As many bytes as wanted, but not more than a part of the heap, so that all caches together leave most of a small heap free.
     *
     * @param parts into how many parts the heap is divided; the cache gets one
     */
    public static long atMost(long wanted, int parts) {
        return Math.min(wanted, Runtime.getRuntime().maxMemory() / parts);
    }
}
