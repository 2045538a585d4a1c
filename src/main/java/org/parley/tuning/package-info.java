/**
 * Classes that only save time, and reach into a library's inner parts to do so.
 *
 * <p>Nothing outside of this package may depend on one of them ({@code ArchitectureTest}), so that each can be deleted by itself.
 */
package org.parley.tuning;
