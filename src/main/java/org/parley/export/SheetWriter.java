package org.parley.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A table for spreadsheets and statistics: CSV (RFC 4180) or TSV. What is not known is an empty cell; zero is 0. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it (OWASP, CSV Injection).
 */
final class SheetWriter implements TableWriter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ExportTable table;
    private final ExportRequest request;
    private final Writer out;
    private final Consumer<List<String>> rows;

    SheetWriter(ExportRequest request, Writer out) {
        this.table = request.table();
        this.request = request;
        this.out = out;
        if (request.format() == ExportFormat.CSV) {
            CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(request.isEuropean() ? ';' : ',')
                    .lineDelimiter(LineDelimiter.CRLF)
                    // What is written to has a buffer already.
                    .bufferSize(0)
                    .build(out);
            rows = csv::writeRecord;
        } else {
            rows = this::writeTabbed;
        }
    }

    private void writeTabbed(List<String> cells) {
        try {
            out.write(
                    String.join("\t", cells.stream().map(SheetWriter::onOneLine).toList()));
            out.write('\n');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String onOneLine(String cell) {
        return cell.replaceAll("[\\t\\r\\n]+", " ");
    }

    @Override
    public void begin() throws IOException {
        if (request.format() == ExportFormat.CSV && request.hasByteOrderMark()) {
            out.write(BYTE_ORDER_MARK);
        }
        rows.accept(table.columns().stream().map(ExportTable.Column::name).toList());
    }

    @Override
    public void write(List<Map<String, Object>> records) {
        records.forEach(record -> rows.accept(
                table.cells(record).values().stream().map(this::cell).toList()));
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    private String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number number) {
            String plain = plain(number);
            return request.isEuropean() ? plain.replace('.', ',') : plain;
        }
        if (value instanceof Boolean) {
            return value.toString();
        }
        String text = value.toString();
        return request.isGuarded() && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Without an exponent, and without a fraction of a whole number. */
    private static String plain(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        return (exact.scale() > 0 ? exact.stripTrailingZeros() : exact).toPlainString();
    }
}
