package org.parley.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * The texts of the sources, in a folder of their own. They prove that a quotation is where the row says that it is. Nothing is checked
 * for a source without a document. For one use by one thread.
 */
final class SourceDocuments {
    private static final Logger LOG = Logger.getLogger(SourceDocuments.class);
    private static final JsonFactory JSON = new JsonFactory();

    /** The largest document, in bytes: about ten long books. A larger file is no text whose lines are cited, and would fill the heap. */
    static final int LARGEST = 16 * 1024 * 1024;

    private static final int NAMED_AT_MOST = 5;

    /** How many bytes of documents stay in memory. */
    private static final long KEPT = 16 * 1024 * 1024;

    /** Null if no documents are given. */
    private final Path folder;

    /** Documents that a source names and that are in the folder. */
    private final SortedSet<String> names = new TreeSet<>();

    private final SortedSet<String> missing = new TreeSet<>();

    /** Documents that can't be read, which was told. */
    private final Set<String> unusable = new HashSet<>();

    /** The documents in memory, the least recently used first. */
    private final Map<String, Text> texts = new LinkedHashMap<>(16, 0.75f, true);

    /** The size of {@link #texts}, in bytes. */
    private long kept;

    private SourceDocuments(Path folder) {
        this.folder = folder;
    }

    /** For a load without documents. */
    static SourceDocuments none() {
        return new SourceDocuments(null);
    }

