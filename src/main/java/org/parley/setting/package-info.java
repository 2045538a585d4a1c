/**
 * What the values of settings must be.
 *
 * <p>A setting names its rule where it is declared, by {@code @WithConverter}: the rule reads the value, so that nobody below meets
 * one that makes no sense, and a start tells all wrong ones at once.
 */
package org.parley.setting;
