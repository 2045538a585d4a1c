package org.parley.pages;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.curator.Curators;
import org.parley.record.Edition;

/**
 * Generates the questions for the explorer's tabs, and for the front page, which depend on the record. The record is read lazily, and again
 * after it was replaced. Thread-safe.
 */
@Singleton
public class RecordPages {
    /** In records. Of 184,000, the questions took 5 seconds. */
    private static final int LARGE = 20_000;

    private static final String QUESTIONS = "graphiql/questions.graphql";

    /** Shown to everybody where only curators may read: nothing of the record is in it. */
    private static final String CLOSED =
            """
            # This record is not public.
            # Type a curator's token into Headers, below: {"Authorization": "Bearer parley_..."}. It is kept until this tab of the browser is closed.
            query WhoAmI {
              viewer { name role }
            }

            """;

    /** Shown where curators may change the record. */
    private static final String WATCH =
            """
            # What is being changed?
            # Shows each change when it is made, until you press the square. changes(since: 0) begins with the first change of all.
            subscription Watch {
              changes {
                number
                at
                summary
                edits { id action fields { key before after } }
              }
            }""";

    /** Shown where curators may change the record. It is right in every record, and makes nothing. */
    private static final String FIRST_CHANGE =
            """
            # How is the record changed?
            # Type a curator's token into Headers, below: {"Authorization": "Bearer parley_..."}. It is kept until this tab of the browser is closed.
            # This makes nothing (dryRun); a PROPOSER may try it.
            mutation FirstChange {
              change(
                dryRun: true
                summary: "A first try"
                edits: [
                  { source: { id: "first-try", label: "First try", publishedOn: "2026-02-05", dateBasis: STATED, language: "en", origin: "first-try" } }
                ]
              ) {
                edits { id action row }
                userErrors { path message code }
              }
            }""";

    private final AgroalDataSource database;
    private final Edition edition;
    private final Curators curators;
    private Read read;

    RecordPages(AgroalDataSource database, Edition edition, Curators curators) {
        this.database = database;
        this.edition = edition;
        this.curators = curators;
    }

    /** What was read, and the edition that it was read from. */
    private record Read(String edition, Contents contents) {}

    /** The names of the files: paths below the folder of the pages. */
    public Set<String> names() {
        return Set.of(QUESTIONS);
    }

    /** Identifies the record: a generated file is valid for as long as this stays equal. Never null. */
    public String edition() {
        return Objects.toString(edition.digest(), "");
    }

    /**
     * Returns the text of a file. Runs about twenty SQL queries if the record has changed since the last call, so it must be called on a
     * worker thread.
     *
     * @param name one of {@link #names}
     * @return its text for the record as it is now
     * @throws IllegalStateException if the database can't be read
     */
    public String text(String name) {
        if (!name.equals(QUESTIONS)) {
            throw new IllegalArgumentException("there is no page " + name);
        }
        return curators.isReadingClosed() ? CLOSED + WATCH + "\n\n" + FIRST_CHANGE + "\n" : questions(contents());
    }

    /**
     * The example queries, made for this record, for the front page: their words, and the address of the explorer with each. None of a large
     * record: to find what it has most of takes seconds, which readers of the front page would wait. The explorer has them.
     */
    List<Map<String, Object>> questions() {
        return edition.all() > LARGE
                ? List.of()
                : contents().questions().stream()
                        .map(each -> Map.<String, Object>of(
                                "words", each.words(), "document", each.document(), "address", each.address()))
                        .toList();
    }

    /** Concurrent callers wait for the first one's result and share it. */
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

    /**
     * The questions, separated by empty lines, each beginning with a comment. The first comment also introduces the record and the
     * explorer.
     */
    private String questions(Contents contents) {
        return "# " + contents.about()
                + "\n# Each tab asks a question: press the triangle, or Ctrl (Cmd) and Enter. The book explains every field."
                + " Your changes stay in this browser.\n#\n"
                + contents.questions().stream().map(Question::text).collect(Collectors.joining("\n\n"))
                + (curators.isOn() ? "\n\n" + WATCH + "\n\n" + FIRST_CHANGE : "")
                + "\n";
    }
}