    /**
     * The documents in a folder.
     *
     * @param seed the seed whose sources name the documents
     * @throws InvalidRecord if the folder does not exist, or holds none of the documents
     */
    static SourceDocuments in(Path folder, SeedFiles seed) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidRecord(
                    seed.place(),
                    List.of(Fault.of(
                            FaultCode.UNREADABLE, "parley.documents.directory must name a folder that exists")));
        }
        SourceDocuments documents = named(folder, named(seed));
        if (documents.names.isEmpty() && !documents.missing.isEmpty()) {
            throw new InvalidRecord(
                    seed.place(),
                    List.of(Fault.of(
                            FaultCode.UNREADABLE,
                            "parley.documents.directory must name a folder with the documents of sources.json, and "
                                    + folder + " holds none of them")));
        }
        return documents;
    }

    /**
     * Some documents in a folder.
     *
     * @param files their names; those that are not there are passed over
     */
    static SourceDocuments named(Path folder, Collection<String> files) {
        SourceDocuments documents = new SourceDocuments(folder);
        files.forEach(name -> (documents.isThere(name) ? documents.names : documents.missing).add(name));
        return documents;
    }

    /** Whether this is a file name without a path, so that a record can't make Parley read a file outside the folder. */
    static boolean isName(String name) {
        return name.chars().noneMatch(each -> each == '/' || each == '\\' || Character.isISOControl(each))
                && !name.equals(".")
                && !name.equals("..");
    }

    /**
     * The names of documents in a seed's file of sources. Errors in the file are ignored here, since the load reports them with all other
     * faults.
     */
    private static SortedSet<String> named(SeedFiles seed) {
        SortedSet<String> names = new TreeSet<>();
        SeedFiles.Content sources = seed.contents().get("sources.json");
        if (sources == null) {
            return names;
        }
        try (InputStream in = sources.open();
                JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (Value.read(parser).value() instanceof Map<?, ?> fields
                            && fields.get("document") instanceof Value document
                            && document.value() instanceof String name
                            && !name.isBlank()
                            && isName(name)) {
                        names.add(name);
                    }
                }
            }
        } catch (JsonProcessingException e) {
            names.clear();
        } catch (IOException e) {
            throw seed.unreadable("sources.json", e);
        }
        return names;
    }

    /** Whether the file exists. A symbolic link without a target exists, too: reading it fails, and that is reported. */
    private boolean isThere(String name) {
        try {
            return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false; // not a name that a file could have here
        }
    }

    /** The digest of the seed and the documents, since the rows store which quotations were found. */
    String digest(String seed) {
        if (folder == null) {
            return seed;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(seed.getBytes(StandardCharsets.UTF_8));
            for (String name : names) {
                byte[] content = content(name);
                digest.update(('\n' + name + ' ' + (content == null ? "?" : content.length) + '\n')
                        .getBytes(StandardCharsets.UTF_8));
                if (content != null) {
                    digest.update(content);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The bytes of a document; null if it can't be read or is too large. */
    private byte[] content(String name) {
        Path file = folder.resolve(name);
        // Reading anything else, such as a named pipe, may never end.
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            return content.length > LARGEST ? null : content;
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether documents are given, so that quotations can be checked. */
    boolean areGiven() {
        return folder != null;
    }

    /** Logs which documents that sources name are not there. */
    void tellMissing() {
        if (!missing.isEmpty()) {
            LOG.warnf(
                    "Quotations from %s are not checked: not in the folder %s",
                    missing.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "))
                            + (missing.size() > NAMED_AT_MOST
                                    ? " and " + (missing.size() - NAMED_AT_MOST) + " more"
                                    : ""),
                    folder);
        }
    }

    /**
     * Checks the places and quotations of a row; each one that is not in its document becomes a fault. Keeps the documents that were read
     * last in memory, up to {@value #KEPT} bytes.
     */
    void prove(RecordLoad load, Faults faults) {
        for (RecordLoad.Passed each : load.passed) {
            String name = load.documentBySource.get(each.source());
            if (name != null && names.contains(name)) {
                Text text = read(name, faults);
                if (text != null) {
                    prove(each, text);
                }
            }
        }
    }

    private Text read(String name, Faults faults) {
        if (unusable.contains(name)) {
            return null;
        }
        Text text = texts.get(name);
        if (text == null) {
            text = text(name, faults);
            if (text == null) {
                unusable.add(name);
                return null;
            }
            texts.put(name, text);
            kept += text.size;
            Iterator<Text> oldest = texts.values().iterator();
            while (kept > KEPT && texts.size() > 1) {
                kept -= oldest.next().size;
                oldest.remove();
            }
        }
        return text;
    }

    private static void prove(RecordLoad.Passed passed, Text text) {
        List<Locator.Lines> lines = Locator.lines(passed.locator());
        for (Locator.Lines each : lines) {
            if (each.last() > text.lines.size()) {
                passed.row()
                        .fault(
                                "locator",
                                FaultCode.NOT_IN_DOCUMENT,
                                "must name lines of " + text.name + ", which has " + text.lines.size());
                return;
            }
            if (text.isBlank(each)) {
                passed.row()
                        .fault(
                                "locator",
                                FaultCode.NOT_IN_DOCUMENT,
                                "must name lines of " + text.name + " that are not blank");
                return;
            }
        }
        if (passed.wording() == null) {
            return;
        }
        String words = Wording.folded(passed.wording());
        if (lines.isEmpty()
                ? text.whole().holds(words)
                : lines.stream().anyMatch(each -> text.passage(each).holds(words))) {
            passed.whenProved().run();
            return;
        }
        String where = lines.isEmpty()
                ? ""
                : lines.stream().map(Locator.Lines::toString).collect(Collectors.joining(" or ")) + " of ";
        int elsewhere = lines.isEmpty() ? 0 : text.lineOf(words);
        passed.row()
                .fault(
                        passed.key(),
                        FaultCode.NOT_IN_DOCUMENT,
                        "must stand word for word in " + where + text.name
                                + (elsewhere == 0 ? "" : ", and stands in line " + elsewhere));
    }

    /** The document; null if it can't be used, which is a fault of its file. */
    private Text text(String name, Faults faults) {
        byte[] content = content(name);
        if (content == null) {
            faults.add(Fault.ofFile(
                    FaultCode.UNREADABLE,
                    name,
                    0,
                    null,
                    "must be a file of at most " + LARGEST + " bytes that Parley is allowed to read, or not be in "
                            + folder));
            return null;
        }
        try {
            return new Text(name, content.length, decoded(content).lines().toList());
        } catch (CharacterCodingException e) {
            faults.add(Fault.ofFile(
                    FaultCode.WRONG_FORMAT,
                    name,
                    0,
                    null,
                    "must be a text in UTF-8, so that quotations can be checked, or not be in " + folder));
            return null;
        }
    }

    /** Decodes UTF-8, or UTF-16 if the file begins with its byte order mark. */
    private static String decoded(byte[] content) throws CharacterCodingException {
        Charset charset = StandardCharsets.UTF_8;
        int from = 0;
        if (startsWith(content, 0xef, 0xbb, 0xbf)) {
            from = 3;
        } else if (startsWith(content, 0xfe, 0xff)) {
            charset = StandardCharsets.UTF_16BE;
            from = 2;
        } else if (startsWith(content, 0xff, 0xfe)) {
            charset = StandardCharsets.UTF_16LE;
            from = 2;
        }
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(content, from, content.length - from))
                .toString();
    }

    private static boolean startsWith(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content.length <= i || (content[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** A cited part of a document, folded. */
    private static final class Passage {
        private final String text;

        /** The same text without the quotation mark that opens each further paragraph of a quotation over several paragraphs. */
        private final String goingOn;

        Passage(List<String> lines) {
            text = String.join(" ", lines);
            StringBuilder joined = new StringBuilder(text.length());
            for (String line : lines) {
                joined.append(joined.isEmpty() ? "" : " ")
                        .append(!joined.isEmpty() && line.startsWith("'") ? line.substring(1) : line);
            }
            goingOn = joined.toString();
        }

        boolean holds(String words) {
            return Wording.isIn(text, words) || Wording.isIn(goingOn, words);
        }
    }

    /** A document, whose lines are folded lazily. */
    private static final class Text {
        private final String name;

        /** Of its file, in bytes. */
        private final int size;

        private final List<String> lines;
        private final String[] folded;
        private Passage whole;

        Text(String name, int size, List<String> lines) {
            this.name = name;
            this.size = size;
            this.lines = lines;
            this.folded = new String[lines.size()];
        }

        private String line(int number) {
            if (folded[number - 1] == null) {
                folded[number - 1] = Wording.folded(lines.get(number - 1));
            }
            return folded[number - 1];
        }

        boolean isBlank(Locator.Lines range) {
            return IntStream.rangeClosed(range.first(), range.last())
                    .allMatch(number -> line(number).isEmpty());
        }

        Passage passage(Locator.Lines range) {
            return new Passage(IntStream.rangeClosed(range.first(), range.last())
                    .mapToObj(this::line)
                    .filter(line -> !line.isEmpty())
                    .toList());
        }

        Passage whole() {
            if (whole == null) {
                whole = passage(new Locator.Lines(1, lines.size()));
            }
            return whole;
        }

        /** The first line that holds the words, or 0. */
        int lineOf(String words) {
            return IntStream.rangeClosed(1, lines.size())
                    .filter(number -> Wording.isIn(line(number), words))
                    .findFirst()
                    .orElse(0);
        }
    }
}
