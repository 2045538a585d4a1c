package org.parley.source;

import org.eclipse.microprofile.graphql.Description;

/** What kind of document a source is. */
@Description("What kind of document a source is.")
public enum SourceKind {
    @Description("A story of a news outlet or an agency.")
    ARTICLE,
    @Description("A table of coded rows, such as one of UCDP, ACLED or PA-X.")
    DATASET,
    @Description("Any other document, or one whose kind is not recorded.")
    DOCUMENT,
    @Description("A message on a social network or a channel.")
    POST,
    @Description("The text of a speech, a press conference or an interview.")
    SPEECH
}
