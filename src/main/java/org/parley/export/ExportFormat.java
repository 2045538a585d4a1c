package org.parley.export;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A form in which tables go out. */
public enum ExportFormat {
    /** RFC 4180. */
    CSV("CSV", "csv", "text/csv; charset=utf-8; header=present", Set.copyOf(ExportTable.NAMES)),
    /** Tab-separated values of IANA: without quotation marks. */
    TSV("TSV", "tsv", "text/tab-separated-values; charset=utf-8", Set.copyOf(ExportTable.NAMES)),
    /** RFC 7946. */
    GEOJSON("GeoJSON", "geojson", "application/geo+json", Set.of("incidents", "places", "rounds")),
    /** RFC 5545. */
    ICS("iCalendar", "ics", "text/calendar; charset=utf-8", Set.of("rounds")),
    /** The format of Research Information Systems, which reference managers read. */
    RIS("RIS", "ris", "application/x-research-info-systems; charset=utf-8", Set.of("sources")),
    /** BibLaTeX, which LaTeX and reference managers read. */
    BIBLATEX("BibLaTeX", "bib", "application/x-bibtex; charset=utf-8", Set.of("sources")),
    /** The Citation Style Language's csl-data.json. */
    CSL_JSON("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8", Set.of("sources"));

    private final String label;
    private final String extension;
    private final String mediaType;
    private final Set<String> tables;

    ExportFormat(String label, String extension, String mediaType, Set<String> tables) {
        this.label = label;
        this.extension = extension;
        this.mediaType = mediaType;
        this.tables = tables;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The end of a file's name, without a dot before it. */
    public String extension() {
        return extension;
    }

    /** The value of the header Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    /** The format with this end of a file's name, if the table goes out in it; null if there is none. */
    public static ExportFormat of(String table, String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension) && format.tables.contains(table))
                .findFirst()
                .orElse(null);
    }

    /** The formats in which a table goes out. */
    public static List<ExportFormat> of(String table) {
        return Arrays.stream(values())
                .filter(format -> format.tables.contains(table))
                .toList();
    }
}
