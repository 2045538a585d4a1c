/**
 * Classes that only save time, and reach into a library's inner parts to do so.
 *
 * <p>Nothing outside of this package needs one of them: with all of them switched off every test passes.
 */
package org.parley.tuning;
