package org.parley.source;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;

/** A form of a name. */
@Input("NameInput")
@Description("A form of a name.")
public class NameInput extends RawInput {
    @Description("The name in this form.")
    public String text;

    @Description("The language of the form, BCP 47.")
    public String language;

    @Description(
            "Whether this is the same name in another spelling or script, and not another name; left out means false.")
    public Boolean spelling;

    @Id
    @Description("The sources that use this form; none if it is general knowledge.")
    public List<@NonNull String> sources;
}
