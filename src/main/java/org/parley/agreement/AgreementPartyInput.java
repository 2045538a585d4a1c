package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.parley.graph.RawInput;

/** Somebody whom an agreement names. An actor, asWritten or both are given. */
@Input("AgreementPartyInput")
@Description("Somebody whom an agreement names. An actor, asWritten or both are given.")
public class AgreementPartyInput extends RawInput {
    @Id
    @Description("The actor who it is.")
    public String actor;

    @Description("Its role in the agreement.")
    public AgreementRole role;

    @Description("Whether it signed.")
    public Boolean signed;

    @Description("How the document or the data set names it, or several of them.")
    public String asWritten;
}
