package org.parley.imports;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is to be imported, and how.
 *
 * @param format    the name of the format
 * @param files     at least one
 * @param into      the folder with the files of a seed
 * @param isDry     whether nothing is written
 * @param isStrict  whether nothing is written if any row is refused
 * @param overwrites whether rows take the place of records that were edited since
 * @param report    the file that gets a line for each row
 * @param encoding  of the files, if the bytes do not decide it
 * @param delimiter between the columns, if the header does not decide it
 * @param order     of the numbers in dates such as 05/03/2022, if the column does not decide it; null if not given
 * @param zone      of times without an offset; null if not given
 * @param id        the columns that together tell a row; empty for those of the format
 * @param retrieved the day on which the sources were fetched
 * @param map       the file that explains the columns of a table of one's own
 * @param decimal   the mark before decimals; null if it is not known
 */
public record ImportRequest(
        String format,
        List<Path> files,
        Path into,
        boolean isDry,
        boolean isStrict,
        boolean overwrites,
        Optional<Path> report,
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        DateOrder order,
        ZoneId zone,
        List<String> id,
        Optional<LocalDate> retrieved,
        Optional<Path> map,
        Character decimal) {}
