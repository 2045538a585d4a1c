/**
 * Changes of the record by people: the mutation, what it does step by step, and the history of all changes. The record's own rules are in
 * {@link org.parley.record}, what makes a change last in {@link org.parley.journal}, and who may in {@link org.parley.curator}.
 */
package org.parley.change;
