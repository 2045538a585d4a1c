package org.parley.pages;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.limit.IntrospectionConfig;
import org.parley.pages.Contents.Talks;
import org.parley.record.Edition;

/**
 * The files that a browser loads and that are made of the record: the first page, and the questions of the explorer's tabs. They
 * are made when they are asked for, and again when the record is another. Safe for many threads.
 */
@Singleton
public class RecordPages {
    private static final String FRONT_PAGE = "index.html";
    private static final String QUESTIONS = "graphiql/questions.graphql";

    private final AgroalDataSource database;
    private final Edition edition;
    private final IntrospectionConfig introspection;
    private Read read;

    RecordPages(AgroalDataSource database, Edition edition, IntrospectionConfig introspection) {
        this.database = database;
        this.edition = edition;
        this.introspection = introspection;
    }

    /** What was read, and of which edition. */
    private record Read(String edition, Contents contents) {}

    /** Their names, with their folders below that of the pages. */
    public Set<String> names() {
        return Set.of(FRONT_PAGE, QUESTIONS);
    }

    /** What a file is made for: it holds for as long as this is equal. Never null. */
    public String edition() {
        return Objects.toString(edition.digest(), "");
    }

    /**
     * Asks the database some twenty questions if the record is another than before, so that it must be called by a thread that may
     * wait.
     *
     * @param name one of {@link #names}
     * @return its text as the record is now
     */
    public String text(String name) {
        return switch (name) {
            case FRONT_PAGE -> FrontPage.of(contents(), introspection.enabled());
            case QUESTIONS -> questions(contents());
            default -> throw new IllegalArgumentException("there is no page " + name);
        };
    }

    /** Whoever asks meanwhile waits for the answer, which all of them are told. */
    private synchronized Contents contents() {
        String now = edition();
        if (read == null || !read.edition().equals(now)) {
            try (Connection connection = database.getConnection()) {
                read = new Read(now, Contents.of(connection));
            } catch (SQLException e) {
                throw new IllegalStateException("The record could not be read for its pages", e);
            }
        }
        return read.contents();
    }

    /** Each begins with a comment, after an empty line. The first one says what this is, too. */
    private static String questions(Contents contents) {
        List<Talks> negotiations = contents.negotiations();
        String about = negotiations.size() == 1
                ? negotiations.get(0).summary()
                : negotiations.stream().map(Talks::title).collect(Collectors.joining("; "));
        return "# " + Template.comment(FrontPage.title(contents) + (about.isEmpty() ? "" : ": " + about))
                + "\n# Each tab asks a question: press the triangle, or Ctrl (Cmd) and Enter. The book explains every field."
                + " Your changes stay in this browser.\n#\n"
                + contents.questions().stream().map(Question::text).collect(Collectors.joining("\n\n"))
                + "\n";
    }
}
