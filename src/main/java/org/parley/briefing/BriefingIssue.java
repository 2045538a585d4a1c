package org.parley.briefing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.issue.Issue;
import org.parley.statement.Statement;

/** What one side said on one issue in a round. */
@Description("What one side said on one issue in a round.")
public record BriefingIssue(
        @Description("The issue; null for what is about none.") Issue issue,
        @NonNull @Description("The statements, oldest first. One that is about several issues is told for each.")
                List<@NonNull Statement> statements) {}
