package org.parley.disagreement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Order;

/** Orders of a list of disagreements. */
@Description("Orders of a list of disagreements.")
public enum DisagreementOrder implements Order {
    @Description("By question, A to Z, in the order of Unicode (CLDR root collation).")
    QUESTION_ASC,
    @Description("By question, Z to A, in the order of Unicode (CLDR root collation).")
    QUESTION_DESC;

    @Override
    public String column() {
        return "name_key";
    }

    @Override
    public boolean descending() {
        return this == QUESTION_DESC;
    }
}
