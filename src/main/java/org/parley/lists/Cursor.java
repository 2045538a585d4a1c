package org.parley.lists;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.parley.graph.InvalidArgument;
import org.parley.graph.InvalidCursor;

/**
 * A place in a list: the sort key and the id of one record, with the list and the order that it belongs to.
 *
 * <p>Opaque to clients: base64url of a checksum, the format's version and the fields. The checksum detects a cursor
 * that was cut or edited by mistake; it is no signature.
 *
 * @param list  the name of the list, such as {@code statement}
 * @param order the name of the order, such as {@code DATE_ASC}
 * @param key   the value of the order's column: a {@code Long} or a {@code String}
 * @param id    the record's id
 */
public record Cursor(String list, String order, Object key, String id) {
    private static final String VERSION = "3";
    private static final char SEPARATOR = '\u001f';

    /** The text that clients get. */
    public String encode() {
        String type = key instanceof Long ? "n" : "s";
        byte[] body = String.join(String.valueOf(SEPARATOR), VERSION, list, order, type, key.toString(), id)
                .getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(4 + body.length)
                        .putInt(checksum(body))
                        .put(body)
                        .array());
    }

    /**
     * Reads a cursor that a client sent.
     *
     * @param argument the argument's name, for the error
     * @throws InvalidCursor if the text is not a cursor of this version
     */
    public static Cursor decode(String argument, String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            int checksum = bytes.getInt();
            byte[] body = new byte[bytes.remaining()];
            bytes.get(body);
            String[] fields = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString()
                    .split(String.valueOf(SEPARATOR), -1);
            if (checksum == checksum(body) && fields.length == 6 && fields[0].equals(VERSION)) {
                Object key = fields[3].equals("n") ? (Object) Long.valueOf(fields[4]) : fields[4];
                return new Cursor(fields[1], fields[2], key, fields[5]);
            }
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException | CharacterCodingException e) {
            // Not base64url, too short, not a number, or not UTF-8: the error below says all that a client can use.
        }
        throw new InvalidCursor(
                argument + " must be a cursor from an earlier answer, not " + InvalidArgument.shown(text));
    }

    private static int checksum(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return (int) crc.getValue();
    }
}
