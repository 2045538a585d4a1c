package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.parley.graph.RawInput;

/** What an agreement provides for on an issue; an issue may have several provisions. */
@Input("AgreementProvisionInput")
@Description("What an agreement provides for on an issue; an issue may have several provisions.")
public class AgreementProvisionInput extends RawInput {
    @Id
    @Description("The issue.")
    public String issue;

    @Description(
            "How much it provides for, as PA-X counts: 1 mentions the issue, 2 has more on it, 3 is detailed and says how it is carried out.")
    public Integer weight;

    @Description("The document's own words, without the quotation marks around them.")
    public String quote;

    @Description("Where in the document, as article 3.")
    public String locator;
}
