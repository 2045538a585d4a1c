package org.parley.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;

/** A record that holds what was searched for. */
@Description("A record that holds every word that was searched for.")
public record SearchHit(
        @NonNull @Description("The record.") Node record,
        @NonNull
                @Description(
                        "What the record is, in a line: its title, name, question or summary, or the label of a source.")
                String title,
        @NonNull @Description("What kind of record it is.") RecordKind kind,
        @NonNull @Description("The part of its text that holds most of the words, each of them between « and ».")
                String snippet,
        @Description(
                        "How well it fits: for each word the sum of the weights of the texts that hold it (a name 10, a quote 6, a summary 5, other text less), at most 99; 100 more if it is another form of the word, 200 if it is the word as it was typed. Higher is better.")
                int score) {}
