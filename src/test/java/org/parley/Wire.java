package org.parley;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A connection to the server, on which requests are written as they are; a client would tidy them. */
public final class Wire implements Closeable {
    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    /** @param server any address of it */
    public static Wire to(URL server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(20_000);
        return new Wire(socket);
    }

    /** @param lines each without the end of the line */
    public record Answer(int status, List<String> lines, byte[] body) {

        /** All values of a header, in one line; null if it is not there. */
        public String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            List<String> values = lines.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
            return values.isEmpty() ? null : String.join(", ", values);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What a request of this method, with these lines of headers and without a body, is answered. */
    public Answer ask(String method, String path, String... headers) throws IOException {
        return ask(method, path, new byte[0], headers);
    }

    /** The same with a body, whose length is told if it has one. */
    public Answer ask(String method, String path, byte[] body, String... headers) throws IOException {
        List<String> head = new ArrayList<>(List.of(method + ' ' + path + " HTTP/1.1"));
        head.addAll(Arrays.asList(headers));
        if (head.stream().noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("host:"))) {
            head.add("Host: parley");
        }
        if (body.length > 0) {
            head.add("Content-Length: " + body.length);
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        request.write(body);
        socket.getOutputStream().write(request.toByteArray());
        return read(method);
    }

    private Answer read(String method) throws IOException {
        InputStream in = socket.getInputStream();
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        int status = Integer.parseInt(lines.remove(0).split(" ")[1]);
        Answer head = new Answer(status, lines, new byte[0]);
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return head;
        }
        return new Answer(status, lines, body(in, head));
    }

    private static byte[] body(InputStream in, Answer head) throws IOException {
        if (!"chunked".equals(head.header("Transfer-Encoding"))) {
            String length = head.header("Content-Length");
            return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(in), 16); length > 0; length = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(length));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server hung up after: " + line.toString(StandardCharsets.ISO_8859_1));
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
