/**
 * Rules for the values of settings.
 *
 * <p>A setting declares its rule with {@code @WithConverter}. The rule validates and converts the value, so no other code meets an
 * invalid one, and a start reports all invalid settings at once.
 */
package org.parley.setting;
